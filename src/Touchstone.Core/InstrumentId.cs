namespace Touchstone;

/// <summary>
/// The canonical name of something that can be measured: market identifier code and local code (<c>XHKG:700</c>),
/// or a short name for an index, market, basket or series (<c>HSTECH</c>).
/// </summary>
public readonly record struct InstrumentId : IComparable<InstrumentId>
{
    private readonly string? _value;

    /// <summary>Names an instrument by its canonical id.</summary>
    /// <param name="value">The id; not empty, no white space, comma or bracket.</param>
    public InstrumentId(string value)
    {
        if (!IsValid(value))
        {
            throw new ArgumentException($"'{value}' is not an instrument id: expected letters, digits and .:^&-_ without spaces, such as XHKG:700 or HSI.", nameof(value));
        }

        _value = value;
    }

    /// <summary>The id as text.</summary>
    public string Value => _value ?? "";

    /// <summary>The market identifier code before the colon, or null for ids without one.</summary>
    public string? Exchange => Value.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? Value[..colon] : null;

    /// <summary>The local code after the colon, or the whole id.</summary>
    public string Code => Value[(Value.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>Whether a text can be an id.</summary>
    /// <param name="value">The text.</param>
    public static bool IsValid(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return false;
        }

        // A plain loop: every row of every table comes by here.
        foreach (var c in value)
        {
            if (c is '(' or ')' or ',' or '"' or '@' or '=' || char.IsWhiteSpace(c) || char.IsControl(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(InstrumentId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>Ordinal order of the ids.</summary>
    public static bool operator <(InstrumentId left, InstrumentId right) => left.CompareTo(right) < 0;

    /// <summary>Ordinal order of the ids.</summary>
    public static bool operator >(InstrumentId left, InstrumentId right) => left.CompareTo(right) > 0;

    /// <summary>Ordinal order of the ids.</summary>
    public static bool operator <=(InstrumentId left, InstrumentId right) => left.CompareTo(right) <= 0;

    /// <summary>Ordinal order of the ids.</summary>
    public static bool operator >=(InstrumentId left, InstrumentId right) => left.CompareTo(right) >= 0;

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}
