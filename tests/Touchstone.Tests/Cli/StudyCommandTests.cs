using System.Globalization;
using System.Text.Json;

namespace Touchstone.Tests.Cli;

/// <summary><c>touchstone study</c>, in process, on the shipped sample.</summary>
public class StudyCommandTests
{
    private const string Sample = "samples/harbour";

    private static readonly string[] Quick = ["--replicates", "99"];

    [Theory]
    [InlineData("help-study", "study", "--help")]
    [InlineData("help-study-exuberance", "study", "exuberance", "--help")]
    [InlineData("help-study-regimes", "study", "regimes", "--help")]
    public void Run_ForHelp_ExplainsTheCommand(string name, params string[] arguments)
    {
        var run = CommandRun.Of(arguments);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Golden.Matches(run.Out.Replace("testhost", "touchstone", StringComparison.Ordinal), $"{name}.txt");
    }

    [Theory]
    [InlineData("study-exuberance.txt", "exuberance", "HARB", "--replicates", "199")]
    [InlineData("study-exuberance-episodes.txt", "exuberance", "HARB", "--no-log", "--level", "90", "--replicates", "99")]
    [InlineData("study-exuberance-chance.txt", "exuberance", "XHBR:LANT", "--critical", "monte-carlo", "--level", "90", "--replicates", "99")]
    [InlineData("study-exuberance-growth.txt", "exuberance", "HARBGK", "--critical", "composite", "--replicates", "99", "--lag", "1", "--level", "90")]
    [InlineData("study-exuberance-ratio.txt", "exuberance", "HARB", "--field", "price-dividend", "--critical", "stored")]
    [InlineData("study-exuberance.json", "exuberance", "HARBT", "--from", "2024-07-01", "--critical", "monte-carlo", "--replicates", "99", "--seed", "7", "--json")]
    [InlineData("study-exuberance.csv", "exuberance", "XHBR:LANT", "--field", "adjusted", "--from", "2024-09-02", "--replicates", "99", "--multiplier", "normal", "--csv")]
    [InlineData("study-regimes.txt", "regimes", "HARB")]
    [InlineData("study-regimes-filter.txt", "regimes", "XHBR:LANT", "--rule", "lunde-timmermann")]
    [InlineData("study-regimes-dating.txt", "regimes", "HARBT", "--rule", "pagan-sossounov")]
    [InlineData("study-regimes.json", "regimes", "HARBT", "--json")]
    [InlineData("study-regimes.csv", "regimes", "HARB", "--from", "2023-11-01", "--to", "2024-06-28", "--csv")]
    public void Run_OnTheSample_IsAsRecorded(string name, params string[] arguments)
    {
        var run = CommandRun.Of(["study", .. arguments, "--data", Sample]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Golden.Matches(run.Out, name);
    }

    [Theory]
    [InlineData(2, "A command is missing; expected events, exuberance, regimes.")]
    [InlineData(2, "Nothing in the package is called 'NOPE'.", "exuberance", "NOPE", "--data", Sample)]
    [InlineData(2, "Nothing in the package is called 'NOPE'.", "regimes", "NOPE", "--data", Sample)]
    [InlineData(2, "--critical 'table' is not a choice; expected wild, monte-carlo, composite, stored.", "exuberance", "HARB", "--data", Sample, "--critical", "table")]
    [InlineData(2, "--level '50' is not a choice; expected 90, 95, 99.", "exuberance", "HARB", "--data", Sample, "--level", "50")]
    [InlineData(2, "--replicates '5' is not a whole number from 19 to 1000000.", "exuberance", "HARB", "--data", Sample, "--replicates", "5")]
    [InlineData(2, "--lag '-1' is not a whole number from 0 to 24.", "exuberance", "HARB", "--data", Sample, "--lag=-1")]
    [InlineData(2, "--log and --no-log exclude each other.", "exuberance", "HARB", "--data", Sample, "--log", "--no-log")]
    [InlineData(2, "--csv and --json exclude each other.", "exuberance", "HARB", "--data", Sample, "--csv", "--json")]
    [InlineData(2, "--from 2025-02-02 is after --to 2025-01-01.", "regimes", "HARB", "--data", Sample, "--from", "2025-02-02", "--to", "2025-01-01")]
    [InlineData(2, "--rule 'ten' is not a choice; expected twenty-percent, lunde-timmermann, pagan-sossounov.", "regimes", "HARB", "--data", Sample, "--rule", "ten")]
    [InlineData(2, "Stored critical values are for lag 0 and the standard shortest window (59 regression rows of 809 points)", "exuberance", "HARB", "--data", Sample, "--critical", "stored", "--lag", "1")]
    [InlineData(5, "Critical values are stored for 50 to 5000 points; the series has 20.", "exuberance", "HARB", "--data", Sample, "--critical", "stored", "--from", "2025-02-03")]
    [InlineData(5, "The series has 20 points; a window of 30 regression rows at lag 0 needs 31.", "exuberance", "HARB", "--data", Sample, "--from", "2025-02-03", "--min-window", "30")]
    [InlineData(2, "The standard rule gives windows of 1 regression rows for 1 points", "exuberance", "HARB", "--data", Sample, "--from", "2025-02-28")]
    [InlineData(5, "The series has 1 levels; dating bull and bear markets this way needs at least 2.", "regimes", "HARB", "--data", Sample, "--from", "2025-02-28")]
    [InlineData(5, "There is no close of HARB from 2030-01-01 to 2025-02-28; the series runs from 2022-01-03 to 2025-02-28.", "regimes", "HARB", "--data", Sample, "--from", "2030-01-01")]
    [InlineData(5, "The package has no observations 'sentiment' of HARB; it has dividend_yield, pe_trailing, price_to_book.", "exuberance", "HARB", "--data", Sample, "--field", "sentiment")]
    [InlineData(5, "The package has no adjusted of HARB: the column `adjusted` in levels.csv would settle it.", "exuberance", "HARB", "--data", Sample, "--field", "adjusted")]
    public void Run_ThatCannotBe_SaysWhy(int code, string message, params string[] arguments)
    {
        var run = CommandRun.Of(["study", .. arguments]);

        Assert.Equal((code, ""), (run.Code, run.Out));
        Assert.StartsWith($"touchstone: {message}", run.Error.Replace("levels.csv: ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    /// <summary>What the page of a study holds is in its table: the last row is the last day.</summary>
    [Fact]
    public void Html_IsWrittenBesideTheText()
    {
        using var folder = new TemporaryFolder();
        var file = folder.PathOf("page.html");
        var run = CommandRun.Of("study", "regimes", "HARB", "--data", Sample, "--html", file, "--csv");

        Assert.Equal((0, $"touchstone: wrote {file}\n"), (run.Code, run.Error));
        Assert.StartsWith("date,close,market,known\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("<tr><td>2025-02-28</td><td class=\"number\">2226.2</td><td>bull</td><td>bull</td></tr>", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 2, "--html '' is not the name of a file")]
    [InlineData("samples/harbour/levels.csv", 2, "--html names ")]
    [InlineData("samples/harbour", 3, "samples/harbour: is a folder")]
    public void Html_ToAPlaceThatCannotBe_SaysWhy(string place, int code, string message)
    {
        var run = CommandRun.Of("study", "exuberance", "HARB", "--data", Sample, "--html", place);

        Assert.Equal((code, ""), (run.Code, run.Out));
        Assert.StartsWith($"touchstone: {message}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_OfAnUnanswerableQuestion_IsNotWritten()
    {
        using var folder = new TemporaryFolder();
        var file = folder.PathOf("page.html");
        var run = CommandRun.Of("study", "exuberance", "HARB", "--data", Sample, "--field", "sentiment", "--html", file);

        Assert.Equal((5, false), (run.Code, File.Exists(file)));
    }

    [Fact]
    public void Json_WithAProblem_SaysWhichAndEndsWith5()
    {
        var run = CommandRun.Of("study", "exuberance", "HARB", "--data", Sample, "--field", "sentiment", "--json");

        Assert.Equal(5, run.Code);
        using var document = JsonDocument.Parse(run.Out);
        Assert.Equal("touchstone.study-exuberance/1", document.RootElement.GetProperty("schema").GetString());
        Assert.Equal("nodata", document.RootElement.GetProperty("problem").GetProperty("kind").GetString());
    }

    [Fact]
    public void Seed_DecidesEveryNumber()
    {
        string[] first = ["study", "exuberance", "HARBT", "--data", Sample, .. Quick, "--seed", "3", "--json"];

        Assert.Equal(CommandRun.Of(first).Out, CommandRun.Of(first).Out);
        Assert.NotEqual(CommandRun.Of(first).Out, CommandRun.Of(["study", "exuberance", "HARBT", "--data", Sample, .. Quick, "--seed", "4", "--json"]).Out);
    }

    /// <summary>Terminal, JSON and CSV tell the same: counted again from the CSV.</summary>
    [Fact]
    public void Csv_HoldsTheEpisodesOfTheJson()
    {
        string[] question = ["study", "exuberance", "HARB", "--data", Sample, "--no-log", "--from", "2022-07-01", "--level", "90", .. Quick];
        var rows = CommandRun.Of([.. question, "--csv"]).Out.TrimEnd().Split('\n').Skip(1).Select(line => line.Split(',')).ToArray();
        using var document = JsonDocument.Parse(CommandRun.Of([.. question, "--json"]).Out);
        var root = document.RootElement;
        var runs = new List<(string Start, int Length)>();
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i][6] == "yes")
            {
                runs = i > 0 && rows[i - 1][6] == "yes" ? [.. runs.SkipLast(1), (runs[^1].Start, runs[^1].Length + 1)] : [.. runs, (rows[i][0], 1)];
            }
        }

        var least = root.GetProperty("minimumDuration").GetInt32();
        Assert.Equal((int)Math.Floor(Math.Log(rows.Length)), least);
        Assert.Equal(
            runs.Where(run => run.Length >= least),
            root.GetProperty("episodes").EnumerateArray().Select(episode => (episode.GetProperty("start").GetString()!, episode.GetProperty("duration").GetInt32())));
        var greatest = rows.Where(row => row[4].Length > 0).Max(row => double.Parse(row[4], CultureInfo.InvariantCulture));
        Assert.Equal(greatest, root.GetProperty("statistics").EnumerateArray().Last().GetProperty("value").GetDouble());
    }

    [Fact]
    public void Exuberance_OnATerminal_FitsItsWidth()
    {
        var run = CommandRun.OnTerminal(60, [], ["study", "exuberance", "HARB", "--data", Sample, .. Quick]);

        Assert.Equal(0, run.Code);
        Assert.All(run.Out.Split('\n').Where(line => line.Contains('|', StringComparison.Ordinal)), line => Assert.True(line.Length <= 60, line));
    }

    /// <summary>What a person is told while a long simulation runs goes to standard error of a terminal and is wiped away.</summary>
    [Fact]
    public void Progress_OfASimulation_CountsReplicates()
    {
        using var error = new StringWriter();
        using (var host = new Touchstone.Cli.Host { Out = TextWriter.Null, Error = error, Input = () => Stream.Null, ErrorIsTerminal = true })
        {
            Touchstone.Cli.Application.Run(["study", "exuberance", "HARB", "--data", SampleCopy.Folder, "--replicates", "1999"], host);
        }

        Assert.Contains("Simulating 1999 replicates: 50%", error.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("\r", error.ToString(), StringComparison.Ordinal);
    }
}
