namespace Touchstone.Data;

/// <summary>The sentences about rows that more than one reader writes, and how the data check knows them again.</summary>
internal static class RowMessages
{
    public const string NulByte = "the row has a NUL byte; the file is damaged here.";
    public const string NotUtf8 = "the row is not UTF-8 text; save the file as UTF-8.";

    private const string NotPositiveMark = "must be above zero";
    private const string NegativeMark = "must not be below zero";
    private const string DuplicateMark = "the same key stands on line";
    private const string OutOfOrderMark = "out of date order";
    private const string UnknownMark = "is not among the instruments";

    public static string NotPositive(string column, double value, NumberRule rule)
    {
        var must = rule == NumberRule.Quantity ? NegativeMark : NotPositiveMark;
        return rule == NumberRule.Rate ? $"{column} is {value:R} and {must}; the row is left out." : $"{column} is {value:R} and {must}; it is treated as missing.";
    }

    public static string Duplicate(string key, string firstLine) => $"{key}: {DuplicateMark} {firstLine}, which is kept; this row is left out.";

    public static string OutOfOrder(int rows, int total, int firstLine) =>
        $"{rows} of {total} rows are {OutOfOrderMark} within their key, first on line {firstLine}; they were sorted.";

    public static string Width(int count, int width) => $"the row has {count} {(count == 1 ? "field" : "fields")} where the header has {width}.";

    public static string UnknownInstrument(string id, string what) => $"{id} {UnknownMark}; {what}.";

    /// <summary>The data check's code for a problem of a row.</summary>
    /// <param name="problem">The problem.</param>
    public static string CodeOf(Problem problem)
    {
        bool Says(string mark) => problem.Message.Contains(mark, StringComparison.Ordinal);
        return Says(NotPositiveMark) || Says(NegativeMark) ? "non-positive"
            : Says(DuplicateMark) ? "duplicate"
            : Says(OutOfOrderMark) ? "out-of-order"
            : Says(UnknownMark) ? "unknown-instrument"
            : "bad-row";
    }
}
