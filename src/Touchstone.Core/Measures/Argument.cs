namespace Touchstone.Measures;

/// <summary>One argument of an expression.</summary>
/// <param name="Name">The name before the equals sign; null for a positional argument.</param>
/// <param name="Value">The text of the argument, without quotes.</param>
public readonly record struct Argument(string? Name, string Value)
{
    /// <summary>As an expression writes it: <c>ytd</c>, <c>currency=USD</c>, <c>"S&amp;P 500"</c>.</summary>
    public override string ToString() => Name is null ? Quoted(Value) : $"{Name}={Quoted(Value)}";

    private static string Quoted(string value) =>
        value.Length == 0 || value.Any(c => char.IsWhiteSpace(c) || c is ',' or '(' or ')' or '"' or '@' or '=')
            ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : value;
}
