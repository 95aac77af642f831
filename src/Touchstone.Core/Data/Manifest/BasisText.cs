using System.Text.Json;

namespace Touchstone.Data;

/// <summary>Reads the <c>basis</c> of a resource: one text, or an object with <c>close</c> and <c>adjusted</c>, or with <c>splits</c> and <c>dividends</c>.</summary>
internal static class BasisText
{
    /// <summary>Reads a basis; what is not understood is kept as text and counts as not stated.</summary>
    /// <param name="basis">The property's value, or null when the resource has none.</param>
    public static PriceBasis Read(JsonElement? basis)
    {
        if (basis is not { } value)
        {
            return new PriceBasis(CloseBasis.Unstated, "", CloseBasis.Unstated, "");
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            var text = Text(value);
            return new PriceBasis(OfText(text), text, CloseBasis.Unstated, "");
        }

        var close = Property(value, "close");
        var adjusted = Property(value, "adjusted");
        if (close.Length > 0)
        {
            return new PriceBasis(OfText(close), close, OfText(adjusted), adjusted);
        }

        var splits = Property(value, "splits");
        var dividends = Property(value, "dividends");
        var words = splits.Length + dividends.Length == 0 ? "" : $"splits: {splits}; dividends: {dividends}";
        return new PriceBasis(OfTreatments(splits, dividends), words, OfText(adjusted), adjusted);
    }

    /// <summary>The treatment that a text names.</summary>
    /// <param name="text">The package's words: <c>as-traded</c>, <c>splits and dividends, to 2025-10-30</c>.</param>
    public static CloseBasis OfText(string text)
    {
        bool Says(string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
        if (Says("dividend") || Says("total return") || Says("total-return") || Says("forward-adjusted") || Says("forward adjusted") || Says("back-adjusted"))
        {
            return Says("not dividends") || Says("without dividends") ? CloseBasis.SplitAdjusted : CloseBasis.TotalReturn;
        }

        return Says("split") ? CloseBasis.SplitAdjusted
            : Says("as-traded") || Says("as traded") || Says("unadjusted") ? CloseBasis.AsTraded
            : Says("index level") || Says("index-level") || Says("price index") ? CloseBasis.IndexLevel
            : CloseBasis.Unstated;
    }

    private static CloseBasis OfTreatments(string splits, string dividends) => (splits, dividends) switch
    {
        (_, "price index" or "total return index" or "net return index") => CloseBasis.IndexLevel,
        ("none", "none" or "") => CloseBasis.AsTraded,
        ("adjusted" or "applied", "none" or "") => CloseBasis.SplitAdjusted,
        ("adjusted" or "applied", "adjusted" or "applied" or "reinvested") => CloseBasis.TotalReturn,
        _ => CloseBasis.Unstated,
    };

    private static string Property(JsonElement value, string name) => value.TryGetProperty(name, out var property) ? Text(property) : "";

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
