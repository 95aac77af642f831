using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>The rules of an index of which nothing is known but the weights or units of one day.</summary>
public static class StatedRules
{
    /// <summary>Makes a rulebook that says: the holdings of one day, fixed but for corporate actions.</summary>
    /// <param name="market">The package.</param>
    /// <param name="basket">The holdings.</param>
    /// <param name="index">A name for the index.</param>
    /// <returns>
    /// The rulebook, with the sessions of the exchange on which most of the holdings are listed (of equal ones the first by code), and the currency of the first holding there;
    /// <see cref="ProblemKind.Invalid"/> for a holding that the package does not know, or without exchange or currency.
    /// </returns>
    public static Answer<Rulebook> Of(Market market, StatedBasket basket, InstrumentId index)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(basket);
        foreach (var holding in basket.Holdings)
        {
            if (market.Instrument(holding.Instrument) is not { Exchange: not null, Currency: not null })
            {
                return new Problem(
                    ProblemKind.Invalid,
                    market.Instrument(holding.Instrument) is null ? $"{holding.Instrument} is not among the instruments of the package." : $"{holding.Instrument} has no exchange or no currency in the package; both are needed.",
                    holding.Source.ToString());
            }
        }

        var members = basket.Holdings.Select(holding => market.Instrument(holding.Instrument)!).ToArray();
        var exchange = members.GroupBy(member => member.Exchange!, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).First();
        return Answer<Rulebook>.Of(
            new Rulebook
            {
                Id = index,
                Name = $"Basket of {basket.File.Name}",
                Currency = exchange.First().Currency!,
                Exchange = exchange.Key,
                BaseDate = basket.Day,
                BaseLevel = 1000,
                Versions = [new RulebookVersion { From = basket.Day, Universe = Universe.Of([.. basket.Holdings.Select(holding => new GivenMember(holding.Instrument))]), Selection = new Selection { Method = SelectionMethod.All } }],
                NotPublic = [$"Only the {(basket.IsWeights ? "weights" : "units")} of {basket.Day:yyyy-MM-dd} are known: fixed units stand in for the holdings of other days."],
                File = basket.File.Name,
                Sha256 = basket.File.Sha256,
            },
            new Working { Formula = "holdings as stated" });
    }
}
