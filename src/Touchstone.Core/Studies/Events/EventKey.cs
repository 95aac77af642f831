namespace Touchstone.Studies;

/// <summary>Which event: what happened to which security on which day. A security can have many events.</summary>
/// <param name="Security">The security, as the data names it: <c>XHKG:700</c>.</param>
/// <param name="Date">The event day: day 0 of the event window, a day of the security's exchange.</param>
/// <param name="Name">A short name of the event, to tell two of one security and day apart; may be empty.</param>
public sealed record EventKey(string Security, DateOnly Date, string Name = "") : IComparable<EventKey>
{
    /// <summary>Orders by security, day and name, as text by code unit.</summary>
    /// <param name="other">The other event.</param>
    public int CompareTo(EventKey? other)
    {
        if (other is null)
        {
            return 1;
        }

        var bySecurity = string.CompareOrdinal(Security, other.Security);
        var byDate = bySecurity != 0 ? bySecurity : Date.CompareTo(other.Date);
        return byDate != 0 ? byDate : string.CompareOrdinal(Name, other.Name);
    }

    /// <summary>Security, day and name.</summary>
    public override string ToString() => Name.Length == 0 ? $"{Security} {Date:yyyy-MM-dd}" : $"{Security} {Date:yyyy-MM-dd} ({Name})";

    /// <summary>Whether the first event stands before the second.</summary>
    public static bool operator <(EventKey left, EventKey right) => Compare(left, right) < 0;

    /// <summary>Whether the first event stands after the second.</summary>
    public static bool operator >(EventKey left, EventKey right) => Compare(left, right) > 0;

    /// <summary>Whether the first event does not stand after the second.</summary>
    public static bool operator <=(EventKey left, EventKey right) => Compare(left, right) <= 0;

    /// <summary>Whether the first event does not stand before the second.</summary>
    public static bool operator >=(EventKey left, EventKey right) => Compare(left, right) >= 0;

    private static int Compare(EventKey? left, EventKey? right) => left is null ? (right is null ? 0 : -1) : left.CompareTo(right);
}
