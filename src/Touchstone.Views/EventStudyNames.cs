using System.Collections.Immutable;
using Touchstone.Studies;

namespace Touchstone.Views;

/// <summary>The words for models, tests and adjustments of event studies on the command line, in text and in JSON.</summary>
internal static class EventStudyNames
{
    /// <summary>A model and whether returns run from trade to trade, by name.</summary>
    public static ImmutableArray<(string Name, ReturnModel Model, bool TradeToTrade)> Models { get; } =
    [
        ("market", ReturnModel.MarketModel, false),
        ("mean-adjusted", ReturnModel.MeanAdjusted, false),
        ("market-adjusted", ReturnModel.MarketAdjusted, false),
        ("factors", ReturnModel.MultiFactor, false),
        ("scholes-williams", ReturnModel.ScholesWilliams, false),
        ("dimson", ReturnModel.Dimson, false),
        ("garch", ReturnModel.Garch, false),
        ("trade-to-trade", ReturnModel.MarketModel, true),
    ];

    /// <summary>Adjustments by name.</summary>
    public static ImmutableArray<(string Name, Adjustment Adjustment)> Adjustments { get; } =
    [
        ("holm", Adjustment.Holm),
        ("bonferroni", Adjustment.Bonferroni),
        ("bh", Adjustment.BenjaminiHochberg),
        ("by", Adjustment.BenjaminiYekutieli),
    ];

    /// <summary>Tests by name, in the order of the library.</summary>
    public static ImmutableArray<(string Name, EventTest Test)> Tests { get; } = [.. EventTests.All.Select(test => (Of(test), test))];

    /// <summary>What tables of days show, best first: tests that stand one date common to all events before those that do not.</summary>
    public static ImmutableArray<EventTest> Main { get; } =
        [EventTest.AdjustedBoehmerMusumeciPoulsen, EventTest.CorradoRank, EventTest.BrownWarnerCrudeDependence, EventTest.GeneralisedSign, EventTest.CrossSectional];

    /// <summary>The name of a test: <c>adjusted-bmp</c>, <c>crude-dependence</c>.</summary>
    /// <param name="test">The test.</param>
    public static string Of(EventTest test) => test switch
    {
        EventTest.BrownWarnerIndependence => "independence",
        EventTest.BrownWarnerCrudeDependence => "crude-dependence",
        EventTest.BoehmerMusumeciPoulsen => "bmp",
        EventTest.AdjustedBoehmerMusumeciPoulsen => "adjusted-bmp",
        _ => Kebab(test.ToString()),
    };

    /// <summary>The name of an adjustment.</summary>
    /// <param name="adjustment">The adjustment.</param>
    public static string Of(Adjustment adjustment) => Adjustments.First(item => item.Adjustment == adjustment).Name;

    /// <summary>The name of a variable: <c>log-return</c>.</summary>
    /// <param name="variable">The variable.</param>
    public static string Of(StudyVariable variable) => Kebab(variable.ToString());

    private static string Kebab(string name) => string.Concat(name.Select((c, i) => char.IsAsciiLetterUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
