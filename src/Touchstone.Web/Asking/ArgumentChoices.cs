using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Web.Asking;

/// <summary>What an argument may be in a package: its instruments, fields, events, currencies, and the usual windows.</summary>
internal static class ArgumentChoices
{
    private static readonly (string Text, string Note)[] Windows =
    [
        ("1d", "one session"), ("5d", "five sessions"), ("1w", "since the last close of the previous week"), ("1m", "one month"), ("3m", "three months"), ("1y", "one year"),
        ("mtd", "month to date"), ("qtd", "quarter to date"), ("ytd", "year to date"), ("last-week", "the calendar week before"), ("last-month", "the calendar month before"),
        ("last-quarter", "the calendar quarter before"), ("last-year", "the calendar year before"), ("30cd", "thirty calendar days"), ("all", "from the first close in the data"),
    ];

    private static readonly string[] EventDays = ["0..0", "0..1", "-1..1", "0..5", "-5..5"];

    /// <summary>The choices for an argument.</summary>
    /// <param name="market">The package.</param>
    /// <param name="parameter">The argument.</param>
    /// <param name="written">The rest of the expression, which narrows some.</param>
    public static IEnumerable<CompletionItem> Of(Market market, Parameter parameter, WrittenExpression written) => parameter.Kind switch
    {
        ParameterKind.Subject or ParameterKind.Subjects => market.Rows.Instruments
            .Where(instrument => parameter.Name != "index" || instrument.Kind == InstrumentKind.Index)
            .OrderBy(instrument => instrument.Kind == InstrumentKind.Index ? 0 : 1)
            .ThenBy(instrument => instrument.Id)
            .Select(instrument => new CompletionItem(instrument.Id.Value, instrument.Id.Value, string.Join(" · ", instrument.Aliases.Prepend(instrument.Name)))),
        ParameterKind.Window => Windows.Select(window => new CompletionItem(window.Text, window.Text, window.Note))
            .Concat(Periods(market))
            .Concat(market.Rows.Events.Select(item => new CompletionItem($"since:{item.Id}", $"since:{item.Id}", $"{item.Date:yyyy-MM-dd} {item.Name}"))),
        ParameterKind.Choice => parameter.Choices.Select(word => new CompletionItem(word, word, word == parameter.Default ? "usual" : "")),
        ParameterKind.Field => Fields(market, written),
        ParameterKind.Currency => market.Rows.Fx.SelectMany(series => new[] { series.Base, series.Quote }).Concat(market.Rows.Instruments.Select(instrument => instrument.Currency).OfType<string>()).Distinct().Order(StringComparer.Ordinal).Select(code => new CompletionItem(code, code, "currency")),
        ParameterKind.Event or ParameterKind.Occasion => market.Rows.Events.OrderByDescending(item => item.Date).Select(item => new CompletionItem(item.Id, item.Id, $"{item.Date:yyyy-MM-dd} {item.Name}")),
        ParameterKind.EventDays => EventDays.Select(days => new CompletionItem(days, days, "sessions from the event")),
        ParameterKind.Start => Periods(market).Where(item => item.Text.Length == 4),
        _ => parameter.Default is { } usual ? [new CompletionItem(usual, usual, "usual")] : [],
    };

    /// <summary>The years that the package has prices of, and the months of the last.</summary>
    private static IEnumerable<CompletionItem> Periods(Market market)
    {
        var histories = market.Rows.Prices.Where(history => history.Count > 0).ToArray();
        if (histories.Length == 0)
        {
            yield break;
        }

        var last = histories.Max(history => history.Last);
        for (var year = last.Year; year >= histories.Min(history => history.First).Year; year--)
        {
            yield return new CompletionItem($"{year}", $"{year}", "a calendar year");
        }

        for (var month = last.Month; month > 0; month--)
        {
            yield return new CompletionItem($"{last.Year}-{month:00}", $"{last.Year}-{month:00}", "a calendar month");
        }
    }

    /// <summary>The fields of the subject where one is written, else of all.</summary>
    private static IEnumerable<CompletionItem> Fields(Market market, WrittenExpression written)
    {
        var subject = written.Arguments[0].Text;
        var own = InstrumentId.IsValid(subject) ? market.AllObservations(new InstrumentId(subject)) : [];
        return (own.Count > 0 ? own : market.Rows.Observations).GroupBy(series => series.Field).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new CompletionItem(group.Key, group.Key, $"in {group.First().Unit}"));
    }
}
