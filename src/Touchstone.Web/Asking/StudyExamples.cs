using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Studies;

namespace Touchstone.Web.Asking;

/// <summary>Studies that a package can answer as it is, a click away.</summary>
internal static class StudyExamples
{
    private const int Most = 12;

    /// <summary>Studies of a kind.</summary>
    /// <param name="market">The package.</param>
    /// <param name="kind">The kind.</param>
    /// <returns>What each is about, and its address; none where the package lacks what they need.</returns>
    public static ImmutableArray<(string Title, string Address)> Of(Market market, StudyKind kind)
    {
        var indices = MemberIndices.Of(market).Select(members => market.Instrument(members.Index)!).ToArray();
        return kind.Word == "events"
            ? [.. Events(market, kind, indices).Take(Most)]
            : [.. indices.Take(Most).Select(index => (index.Name, Links.With(kind.Address, ("subject", index.Id.Value))))];
    }

    private static IEnumerable<(string Title, string Address)> Events(Market market, StudyKind kind, Instrument[] indices)
    {
        foreach (var item in market.Rows.Events.OrderByDescending(item => item.Date))
        {
            var list = item.Instruments.IsEmpty ? indices.FirstOrDefault(index => StudySecurities.Read(market, $"@{index.Id}").Value?.On(item.Date).HasValue == true) : null;
            var exchange = list?.Exchange ?? item.Instruments.Select(id => market.Instrument(id)?.Exchange).FirstOrDefault();
            var benchmark = indices.Where(index => index.Exchange == exchange).MaxBy(index => market.Prices(index.Id)!.Count);
            if (benchmark is not null && (list is not null || !item.Instruments.IsEmpty))
            {
                yield return ($"{item.Date:yyyy-MM-dd} {item.Name}{(list is null ? "" : $", on the members of {list.Name}")}", Links.With(kind.Address, ("events", item.Id), ("securities", list is null ? null : $"@{list.Id}"), ("market", benchmark.Id.Value), ("windows", "0..0,0..5")));
            }
        }
    }
}
