using System.Text.Json;
using Touchstone.Claims;
using Touchstone.Cli;
using Touchstone.Cli.Commands;

namespace Touchstone.Tests.Cli;

public class ApplicationTests
{
    private const string Sample = "samples/harbour";
    private const string Article = "samples/harbour/article.md";

    [Theory]
    [InlineData("help", "--help")]
    [InlineData("help-check", "check", "--help")]
    [InlineData("help-measure", "measure", "-h")]
    [InlineData("help-data", "data", "--help")]
    [InlineData("help-sample", "sample", "--help")]
    public void Run_ForHelp_ExplainsTheCommand(string name, params string[] arguments)
    {
        var run = CommandRun.Of(arguments);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Golden.Matches(run.Out.Replace("testhost", "touchstone", StringComparison.Ordinal), $"{name}.txt");
    }

    [Theory]
    [InlineData("A command is missing; expected check, brief, measure, index, study, data, serve, sample.")]
    [InlineData("A command is missing; expected check, show.", "data")]
    [InlineData("Unrecognized command or argument 'chek'. Did you mean 'check'?", "chek")]
    [InlineData("Unrecognized command or argument '--verbos'. Did you mean '--verbose'?", "check", "a", "--data", "b", "--verbos")]
    [InlineData("Unrecognized command or argument 'second.md'.\n", "check", "a", "second.md", "--data", "b")]
    [InlineData("Option '--data' is required.", "check", "article.md")]
    [InlineData("--published '14.2.2025' is not a day; expected year, month and day, such as 2025-02-28, from 1900 to 2199.", "check", "a", "--data", "b", "--published", "14.2.2025")]
    [InlineData("--published '2025-02-30' is not a day; expected year, month and day, such as 2025-02-28, from 1900 to 2199.", "check", "a", "--data", "b", "--published=2025-02-30")]
    [InlineData("--as-of 'XHBR' is not an exchange and a day; expected a form such as XHBR=2025-02-28.", "check", "a", "--data", "b", "--as-of", "XHBR")]
    [InlineData("--as-of names the exchange 'XXXX'; the package harbour has XHBR.", "check", Article, "--data", Sample, "--as-of", "XXXX=2025-02-28")]
    [InlineData("--as-of names the exchange 'XHBR' twice; expected one day for each exchange.", "check", Article, "--data", Sample, "--as-of", "XHBR=2025-02-28", "--as-of", "XHBR=2025-02-27")]
    [InlineData("An expression is missing, such as \"return(HARB, ytd)\"; --list shows the measures.", "measure", "--data", Sample)]
    [InlineData("--data is missing; expected the folder of a data package.", "measure", "return(HARB, ytd)")]
    [InlineData("--list takes no expression.", "measure", "return(HARB, ytd)", "--list")]
    [InlineData("There is no measure 'retrn'. Did you mean 'return'?", "measure", "retrn(HARB, ytd)", "--data", Sample)]
    [InlineData("--seed 'x' is not a whole number; expected one from -2147483648 to 2147483647.", "sample", "d", "--seed", "x")]
    [InlineData("DIR is empty; expected the name of a folder to write to.", "sample", "")]
    [InlineData("--html '-' is not the name of a file; expected one such as page.html.", "check", Article, "--data", Sample, "--html", "-")]
    [InlineData("--html '' is not the name of a file; expected one such as page.html.", "check", Article, "--data", Sample, "--html", "")]
    public void Run_OfAWrongCommandLine_SaysWhatWasExpected(string message, params string[] arguments)
    {
        var run = CommandRun.Of(arguments);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.StartsWith($"touchstone: {message}", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no/such/file.md: there is no such file; expected an article as plain text, Markdown or HTML.", "check", "no/such/file.md", "--data", Sample)]
    [InlineData("samples/harbour: is a folder; expected an article as plain text, Markdown or HTML.", "check", Sample, "--data", Sample)]
    [InlineData("no/such/folder: there is no such folder; expected the folder of a data package.", "check", Article, "--data", "no/such/folder")]
    [InlineData("no/such/folder: there is no such folder; expected the folder of a data package.", "data", "check", "no/such/folder")]
    [InlineData("samples/harbour/article.md: is a file; expected the folder of a data package, which holds datapackage.json.", "data", "check", Article)]
    [InlineData("'': there is no such folder; expected the folder of a data package.", "data", "check", "")]
    [InlineData("'': there is no such file; expected an article as plain text, Markdown or HTML.", "check", "", "--data", Sample)]
    [InlineData("samples/harbour: is a folder; expected a file to write the page to.", "check", Article, "--data", Sample, "--html", Sample)]
    [InlineData("samples/harbour/article.md: is a file; expected a folder to write to.", "sample", Article)]
    public void Run_OnBadInput_NamesIt(string message, params string[] arguments)
    {
        var run = CommandRun.Of(arguments);

        Assert.Equal((3, ""), (run.Code, run.Out));
        Assert.Equal($"touchstone: {message}\n", run.Error);
    }

    [Fact]
    public void Run_OfMeasure_ShowsTheWorking()
    {
        var run = CommandRun.Of("measure", "return(HARB, ytd) @ 2025-02-28", "--data", Sample);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Golden.Matches(run.Out, "measure.txt");
    }

    [Fact]
    public void Run_OfMeasure_WritesJson()
    {
        var run = CommandRun.Of("measure", "return(HARB, ytd) @ 2025-02-28", "--data", Sample, "--json");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Golden.Matches(run.Out, "measure.json");
    }

    [Fact]
    public void Run_OfMeasure_WithoutData_SaysWhatIsMissingAndEndsWith5()
    {
        var run = CommandRun.Of("measure", "observation(HARB, forward_pe)", "--data", Sample, "--json");
        using var document = JsonDocument.Parse(run.Out);

        Assert.Equal(5, run.Code);
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("value").ValueKind);
        Assert.Equal("nodata", document.RootElement.GetProperty("problem").GetProperty("kind").GetString());
        Assert.Contains("forward_pe", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OfMeasureList_ExplainsEveryMeasure()
    {
        using var document = JsonDocument.Parse(CommandRun.Of("measure", "--list", "--json").Out);
        var text = CommandRun.Of("measure", "--list").Out;

        Assert.Equal(Touchstone.Measures.Catalogue.All.Length, document.RootElement.GetProperty("measures").GetArrayLength());
        Assert.All(
            document.RootElement.GetProperty("measures").EnumerateArray(),
            measure => Assert.Contains(measure.GetProperty("form").GetString()!, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json", "--json")]
    public void Run_OfDataCheck_CountsTheSample(string name, params string[] options)
    {
        var run = CommandRun.Of(["data", "check", Sample, .. options]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Golden.Matches(run.Out, $"data-check.{name}");
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json", "--json")]
    public void Run_OfDataShow_ShowsOneInstrument(string name, params string[] options)
    {
        var run = CommandRun.Of(["data", "show", "XHBR:WIND", "--data", Sample, .. options]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Golden.Matches(run.Out, $"data-show.{name}");
    }

    [Theory]
    [InlineData("Windlass")]
    [InlineData("^HARB")]
    [InlineData("harbour tech index")]
    public void Run_OfDataShow_TakesWhatPeopleWrite(string name) => Assert.Equal(0, CommandRun.Of("data", "show", name, "--data", Sample).Code);

    [Fact]
    public void Run_OfDataShow_SaysThatANameIsUnknown()
    {
        var run = CommandRun.Of("data", "show", "Nosuch", "--data", Sample);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.StartsWith("touchstone: Nothing in the package is called 'Nosuch'.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OfDataCheck_ListsEveryFaultOfAPackage()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf("datapackage.json"), "{ \"name\": \"broken\" ");
        var run = CommandRun.Of("data", "check", folder.Path, "--json");
        using var document = JsonDocument.Parse(run.Out);

        Assert.Equal(3, run.Code);
        Assert.NotEmpty(document.RootElement.GetProperty("problems").EnumerateArray());
        Assert.StartsWith("touchstone: datapackage.json", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OfCheck_ReadsStandardInput()
    {
        var run = CommandRun.WithInput("The Harbour Index closed at 2,226.20 on Friday, 28 February 2025.", "check", "-", "--data", Sample, "--json", "--published", "2025-02-28");
        using var document = JsonDocument.Parse(run.Out);

        Assert.Equal(0, run.Code);
        Assert.Equal("-", document.RootElement.GetProperty("article").GetProperty("file").GetString());
    }

    [Theory]
    [InlineData("touchstone: Standard input holds no text.", "  \n")]
    [InlineData("touchstone: Standard input is not text: it holds bytes of zero.", "a\0b")]
    public void Run_OfCheck_RefusesWhatIsNoArticle(string message, string input)
    {
        var run = CommandRun.WithInput(input, "check", "-", "--data", Sample);

        Assert.Equal((3, ""), (run.Code, run.Out));
        Assert.StartsWith(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OfCheck_FindsWhatIsWrongInTheSample()
    {
        var run = CommandRun.Of("check", Article, "--data", Sample, "--json");
        using var document = JsonDocument.Parse(run.Out);
        var wrong = document.RootElement.GetProperty("claims").EnumerateArray()
            .Where(claim => claim.GetProperty("verdict").GetString() is "contradicted" or "inconsistent" or "implausible")
            .Select(claim => $"{claim.GetProperty("verdict").GetString()}: {claim.GetProperty("type").GetString()} of {claim.GetProperty("subject").GetProperty("id").GetString() ?? "nobody"}");

        Assert.Equal(4, run.Code);
        Assert.Equal(["inconsistent: price_return of HARBT", "contradicted: price_return of XHBR:TIDE", "contradicted: superlative_rank of XHBR:FERR", "implausible: scenario of nobody"], wrong);
    }

    [Fact]
    public void Run_OfCheck_WritesThePageBesideTheText()
    {
        using var folder = new TemporaryFolder();
        var page = folder.PathOf("out.html");
        var run = CommandRun.Of("check", Article, "--data", Sample, "--html", page);

        Assert.Equal($"touchstone: wrote {page}\n", run.Error);
        Assert.StartsWith("<!doctype html>", File.ReadAllText(page), StringComparison.Ordinal);
        Assert.Contains("coverage", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("article.md")]
    [InlineData("ARTICLE.MD")]
    [InlineData("made/../article.md")]
    [InlineData("made/prices.csv")]
    [InlineData("made/datapackage.json")]
    public void Run_OfCheck_NeverWritesThePageOverWhatItRead(string name)
    {
        using var folder = new TemporaryFolder();
        CommandRun.Of("sample", folder.PathOf("made"));
        var article = folder.PathOf("article.md");
        File.WriteAllText(article, "The Harbour Index closed at 2,226.20 on Friday.");
        var before = Contents(folder);
        var run = CommandRun.Of("check", article, "--data", folder.PathOf("made"), "--html", folder.PathOf(name));

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains("which is read; expected another file", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, Contents(folder));
    }

    [Fact]
    public void Run_OfCheck_TakesAnExchangeInAnyCase() =>
        Assert.Equal(4, CommandRun.Of("check", Article, "--data", Sample, "--as-of", "xhbr=2025-02-28").Code);

    [Fact]
    public void Run_WhenOutputCannotBeWritten_SaysSo()
    {
        using var error = new StringWriter { NewLine = "\n" };
        var host = new Host { Out = new StreamWriter(new FullStream(), bufferSize: 1 << 20), Error = error, Input = () => Stream.Null };
        var code = Application.Run(["measure", "--list"], host);
        host.Dispose();

        Assert.Equal(3, code);
        Assert.Equal("touchstone: standard output cannot be written: No space left on device\n", error.ToString());
    }

    [Theory]
    [MemberData(nameof(ForeignCulture.Names), MemberType = typeof(ForeignCulture))]
    public void Run_IsTheSameUnderAnyCulture(string culture)
    {
        string[][] commands =
        [
            ["check", Article, "--data", Sample, "--verbose"],
            ["check", Article, "--data", Sample, "--json"],
            ["measure", "return(HARB, ytd) @ 2025-02-28", "--data", Sample],
            ["data", "show", "XHBR:WIND", "--data", Sample],
        ];
        var expected = commands.Select(CommandRun.Of).ToList();
        using var foreign = ForeignCulture.Enter(culture);

        Assert.Equal(expected, commands.Select(CommandRun.Of));
    }

    [Fact]
    public void Run_OfSample_WritesWhatTheRepositoryHolds()
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("sample", folder.PathOf("made"), "--seed", "1");

        var made = folder.PathOf("made");
        var paths = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(path => Path.GetRelativePath(made, path)).ToArray();
        var sample = Repository.PathOf("samples", "harbour");

        Assert.Equal(0, run.Code);
        Assert.Equal(Directory.GetFiles(sample, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(sample, path)).Order(), paths.Order());
        Assert.All(paths, path => Assert.Equal(File.ReadAllBytes(Path.Combine(sample, path)), File.ReadAllBytes(Path.Combine(made, path))));
    }

    [Fact]
    public void Run_OfSample_LeavesForeignFilesAlone()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf("mine.txt"), "");
        var run = CommandRun.Of("sample", folder.Path);

        Assert.Equal(3, run.Code);
        Assert.Contains("holds 'mine.txt', which is not part of a sample", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OfSample_LooksIntoItsOwnFoldersForForeignFiles()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathOf("rulebooks"));
        File.WriteAllText(folder.PathOf(Path.Combine("rulebooks", "mine.yaml")), "");
        var run = CommandRun.Of("sample", folder.Path);

        Assert.Equal(3, run.Code);
        Assert.Contains("holds 'rulebooks/mine.yaml', which is not part of a sample", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Verdict.Contradicted, "", 4)]
    [InlineData(Verdict.Inconsistent, "", 4)]
    [InlineData(Verdict.Near, "", 0)]
    [InlineData(Verdict.Implausible, "", 0)]
    [InlineData(Verdict.Unchecked, "no-data: the package has no prices of HSI.", 5)]
    [InlineData(Verdict.Unchecked, "opinion: nobody can measure it.", 0)]
    public void CodeOf_TellsAWrongClaimFromMissingData(Verdict verdict, string reason, int code)
    {
        var report = HandmadeReport.Make();
        var only = report with { Claims = [report.Claims[0] with { Verdict = verdict, Reason = reason }] };

        Assert.Equal(code, CheckCommand.CodeOf(only));
    }

    private static List<string> Contents(TemporaryFolder folder) =>
        [.. Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => $"{path}: {File.ReadAllText(path)}")];

    /// <summary>A disk without room.</summary>
    private sealed class FullStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left on device");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device");
    }
}
