using System.Text;
using System.Text.RegularExpressions;

namespace Touchstone.Tests.Cli;

/// <summary>The README shows real output: its commands are run and compared. UPDATE_GOLDEN=1 rewrites them.</summary>
public class ReadmeTests
{
    private static readonly string File = Repository.PathOf("README.md");

    [Fact]
    public void Readme_ShowsWhatItsCommandsPrint()
    {
        var text = System.IO.File.ReadAllText(File);
        var current = Regex.Replace(text, @"(?<=^```console\n).*?(?=^```$)", block => Rerun(block.Value), RegexOptions.Multiline | RegexOptions.Singleline);
        Assert.Contains("```console\n$ touchstone check", text, StringComparison.Ordinal);
        if (Golden.Update)
        {
            System.IO.File.WriteAllText(File, current);
        }

        Assert.Equal(System.IO.File.ReadAllText(File), current);
    }

    [Fact]
    public void Readme_LinksToFilesThatExist()
    {
        var links = Regex.Matches(System.IO.File.ReadAllText(File), @"\]\(([^)#]+)\)").Select(match => match.Groups[1].Value).Where(link => !link.Contains("://", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(Path.Exists(Repository.PathOf(link)), $"README.md links to {link}."));
    }

    [Fact]
    public void Readme_NamesTheSchemaThatIsWritten() => Assert.Contains(Touchstone.Json.CheckJson.Schema, System.IO.File.ReadAllText(File), StringComparison.Ordinal);

    private static string Rerun(string block)
    {
        var result = new StringBuilder();
        foreach (var command in block.Split('\n').Where(line => line.StartsWith("$ ", StringComparison.Ordinal)))
        {
            result.Append(command).Append('\n').Append(Output(command[2..]));
        }

        return result.ToString();
    }

    private static string Output(string command)
    {
        var pipe = command.Split(" | ");
        var arguments = Regex.Match(pipe[0], @"^(?:touchstone|dotnet run -c Release --project src/Touchstone.Cli --) (.*)$").Groups[1].Value;
        Assert.NotEmpty(arguments);
        var run = CommandRun.Of([.. Regex.Matches(arguments, "\"([^\"]*)\"|(\\S+)").Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value)]);
        var lines = run.Out.Split('\n', StringSplitOptions.None)[..^1];
        if (pipe.Length > 1)
        {
            lines = [.. Pipe(pipe[1], lines)];
        }

        return string.Concat(lines.Select(line => line + "\n"));
    }

    /// <summary>The little of tail and grep that the README uses.</summary>
    private static IEnumerable<string> Pipe(string filter, string[] lines)
    {
        if (Regex.Match(filter, @"^tail -n (\d+)$") is { Success: true } tail)
        {
            return lines.TakeLast(int.Parse(tail.Groups[1].Value));
        }

        var grep = Regex.Match(filter, "^grep -A (\\d+) -E \"(.*)\"$");
        Assert.True(grep.Success, $"The README pipes into '{filter}', which this test does not know.");
        var after = int.Parse(grep.Groups[1].Value);
        var kept = Enumerable.Range(0, lines.Length).Where(line => Enumerable.Range(0, after + 1).Any(back => back <= line && Regex.IsMatch(lines[line - back], grep.Groups[2].Value)));
        return kept.SelectMany((line, place) => place > 0 && line != kept.ElementAt(place - 1) + 1 ? new[] { "--", lines[line] } : [lines[line]]);
    }
}
