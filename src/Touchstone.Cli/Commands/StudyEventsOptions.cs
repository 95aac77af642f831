using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Touchstone.Studies;

namespace Touchstone.Cli.Commands;

/// <summary>The options of <c>touchstone study events</c>.</summary>
internal sealed class StudyEventsOptions
{
    private const int Furthest = 100_000;

    public Option<string> Data { get; } = Options.Data();

    public Option<string> Events { get; } = new("--events")
    {
        Description = "Events of the package by id, separated by commas; or a CSV file with the columns event, date, security and perhaps group.",
        HelpName = "ID|FILE",
        Required = true,
    };

    public Option<string?> Securities { get; } = new("--securities")
    {
        Description = "Ids separated by commas; the members of an index on the event's day, such as @HARBT; or a CSV file with a column security. By default those that the events name.",
        HelpName = "LIST|@INDEX|FILE",
    };

    public Option<string?> Market { get; } = new("--market") { Description = "The index that returns are compared with; only a mean-adjusted study needs none.", HelpName = "ID" };

    public Option<string?> Factors { get; } = new("--factors") { Description = "Factors besides the market: ids separated by commas, or a CSV file with the columns factor, date, return (percent). Implies --model factors.", HelpName = "LIST|FILE" };

    public Option<int> Estimation { get; } = Whole("--estimation", "Sessions that the model is fitted to.", 250, 3);

    public Option<int> Gap { get; } = Whole("--gap", "Sessions between those and the event window.", 0, 0);

    public Option<EventWindow?> Window { get; } = new("--window")
    {
        Description = "The event days, in sessions from the event, both ends included; by default -10..10.",
        HelpName = "FIRST..LAST",
        CustomParser = result => Read(result, "--window", result.Tokens[0].Value),
    };

    public Option<EventWindow[]?> Windows { get; } = new("--windows")
    {
        Description = "The windows that are tested, separated by commas, such as 0..0,0..1,-1..1; by default the whole event window.",
        HelpName = "LIST",
        CustomParser = result => [.. result.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries).Select(text => Read(result, "--windows", text)).OfType<EventWindow>().Distinct()],
    };

    public Option<string> Model { get; } = Choice("--model", "What was to be expected:", EventStudyNames.Models.Select(item => item.Name), "market");

    public Option<EventTest[]?> Tests { get; } = new("--tests")
    {
        Description = $"all, without-bootstrap (the default), or some, separated by commas: {string.Join(", ", EventStudyNames.Tests.Select(item => item.Name))}.",
        HelpName = "LIST",
        CustomParser = ReadTests,
    };

    public Option<string> Returns { get; } = Choice("--returns", "Which returns:", ["log", "simple"], "log");

    public Option<string> Variable { get; } = Choice("--variable", "What is studied:", ["return", "volume", "turnover"], "return");

    public Option<int> Replicates { get; } = Whole("--replicates", "Replicates of each bootstrap.", 1999, 99);

    public Option<ulong> Seed { get; } = new("--seed") { Description = "The seed of the bootstraps: the same seed gives the same figures.", HelpName = "N", DefaultValueFactory = _ => 1 };

    public Option<string?> Adjust { get; } = new Option<string?>("--adjust")
    {
        Description = $"Raise p-values for the number of days, windows and events: {string.Join(", ", EventStudyNames.Adjustments.Select(item => item.Name))} (Benjamini-Hochberg, Benjamini-Yekutieli).",
        HelpName = "HOW",
    }.AcceptOnlyFromAmong([.. EventStudyNames.Adjustments.Select(item => item.Name)]);

    public Option<bool> Csv { get; } = new("--csv") { Description = "Write every event-day, window and test as a row of CSV to standard output." };

    public Option<bool> Json { get; } = Options.Json();

    public Option<string?> Html { get; } = new("--html") { Description = "Also write a page with charts; it needs no network.", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Events, Data, Securities, Market, Factors, Estimation, Gap, Window, Windows, Model, Tests, Returns, Variable, Replicates, Seed, Adjust, Csv, Json, Html })
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(Csv) && result.GetValue(Json))
            {
                result.AddError("--csv and --json exclude each other.");
            }
        });
    }

    /// <summary>Refuses options that do not go together.</summary>
    /// <param name="parsed">The command line, each option of which is sound by itself.</param>
    public void Check(ParseResult parsed)
    {
        var model = parsed.GetValue(Model);
        var variable = parsed.GetValue(Variable);
        var window = WindowOf(parsed.GetValue(Window));
        var outside = WindowsOf(parsed.GetValue(Windows)).FirstOrDefault(inner => !window.Contains(inner), window);
        var fault = parsed.GetValue(Factors) is not null && parsed.GetResult(Model) is { Implicit: false } && model != "factors" ? $"--factors are for --model factors, not for '{model}'."
            : parsed.GetValue(Market) is null && parsed.GetValue(Factors) is null && model != "mean-adjusted" ? $"--market is missing, which the model '{model}' needs; expected the id of an index."
            : variable != "return" && parsed.GetResult(Returns) is { Implicit: false } ? $"--returns is for --variable return, not for '{variable}'."
            : outside != window ? $"--windows {outside.First}..{outside.Last} is not inside --window {window.First}..{window.Last}."
            : null;
        if (fault is not null)
        {
            throw new CommandFailure(ExitCode.Usage, fault);
        }
    }

    /// <summary>The event window, or the usual one.</summary>
    public static EventWindow WindowOf(EventWindow? window) => window ?? new EventWindow(-10, 10);

    /// <summary>The windows tested; empty for the whole event window.</summary>
    public static ImmutableArray<EventWindow> WindowsOf(EventWindow[]? windows) => [.. windows ?? []];

    /// <summary>The tests, or the usual ones.</summary>
    public static ImmutableArray<EventTest> TestsOf(EventTest[]? tests) => tests is { Length: > 0 } ? [.. tests] : EventTests.WithoutBootstrap;

    private static Option<int> Whole(string name, string description, int usual, int least) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => usual,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < least || value > Furthest)
            {
                result.AddError($"{name} '{text}' is not a whole number from {least} to {Furthest}.");
            }

            return value;
        },
    };

    private static Option<string> Choice(string name, string description, IEnumerable<string> choices, string usual)
    {
        string[] known = [.. choices];
        return new Option<string>(name) { Description = $"{description} {string.Join(", ", known)}.", HelpName = "NAME", DefaultValueFactory = _ => usual }.AcceptOnlyFromAmong(known);
    }

    private static EventWindow? Read(ArgumentResult result, string name, string text)
    {
        if (text.Split("..") is [var first, var last]
            && int.TryParse(first, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var from) && int.TryParse(last, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var to)
            && from <= to && from >= -Furthest && to <= Furthest)
        {
            return new EventWindow(from, to);
        }

        result.AddError($"{name} '{text}' is not a run of event days; expected the first and the last, such as -1..1.");
        return null;
    }

    private static EventTest[] ReadTests(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        switch (text)
        {
            case "all":
                return [.. EventTests.All];
            case "without-bootstrap":
                return [.. EventTests.WithoutBootstrap];
        }

        string[] names = [.. text.Split(',', StringSplitOptions.TrimEntries)];
        foreach (var wrong in names.Where(name => EventStudyNames.Tests.All(known => known.Name != name)))
        {
            var near = NearestName.Of(wrong, EventStudyNames.Tests.Select(known => known.Name));
            result.AddError($"--tests '{wrong}' is not a test; expected all, without-bootstrap, or some of {string.Join(", ", EventStudyNames.Tests.Select(known => known.Name))}.{(near is null ? "" : $" Did you mean '{near}'?")}");
        }

        return [.. EventStudyNames.Tests.Where(known => names.Contains(known.Name)).Select(known => known.Test)];
    }
}
