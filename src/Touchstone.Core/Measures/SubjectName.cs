using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>Finds the subject that a name means: what the symbols of the package say, or an id that only has prices.</summary>
internal static class SubjectName
{
    public static Problem? Resolve(Market market, Symbols symbols, string name, out InstrumentId id)
    {
        id = InstrumentId.IsValid(name) ? new InstrumentId(name) : default;
        if (id != default && market.Prices(id) is not null)
        {
            return null;
        }

        var match = symbols.Find(name);
        id = match.Found ? match.Instrument.Id : default;
        return match.Problem;
    }
}
