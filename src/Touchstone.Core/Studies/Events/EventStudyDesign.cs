using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Studies;

/// <summary>Something that happened to a security.</summary>
/// <param name="Security">The security.</param>
/// <param name="Date">The day it happened. When the security's exchange was closed, its next session is day 0 and a remark says so.</param>
/// <param name="Name">A short name, to tell two events of one security and day apart; may be empty.</param>
/// <param name="Group">The group it is counted in besides the whole sample, or null.</param>
public sealed record StudyEvent(InstrumentId Security, DateOnly Date, string Name = "", string? Group = null);

/// <summary>What is studied around the events.</summary>
public enum StudyVariable
{
    /// <summary>ln(close / close before): sums over a window are the window's return.</summary>
    LogReturn,

    /// <summary>close / close before - 1: what a portfolio of equal parts earns.</summary>
    SimpleReturn,

    /// <summary>ln(1 + shares traded), in the terms of today's shares.</summary>
    Volume,

    /// <summary>ln(1 + money traded).</summary>
    Turnover,
}

/// <summary>What happens to events of one security that come close together.</summary>
public enum OverlapRule
{
    /// <summary>They all count; remarks list them.</summary>
    Keep,

    /// <summary>They all count, but days in the event window of another are taken out of an event's estimation window.</summary>
    Blank,

    /// <summary>An event whose event window overlaps that of an earlier one is left out.</summary>
    LeaveOut,
}

/// <summary>An event study of securities in a market: which events, against what, over which days.</summary>
public sealed record EventStudyDesign
{
    /// <summary>The events; any number for one security, in any order.</summary>
    public required ImmutableArray<StudyEvent> Events { get; init; }

    /// <summary>The market that returns are compared with, of any exchange; null only for a mean-adjusted study.</summary>
    public InstrumentId? Benchmark { get; init; }

    /// <summary>Instruments whose returns are more factors, of any exchange and taken over the same days as the benchmark's; after the market.</summary>
    public ImmutableArray<InstrumentId> FactorInstruments { get; init; } = [];

    /// <summary>More factors after those: one return a day, on the days of the security's exchange.</summary>
    public ImmutableArray<DailySeries> Factors { get; init; } = [];

    /// <summary>The riskless return a day, taken off security and benchmark; null for none.</summary>
    public DailySeries? Riskless { get; init; }

    /// <summary>Sessions of the estimation window. Default 250; at least 3.</summary>
    public int EstimationDays { get; init; } = 250;

    /// <summary>Sessions between estimation window and event window. Default 0.</summary>
    public int Gap { get; init; }

    /// <summary>The event window in sessions from the event. Default [-10,10].</summary>
    public EventWindow Window { get; init; } = new(-10, 10);

    /// <summary>What is studied. Default: log returns.</summary>
    public StudyVariable Variable { get; init; } = StudyVariable.LogReturn;

    /// <summary>
    /// Whether a return after days without a price runs from the last price before them, beside the market's over the same days (for thin trading).
    /// Otherwise it is missing, as the days before it are. Default false.
    /// </summary>
    public bool TradeToTrade { get; init; }

    /// <summary>What happens to events of one security that come close together. Default: they count, with remarks.</summary>
    public OverlapRule Overlaps { get; init; } = OverlapRule.Keep;

    /// <summary>One event of the package for each of several securities.</summary>
    /// <param name="item">The event: its day is that of every security, moved to the next session where an exchange was closed.</param>
    /// <param name="securities">The securities.</param>
    /// <param name="benchmark">The market, or null.</param>
    public static EventStudyDesign Of(MarketEvent item, IEnumerable<InstrumentId> securities, InstrumentId? benchmark)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(securities);
        return new EventStudyDesign { Events = [.. securities.Select(security => new StudyEvent(security, item.Date, item.Id))], Benchmark = benchmark };
    }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(EstimationDays, 3);
        ArgumentOutOfRangeException.ThrowIfNegative(Gap);
        if (Events.IsDefault || Factors.IsDefault || FactorInstruments.IsDefault || !Enum.IsDefined(Variable) || !Enum.IsDefined(Overlaps))
        {
            throw new ArgumentException("The design names a variable or rule that does not exist, or has no list of events.");
        }
    }
}
