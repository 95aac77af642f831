using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>How the months of a calendar-time portfolio are weighed in the regression.</summary>
public enum CalendarTimeWeights
{
    /// <summary>All alike.</summary>
    Equal,

    /// <summary>By the number of securities held: each row times the root of it.</summary>
    Holdings,
}

/// <summary>How calendar-time portfolios are made.</summary>
public sealed record CalendarTimeOptions
{
    /// <summary>Periods that a security is held after its event's period; at least 1. Default 12.</summary>
    public int HoldingPeriods { get; init; } = 12;

    /// <summary>A period with fewer securities than this is left out; at least 1. Default 1.</summary>
    public int FewestSecurities { get; init; } = 1;

    /// <summary>How periods are weighed. Default: all alike.</summary>
    public CalendarTimeWeights Weights { get; init; } = CalendarTimeWeights.Equal;

    /// <summary>Lags of the Newey-West variance; 0, the default, means the ordinary variance.</summary>
    public int NeweyWestLags { get; init; }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(HoldingPeriods, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(FewestSecurities, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(NeweyWestLags);
    }
}

/// <summary>One period of a calendar-time portfolio.</summary>
/// <param name="Period">The period, from 0.</param>
/// <param name="Securities">Securities held.</param>
/// <param name="Return">Their mean return; a fraction.</param>
public readonly record struct PortfolioPeriod(int Period, int Securities, double Return);

/// <summary>A calendar-time portfolio and its regression on the factors.</summary>
/// <param name="Periods">The periods that entered.</param>
/// <param name="Alpha">The constant: the abnormal return a period, with its test.</param>
/// <param name="Slopes">The slopes on the factors.</param>
/// <param name="Problems">What was left out.</param>
public sealed record CalendarTimeResult(ImmutableArray<PortfolioPeriod> Periods, TestValue Alpha, ImmutableArray<double> Slopes, ImmutableArray<Problem> Problems);

/// <summary>Calendar-time portfolios: each period hold, in equal parts, every security with an event in the last periods, and regress what that earned on factors.</summary>
public static class CalendarTime
{
    private static readonly Working Formula = new() { Formula = "mean return of the securities held = alpha + slopes * factors + error; t = alpha / s(alpha)" };

    /// <summary>Makes and tests the portfolio.</summary>
    /// <param name="returns">For each security its return in excess of the riskless one, one number a period; NaN where it has none.</param>
    /// <param name="events">Which security had an event in which period; held from the next period on. Held once even with several events.</param>
    /// <param name="factors">For each factor one number a period; may be empty.</param>
    /// <param name="options">How; the defaults are those of <see cref="CalendarTimeOptions"/>.</param>
    /// <returns>The portfolio, or <see cref="ProblemKind.Undefined"/> when there are not more periods than parameters.</returns>
    /// <remarks>
    /// Sources: Fama, "Market efficiency, long-term returns, and behavioral finance", Journal of Financial Economics 49, 1998; Mitchell and Stafford, "Managerial decisions and long-term stock price
    /// performance", Journal of Business 73, 2000; Newey and West, Econometrica 55, 1987 (with the factor n / (n - K)).
    /// </remarks>
    public static Answer<CalendarTimeResult> Run(
        IReadOnlyList<ReadOnlyMemory<double>> returns, IEnumerable<(int Security, int Period)> events, IReadOnlyList<ReadOnlyMemory<double>> factors, CalendarTimeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(returns);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(factors);
        options ??= new CalendarTimeOptions();
        options.Check();
        var count = returns.Count == 0 ? 0 : returns[0].Length;
        if (returns.Any(row => row.Length != count) || factors.Any(row => row.Length != count))
        {
            throw new ArgumentException("Every return and factor must have one number for each period.", nameof(returns));
        }

        var problems = ImmutableArray.CreateBuilder<Problem>();
        var portfolio = Hold(returns, events, factors, count, options, problems);
        var parameters = factors.Count + 1;
        return portfolio.Count <= parameters
            ? new Problem(ProblemKind.Undefined, $"The portfolio has {portfolio.Count} periods with enough securities; {parameters + 1} are needed for {parameters} parameters.")
            : Regress(portfolio, factors, options, problems.ToImmutable());
    }

    private static List<PortfolioPeriod> Hold(
        IReadOnlyList<ReadOnlyMemory<double>> returns, IEnumerable<(int Security, int Period)> events, IReadOnlyList<ReadOnlyMemory<double>> factors, int count, CalendarTimeOptions options, ImmutableArray<Problem>.Builder problems)
    {
        var held = new SortedSet<int>[count];
        foreach (var (security, period) in events)
        {
            if (security < 0 || security >= returns.Count)
            {
                problems.Add(new Problem(ProblemKind.Invalid, $"There is an event of security {security}; there are {returns.Count} securities, counted from 0."));
                continue;
            }

            for (var t = Math.Max(0, period + 1); t <= period + options.HoldingPeriods && t < count; t++)
            {
                (held[t] ??= []).Add(security);
            }
        }

        var portfolio = new List<PortfolioPeriod>();
        for (var t = 0; t < count; t++)
        {
            double[] own = [.. (held[t] ?? []).Select(security => returns[security].Span[t]).Where(double.IsFinite)];
            if (own.Length == 0)
            {
                continue;
            }

            if (own.Length < options.FewestSecurities || factors.Any(factor => !double.IsFinite(factor.Span[t])))
            {
                problems.Add(new Problem(ProblemKind.NoData, own.Length < options.FewestSecurities ? $"Period {t} holds {own.Length} securities; {options.FewestSecurities} are needed." : $"Period {t} lacks a factor."));
                continue;
            }

            portfolio.Add(new PortfolioPeriod(t, own.Length, own.Sum() / own.Length));
        }

        return portfolio;
    }

    private static Answer<CalendarTimeResult> Regress(List<PortfolioPeriod> portfolio, IReadOnlyList<ReadOnlyMemory<double>> factors, CalendarTimeOptions options, ImmutableArray<Problem> problems)
    {
        var (rows, parameters) = (portfolio.Count, factors.Count + 1);
        var columns = new double[rows * (parameters + 1)];
        for (var row = 0; row < rows; row++)
        {
            var root = options.Weights == CalendarTimeWeights.Holdings ? Math.Sqrt(portfolio[row].Securities) : 1;
            columns[row] = root;
            for (var k = 1; k < parameters; k++)
            {
                columns[(k * rows) + row] = root * factors[k - 1].Span[portfolio[row].Period];
            }

            columns[(parameters * rows) + row] = root * portfolio[row].Return;
        }

        var design = columns.ToArray();
        var (triangle, coefficients) = (new double[parameters * parameters], new double[parameters]);
        if (!LeastSquares.Fit(columns, rows, triangle, coefficients))
        {
            return new Problem(ProblemKind.Undefined, "The factors are constant over the portfolio's periods, or one follows from the others.");
        }

        // The weight of each row in alpha: the first row of (X'X)^-1 X'.
        var unit = new double[parameters];
        unit[0] = 1;
        var (z, x) = (new double[parameters], new double[parameters]);
        LeastSquares.Leverage(triangle, unit, z);
        var weights = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            for (var k = 0; k < parameters; k++)
            {
                x[k] = design[(k * rows) + row];
            }

            var own = new double[parameters];
            LeastSquares.Leverage(triangle, x, own);
            weights[row] = Dots.Dot(z, own);
        }

        var residuals = columns.AsSpan(parameters * rows, rows);
        var freedom = rows - parameters;
        var variance = options.NeweyWestLags == 0 ? Dots.Dot(residuals, residuals) / freedom * Dots.Dot(z, z) : NeweyWest(weights, residuals, options.NeweyWestLags) * rows / freedom;
        var test = TestRatio.Of(coefficients[0], Math.Sqrt(Math.Max(0, variance)), NullLaw.StudentT(freedom), rows, Formula);
        return test.Map(alpha => new CalendarTimeResult([.. portfolio], alpha, [.. coefficients[1..]], problems));
    }

    private static double NeweyWest(double[] weights, ReadOnlySpan<double> residuals, int lags)
    {
        var sum = 0.0;
        for (var lag = 0; lag <= lags && lag < weights.Length; lag++)
        {
            var products = 0.0;
            for (var row = lag; row < weights.Length; row++)
            {
                products += weights[row] * residuals[row] * weights[row - lag] * residuals[row - lag];
            }

            sum += (lag == 0 ? 1 : 2 * (1 - (lag / (lags + 1.0)))) * products;
        }

        return sum;
    }
}
