namespace Touchstone.Studies;

/// <summary>Fits a model to one event: estimation window in, abnormal returns and their variances out.</summary>
internal static class ModelFit
{
    /// <summary>Residuals smaller than this share of the returns are rounding, not risk.</summary>
    private const double NoRisk = 1e-12;

    /// <summary>The fit, or the reason why there is none.</summary>
    public static EventFit? Fit(EventPanel panel, EventReturns source, EventStudyOptions options, FitWorkspace workspace, out Problem? problem)
    {
        var design = new ModelDesign(options, source.Factors.Length);
        problem = FitFaults.Of(panel, source, design, options);
        if (problem is not null)
        {
            return null;
        }

        var positions = Present(panel, source, design, workspace);
        var freedom = positions.Length - Math.Max(design.Parameters, options.Model == ReturnModel.MarketAdjusted ? 1 : 0);
        var least = Math.Max(options.MinimumEstimationDays, design.Parameters + 1);
        if (positions.Length < least)
        {
            problem = new Problem(ProblemKind.Undefined, $"{source.Event} has {positions.Length} of {panel.EstimationDays} estimation days with all numbers; {least} are needed.");
            return null;
        }

        var rows = positions.Length;
        var columns = workspace.Columns(rows, design.Parameters + 1);
        Fill(source, design, positions, columns, options.Model == ReturnModel.MarketAdjusted);
        var observed = columns[(rows * design.Parameters)..];
        var scale = Math.Sqrt(Dots.Dot(observed, observed) / rows);
        var mean = Dots.Sum(observed) / rows;
        var triangle = new double[design.Parameters * design.Parameters];
        var coefficients = new double[design.Parameters];
        if (design.Parameters > 0 && !LeastSquares.Fit(columns, rows, triangle, coefficients))
        {
            problem = new Problem(ProblemKind.Undefined, $"The factors of {source.Event} are constant in the estimation window, or one follows from the others: no model can be fitted.");
            return null;
        }

        if (design.Parameters == 1 && source.Spans.IsEmpty)
        {
            // The same number, but exact where the sum is: a return equal to the mean is then neither above nor below it.
            coefficients[0] = mean;
        }

        if (design.Parameters > 0)
        {
            Residuals(source, design, positions, coefficients, observed);
        }

        double? slope = design.Factors == 0 ? null : options.Model == ReturnModel.MarketAdjusted ? 1 : options.Model == ReturnModel.Dimson ? coefficients.Skip(1).Sum() : coefficients[1];
        if (options.Model == ReturnModel.ScholesWilliams)
        {
            if (!ScholesWilliams.Fit(panel, source, positions, coefficients, observed))
            {
                problem = new Problem(ProblemKind.Undefined, $"The market of {source.Event} gives no slope by Scholes and Williams: its returns are constant, or follow each other with a correlation near -1/2.");
                return null;
            }

            slope = coefficients[1];
        }

        var variance = SquaredResiduals(observed, options.Model) / freedom;
        if (!(Math.Sqrt(variance) > NoRisk * scale))
        {
            problem = new Problem(ProblemKind.Undefined, $"The returns of {source.Event} are constant in the estimation window, or explained without remainder: nothing can be standardised.");
            return null;
        }

        var multiples = new double[panel.Window.Days];
        for (var day = 0; day < multiples.Length; day++)
        {
            multiples[day] = Span(source, panel.EstimationDays + day);
        }

        GarchParameters? garch = null;
        if (options.Model == ReturnModel.Garch)
        {
            garch = Garch.Fit(panel, source, positions, coefficients, observed, triangle, multiples, ref variance);
            slope = coefficients[1];
        }

        var residuals = new double[panel.EstimationDays];
        Array.Fill(residuals, double.NaN);
        for (var row = 0; row < rows; row++)
        {
            residuals[positions[row]] = observed[row];
        }

        var fit = new EventFit
        {
            Source = source,
            Window = panel.Window,
            Used = rows,
            Freedom = freedom,
            Coefficients = coefficients,
            Deviation = Math.Sqrt(variance),
            Residuals = residuals,
            ResidualDeviation = SampleColumn.Moments(observed).Deviation,
            Abnormal = new double[panel.Window.Days],
            Multiples = multiples,
            Leverages = new double[panel.Window.Days * design.Parameters],
            MarketSlope = slope,
            Garch = garch,
        };
        Forecast(panel, source, design, options.Model, triangle, fit);
        problem = FitFaults.OfEventDays(panel, fit, options);
        return problem is null || problem.Kind == ProblemKind.Quality ? fit : null;
    }

    private static int Span(EventReturns source, int position) => source.Spans.IsEmpty ? 1 : source.Spans.Span[position];

    /// <summary>The estimation days that have a return and every number that explains it.</summary>
    private static Span<int> Present(EventPanel panel, EventReturns source, ModelDesign design, FitWorkspace workspace)
    {
        var positions = workspace.Positions(panel.EstimationDays);
        var returns = source.Returns.Span;
        var (lags, leads) = design.Reach;
        var count = 0;
        for (var position = lags; position < panel.EstimationDays - leads; position++)
        {
            if (!double.IsNaN(returns[position]))
            {
                positions[count++] = position;
            }
        }

        if (design.Parameters == 0)
        {
            return Keep(positions[..count], source.Factors[0].Span, 0);
        }

        var kept = positions[..count];
        for (var parameter = 1; parameter < design.Parameters; parameter++)
        {
            var factor = design.Estimation(source, parameter, out var shift);
            kept = Keep(kept, factor, shift);
        }

        return kept;
    }

    /// <summary>The positions at which a factor has a number.</summary>
    private static Span<int> Keep(Span<int> positions, ReadOnlySpan<double> factor, int shift)
    {
        var count = 0;
        foreach (var position in positions)
        {
            if (!double.IsNaN(factor[position + shift]))
            {
                positions[count++] = position;
            }
        }

        return positions[..count];
    }

    /// <summary>Writes the columns, every row over the root of its span.</summary>
    private static void Fill(EventReturns source, ModelDesign design, ReadOnlySpan<int> positions, Span<double> columns, bool isMarketAdjusted)
    {
        var rows = positions.Length;
        for (var parameter = 0; parameter < design.Parameters; parameter++)
        {
            var column = columns.Slice(parameter * rows, rows);
            if (parameter == 0)
            {
                column.Fill(1);
                continue;
            }

            var factor = design.Estimation(source, parameter, out var shift);
            for (var row = 0; row < rows; row++)
            {
                column[row] = factor[positions[row] + shift];
            }
        }

        var observed = columns.Slice(design.Parameters * rows, rows);
        var returns = source.Returns.Span;
        for (var row = 0; row < rows; row++)
        {
            observed[row] = returns[positions[row]];
        }

        if (isMarketAdjusted)
        {
            var market = source.Factors[0].Span;
            for (var row = 0; row < rows; row++)
            {
                observed[row] -= market[positions[row]];
            }
        }

        if (!source.Spans.IsEmpty)
        {
            Weigh(source, positions, columns, design.Parameters > 0);
        }
    }

    /// <summary>
    /// Residuals by the same arithmetic as abnormal returns, so that two days with the same numbers tie exactly wherever they lie: days without a trade are many, and
    /// ranks would tell them apart by rounding.
    /// </summary>
    private static void Residuals(EventReturns source, ModelDesign design, ReadOnlySpan<int> positions, ReadOnlySpan<double> coefficients, Span<double> residuals)
    {
        if (source.Spans.IsEmpty)
        {
            residuals.Fill(coefficients[0]);
        }
        else
        {
            for (var row = 0; row < residuals.Length; row++)
            {
                residuals[row] = Span(source, positions[row]) * coefficients[0];
            }
        }

        for (var parameter = 1; parameter < coefficients.Length; parameter++)
        {
            var factor = design.Estimation(source, parameter, out var shift);
            for (var row = 0; row < residuals.Length; row++)
            {
                residuals[row] += factor[positions[row] + shift] * coefficients[parameter];
            }
        }

        var returns = source.Returns.Span;
        for (var row = 0; row < residuals.Length; row++)
        {
            residuals[row] = (returns[positions[row]] - residuals[row]) / Math.Sqrt(Span(source, positions[row]));
        }
    }

    /// <summary>A return over n sessions has n times the constant and n times the variance: the constant column becomes n, then every row goes over the root of n.</summary>
    private static void Weigh(EventReturns source, ReadOnlySpan<int> positions, Span<double> columns, bool hasConstant)
    {
        var rows = positions.Length;
        var spans = source.Spans.Span;
        for (var at = 0; at < columns.Length; at++)
        {
            var root = Math.Sqrt(spans[positions[at % rows]]);
            columns[at] = hasConstant && at < rows ? root : columns[at] / root;
        }
    }

    /// <summary>Market-adjusted residuals have a mean of their own, which is taken out; the others have none.</summary>
    private static double SquaredResiduals(ReadOnlySpan<double> residuals, ReturnModel model)
    {
        var squares = Dots.Dot(residuals, residuals);
        if (model != ReturnModel.MarketAdjusted)
        {
            return squares;
        }

        var mean = Dots.Sum(residuals) / residuals.Length;
        var sum = 0.0;
        foreach (var residual in residuals)
        {
            sum += (residual - mean) * (residual - mean);
        }

        return sum;
    }

    private static void Forecast(EventPanel panel, EventReturns source, ModelDesign design, ReturnModel model, double[] triangle, EventFit fit)
    {
        var returns = source.Returns.Span;
        var parameters = design.Parameters;
        Span<double> x = stackalloc double[parameters];
        for (var day = 0; day < fit.Abnormal.Length; day++)
        {
            var position = panel.EstimationDays + day;
            var expected = model == ReturnModel.MarketAdjusted ? source.Factors[0].Span[position] : 0;
            for (var k = 0; k < parameters; k++)
            {
                x[k] = k == 0 ? Span(source, position) : design.Event(source, k)[position];
                expected += x[k] * fit.Coefficients[k];
            }

            var abnormal = returns[position] - expected;
            fit.Abnormal[day] = abnormal;
            if (!double.IsNaN(abnormal))
            {
                LeastSquares.Leverage(triangle, x, fit.Leverages.AsSpan(day * parameters, parameters));
            }
        }
    }
}
