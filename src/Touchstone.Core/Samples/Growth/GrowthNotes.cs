using System.Globalization;

namespace Touchstone.Samples;

/// <summary>Writes what the note beside the article says about the Growth Board.</summary>
internal static class GrowthNotes
{
    /// <summary>The section as Markdown.</summary>
    /// <param name="board">The board.</param>
    public static string Write(GrowthBoard board)
    {
        var changes = board.Lines
            .SelectMany(line => line.Shares.Skip(1).Where(row => !board.Actions.Any(action => action.ExDate == row.From)).Select(row => (row.From, line.Company.Name, Text: row.Note)));
        var rows = board.Actions.Select(action => (From: action.ExDate, action.Company.Name, Text: $"{action.Kind}{Terms(action)}: {action.Note}")).Concat(changes).OrderBy(row => row.From);
        return FormattableString.Invariant($"""
            ## The Growth Board

            Beside the main board, whose twelve companies the article and the two indices are about, the exchange has had a Growth Board since
            {GrowthCompany.BoardOpens:yyyy-MM-dd}. The exchange's own turnover and market value in `observations.csv` are those of the main board.

            The Harbour Growth Index ({GrowthRules.Id}) takes {GrowthRules.Count} of its companies. It has no published units: its levels follow from `rulebooks/harbg.yaml`
            and the tables, with reviews by rank and buffer, a cap of {GrowthRules.Cap * 100:0}%, a fast entry (Vanesmoor, listed 2024-08-05), a large new listing
            (Skerrycroft), a company under investigation (Osierbank), one that hardly trades (Razorshell) and one of no fitting industry
            (Ploverton). {GrowthRules.GrossId} and {GrowthRules.NetId} are the same with dividends, before and after {GrowthRules.Withholding * 100:0}% tax; {GrowthRules.KroneId} sums in krone
            (`rulebooks/harbgk.yaml`). The levels are worked out by the generator in decimals, not by Touchstone's index engine.

            | day | company | what |
            |---|---|---|
            {string.Join('\n', rows.Select(row => FormattableString.Invariant($"| {row.From:yyyy-MM-dd} | {row.Name} | {row.Text} |")))}

            Suspended companies have no prices meanwhile. A special dividend, rights below the price and a company handed out lower the price on
            the day; the `adjusted` column is made good for all of them.

            """).ReplaceLineEndings("\n");
    }

    private static string Terms(GrowthAction action)
    {
        string[] terms =
        [
            .. action.Ratio is { } ratio ? [ratio.ToString("0.####", CultureInfo.InvariantCulture)] : Array.Empty<string>(),
            .. action.Cash is { } cash ? [$"{cash.ToString("0.00", CultureInfo.InvariantCulture)} USD"] : Array.Empty<string>(),
            .. action.Subscription is { } price ? [$"at {price.ToString("0.00", CultureInfo.InvariantCulture)} USD"] : Array.Empty<string>(),
        ];
        return terms.Length == 0 ? "" : $" ({string.Join(", ", terms)})";
    }
}
