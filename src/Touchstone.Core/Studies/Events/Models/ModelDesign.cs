namespace Touchstone.Studies;

/// <summary>The regressors of a model on each day: a constant (or the span), then what explains the return.</summary>
internal readonly struct ModelDesign
{
    private readonly ReturnModel _model;
    private readonly int _lags;
    private readonly int _leads;

    public ModelDesign(EventStudyOptions options, int factors)
    {
        _model = options.Model;
        var isDimson = _model == ReturnModel.Dimson;
        (_lags, _leads) = isDimson ? (options.MarketLags, options.MarketLeads) : _model == ReturnModel.ScholesWilliams ? (1, 1) : (0, 0);
        Factors = _model switch
        {
            ReturnModel.MeanAdjusted => 0,
            ReturnModel.MultiFactor => Math.Max(factors, 1),
            _ => 1,
        };
        Parameters = _model switch
        {
            ReturnModel.MarketAdjusted => 0,
            ReturnModel.Dimson => 2 + _lags + _leads,
            _ => 1 + Factors,
        };
    }

    /// <summary>Factors that are read.</summary>
    public int Factors { get; }

    /// <summary>Parameters that are fitted.</summary>
    public int Parameters { get; }

    /// <summary>The first and, counted from the end, the last estimation day whose neighbours are all there.</summary>
    public (int Lags, int Leads) Reach => _model == ReturnModel.Dimson ? (_lags, _leads) : (0, 0);

    /// <summary>Whether returns may span several sessions.</summary>
    public bool TakesSpans => _model is ReturnModel.MeanAdjusted or ReturnModel.MarketAdjusted or ReturnModel.MarketModel or ReturnModel.MultiFactor;

    /// <summary>A regressor other than the constant: estimation day t has the number at t plus the shift.</summary>
    public ReadOnlySpan<double> Estimation(EventReturns source, int parameter, out int shift)
    {
        shift = 0;
        if (_model != ReturnModel.Dimson)
        {
            return source.Factors[parameter - 1].Span;
        }

        // Same day, then lags, then leads.
        shift = parameter == 1 ? 0 : parameter <= 1 + _lags ? 1 - parameter : parameter - 1 - _lags;
        return source.Factors[0].Span;
    }

    /// <summary>A regressor other than the constant over all days, as event days meet it. Dimson's slopes all meet the same day's market, so that their sum is the slope.</summary>
    public ReadOnlySpan<double> Event(EventReturns source, int parameter) => source.Factors[_model == ReturnModel.Dimson ? 0 : parameter - 1].Span;
}
