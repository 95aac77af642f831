using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>Market value: the close as traded times the shares in force on the day.</summary>
internal static class MarketValue
{
    private const string Field = "market_cap";

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "market-value",
        Question = "What was it worth in the market?",
        Family = "price",
        Arguments = [Parameter.Subject],
        Unit = "currency of the price",
        Roles = ["prices", "shares", "actions", "observations"],
        Formula = "as-traded close(as-of) * shares(as-of)",
        Source = "FTSE Russell, \"Guide to Calculation Methods\": price times shares in issue. For a whole market, the observation market_cap.",
        Words = ["market value", "market capitalisation", "market cap", "worth", "valued at"],
        Example = "market-value(XHBR:TIDE)",
    };

    private static Bound Bind(Call call) => Of(call.Market, call.Subject(Parameter.Subject));

    /// <summary>The market value of a subject, as other measures use it too.</summary>
    public static Bound Of(Market market, Subject subject)
    {
        if (Line(market, subject, out var line) is { } none)
        {
            return subject.Observed(Field) is { } observed ? Published(observed) : none;
        }

        var counts = market.Shares(subject.Id).ToArray();
        return new Bound(subject.Money, (asOf, working) =>
        {
            if (line.Row(asOf, working, out var row) is { } problem)
            {
                return problem;
            }

            return At(line, counts, row, working, out var value) is { } missing ? missing : value;
        });
    }

    private static Bound Published(Line observed)
    {
        var figure = Observation.Of(observed);
        return figure with
        {
            Calculate = (asOf, working) =>
            {
                working?.Formula($"observation {Field}, last figure on or before the as-of day");
                return figure.Calculate(asOf, working);
            },
        };
    }

    /// <summary>The closes for market value: as traded where the package has them.</summary>
    internal static Problem? Line(Market market, Subject subject, out Line line)
    {
        line = null!;
        if (subject.Instrument?.Kind == InstrumentKind.Index)
        {
            return new Problem(ProblemKind.Undefined, $"{subject.Id} is an index: it has a level and no shares of its own.");
        }

        if (market.AsTraded(subject.Id) is { } traded && Measures.Line.Of(subject, traded, PriceField.Close) is { } found)
        {
            line = found;
            return null;
        }

        return PriceLine.Find(subject, PriceField.Close, out line);
    }

    /// <summary>The market value on the day of a row.</summary>
    internal static Problem? At(Line line, ShareCount[] counts, int row, WorkingBuilder? working, out double value)
    {
        var problem = At(line, counts, row, working, out var close, out var shares);
        value = close * shares;
        return problem;
    }

    /// <summary>The close as traded and the shares on the day of a row.</summary>
    internal static Problem? At(Line line, ShareCount[] counts, int row, WorkingBuilder? working, out double close, out double shares)
    {
        (close, shares) = (0, 0);
        var subject = line.Subject;
        var day = line.DateAt(row);
        ShareCount? count = null;
        foreach (var candidate in counts)
        {
            if (candidate.From <= day)
            {
                count = candidate;
            }
        }

        if (count is null)
        {
            return working?.Problem(ProblemKind.NoData, $"The package has no share count of {subject.Id} in force on {day:yyyy-MM-dd}: a row of the role `shares` ({subject.Id}, from a day on or before {day:yyyy-MM-dd}) would settle it.") ?? WorkingBuilder.Unspoken;
        }

        var sinceCount = subject.NewSharesPerOld(count.From, day);
        shares = count.Shares * sinceCount;
        var undone = line.IsAsTraded ? 1 : subject.NewSharesPerOld(day, DateOnly.MaxValue);
        close = line.Stored(row) * undone;
        if (working is not null)
        {
            working.Input(new Input(subject.Id, "shares", count.From, count.Shares, Unit.Count, count.Source.ToString(), count.Source.File?.Sha256 ?? ""));
            working.Convention($"{WorkingBuilder.Text(count.Shares)} shares, in force since {count.From:yyyy-MM-dd}{(count.Note is null ? "" : $" ({count.Note})")}.");
            if (sinceCount != 1)
            {
                working.Step("shares", $"{WorkingBuilder.Text(count.Shares)} * {WorkingBuilder.Text(sinceCount)} for splits after {count.From:yyyy-MM-dd}", shares, Unit.Count);
            }

            if (!line.IsAsTraded)
            {
                working.Convention(undone == 1
                    ? "The close is not marked as traded; the package records no later split, so it is assumed to be the traded price."
                    : $"The close is adjusted for later splits; it is multiplied by {WorkingBuilder.Text(undone)} to undo them.");
            }

            working.Step($"market value on {day:yyyy-MM-dd}", $"{WorkingBuilder.Text(close)} * {WorkingBuilder.Text(shares)}", close * shares, subject.Money);
        }

        return null;
    }
}
