using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>How a panel is studied.</summary>
public sealed record EventStudyOptions
{
    /// <summary>What returns are compared with. Default: the market model.</summary>
    public ReturnModel Model { get; init; } = ReturnModel.MarketModel;

    /// <summary>Lags of the market in Dimson's model; zero or more. Default 1.</summary>
    public int MarketLags { get; init; } = 1;

    /// <summary>Leads of the market in Dimson's model; zero or more. Default 1.</summary>
    public int MarketLeads { get; init; } = 1;

    /// <summary>The windows tested besides every single day; inside the panel's event window. Empty means the whole event window.</summary>
    public ImmutableArray<EventWindow> Windows { get; init; } = [];

    /// <summary>The tests. Default: all that need no simulation.</summary>
    public ImmutableArray<EventTest> Tests { get; init; } = EventTests.WithoutBootstrap;

    /// <summary>Which residuals belong together in the correlation between events. Default: those of the same calendar day.</summary>
    public ResidualDays Correlation { get; init; } = ResidualDays.CalendarDate;

    /// <summary>An event with fewer estimation days than this is left out. Default 30; at least 3.</summary>
    public int MinimumEstimationDays { get; init; } = 30;

    /// <summary>What happens to an event that lacks days of its event window. Default: it counts with those it has.</summary>
    public MissingEventDays Missing { get; init; } = MissingEventDays.UseAvailable;

    /// <summary>Replicates of each bootstrap. Default 1,999; at least 99.</summary>
    public int Replicates { get; init; } = 1999;

    /// <summary>The seed of the bootstraps. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads at most; 0 means one for each processor. Results do not depend on it.</summary>
    public int MaximumThreads { get; init; }

    internal ParallelOptions Threads => new() { MaxDegreeOfParallelism = MaximumThreads == 0 ? -1 : MaximumThreads };

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(MarketLags);
        ArgumentOutOfRangeException.ThrowIfNegative(MarketLeads);
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumEstimationDays, 3);
        ArgumentOutOfRangeException.ThrowIfLessThan(Replicates, 99);
        ArgumentOutOfRangeException.ThrowIfNegative(MaximumThreads);
        if (!Enum.IsDefined(Model) || !Enum.IsDefined(Correlation) || !Enum.IsDefined(Missing) || Tests.IsDefault || Windows.IsDefault || Tests.Any(test => !Enum.IsDefined(test)))
        {
            throw new ArgumentException("The options name a model, test or rule that does not exist.");
        }
    }
}
