namespace Touchstone.Studies;

/// <summary>What a return is compared with: the model of what was to be expected without the event.</summary>
public enum ReturnModel
{
    /// <summary>The security's own mean over the estimation days.</summary>
    MeanAdjusted,

    /// <summary>The first factor (the market) of the same day; nothing is fitted.</summary>
    MarketAdjusted,

    /// <summary>A constant and the first factor, by least squares; weighted by span where returns span several sessions (trade-to-trade).</summary>
    MarketModel,

    /// <summary>A constant and all factors, by least squares.</summary>
    MultiFactor,

    /// <summary>The market model with the slope of Scholes and Williams, for securities that trade thinly.</summary>
    ScholesWilliams,

    /// <summary>The market model with leads and lags of the market (Dimson).</summary>
    Dimson,

    /// <summary>The market model with errors whose variance follows a GARCH(1,1), by maximum likelihood.</summary>
    Garch,
}
