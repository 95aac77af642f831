using System.Collections.Immutable;

namespace Touchstone.Data;

/// <summary>Membership lists name members by what their publisher prints, often a code without its exchange. This says which instruments are meant.</summary>
internal static class ListedCodes
{
    /// <summary>Puts the instrument in the place of a code without an exchange that is no id of the package.</summary>
    /// <param name="members">The lines of the lists.</param>
    /// <param name="instruments">The instruments of the package.</param>
    /// <returns>The same lines; a code that no instrument has, or several outside the exchange of the index, stays as it is.</returns>
    public static ImmutableArray<SnapshotMember> Resolve(IReadOnlyCollection<SnapshotMember> members, IReadOnlyCollection<Instrument> instruments)
    {
        var ids = instruments.Select(instrument => instrument.Id).ToHashSet();
        if (members.All(member => IsKnown(member.Instrument)))
        {
            return [.. members];
        }

        var byCode = instruments.Where(instrument => instrument.Id.Exchange is not null).ToLookup(instrument => instrument.Id.Code, StringComparer.Ordinal);
        var exchanges = instruments.Where(instrument => instrument.Kind == InstrumentKind.Index).ToDictionary(index => index.Id, index => index.Exchange);
        return [.. members.Select(member => IsKnown(member.Instrument) ? member : member with { Instrument = Meant(member) })];

        bool IsKnown(InstrumentId id) => id.Exchange is not null || ids.Contains(id);

        InstrumentId Meant(SnapshotMember member)
        {
            Instrument[] lines = [.. byCode[member.Instrument.Code]];
            if (lines.Length > 1)
            {
                var mic = exchanges.GetValueOrDefault(member.Index);
                lines = [.. lines.Where(line => line.Id.Exchange == mic)];
            }

            return lines is [var only] ? only.Id : member.Instrument;
        }
    }
}
