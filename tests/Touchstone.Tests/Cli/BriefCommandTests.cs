using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Touchstone.Briefs;
using Touchstone.Measures;
using Touchstone.Tests.Briefs;

namespace Touchstone.Tests.Cli;

/// <summary><c>touchstone brief</c>, in process, on the shipped sample.</summary>
public class BriefCommandTests
{
    private const string Sample = "samples/harbour";

    private static readonly string[] Question = ["brief", "HARBT", "--data", Sample, "--as-of", "2025-02-28"];

    private static Brief Brief => BriefWriter.Write(new Evaluator(Harbour.Market), new BriefRequest("HARBT") { AsOf = new DateOnly(2025, 2, 28) }).Brief!;

    [Fact]
    public void Run_ForHelp_ExplainsTheCommand()
    {
        var run = CommandRun.Of("brief", "--help");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Golden.Matches(run.Out.Replace("testhost", "touchstone", StringComparison.Ordinal), "help-brief.txt");
    }

    [Theory]
    [InlineData(2, "--html and --json exclude each other.", "brief", "HARBT", "--data", Sample, "--json", "--html", "x.html")]
    [InlineData(2, "--html and --md exclude each other.", "brief", "HARBT", "--data", Sample, "--md", "x.md", "--html", "x.html")]
    [InlineData(2, "--html and --md and --json exclude each other.", "brief", "HARBT", "--data", Sample, "--json", "--md", "x.md", "--html", "x.html")]
    [InlineData(2, "--html '-' is not the name of a file; expected one such as page.html.", "brief", "HARBT", "--data", Sample, "--html", "-")]
    [InlineData(2, "--md '' is not the name of a file; expected one such as page.md.", "brief", "HARBT", "--data", Sample, "--md", "")]
    [InlineData(2, "--md names ", "brief", "HARBT", "--data", Sample, "--md", "samples/harbour/levels.csv")]
    [InlineData(3, "samples/harbour: is a folder", "brief", "HARBT", "--data", Sample, "--html", Sample)]
    [InlineData(2, "--window ", "brief", "HARBT", "--data", Sample, "--window", "fortnightly")]
    [InlineData(2, "Nothing in the package is called 'NOPE'", "brief", "NOPE", "--data", Sample)]
    [InlineData(5, "The package harbour has no event 'none'", "brief", "HARBT", "--data", Sample, "--events", "none")]
    [InlineData(5, "The closes of HARBT begin on ", "brief", "HARBT", "--data", Sample, "--as-of", "1999-01-04")]
    public void Run_ThatCannotBe_SaysWhy(int code, string message, params string[] arguments)
    {
        var run = CommandRun.Of(arguments);

        Assert.Equal((code, ""), (run.Code, run.Out));
        Assert.StartsWith($"touchstone: {message}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_WithAProblem_SaysWhichAndEndsWith5()
    {
        var run = CommandRun.Of("brief", "HARBT", "--data", Sample, "--as-of", "1999-01-04", "--json");

        Assert.Equal(5, run.Code);
        using var document = JsonDocument.Parse(run.Out);
        Assert.Equal(["schema", "problem", "data"], document.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal("nodata", document.RootElement.GetProperty("problem").GetProperty("kind").GetString());
    }

    /// <summary>The JSON holds what the brief holds: every sentence, every figure where it stands, every chart with its table, every gap.</summary>
    [Fact]
    public void Json_OnTheSample_HoldsTheBrief()
    {
        var (brief, run) = (Brief, CommandRun.Of([.. Question, "--json"]));

        Assert.Equal((0, ""), (run.Code, run.Error));
        var root = JsonNode.Parse(run.Out)!;
        var paragraphs = root["sections"]!.AsArray().SelectMany(section => section!["paragraphs"]!.AsArray()).ToArray();
        var sentences = paragraphs.SelectMany(paragraph => paragraph!["sentences"]!.AsArray()).Prepend(root["title"]).ToArray();
        Assert.Equal("touchstone.brief/1", (string?)root["schema"]);
        Assert.Equal(brief.Sections.SelectMany(section => section.Paragraphs).SelectMany(paragraph => paragraph.Sentences).Prepend(brief.Title).Select(sentence => sentence.Text), sentences.Select(sentence => (string)sentence!["text"]!));
        var figures = sentences.SelectMany(sentence => sentence!["figures"]!.AsArray().Select(figure => (Text: (string)sentence["text"]!, Figure: figure!))).ToArray();
        Assert.Equal(brief.Figures.Select(figure => (figure.Expression.ToString(), figure.Value.Value)), figures.Select(figure => ((string)figure.Figure["expression"]!, (double)figure.Figure["value"]!)));
        Assert.All(figures, figure => Assert.Equal((string)figure.Figure["text"]!, figure.Text.Substring((int)figure.Figure["start"]!, ((string)figure.Figure["text"]!).Length)));
        Assert.Equal(brief.Sections.SelectMany(section => section.Charts).Select(chart => (chart.Title, chart.Table.Rows.Length)), root["sections"]!.AsArray().SelectMany(section => section!["charts"]!.AsArray()).Select(chart => ((string)chart!["title"]!, chart["table"]!["rows"]!.AsArray().Count)));
        Assert.Equal(brief.Omissions.Select(omission => omission.What), root["omissions"]!.AsArray().Select(omission => (string)omission!["what"]!));
        Assert.Equal(brief.DataSha256, (string)root["data"]!["sha256"]!);
    }

    /// <summary>The page about the JSON shows the headline as the command writes it, and names every member.</summary>
    [Fact]
    public void Json_IsAsItsPageSays()
    {
        var root = JsonNode.Parse(CommandRun.Of([.. Question, "--json"]).Out)!;
        var page = File.ReadAllText(Repository.PathOf("docs", "brief-json.md"));
        var example = JsonNode.Parse(Regex.Match(page, "```json\n(.*?)```", RegexOptions.Singleline).Groups[1].Value);

        Assert.Equal(root["title"]!.ToJsonString(), example!["title"]!.ToJsonString());
        Assert.Equal(root.AsObject().Select(member => member.Key).Where(name => name is not ("sections" or "omissions")), example.AsObject().Select(member => member.Key));
        Assert.All(Members(root).Distinct(), name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Json_OfEveryKindOfChart_IsAsRecorded()
    {
        using var output = new StringWriter { NewLine = "\n" };
        Touchstone.Json.BriefJson.Write(new BriefOutcome(HandmadeBrief.Of(sessions: 12), null), Harbour.Market, output);

        Golden.Matches(output.ToString(), "brief-handmade.json");
    }

    /// <summary>Markdown says every sentence, and under its working every expression with its value.</summary>
    [Fact]
    public void Markdown_OnTheSample_HoldsTheBrief()
    {
        using var folder = new TemporaryFolder();
        var (brief, run, file) = (Brief, CommandRun.Of(Question), folder.PathOf("brief.md"));
        var written = CommandRun.Of([.. Question, "--md", file]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal((0, "", $"touchstone: wrote {file}\n", run.Out), (written.Code, written.Out, written.Error, File.ReadAllText(file)));
        var (prose, working) = (run.Out[..run.Out.IndexOf("\n## Working\n", StringComparison.Ordinal)], run.Out[run.Out.IndexOf("\n## Working\n", StringComparison.Ordinal)..]);
        Assert.StartsWith($"# {brief.Title.Text}\n\n*28 February 2025*\n", prose, StringComparison.Ordinal);
        Assert.All(brief.Sections, section => Assert.Contains($"\n## {section.Heading}\n", prose, StringComparison.Ordinal));
        Assert.All(brief.Sections.SelectMany(section => section.Paragraphs).SelectMany(paragraph => paragraph.Sentences), sentence => Assert.Contains(sentence.Text, prose, StringComparison.Ordinal));
        Assert.All(brief.Figures, figure => Assert.Contains($"\n{figure.Expression} = {figure.Value}\n", working, StringComparison.Ordinal));
    }

    [Fact]
    public void Progress_OnATerminal_IsShownAndWiped()
    {
        using var error = new StringWriter();
        using (var host = new Touchstone.Cli.Host { Out = TextWriter.Null, Error = error, Input = () => Stream.Null, ErrorIsTerminal = true })
        {
            Touchstone.Cli.Application.Run(["brief", "HARBT", "--data", SampleCopy.Folder], host);
        }

        Assert.Contains("Writing the brief: 100%", error.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("\r", error.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Members(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Members(member.Value).Prepend(member.Key)),
        JsonArray items => items.SelectMany(Members),
        _ => [],
    };
}
