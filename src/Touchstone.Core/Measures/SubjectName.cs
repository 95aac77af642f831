using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>Finds the subject that a name means: a canonical id, or a name or alias that only one instrument has.</summary>
internal static class SubjectName
{
    public static Problem? Resolve(Market market, string name, out InstrumentId id)
    {
        id = default;
        if (InstrumentId.IsValid(name) && Known(market, new InstrumentId(name)))
        {
            id = new InstrumentId(name);
            return null;
        }

        var named = market.Rows.Instruments
            .Where(instrument => Same(instrument.Id.Value, name) || Same(instrument.Name, name) || instrument.Aliases.Any(alias => Same(alias, name)))
            .ToList();
        if (named.Count == 1)
        {
            id = named[0].Id;
            return null;
        }

        if (named.Count > 1)
        {
            return new Problem(ProblemKind.Ambiguous, $"'{name}' fits {string.Join(", ", named.Select(instrument => instrument.Id).Order())}; write one of them.");
        }

        var nearest = NearestName.Of(name, market.Rows.Instruments.Select(instrument => instrument.Id.Value));
        return new Problem(ProblemKind.NoData, $"The package has no instrument '{name}': a row of the role `instruments` would name it.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}");
    }

    private static bool Known(Market market, InstrumentId id) => market.Instrument(id) is not null || market.Prices(id) is not null;

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
