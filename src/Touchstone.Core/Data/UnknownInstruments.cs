namespace Touchstone.Data;

/// <summary>Finds rows about things that the instruments table does not have. The rows are kept; only their names, currency and exchange are unknown.</summary>
internal static class UnknownInstruments
{
    /// <summary>One problem for each unknown id, with the first place it stands.</summary>
    /// <param name="market">The market.</param>
    public static IEnumerable<Problem> Find(Market market)
    {
        var met = new HashSet<InstrumentId>();
        var rows = market.Rows;
        var uses = rows.Prices.Select(item => (item.Instrument, item.SourceAt(0), "its prices have no name, exchange or currency"))
            .Concat(rows.Observations.Select(item => (item.Subject, item.SourceAt(0), "its figures have no name")))
            .Concat(rows.Constituents.SelectMany(item => new[] { (item.Index, item.Source, "it cannot be named as an index"), (item.Instrument, item.Source, "it cannot be named as a member") }))
            .Concat(rows.Divisors.Select(item => (item.Index, item.Source, "it cannot be named as an index")))
            .Concat(rows.Shares.Select(item => (item.Instrument, item.Source, "its shares belong to nothing known")))
            .Concat(rows.Actions.Select(item => (item.Instrument, item.Source, "its actions belong to nothing known")));
        foreach (var (id, source, what) in uses)
        {
            if (market.Instrument(id) is null && met.Add(id))
            {
                yield return new Problem(ProblemKind.BadRow, RowMessages.UnknownInstrument(id.Value, what), source.ToString());
            }
        }
    }
}
