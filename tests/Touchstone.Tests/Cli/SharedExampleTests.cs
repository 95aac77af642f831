using System.Text.RegularExpressions;

namespace Touchstone.Tests.Cli;

/// <summary>What the pages under docs/examples print is what their commands print on the shared package.</summary>
public class SharedExampleTests
{
    [SharedFact]
    public void EventStudy_IsAsThePageSays()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "examples", "event-study-r1.md"));
        var output = "";
        var checkedLines = 0;
        foreach (Match block in Regex.Matches(page, "```(bash|text)\n(.*?)\n```", RegexOptions.Singleline))
        {
            if (block.Groups[1].Value == "bash")
            {
                var run = CommandRun.Of([.. Arguments(block.Groups[2].Value)]);
                Assert.Equal((0, ""), (run.Code, run.Error));
                output = run.Out;
                continue;
            }

            foreach (var line in block.Groups[2].Value.Split('\n').Where(line => line.Length > 0))
            {
                Assert.Contains(line + "\n", output, StringComparison.Ordinal);
                checkedLines++;
            }
        }

        Assert.InRange(checkedLines, 60, 200);
    }

    private static IEnumerable<string> Arguments(string command) => Regex.Matches(command, "\"([^\"]*)\"|(\\S+)")
        .Select(word => word.Groups[1].Success ? word.Groups[1].Value : word.Groups[2].Value)
        .Skip(1)
        .Select(word => word == "market" ? SharedData.Market : word);
}
