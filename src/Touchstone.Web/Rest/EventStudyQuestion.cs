using System.Collections.Immutable;
using System.Globalization;
using Touchstone.Data;
using Touchstone.Studies;

namespace Touchstone.Web.Rest;

/// <summary>An event study as addresses ask for it. Names of files mean nothing here.</summary>
internal static class EventStudyQuestion
{
    private const int Furthest = 100_000;

    /// <summary>What may be asked.</summary>
    public static ImmutableArray<Ask> Asks { get; } =
    [
        new("events", "Events of the package by id, separated by commas.") { Required = true, Example = "chartroom" },
        new("securities", "Ids separated by commas, or the members of an index on the event's day, such as @HARBT; by default those that the events name.") { Example = "@HARBT" },
        new("market", "The index that returns are compared with; only a mean-adjusted study needs none.") { Example = "HARB" },
        new("factors", "Factors besides the market: ids separated by commas. Implies the model factors."),
        new("estimation", "Sessions that the model is fitted to.", AskKind.Whole) { Usual = "250", Least = 3, Most = Furthest },
        new("gap", "Sessions between those and the event window.", AskKind.Whole) { Usual = "0", Most = Furthest },
        new("window", "The event days, in sessions from the event, both ends included.") { Usual = "-10..10" },
        new("windows", "The windows that are tested, separated by commas; by default the whole event window.") { Example = "0..0,-1..1" },
        new("model", "What was to be expected.", AskKind.Choice) { Words = [.. EventStudyNames.Models.Select(item => item.Name)], Usual = "market" },
        new("tests", "all, without-bootstrap, or some, separated by commas.", AskKind.Choices) { Words = ["all", "without-bootstrap", .. EventStudyNames.Tests.Select(item => item.Name)], Usual = "without-bootstrap" },
        new("returns", "Which returns.", AskKind.Choice) { Words = ["log", "simple"], Usual = "log" },
        new("variable", "What is studied.", AskKind.Choice) { Words = ["return", "volume", "turnover"], Usual = "return" },
        new("replicates", "Replicates of each bootstrap.", AskKind.Whole) { Usual = "1999", Least = 99, Most = 20_000 },
        new("seed", "The seed of the bootstraps: the same one gives the same numbers.", AskKind.Whole) { Usual = "1" },
        new("adjust", "Raise p-values for the number of days, windows and events.", AskKind.Choice) { Words = [.. EventStudyNames.Adjustments.Select(item => item.Name)] },
    ];

    /// <summary>Runs a study.</summary>
    /// <param name="market">The package.</param>
    /// <param name="asked">What was asked, of <see cref="Asks"/>.</param>
    /// <param name="progress">Takes how much is done, and of how much.</param>
    /// <returns>The study with its answer; or null and why it was not run.</returns>
    public static (EventStudyRun? Run, Problem? Problem) Run(Market market, Asked asked, Action<int, int> progress)
    {
        var securities = asked.Text("securities") is { } text ? StudySecurities.Read(market, text) : null;
        if (securities is { Value: null })
        {
            return (null, securities.Problems[0]);
        }

        var events = StudyEvents.Read(market, asked.Text("events")!, securities?.Value);
        var factors = asked.Text("factors") is { } names ? StudyFactors.Read(market, names) : new(new StudyFactors([], [], []), []);
        var window = WindowOf(asked.Text("window")!);
        EventWindow?[] windows = [.. asked.List("windows").Select(WindowOf)];
        var name = asked.Text("factors") is null ? asked.Text("model")! : "factors";
        var model = EventStudyNames.Models.First(item => item.Name == name);
        if (Fault(asked, events, factors, window, windows, model.Model) is { } fault)
        {
            return (null, fault);
        }

        InstrumentId? benchmark = null;
        if (model.Model != ReturnModel.MeanAdjusted && asked.Text("market") is { } index)
        {
            var found = StudySecurities.Find(market, index);
            if (!found.HasValue)
            {
                return (null, found.Problem);
            }

            benchmark = found.Value;
        }

        var design = new EventStudyDesign
        {
            Events = events.Value!.Events,
            Benchmark = benchmark,
            FactorInstruments = factors.Value!.Instruments,
            Factors = factors.Value.Series,
            EstimationDays = asked.Whole("estimation")!.Value,
            Gap = asked.Whole("gap")!.Value,
            Window = window!.Value,
            TradeToTrade = model.TradeToTrade,
            Variable = (asked.Text("variable"), asked.Text("returns")) switch
            {
                ("volume", _) => StudyVariable.Volume,
                ("turnover", _) => StudyVariable.Turnover,
                (_, "simple") => StudyVariable.SimpleReturn,
                _ => StudyVariable.LogReturn,
            },
        };
        var options = new EventStudyOptions
        {
            Model = model.Model,
            Windows = [.. windows.OfType<EventWindow>().Distinct()],
            Tests = TestsOf(asked.List("tests")),
            MinimumEstimationDays = Math.Min(new EventStudyOptions().MinimumEstimationDays, design.EstimationDays),
            Replicates = asked.Whole("replicates")!.Value,
            Seed = (ulong)asked.Whole("seed")!.Value,
        };
        Adjustment? adjustment = asked.Text("adjust") is { } adjust ? EventStudyNames.Adjustments.First(item => item.Name == adjust).Adjustment : null;
        return (new EventStudyRun(market, design, options, name, factors.Value.Names, events.Value.Notes, adjustment, EventStudy.Run(market, design, options, progress)), null);
    }

    private static Problem? Fault(Asked asked, Loaded<StudyEvents?> events, Loaded<StudyFactors?> factors, EventWindow? window, EventWindow?[] windows, ReturnModel model)
    {
        if (events.Value is null || factors.Value is null)
        {
            return events.Problems.Concat(factors.Problems).First();
        }

        var said = window is null ? $"The window '{asked.Text("window")}' is not a run of event days; expected the first and the last, such as -1..1."
            : windows.Contains(null) ? $"The windows '{asked.Text("windows")}' are not runs of event days; expected the first and the last of each, such as 0..0,-1..1."
            : windows.FirstOrDefault(inner => !window.Value.Contains(inner!.Value)) is { } outside ? $"The window {outside.First}..{outside.Last} is not inside the event window {window.Value.First}..{window.Value.Last}."
            : asked.Text("market") is null && asked.Text("factors") is null && model != ReturnModel.MeanAdjusted ? $"The market is missing, which the model '{asked.Text("model")}' needs; expected the id of an index."
            : null;
        return said is null ? null : new Problem(ProblemKind.Invalid, said);
    }

    private static ImmutableArray<EventTest> TestsOf(string[] names) => names.Contains("all") ? EventTests.All
        : names.Contains("without-bootstrap") ? EventTests.WithoutBootstrap
        : [.. EventStudyNames.Tests.Where(item => names.Contains(item.Name)).Select(item => item.Test)];

    private static EventWindow? WindowOf(string text) => text.Split("..") is [var first, var last]
        && int.TryParse(first, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var from) && int.TryParse(last, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var to)
        && from <= to && from >= -Furthest && to <= Furthest
        ? new EventWindow(from, to)
        : null;
}
