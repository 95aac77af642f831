namespace Touchstone.Web;

/// <summary>The permanent addresses of pages. Everything that a page shows is in its address.</summary>
public static class Links
{
    /// <summary>The page of a number with its working.</summary>
    /// <param name="expression">The expression that gives the number.</param>
    public static string Measure(string expression) => With("/measure", ("e", expression));

    /// <summary>The page of an index.</summary>
    /// <param name="id">The index.</param>
    /// <param name="query">What else the address says; nulls are left out.</param>
    public static string Index(InstrumentId id, params (string Name, string? Value)[] query) => With($"/index/{Uri.EscapeDataString(id.Value)}", query);

    /// <summary>A part of the pages of an index.</summary>
    /// <param name="id">The index.</param>
    /// <param name="part">The part: <c>members</c>, <c>valuation</c>; empty for the first one.</param>
    /// <param name="query">What else the address says; nulls are left out.</param>
    public static string IndexPart(InstrumentId id, string part, params (string Name, string? Value)[] query) =>
        With(string.Join('/', new[] { $"/index/{Uri.EscapeDataString(id.Value)}", part }.Where(piece => piece?.Length > 0)), query);

    /// <summary>The page of a stock or basket.</summary>
    /// <param name="id">The instrument.</param>
    /// <param name="query">What else the address says; nulls are left out.</param>
    public static string Stock(InstrumentId id, params (string Name, string? Value)[] query) => With($"/stock/{Uri.EscapeDataString(id.Value)}", query);

    /// <summary>What the package holds of an instrument.</summary>
    /// <param name="id">The instrument.</param>
    public static string Data(InstrumentId id) => With("/data", ("of", id.Value));

    /// <summary>The chart of the series behind a number, for script to put beside it.</summary>
    /// <param name="expression">The expression that gives the number.</param>
    public static string Series(string expression) => With("/part/series", ("e", expression));

    /// <summary>A path with a query; what is null is left out.</summary>
    /// <param name="path">The path.</param>
    /// <param name="query">Names and values, which are escaped.</param>
    public static string With(string path, params (string Name, string? Value)[] query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var said = query.Where(item => item.Value is not null).Select(item => $"{item.Name}={Uri.EscapeDataString(item.Value!)}");
        return string.Join('?', new[] { path, string.Join('&', said) }.Where(part => part.Length > 0));
    }
}
