using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>Calculates an index from its rulebook and a data package: members, corporate actions, share counts and rates are the package's, what they do is the rulebook's.</summary>
/// <remarks>docs/methodology/index-level.md tells how, and docs/methodology/corporate-actions.md what each action does.</remarks>
public static class RulebookCalculation
{
    /// <summary>The basis of a calculation from units that the package publishes.</summary>
    public const string FromPublishedUnits = "units as published in constituents";

    /// <summary>The basis of a calculation from reviews.</summary>
    public const string FromReviews = "reviews by the rulebook";

    /// <summary>Calculates the levels of a span.</summary>
    /// <param name="market">The package.</param>
    /// <param name="rulebook">The rules.</param>
    /// <param name="span">The span, both ends included: the sessions in it of the rulebook's exchange. The first is the base day.</param>
    /// <param name="options">In which currency, and whether published units are used.</param>
    /// <param name="progress">Takes the sessions done, and of how many; null to stay silent.</param>
    /// <returns>
    /// The whole span, or the first problem met and no level at all. <see cref="ProblemKind.NoData"/>: a member without an as-traded close or a rate (the day and all such members are named), no session in the span.
    /// <see cref="ProblemKind.Invalid"/>: a span before the base date or the first version, an action without its number, published spans that overlap. <see cref="ProblemKind.Basis"/>: closes that are not as traded.
    /// </returns>
    /// <remarks>
    /// The base level is the rulebook's on its base date, otherwise the package's official level of the day, otherwise 1000; from published units it is Σ units × close / divisor. A last close stands in for
    /// a member that is suspended by an action, whose own exchange is closed on the day, or that was handed out and has not traded yet; for no other.
    /// </remarks>
    public static Answer<IndexCalculation> Run(Market market, Rulebook rulebook, DateSpan span, CalculationOptions options, Action<int, int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(span);
        ArgumentNullException.ThrowIfNull(options);
        var calendar = market.Calendar(rulebook.Exchange);
        var days = Enumerable.Range(0, span.Days).Select(span.First.AddDays).Where(calendar.IsSession).ToImmutableArray();
        if (days.IsEmpty)
        {
            return new Problem(ProblemKind.NoData, $"{span} has no session of {rulebook.Exchange}; expected a span with at least one.");
        }

        var run = new CalculationRun(market, rulebook, days, options.Currency ?? rulebook.Currency, progress);
        if (FaultOf(run) is { } fault)
        {
            return fault;
        }

        if (options.FromRules)
        {
            return ReviewedMembers.Calculate(run);
        }

        var published = PublishedMembers.Find(run);
        return published.HasValue
            ? published.Value is { } index ? PublishedMembers.Calculate(run, index) : ReviewedMembers.Calculate(run)
            : published.Problem;
    }

    private static Problem? FaultOf(CalculationRun run)
    {
        var (rulebook, first) = (run.Rulebook, run.First);
        var source = rulebook.File.Length > 0 ? rulebook.File : null;
        if (first < rulebook.BaseDate)
        {
            return new Problem(ProblemKind.Invalid, $"The span begins on {first:yyyy-MM-dd}; {rulebook.Id} begins on its base date, {rulebook.BaseDate:yyyy-MM-dd}.", source);
        }

        if (rulebook.VersionOn(first) is not { } version)
        {
            return new Problem(ProblemKind.Invalid, $"The span begins on {first:yyyy-MM-dd}; the first version of the rules of {rulebook.Id} is of {rulebook.Versions[0].From:yyyy-MM-dd}.", source);
        }

        var later = rulebook.Versions.FirstOrDefault(other => other.From > first && other.From <= run.Days[^1] && HoldingOf(other) != HoldingOf(version));
        return later is null ? null : new Problem(
            ProblemKind.Invalid,
            $"The rules of {rulebook.Id} change from {HoldingOf(version)} to {HoldingOf(later)} on {later.From:yyyy-MM-dd}, so that holdings follow their companies in another way; calculate the spans before and from that day by themselves.",
            source);
    }

    /// <summary>What becomes of a holding in a corporate action: what the rules say, otherwise what the weighting asks.</summary>
    /// <param name="version">The rules.</param>
    internal static HoldingRule HoldingOf(RulebookVersion version) => version.Actions.Holding ?? version.Weighting switch
    {
        Weighting.MarketValue => HoldingRule.FollowShares,
        Weighting.Price => HoldingRule.KeepUnits,
        _ => HoldingRule.KeepWeight,
    };
}
