namespace Touchstone.Measures;

/// <summary>Whether a question counts one line of stock or all lines of its company.</summary>
internal sealed class MemberLines(Call call)
{
    /// <summary>The choice as an argument.</summary>
    public static Parameter By { get; } = Parameter.Choice("by", "line: each line of stock by itself. company: all members of the same issuer together.", "line", "company");

    private readonly bool _isCompany = call.Text(By) == "company";

    /// <summary>What the members of one group share: the line itself, or its issuer.</summary>
    public string KeyOf(InstrumentId id) => _isCompany && call.Market.Instrument(id)?.Issuer is { } issuer ? issuer : id.Value;

    /// <summary>Whether a member counts where another line is named.</summary>
    public bool IsLineOf(InstrumentId member, InstrumentId named) => KeyOf(member) == KeyOf(named);

    /// <summary>The members that count for the lines named, in the order of the members.</summary>
    public IEnumerable<InstrumentId> Of(IReadOnlyCollection<InstrumentId> named, IEnumerable<InstrumentId> members)
    {
        var keys = named.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        return members.Where(member => keys.Contains(KeyOf(member)));
    }
}
