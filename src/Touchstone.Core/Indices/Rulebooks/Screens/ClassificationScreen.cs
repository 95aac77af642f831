using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>A stock must count, or must not count, as something on the cut-off day.</summary>
/// <param name="Scheme">The scheme of the package's classifications.</param>
/// <param name="AnyOf">It must count as at least one of these; empty for no such demand.</param>
/// <param name="NoneOf">It must count as none of these.</param>
public sealed record ClassificationScreen(string Scheme, ImmutableArray<string> AnyOf, ImmutableArray<string> NoneOf) : Screen
{
    /// <inheritdoc/>
    public override string Words =>
        $"{Scheme}{(AnyOf.IsEmpty ? "" : $" is one of: {string.Join(", ", AnyOf)}")}{(AnyOf.IsEmpty || NoneOf.IsEmpty ? "" : ";")}{(NoneOf.IsEmpty ? "" : $" is none of: {string.Join(", ", NoneOf)}")}.";

    /// <inheritdoc/>
    internal override Answer<ImmutableArray<ScreenVerdict>> Judge(ScreenRound round)
    {
        var market = round.Figures.Market;
        if (!market.Rows.Classifications.Any(row => row.Scheme == Scheme))
        {
            return new Problem(ProblemKind.NoData, $"{Words} The package has no classification of the scheme '{Scheme}' for any stock: rows of the role `classifications` would settle it.");
        }

        return ScreenRound.Verdicts(this, [.. round.Stocks.Select(stock => Judge([.. On(market, stock.Id, Scheme, round.Day)]))]);
    }

    /// <summary>What a stock counts as on a day, in ordinal order.</summary>
    /// <param name="market">The package.</param>
    /// <param name="id">The stock.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="day">The day.</param>
    internal static IEnumerable<string> On(Market market, InstrumentId id, string scheme, DateOnly day) => market.Classifications(id)
        .Where(row => row.Scheme == scheme && row.From <= day && (row.Until is null || row.Until > day))
        .Select(row => row.Value)
        .Distinct()
        .Order(StringComparer.Ordinal);

    private ScreenVerdict Judge(string[] values)
    {
        if (values.FirstOrDefault(value => NoneOf.Contains(value)) is { } barred)
        {
            return ScreenVerdict.Fail($"{Scheme} is {barred}, which is not admitted");
        }

        return AnyOf.IsEmpty || values.Any(value => AnyOf.Contains(value))
            ? ScreenVerdict.Pass
            : ScreenVerdict.Fail($"{Scheme} is {(values.Length == 0 ? "not stated" : string.Join(", ", values))}, one of {string.Join(", ", AnyOf)} needed");
    }
}
