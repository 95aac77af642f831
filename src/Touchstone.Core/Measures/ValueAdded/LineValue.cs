using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>The market value of one line in a currency, at the shares of each day.</summary>
internal sealed class LineValue
{
    private readonly ShareCount[] _counts;
    private readonly Conversion? _conversion;

    private LineValue(Line close, ShareCount[] counts, Conversion? conversion) => (Close, _counts, _conversion) = (close, counts, conversion);

    /// <summary>The closes.</summary>
    public Line Close { get; }

    /// <summary>Readies a line, or says which series is missing.</summary>
    public static Problem? Of(Call call, Subject subject, string? currency, out LineValue value)
    {
        value = null!;
        if (MarketValue.Line(call.Market, subject, out var close) is { } none)
        {
            return none;
        }

        var counts = call.Market.Shares(subject.Id).ToArray();
        if (counts.Length == 0)
        {
            return new Problem(ProblemKind.NoData, $"The package has no share count of {subject.Id}: rows of the role `shares` would settle it.");
        }

        Conversion? conversion = null;
        if (currency is not null)
        {
            if (subject.Instrument?.Currency is not { } own)
            {
                return new Problem(ProblemKind.NoData, $"The package does not say in which currency {subject.Id} is quoted.");
            }

            conversion = call.Conversion(own, currency);
            if (conversion is null)
            {
                return new Problem(ProblemKind.NoData, $"The package has no rates from {own} to {currency}, direct, inverse or through one other currency: rows of the role `fx` would settle it.");
            }
        }

        value = new LineValue(close, counts, conversion);
        return null;
    }

    /// <summary>The change between two rows of the close.</summary>
    public Problem? Parts(int from, int to, WorkingBuilder? working, out ValueParts parts)
    {
        parts = default;
        if (At(from, working, out var start) is { } early)
        {
            return early;
        }

        if (At(to, working, out var end) is { } late)
        {
            return late;
        }

        var split = Close.Subject.NewSharesPerOld(Close.DateAt(from), Close.DateAt(to));
        if (split != 1)
        {
            working?.Convention($"{WorkingBuilder.Text(split)} new shares of {Close.Subject.Id} for one old between the two days are allowed for.");
        }

        parts = ValueParts.Of((start.Shares * split, start.Close / split, start.Rate), end);
        return null;
    }

    /// <summary>Shares, close as traded and rate on the day of a row.</summary>
    public Problem? At(int row, WorkingBuilder? working, out (double Shares, double Close, double Rate) at)
    {
        at = (0, 0, 1);
        if (MarketValue.At(Close, _counts, row, working, out var close, out var shares) is { } missing)
        {
            return missing;
        }

        var rate = 1.0;
        var unrated = _conversion?.Rate(Close.DateAt(row), working, out rate);
        at = (shares, close, rate);
        return unrated;
    }
}
