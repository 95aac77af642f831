using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>Puts members into groups: by issuer, exchange, currency or line, or by what a classification scheme says of them.</summary>
internal sealed class MemberGroups
{
    /// <summary>The group of those of which the scheme says nothing.</summary>
    private const string Unclassified = "unclassified";

    private readonly Market _market;
    private readonly string _scheme;

    private MemberGroups(Market market, string scheme) => (_market, _scheme) = (market, scheme);

    /// <summary>The groups as an argument.</summary>
    public static Parameter By { get; } = new("by", ParameterKind.Field, "issuer, exchange, currency or line, or a scheme of the role `classifications`.", Required: false, Default: "industry");

    /// <summary>Readies a scheme, or says that the package has no such.</summary>
    public static Problem? Of(Market market, string scheme, out MemberGroups groups)
    {
        groups = new MemberGroups(market, scheme);
        if (scheme is "issuer" or "exchange" or "currency" or "line" || market.Rows.Classifications.Any(row => Same(row.Scheme, scheme)))
        {
            return null;
        }

        var known = string.Join(", ", market.Rows.Classifications.Select(row => row.Scheme).Distinct().Order(StringComparer.Ordinal));
        return new Problem(ProblemKind.NoData, $"The package has no classification '{scheme}'; rows of the role `classifications` with this scheme would settle it. By issuer, exchange, currency or line it can be asked without{(known.Length == 0 ? "" : $", and by {known}")}.");
    }

    /// <summary>Whether a group has a name as an argument writes it: in any case, with hyphens or spaces.</summary>
    public static bool Same(string group, string written) => string.Equals(group.Replace(' ', '-'), written.Replace(' ', '-'), StringComparison.OrdinalIgnoreCase);

    /// <summary>The days on which the scheme says something new of a member.</summary>
    public IEnumerable<DateOnly> ChangeDays(InstrumentId member) =>
        Rows(member).SelectMany(row => row.Until is { } until ? [row.From, until] : new[] { row.From });

    /// <summary>The group of a member on a day, or the problem that it is in two.</summary>
    public Problem? Find(InstrumentId member, DateOnly day, out string group)
    {
        var instrument = _market.Instrument(member);
        group = _scheme switch
        {
            "issuer" => instrument?.Issuer ?? member.Value,
            "exchange" => instrument?.Exchange ?? member.Exchange ?? Unclassified,
            "currency" => instrument?.Currency ?? Unclassified,
            "line" => member.Value,
            _ => "",
        };
        if (group.Length > 0)
        {
            return null;
        }

        var values = Rows(member).Where(row => row.From <= day && (row.Until is not { } until || day < until)).Select(row => row.Value).Distinct().Order(StringComparer.Ordinal).ToArray();
        group = values.Length == 0 ? Unclassified : values[0];
        return values.Length > 1
            ? new Problem(ProblemKind.Undefined, $"{member} is in {values.Length} groups of '{_scheme}' on {day:yyyy-MM-dd} ({string.Join(", ", values)}); a split needs it in one.")
            : null;
    }

    private IEnumerable<Classification> Rows(InstrumentId member) => _market.Classifications(member).Where(row => Same(row.Scheme, _scheme));
}
