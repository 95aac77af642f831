namespace Touchstone.Studies;

/// <summary>The abnormal return of one event over a day or window, with its forecast variance.</summary>
/// <param name="Window">The days.</param>
/// <param name="Days">Days of the window that it has.</param>
/// <param name="Value">The sum of its abnormal returns over those days; a fraction.</param>
/// <param name="ForecastFactor">The forecast variance over the variance of a residual: days + (1'X)(X'X)^-1(X'1), exact for the least-squares models.</param>
/// <param name="StandardError">The residuals' deviation times the root of the forecast factor.</param>
/// <param name="Law">Student's t with the fit's degrees of freedom.</param>
/// <param name="PValue">Of the standardised value, both tails.</param>
public readonly record struct AbnormalReturn(EventWindow Window, int Days, double Value, double ForecastFactor, double StandardError, NullLaw Law, double PValue)
{
    /// <summary>The value over its standard error.</summary>
    public double Standardised => Value / StandardError;

    internal static Working Working { get; } = new()
    {
        Formula = "sum of (return - expected return); variance = residual variance * (days + (1'X)(X'X)^-1(X'1))",
    };
}
