using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>One event: the model fitted to its estimation window, and its abnormal returns with the variance of each.</summary>
public sealed class EventOutcome
{
    private readonly EventFit _fit;

    internal EventOutcome(EventFit fit) => _fit = fit;

    /// <summary>The event.</summary>
    public EventKey Event => _fit.Source.Event;

    /// <summary>Its group, or null.</summary>
    public string? Group => _fit.Source.Group;

    /// <summary>Estimation days that entered.</summary>
    public int EstimationDays => _fit.Used;

    /// <summary>Estimation days less parameters.</summary>
    public int DegreesOfFreedom => _fit.Freedom;

    /// <summary>The model's parameters in its own order: constant, then slopes (the market's first); for the models that fit nothing, empty.</summary>
    public ImmutableArray<double> Coefficients => [.. _fit.Coefficients];

    /// <summary>The standard deviation of a one-day residual: the root of the squared residuals' sum over the degrees of freedom.</summary>
    public double Deviation => _fit.Deviation;

    /// <summary>The slope on the market: 1 for market-adjusted returns, the sum of slopes for Dimson, null where the model has no market.</summary>
    public double? MarketSlope => _fit.MarketSlope;

    /// <summary>The GARCH parameters (constant, weight of the last square, weight of the last variance), or null for other models.</summary>
    public GarchParameters? Garch => _fit.Garch;

    /// <summary>The date of an event day by the security's exchange; null outside the event window, and where the panel names no dates.</summary>
    /// <param name="day">The day, in sessions from the event.</param>
    public DateOnly? DateOf(int day) => _fit.Source.DayNumbers.IsEmpty || day < _fit.Window.First || day > _fit.Window.Last
        ? null
        : DateOnly.FromDayNumber(_fit.Source.DayNumbers.Span[^_fit.Window.Days..][day - _fit.Window.First]);

    /// <summary>The return of the security on an event day, a fraction; null where it has none.</summary>
    /// <param name="day">The day, in sessions from the event; inside the event window.</param>
    public double? ReturnOn(int day) => Number(_fit.Source.Returns.Span, day);

    /// <summary>The return of a factor on an event day, a fraction; null where it has none.</summary>
    /// <param name="day">The day, in sessions from the event; inside the event window.</param>
    /// <param name="factor">The factor; 0 is the market.</param>
    public double? FactorOn(int day, int factor = 0) => factor < _fit.Source.Factors.Length ? Number(_fit.Source.Factors[factor].Span, day) : null;

    /// <summary>The event days that have an abnormal return, in order.</summary>
    public ImmutableArray<AbnormalReturn> Days => [.. Enumerable.Range(_fit.Window.First, _fit.Window.Days).Where(day => _fit.Has(day)).Select(day => _fit.Over(EventWindow.Day(day))!.Value)];

    /// <summary>The cumulative abnormal return over the days of a window that it has; <see cref="ProblemKind.NoData"/> when it has none of them.</summary>
    /// <param name="window">The window; inside the study's event window.</param>
    public Answer<AbnormalReturn> Over(EventWindow window)
    {
        if (!_fit.Window.Contains(window))
        {
            return new Problem(ProblemKind.Invalid, $"The window {window} is not inside the event window {_fit.Window}.");
        }

        return _fit.Over(window) is { } found
            ? Answer<AbnormalReturn>.Of(found, AbnormalReturn.Working)
            : new Problem(ProblemKind.NoData, $"{Event} has no return on the days {window}.");
    }

    private double? Number(ReadOnlySpan<double> column, int day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, _fit.Window.First);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, _fit.Window.Last);
        return column[^_fit.Window.Days..][day - _fit.Window.First] is var value && double.IsNaN(value) ? null : value;
    }
}
