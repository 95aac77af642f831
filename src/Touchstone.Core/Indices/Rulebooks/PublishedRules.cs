using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>The rules of an index of which nothing is known but the units and divisors that a package publishes.</summary>
public static class PublishedRules
{
    /// <summary>Makes a rulebook that says: members, units and divisors are as published.</summary>
    /// <param name="market">The package.</param>
    /// <param name="index">The index.</param>
    /// <returns>The rulebook; <see cref="ProblemKind.NoData"/> when the package publishes no units of it, or names neither its currency nor its exchange.</returns>
    public static Answer<Rulebook> Of(Market market, InstrumentId index)
    {
        ArgumentNullException.ThrowIfNull(market);
        var published = PublishedIndex.Of(market, index);
        if (!published.HasValue)
        {
            return published.Problem;
        }

        if (market.Instrument(index) is not { Currency: { } currency, Exchange: { } exchange } instrument)
        {
            return new Problem(ProblemKind.NoData, $"The package does not name the currency and the exchange of {index}; its instruments table needs both.");
        }

        var first = published.Value.ChangeDays.First();
        return Answer<Rulebook>.Of(
            new Rulebook
            {
                Id = index,
                Name = instrument.Name,
                Currency = currency,
                Exchange = exchange,
                BaseDate = first,
                BaseLevel = 1000,
                Versions = [new RulebookVersion { From = first, Universe = Universe.Of([exchange]), Selection = new Selection { Method = SelectionMethod.Published } }],
                NotPublic = ["No rulebook is at hand: members, units and divisors are those that the data package publishes."],
            },
            published.Working);
    }
}
