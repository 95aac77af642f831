using System.Text.Json;

namespace Touchstone.Tests.Cli;

/// <summary><c>touchstone index</c>, in process, on the shipped sample.</summary>
public class IndexCommandTests
{
    private const string Sample = "samples/harbour";

    [Theory]
    [InlineData("help-index", "index", "--help")]
    [InlineData("help-index-calculate", "index", "calculate", "--help")]
    [InlineData("help-index-review", "index", "review", "--help")]
    [InlineData("help-index-explain", "index", "explain", "--help")]
    public void Run_ForHelp_ExplainsTheCommand(string name, params string[] arguments)
    {
        var run = CommandRun.Of(arguments);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Golden.Matches(run.Out.Replace("testhost", "touchstone", StringComparison.Ordinal), $"{name}.txt");
    }

    [Theory]
    [InlineData("index-list.txt", "list", "--data", Sample)]
    [InlineData("index-list.json", "list", "--json")]
    [InlineData("index-show.txt", "show", "HARBG", "--data", Sample)]
    [InlineData("index-show.json", "show", "HARBG", "--data", Sample, "--date", "2024-07-01", "--json")]
    [InlineData("index-calculate.txt", "calculate", "HARBG", "--data", Sample, "--from", "2024-12-02", "--to", "2024-12-31", "--returns", "price,gross,net")]
    [InlineData("index-calculate.json", "calculate", "HARBG", "--data", Sample, "--from", "2024-12-02", "--to", "2024-12-13", "--returns", "net,price", "--json")]
    [InlineData("index-calculate.csv", "calculate", "HARBG", "--data", Sample, "--to", "2024-01-31", "--returns", "price,gross", "--csv")]
    [InlineData("index-calculate-krone.txt", "calculate", "HARB", "--data", Sample, "--from", "2025-02-03", "--currency", "HBK")]
    [InlineData("index-review.txt", "review", "HARBG", "--data", Sample, "--cut-off", "2024-11-29")]
    [InlineData("index-review.json", "review", "HARBG", "--data", Sample, "--cut-off", "2024-11-29", "--json")]
    [InlineData("index-explain.txt", "explain", "HARBG", "--data", Sample, "--date", "2025-02-28", "--top", "3")]
    [InlineData("index-explain.json", "explain", "HARB", "--data", Sample, "--date", "2025-02-28", "--json")]
    [InlineData("index-audit.txt", "audit", "HARBG", "--data", Sample)]
    [InlineData("index-audit.json", "audit", "HARBG", "--data", Sample, "--from", "2024-10-01", "--to", "2024-12-31", "--json")]
    public void Run_OnTheSample_IsAsRecorded(string name, params string[] arguments)
    {
        var run = CommandRun.Of(["index", .. arguments]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Golden.Matches(run.Out, name);
    }

    [Fact]
    public void Calculate_FromRules_IsThePublishedLevel()
    {
        var run = CommandRun.Of("index", "calculate", "HARBG", "--data", Sample, "--csv");
        var published = File.ReadLines(Path.Combine(SampleCopy.Folder, "levels.csv")).Where(line => line.StartsWith("HARBG,", StringComparison.Ordinal)).Select(line => line.Split(',')).ToDictionary(cells => cells[1], cells => double.Parse(cells[5]));
        var levels = run.Out.TrimEnd().Split('\n').Skip(1).Select(line => line.Split(',')).ToArray();

        Assert.Equal(published.Count, levels.Length);
        Assert.All(levels, cells => Assert.Equal(published[cells[0]], double.Parse(cells[1])));
    }

    [Fact]
    public void Explain_AddsUp()
    {
        using var document = JsonDocument.Parse(CommandRun.Of("index", "explain", "HARBG", "--data", Sample, "--date", "2025-02-14", "--json").Out);
        var root = document.RootElement;
        var members = root.GetProperty("members").EnumerateArray().ToArray();

        Assert.Equal(root.GetProperty("points").GetDouble(), members.Sum(member => member.GetProperty("points").GetDouble()) + root.GetProperty("residual").GetDouble(), 9);
        Assert.Equal(100, members.Sum(member => member.GetProperty("weight").GetDouble()), 9);
        Assert.Equal(0, members.Sum(member => member.GetProperty("drift").GetDouble()), 9);
    }

    [Theory]
    [InlineData(2, "--as-of is the day of a file of weights or units (CSV); an index by rules takes --from, --to or --date.", "calculate", "HARBG", "--data", Sample, "--as-of", "2025-02-14")]
    [InlineData(3, "no/such: there is no such folder; expected the folder of a data package.", "list", "--data", "no/such")]
    [InlineData(3, "no/such: there is no such folder; expected the folder of a data package.", "show", "HARBG", "--data", "no/such")]
    [InlineData(2, "2024-01-02 is the base day of HARBG; a move needs a session before it.", "explain", "HARBG", "--data", Sample, "--date", "2024-01-02")]
    [InlineData(2, "There is no rulebook of 'HARBGG': The package has 0 members and 0 divisors of HARBGG; its level needs both. Did you mean 'HARBG'? 'touchstone index list --data samples/harbour' shows those at hand.", "calculate", "HARBGG", "--data", Sample)]
    [InlineData(2, "A command is missing; expected list, show, validate, calculate, review, explain, audit.")]
    [InlineData(2, "There is no rulebook of 'HSTEHC'. Did you mean 'HSTECH'?", "show", "HSTEHC")]
    [InlineData(2, "There is no rulebook of 'NOPE': The package has 0 members and 0 divisors of NOPE", "calculate", "NOPE", "--data", Sample)]
    [InlineData(2, "'a b' is neither the id of an index nor a file of rules", "show", "a b")]
    [InlineData(2, "--returns 'total' is not a return; expected price, gross, net.", "calculate", "HARBG", "--data", Sample, "--returns", "price,total")]
    [InlineData(2, "--csv and --json exclude each other.", "calculate", "HARBG", "--data", Sample, "--csv", "--json")]
    [InlineData(2, "--currency 'krone' is not a code of three capital letters", "calculate", "HARBG", "--data", Sample, "--currency", "krone")]
    [InlineData(2, "--from 2025-02-02 is after --to 2025-01-01.", "calculate", "HARBG", "--data", Sample, "--from", "2025-02-02", "--to", "2025-01-01")]
    [InlineData(2, "--top '0' is not a whole number above zero.", "explain", "HARBG", "--data", Sample, "--date", "2025-02-28", "--top", "0")]
    [InlineData(2, "2025-03-01 is no session of XHBR; HARBG has no close then.", "explain", "HARBG", "--data", Sample, "--date", "2025-03-01")]
    [InlineData(2, "FILE is empty; expected the name of a file of rules.", "validate", "")]
    [InlineData(3, "no/such.yaml: The rulebook cannot be read. There is no such file.", "validate", "no/such.yaml")]
    [InlineData(3, "no/such.yaml: The rulebook cannot be read. There is no such file.", "show", "no/such.yaml")]
    [InlineData(5, "HSTECH has no rules in force on 2019-01-02; the first version is from", "show", "HSTECH", "--date", "2019-01-02")]
    [InlineData(5, "The package has no prices of stocks in the universe of HSTECH.", "calculate", "HSTECH", "--data", Sample)]
    public void Run_ThatCannotBe_SaysWhy(int code, string message, params string[] arguments)
    {
        var run = CommandRun.Of(["index", .. arguments]);

        Assert.Equal((code, ""), (run.Code, run.Out));
        Assert.StartsWith($"touchstone: {message}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_ListsEveryFaultByLine()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "wrong.yaml");
        File.WriteAllText(path, File.ReadAllText(Path.Combine(SampleCopy.Folder, "rulebooks", "harbg.yaml")).Replace("currency: USD\n", "currency: dollars\n", StringComparison.Ordinal).Replace("count: 10", "count: 0", StringComparison.Ordinal));

        var run = CommandRun.Of("index", "validate", path);
        var json = CommandRun.Of("index", "validate", path, "--json");

        Assert.Equal((3, ""), (run.Code, run.Out));
        Assert.Equal(2, run.Error.TrimEnd().Split('\n').Length);
        Assert.All(run.Error.TrimEnd().Split('\n'), line => Assert.StartsWith($"touchstone: {path}:", line, StringComparison.Ordinal));
        using var document = JsonDocument.Parse(json.Out);
        Assert.False(document.RootElement.GetProperty("valid").GetBoolean());
        Assert.Equal(2, document.RootElement.GetProperty("problems").GetArrayLength());
    }

    [Fact]
    public void Calculate_OfAFileOfWeights_SaysThatUnitsAreImplied()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("mine.csv");
        File.WriteAllText(path, "instrument,weight,date\nXHBR:LANT,60,2025-02-14\nXHBR:WIND,40,2025-02-14\n");

        var levels = CommandRun.Of("index", "calculate", path, "--data", Sample, "--from", "2025-02-13", "--to", "2025-02-17");
        Assert.Equal((0, ""), (levels.Code, levels.Error));
        Assert.Contains("2025-02-14  1000.00\n", levels.Out, StringComparison.Ordinal);
        Assert.Contains("MINE in USD, 2025-02-13 to 2025-02-17: units implied by the weights of 2025-02-14 in mine.csv", levels.Out, StringComparison.Ordinal);

        using var explained = JsonDocument.Parse(CommandRun.Of("index", "explain", path, "--data", Sample, "--date", "2025-02-17", "--json").Out);
        Assert.Equal([60.0, 40.0], explained.RootElement.GetProperty("members").EnumerateArray().Select(member => Math.Round(member.GetProperty("weight").GetDouble(), 9)).OrderDescending());

        var review = CommandRun.Of("index", "review", path, "--data", Sample, "--cut-off", "2025-02-14");
        Assert.Equal((2, "touchstone: mine.csv holds the members of one day and no rules; a review needs rules.\n"), (review.Code, review.Error));
    }

    [Theory]
    [InlineData(3, "mine.csv: The day of the basket is not given; expected a column 'date', or a day beside the file.", "instrument,weight\nXHBR:LANT,100\n")]
    [InlineData(3, "mine.csv: The weights sum to 90%; expected 100% within 0.5.", "instrument,weight,date\nXHBR:LANT,90,2025-02-14\n")]
    [InlineData(3, "mine.csv:3: XHBR:NONE is not among the instruments of the package.", "instrument,weight,date\nXHBR:LANT,50,2025-02-14\nXHBR:NONE,50,2025-02-14\n")]
    [InlineData(3, "mine.csv:1: The header has instrument, share; expected either a column 'weight' (in percent) or a column 'units'.", "instrument,share\nXHBR:LANT,100\n")]
    public void Calculate_OfAFaultyFile_NamesTheFault(int code, string message, string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf("mine.csv"), text);
        var run = CommandRun.Of("index", "calculate", folder.PathOf("mine.csv"), "--data", Sample);

        Assert.Equal((code, ""), (run.Code, run.Out));
        Assert.StartsWith($"touchstone: {message}", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "--from-rules needs rules; ", "--from-rules")]
    [InlineData(3, "mine.csv:2: date is 2025-02-14 and the day asked for is 2025-02-13; expected one of them, or the same.", "--as-of", "2025-02-13")]
    public void Calculate_OfAFileOfWeights_RefusesWhatDoesNotGoWithIt(int code, string message, params string[] options)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf("mine.csv"), "instrument,weight,date\nXHBR:LANT,100,2025-02-14\n");
        var run = CommandRun.Of(["index", "calculate", folder.PathOf("mine.csv"), "--data", Sample, .. options]);

        Assert.Equal((code, ""), (run.Code, run.Out));
        Assert.StartsWith($"touchstone: {message}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Calculate_WithoutACloseOfAMember_NamesTheDaysAndEndsWith5()
    {
        using var folder = Copy("prices.csv", text => WithoutLine(text, "XHBR:WIND,2025-02-18,"));

        string[] arguments = ["index", "calculate", "HARB", "--data", folder.Path, "--from", "2025-02-14", "--to", "2025-02-20"];
        var csv = CommandRun.Of([.. arguments, "--csv"]);
        using var json = JsonDocument.Parse(CommandRun.Of([.. arguments, "--json"]).Out);

        Assert.Equal((5, "touchstone: 1 of 5 sessions have no level, for want of closes of members: 2025-02-18.\n"), (csv.Code, csv.Error));
        Assert.Contains("\n2025-02-18,\n", csv.Out, StringComparison.Ordinal);
        var day = json.RootElement.GetProperty("levels").EnumerateArray().Single(level => level.GetProperty("date").GetString() == "2025-02-18");
        Assert.Equal(JsonValueKind.Null, day.GetProperty("price").ValueKind);
        Assert.Contains("XHBR:WIND", day.GetProperty("problem").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_OfADayWithoutACloseOfAMember_NamesTheMember()
    {
        using var folder = Copy("prices.csv", text => WithoutLine(text, "XHBR:WIND,2025-02-18,"));
        var run = CommandRun.Of("index", "explain", "HARB", "--data", folder.Path, "--date", "2025-02-18");

        Assert.Equal((5, ""), (run.Code, run.Out));
        Assert.StartsWith("touchstone: No close on 2025-02-18 for 1 of 12 members", run.Error, StringComparison.Ordinal);
    }

    /// <summary>A row that is left out in silence would change who is a member, or what becomes of a member.</summary>
    [Theory]
    [InlineData("shares.csv", "XHBR:AMBM,2023-07-03,167000000,0.6,", "XHBR:AMBM,2023-07-03,167000000,60,")]
    [InlineData("divisors.csv", "HARB,2023-07-03,131875.156", "HARB,2023-07-03,-131875.156")]
    [InlineData("actions.csv", "XHBR:AMBM,2024-04-15,bonus,1.3,", "XHBR:AMBM,2024-04-15,bonus,-1.3,")]
    [InlineData("constituents.csv", "HARB,XHBR:BRIN,2022-01-03,,432000", "HARB,XHBR:NONE,2022-01-03,,432000")]
    public void Calculate_FromAPackageWithABadRow_IsRefused(string file, string good, string bad)
    {
        using var folder = Copy(file, text => text.Contains(good, StringComparison.Ordinal) ? text.Replace(good, bad, StringComparison.Ordinal) : throw new InvalidOperationException(good));
        foreach (var command in new[] { "calculate", "audit" })
        {
            var run = CommandRun.Of("index", command, "HARB", "--data", folder.Path);
            Assert.Equal((3, ""), (run.Code, run.Out));
            Assert.StartsWith($"touchstone: {file}:", run.Error, StringComparison.Ordinal);
            Assert.EndsWith($"\ntouchstone: An index is not calculated while this row of {folder.Path} cannot be used; 'touchstone data check {folder.Path}' lists it.\n", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Calculate_FromRowsInAnyOrder_IsTheSame() // rows of days out of order are said, and sorted
    {
        using var folder = Copy("prices.csv", text => text.TrimEnd().Split('\n') is [var header, .. var rows] ? string.Join('\n', [header, .. rows.Reverse()]) + "\n" : text);
        var run = CommandRun.Of("index", "calculate", "HARBG", "--data", folder.Path, "--csv");

        Assert.Equal(0, run.Code);
        Assert.Equal(CommandRun.Of("index", "calculate", "HARBG", "--data", Sample, "--csv").Out, run.Out);
    }

    [Fact]
    public void RulebooksBesideAPackage_OfOneIndex_AreRefused()
    {
        using var folder = Copy("rulebooks/harbg.yaml", text => text);
        File.Copy(folder.PathOf("rulebooks/harbg.yaml"), folder.PathOf("rulebooks/zz.yaml"));
        foreach (var arguments in new[] { new[] { "list" }, ["calculate", "HARBG"], ["show", "HSTECH"] })
        {
            var run = CommandRun.Of(["index", .. arguments, "--data", folder.Path]);
            Assert.Equal((3, "", $"touchstone: {folder.PathOf("rulebooks/zz.yaml")}: HARBG has a rulebook in {folder.PathOf("rulebooks/harbg.yaml")} already; expected one of each index.\n"), (run.Code, run.Out, run.Error));
        }
    }

    /// <summary>A narrow terminal cuts the names at the end of a table; numbers are never cut.</summary>
    [Theory]
    [InlineData(80, "HARB                         USD       2022-01-03         1        0  Harbour I…")]
    [InlineData(120, "HARB                         USD       2022-01-03         1        0  Harbour Index (Harbour Exchange)")]
    [InlineData(60, "HARB                         USD       2022-01-03         1 ")]
    public void Tables_OnATerminal_CutTheirLastColumn(int width, string row)
    {
        var run = CommandRun.OnTerminal(width, new() { ["NO_COLOR"] = "1" }, "index", "list", "--data", Sample);

        Assert.Contains(row.TrimEnd(), run.Out.Split('\n').Select(line => line.TrimEnd()));
        Assert.All(run.Out.Split('\n'), line => Assert.InRange(line.Length, 0, width));
    }

    /// <summary>Progress is for a person who waits: on a terminal, on standard error, and wiped away.</summary>
    [Fact]
    public void Progress_IsShownOnATerminalOnly()
    {
        using var error = new StringWriter();
        using (var host = new Touchstone.Cli.Host { Out = TextWriter.Null, Error = error, Input = () => Stream.Null, ErrorIsTerminal = true })
        using (var progress = new Touchstone.Cli.Progress(host, "Working"))
        {
            progress.Report(1, 100);
            Assert.Equal("", error.ToString());
            progress.Report(50, 5000);
            progress.Report(51, 5000);
            Assert.Equal("\rWorking: 1%", error.ToString());
        }

        Assert.EndsWith("\r", error.ToString(), StringComparison.Ordinal);
        using var quiet = new StringWriter();
        using (var host = new Touchstone.Cli.Host { Out = TextWriter.Null, Error = quiet, Input = () => Stream.Null })
        using (var progress = new Touchstone.Cli.Progress(host, "Working"))
        {
            progress.Report(50, 5000);
        }

        Assert.Equal("", quiet.ToString());
    }

    /// <summary>A copy of the sample with one file changed.</summary>
    private static TemporaryFolder Copy(string name, Func<string, string> change)
    {
        var folder = new TemporaryFolder();
        foreach (var path in Directory.EnumerateFiles(SampleCopy.Folder, "*", SearchOption.AllDirectories))
        {
            var (inside, text) = (Path.GetRelativePath(SampleCopy.Folder, path), File.ReadAllText(path));
            Directory.CreateDirectory(Path.GetDirectoryName(folder.PathOf(inside))!);
            File.WriteAllText(folder.PathOf(inside), inside == name ? change(text) : text);
        }

        return folder;
    }

    private static string WithoutLine(string text, string start) => string.Join('\n', text.Split('\n').Where(line => !line.StartsWith(start, StringComparison.Ordinal)));
}
