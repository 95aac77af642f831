using System.Text.Json;
using Touchstone.Cli;

namespace Touchstone.Tests.Cli;

/// <summary><c>touchstone study events</c>, in process, on the shipped sample.</summary>
public class StudyEventsCommandTests
{
    private const string Sample = "samples/harbour";

    private static readonly string[] Chartroom = ["study", "events", "--data", Sample, "--events", "chartroom", "--market", "HARB"];

    [Fact]
    public void Run_ForHelp_ExplainsTheCommand()
    {
        var run = CommandRun.Of("study", "events", "--help");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Golden.Matches(run.Out.Replace("testhost", "touchstone", StringComparison.Ordinal), "help-study-events.txt");
    }

    [Theory]
    [InlineData("study-events.txt", "--securities", "@HARBT", "--window", "-2..3", "--windows", "0..0,0..1,-1..1")]
    [InlineData("study-events-all.txt", "--securities", "@HARBG", "--window", "-1..2", "--estimation", "120", "--gap", "5", "--model", "mean-adjusted", "--tests", "all", "--adjust", "holm", "--returns", "simple")]
    [InlineData("study-events-volume.txt", "--securities", "LANT,WIND,TIDE", "--window", "-1..2", "--variable", "volume", "--model", "mean-adjusted", "--tests", "grank-t,corrado-rank")]
    [InlineData("study-events-factors.txt", "--securities", "LANT,QUAY,TIDE", "--window", "0..2", "--factors", "HARBT", "--tests", "adjusted-bmp")]
    [InlineData("study-events.csv", "--securities", "@HARBT", "--window", "-1..1", "--windows", "0..1", "--tests", "cross-sectional,adjusted-bmp,grank-t", "--adjust", "bh", "--csv")]
    [InlineData("study-events.json", "--securities", "LANT,QUAY", "--window", "0..1", "--windows", "0..1", "--tests", "cross-sectional,adjusted-bmp", "--adjust", "by", "--json")]
    public void Run_OnTheSample_IsAsRecorded(string name, params string[] arguments)
    {
        var run = CommandRun.Of([.. Chartroom, .. arguments]);

        Assert.Equal(0, run.Code);
        Golden.Matches(run.Out, name);
    }

    [Fact]
    public void Run_WithoutSecurities_TakesThoseOfTheEvent()
    {
        var run = CommandRun.Of([.. Chartroom, "--window", "0..1", "--tests", "sign"]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("XHBR:LANT  chartroom  2025-01-20", run.Out, StringComparison.Ordinal);
        Assert.StartsWith("1 event: market model against HARB, 250 estimation days, event window [0,1], log returns\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OfOneEvent_SaysWhichTestsNeedMore()
    {
        var run = CommandRun.Of([.. Chartroom, "--window", "0..1", "--tests", "cross-sectional"]);

        Assert.Equal(0, run.Code);
        Assert.Contains("cross-sectional          -  -  ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OfAFile_TakesItsEventsAndGroups()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf("mine.csv"), "event,security,date,group\nlaunch,Lanternfish,2025-01-20,tech\nlaunch,XHBR:TIDE,2025-01-20,tech\ncut,COBB,2025-02-03,banks\ncut,PELL,2025-02-01,banks\n");
        var run = CommandRun.Of("study", "events", "--data", Sample, "--events", folder.PathOf("mine.csv"), "--market", "HARB", "--window", "0..1", "--tests", "patell");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("Group banks: 2 events", run.Out, StringComparison.Ordinal);
        Assert.Contains("Group tech: 2 events", run.Out, StringComparison.Ordinal);
        Assert.Contains("it did not trade on 2025-02-01; day 0 is its next session, 2025-02-03.", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mine.csv:3: date '2025-13-01' is not a date", "event,security,date\nlaunch,LANT,2025-01-20\nlaunch,TIDE,2025-13-01\n")]
    [InlineData("mine.csv:2: Nothing in the package is called 'NOWHERE'.", "event,security,date\nlaunch,NOWHERE,2025-01-20\n")]
    [InlineData("mine.csv:2: security is empty.", "event,security,date\nlaunch,,2025-01-20\n")]
    [InlineData("mine.csv:3: launch XHBR:LANT 2025-01-20: the same key stands on line 2", "event,security,date\nlaunch,LANT,2025-01-20\nlaunch,XHBR:LANT,2025-01-20\n")]
    [InlineData("mine.csv:1: the column 'date' is missing", "event,security\nlaunch,LANT\n")]
    [InlineData("mine.csv: The file has a header and no rows", "event,security,date\n")]
    public void Run_OfAFaultyFile_NamesFileAndLine(string message, string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf("mine.csv"), text);
        var run = CommandRun.Of("study", "events", "--data", Sample, "--events", folder.PathOf("mine.csv"), "--market", "HARB");

        Assert.Equal((3, ""), (run.Code, run.Out));
        Assert.StartsWith($"touchstone: {message}", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, "The package has no event 'chartrom': a row of the role `events` with this id would settle it. Did you mean 'chartroom'?", "--events", "chartrom")]
    [InlineData(2, "events.csv:2: The event 'fog-week' names no instruments; expected securities beside it.", "--events", "fog-week")]
    [InlineData(3, "such.csv: the file is missing.", "--events", "no/such.csv")]
    [InlineData(2, "Nothing in the package is called 'NOWHERE'.", "--events", "chartroom", "--securities", "LANT,NOWHERE")]
    [InlineData(5, "The package has no members of XHBR:LANT", "--events", "chartroom", "--securities", "@LANT")]
    [InlineData(5, "None of 1 events can be studied; the first: The event window [-10,60] of XHBR:LANT 2025-01-20 (chartroom) ends after the last day with data", "--events", "chartroom", "--window", "-10..60")]
    [InlineData(5, "None of 1 events can be studied; the first: The event window [-900,10] of XHBR:LANT 2025-01-20 (chartroom) begins before the first day with data", "--events", "chartroom", "--window", "-900..10")]
    [InlineData(2, "--windows -20..0 is not inside --window -10..10.", "--events", "chartroom", "--windows", "-20..0")]
    [InlineData(2, "--window '3..1' is not a run of event days; expected the first and the last, such as -1..1.", "--events", "chartroom", "--window", "3..1")]
    [InlineData(2, "--tests 'patel' is not a test;", "--events", "chartroom", "--tests", "patel")]
    [InlineData(2, "--estimation '2' is not a whole number from 3 to 100000.", "--events", "chartroom", "--estimation", "2")]
    [InlineData(2, "--factors are for --model factors, not for 'dimson'.", "--events", "chartroom", "--factors", "HARBT", "--model", "dimson")]
    [InlineData(2, "--returns is for --variable return, not for 'volume'.", "--events", "chartroom", "--variable", "volume", "--returns", "log")]
    [InlineData(2, "--csv and --json exclude each other.", "--events", "chartroom", "--csv", "--json")]
    public void Run_ThatCannotBe_SaysWhy(int code, string message, params string[] arguments)
    {
        var run = CommandRun.Of(["study", "events", "--data", Sample, "--market", "HARB", .. arguments]);

        Assert.Equal((code, ""), (run.Code, run.Out));
        Assert.StartsWith($"touchstone: {message}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithoutAMarket_SaysThatTheModelNeedsOne()
    {
        var run = CommandRun.Of("study", "events", "--data", Sample, "--events", "chartroom");

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.StartsWith("touchstone: --market is missing, which the model 'market' needs", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--csv")]
    public void Run_InAnyOrderOfSecurities_WritesTheSame(string form)
    {
        string[] more = ["--window", "-1..1", "--tests", "all", "--replicates", "199", form];
        var one = CommandRun.Of([.. Chartroom, "--securities", "LANT,QUAY,TIDE,SALT", .. more]);
        var other = CommandRun.Of([.. Chartroom, "--securities", "SALT,TIDE,LANT,QUAY", .. more]);

        Assert.Equal(0, one.Code);
        Assert.Equal(one.Out, other.Out);
    }

    [Fact]
    public void Csv_SaysWhatIsLeftOutOnStandardError()
    {
        var run = CommandRun.Of([.. Chartroom, "--securities", "LANT,FENS", "--window", "0..1", "--tests", "sign", "--csv"]);

        Assert.Equal(0, run.Code);
        Assert.StartsWith("touchstone: XHBR:FENS 2025-01-20 (chartroom) is left out:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_HasEveryTestOfEveryName()
    {
        using var document = JsonDocument.Parse(CommandRun.Of([.. Chartroom, "--securities", "@HARBT", "--window", "0..0", "--tests", "all", "--json"]).Out);
        var names = document.RootElement.GetProperty("sample").GetProperty("windows")[0].GetProperty("tests").EnumerateArray().Select(test => test.GetProperty("test").GetString());

        Assert.Equal(EventStudyNames.Tests.Select(item => item.Name), names);
    }

    [Fact]
    public void Json_WithoutTests_HasAllThatNeedNoSimulation()
    {
        using var document = JsonDocument.Parse(CommandRun.Of([.. Chartroom, "--window", "0..0", "--json"]).Out);

        Assert.Equal(EventStudyNames.Tests.Select(item => item.Name).Where(name => !name.EndsWith("bootstrap", StringComparison.Ordinal)), document.RootElement.GetProperty("design").GetProperty("tests").EnumerateArray().Select(test => test.GetString()));
    }

    [Fact]
    public void Json_OfAProblem_HasItInPlaceOfTheAnswer()
    {
        var run = CommandRun.Of([.. Chartroom, "--window", "0..60", "--json"]);

        Assert.Equal(5, run.Code);
        using var document = JsonDocument.Parse(run.Out);
        Assert.Equal("touchstone.study-events/1", document.RootElement.GetProperty("schema").GetString());
        Assert.False(document.RootElement.TryGetProperty("sample", out _));
        Assert.StartsWith("None of 1 events", document.RootElement.GetProperty("problem").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Html_HasThePathWithItsBandAndEveryTable()
    {
        using var folder = new TemporaryFolder();
        var place = folder.PathOf("page.html");
        var run = CommandRun.Of([.. Chartroom, "--securities", "@HARBT", "--window", "-1..1", "--windows", "0..0", "--tests", "adjusted-bmp,lamb", "--html", place]);
        var page = File.ReadAllText(place);

        Assert.Equal((0, $"touchstone: wrote {place}\n"), (run.Code, run.Error));
        Assert.Contains("Event study: Chartroom released by Lanternfish Labs", page, StringComparison.Ordinal);
        Assert.Contains("95% band", page, StringComparison.Ordinal);
        Assert.All(new[] { "Each event day, with the p-values", "Every test, with the law", "Each event with the fit" }, caption => Assert.Contains(caption, page, StringComparison.Ordinal));
    }

    [Fact]
    public void Html_NeverReplacesWhatIsRead()
    {
        using var folder = new TemporaryFolder();
        var place = folder.PathOf("mine.csv");
        File.WriteAllText(place, "event,security,date\nlaunch,LANT,2025-01-20\n");
        var run = CommandRun.Of("study", "events", "--data", Sample, "--events", place, "--market", "HARB", "--html", place);

        Assert.Equal(2, run.Code);
        Assert.Contains("the page would replace it", run.Error, StringComparison.Ordinal);
    }
}
