namespace Touchstone.Data;

/// <summary>Finds rows about things that the instruments table does not have. The rows are kept; only their names, currency and exchange are unknown.</summary>
internal sealed class UnknownInstruments
{
    private readonly Market _market;
    private readonly HashSet<string> _met = new(StringComparer.Ordinal);
    private readonly List<Problem> _problems = [];

    private UnknownInstruments(Market market) => _market = market;

    /// <summary>One problem for each unknown id, with the first place it stands.</summary>
    /// <param name="market">The market.</param>
    public static IReadOnlyList<Problem> Find(Market market)
    {
        var unknown = new UnknownInstruments(market);
        var rows = market.Rows;
        foreach (var prices in rows.Prices)
        {
            unknown.Look(prices.Instrument, prices.SourceAt(0), "its prices have no name, exchange or currency");
        }

        foreach (var series in rows.Observations)
        {
            unknown.Look(series.Subject, series.SourceAt(0), "its figures have no name");
        }

        foreach (var member in rows.Constituents)
        {
            unknown.Look(member.Index, member.Source, "it cannot be named as an index");
            unknown.Look(member.Instrument, member.Source, "it cannot be named as a member");
        }

        foreach (var divisor in rows.Divisors)
        {
            unknown.Look(divisor.Index, divisor.Source, "it cannot be named as an index");
        }

        foreach (var count in rows.Shares)
        {
            unknown.Look(count.Instrument, count.Source, "its shares belong to nothing known");
        }

        foreach (var action in rows.Actions)
        {
            unknown.Look(action.Instrument, action.Source, "its actions belong to nothing known");
            if (action.Other is { } other)
            {
                unknown.Look(other, action.Source, "it cannot be named as the other company of an action");
            }
        }

        foreach (var classification in rows.Classifications)
        {
            unknown.Look(classification.Instrument, classification.Source, "what it counts as belongs to nothing known");
        }

        return unknown._problems;
    }

    private void Look(InstrumentId id, RowSource source, string what)
    {
        if (_market.Instrument(id) is null && _met.Add(id.Value))
        {
            _problems.Add(new Problem(ProblemKind.BadRow, RowMessages.UnknownInstrument(id.Value, what), source.ToString()));
        }
    }
}
