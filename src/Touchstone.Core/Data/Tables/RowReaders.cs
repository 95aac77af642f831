using System.Collections.Immutable;

namespace Touchstone.Data;

/// <summary>What one row of each small table becomes. What is wrong with a row is noted in it.</summary>
internal static class RowReaders
{
    public static Instrument Instrument(CsvRow row)
    {
        var kind = row.Text("kind");
        var parsed = KindOf(kind);
        if (parsed is null)
        {
            row.Refuse($"kind '{kind}' is unknown; the kinds are equity, fund, index, market, basket and series.");
        }

        var currency = row.TextOrNull("currency");
        if (currency is not null && !IsCurrency(currency))
        {
            row.Refuse($"currency '{currency}' is not a code of three capital letters.");
        }

        return new Instrument(row.Id("id"), parsed ?? InstrumentKind.Series, row.Text("name"), row.List("aliases"), row.TextOrNull("exchange"), currency, row.TextOrNull("issuer"), row.TextOrNull("note"), row.Source);
    }

    public static Exchange Exchange(CsvRow row)
    {
        var exchange = new Exchange(row.Text("exchange"), row.Text("name"), row.Text("zone"), row.Clock("open"), row.Clock("close"), row.TextOrNull("currency"), row.Source);
        if (exchange.Close <= exchange.Open)
        {
            row.Refuse($"close {exchange.Close:HH:mm} is not after open {exchange.Open:HH:mm}.");
        }

        return exchange;
    }

    public static CalendarRow CalendarEntry(CsvRow row)
    {
        var text = row.Text("session");
        var kind = text switch
        {
            "closed" => SessionKind.Closed,
            "half" => SessionKind.Half,
            "full" => SessionKind.Full,
            _ => (SessionKind?)null,
        };
        if (kind is null)
        {
            row.Refuse($"session '{text}' is unknown; expected closed or half.");
        }

        return new CalendarRow(row.Text("exchange"), new CalendarEntry(row.Date("date"), kind ?? SessionKind.Closed, row.TextOrNull("reason") ?? "", row.Source));
    }

    public static Membership Membership(CsvRow row)
    {
        var membership = new Membership(row.Id("index"), row.Id("instrument"), row.Date("from"), row.DateOrNull("until"), row.NumberOrNull("units"), row.Source);
        if (membership.Until <= membership.From)
        {
            row.Refuse($"until {membership.Until:yyyy-MM-dd} is not after from {membership.From:yyyy-MM-dd}; until is the first day it is no longer a member.");
        }

        return membership;
    }

    public static SnapshotMember SnapshotMember(CsvRow row)
    {
        var month = row.Text("month");
        if (month.Length > 0 && !(month.Length == 7 && DateText.TryRead(System.Text.Encoding.UTF8.GetBytes(month + "-01"), out _)))
        {
            row.Refuse($"month '{month}' is not a month; write it as 2025-02.");
        }

        return new SnapshotMember(row.Id("index"), month, row.Id("instrument"), row.TextOrNull("name"), row.Source);
    }

    public static Divisor Divisor(CsvRow row) => new(row.Id("index"), row.Date("from"), row.PositiveNumber("divisor"), row.Source);

    public static ShareCount ShareCount(CsvRow row)
    {
        var count = new ShareCount(row.Id("instrument"), row.Date("from"), row.PositiveNumber("shares"), row.NumberOrNull("free_float"), row.TextOrNull("note"), row.Source);
        if (count.FreeFloat is < 0 or > 1)
        {
            row.Refuse($"free_float is {count.FreeFloat:R}; a fraction from 0 to 1 was expected.");
        }

        return count;
    }

    public static CorporateAction Action(CsvRow row)
    {
        var action = new CorporateAction(
            row.Id("instrument"), row.Date("ex_date"), row.Text("kind"), row.NumberOrNull("ratio"), row.NumberOrNull("cash"), row.TextOrNull("currency"), row.NumberOrNull("subscription_price"), row.IdOrNull("other"), row.TextOrNull("note"), row.Source);
        if (action.Ratio <= 0)
        {
            row.Refuse($"ratio is {action.Ratio:R} and must be above zero: new shares for one old share.");
        }

        return action;
    }

    public static Classification Classification(CsvRow row)
    {
        var classification = new Classification(row.Id("instrument"), row.Text("scheme"), row.Text("value"), row.Date("from"), row.DateOrNull("until"), row.TextOrNull("note"), row.Source);
        if (classification.Until <= classification.From)
        {
            row.Refuse($"until {classification.Until:yyyy-MM-dd} is not after from {classification.From:yyyy-MM-dd}; until is the first day it no longer counts as that.");
        }

        return classification;
    }

    public static DisclosureBreak Disclosure(CsvRow row)
    {
        var gap = new DisclosureBreak(row.Id("subject"), row.Text("field"), row.Date("from"), row.DateOrNull("until"), row.TextOrNull("reason"), row.Source);
        if (gap.Until <= gap.From)
        {
            row.Refuse($"until {gap.Until:yyyy-MM-dd} is not after from {gap.From:yyyy-MM-dd}; until is the first day that has the figure again.");
        }

        return gap;
    }

    public static MarketEvent Event(CsvRow row)
    {
        var instruments = row.List("instruments");
        if (instruments.FirstOrDefault(text => !InstrumentId.IsValid(text)) is { } bad)
        {
            row.Refuse($"instruments has '{bad}', which is not an instrument id.");
            instruments = [];
        }

        return new MarketEvent(row.Text("id"), row.Date("date"), row.TextOrNull("zone"), row.Text("name"), row.List("aliases"), [.. instruments.Select(text => new InstrumentId(text))], row.Source);
    }

    private static InstrumentKind? KindOf(string text) => text switch
    {
        "equity" => InstrumentKind.Equity,
        "fund" => InstrumentKind.Fund,
        "index" => InstrumentKind.Index,
        "market" => InstrumentKind.Market,
        "basket" => InstrumentKind.Basket,
        "series" => InstrumentKind.Series,
        _ => null,
    };

    private static bool IsCurrency(string text) => text.Length == 3 && text.All(char.IsAsciiLetterUpper);
}
