using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Web.Asking;

/// <summary>What may stand at a place of an expression that is being typed.</summary>
/// <param name="From">The first character that a choice replaces, from 0.</param>
/// <param name="To">The first character after those.</param>
/// <param name="Hint">What is expected there, in words.</param>
/// <param name="Items">The choices, the likeliest first.</param>
internal sealed record ExpressionCompletion(int From, int To, string Hint, ImmutableArray<CompletionItem> Items)
{
    private const int Most = 24;

    /// <summary>Finds what may stand at a place.</summary>
    /// <param name="market">The package, whose names are offered.</param>
    /// <param name="text">The expression as far as it is written.</param>
    /// <param name="at">Where the writer is, in characters from 0.</param>
    public static ExpressionCompletion Of(Market market, string text, int at)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(text);
        at = Math.Clamp(at, 0, text.Length);
        var written = WrittenExpression.Of(text[..at]);
        if (written.Place == WrittenPlace.Measure)
        {
            return OfMeasure(text, written.Start, at);
        }

        if (written.Place == WrittenPlace.Day)
        {
            return OfDay(market, text, written.Start, at);
        }

        return Catalogue.Find(written.Measure) is { } measure
            ? OfArgument(market, text, at, written, measure)
            : new ExpressionCompletion(at, at, $"There is no measure '{written.Measure}'.", []);
    }

    private static ExpressionCompletion OfMeasure(string text, int start, int at)
    {
        var typed = text[start..at].Trim();
        var end = EndOf(text, at, letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
        var items = Catalogue.All
            .Select((measure, place) => (Measure: measure, Place: place, Rank: RankOf(measure, typed)))
            .Where(item => item.Rank is not null)
            .OrderBy(item => item.Rank)
            .ThenBy(item => item.Place)
            .Take(Most)
            .Select(item => new CompletionItem($"{item.Measure.Name}(", item.Measure.Form, item.Measure.Question));
        return new ExpressionCompletion(start, end < text.Length && text[end] == '(' ? end + 1 : end, "A measure of the catalogue.", [.. items]);
    }

    private static int? RankOf(Measure measure, string typed) =>
        measure.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 0
        : measure.Name.Contains(typed, StringComparison.OrdinalIgnoreCase) ? 1
        : measure.Words.Any(word => word.Contains(typed, StringComparison.OrdinalIgnoreCase)) ? 2
        : measure.Question.Contains(typed, StringComparison.OrdinalIgnoreCase) ? 3
        : null;

    private static ExpressionCompletion OfDay(Market market, string text, int start, int at)
    {
        var end = EndOf(text, at, letter => !char.IsWhiteSpace(letter));
        var typed = text[start..at];
        var days = market.Rows.Prices.Where(history => history.Count > 0).GroupBy(history => market.Instrument(history.Instrument)?.Exchange ?? history.Instrument.Exchange ?? "").Select(group => (Mic: group.Key, Last: group.Max(history => history.Last))).ToArray();
        var items = days.Select(day => day.Last).Distinct().OrderDescending().Select(day => new CompletionItem($"{day:yyyy-MM-dd}", $"{day:yyyy-MM-dd}", "a last day with prices"))
            .Concat(days.Where(day => day.Mic.Length > 0).OrderBy(day => day.Mic, StringComparer.Ordinal).Select(day => new CompletionItem($"{day.Mic}={day.Last:yyyy-MM-dd}", $"{day.Mic}={day.Last:yyyy-MM-dd}", "the last session of one exchange")));
        return new ExpressionCompletion(start, end, "The day it is asked for, and days of single exchanges.", [.. items.Where(item => item.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Take(Most)]);
    }

    private static ExpressionCompletion OfArgument(Market market, string text, int at, WrittenExpression written, Measure measure)
    {
        var argument = written.Arguments[^1];
        var end = EndOf(text, at, letter => letter is not (',' or ')' or '@' or '"') && !char.IsWhiteSpace(letter));
        if (argument.Name is { } name)
        {
            return measure.Arguments.FirstOrDefault(parameter => parameter.Name == name) is { } named
                ? new ExpressionCompletion(argument.Start, end, HintOf(named), [.. ArgumentChoices.Of(market, named, written).Where(item => item.Fits(argument.Text)).Take(Most)])
                : new ExpressionCompletion(at, at, $"{measure.Form} has no argument '{name}'.", []);
        }

        var place = written.Arguments.Count(item => item.Name is null) - 1;
        var list = measure.Arguments.Select(item => item.Kind).ToList().IndexOf(ParameterKind.Subjects);
        var parameter = measure.Arguments.ElementAtOrDefault(list >= 0 ? Math.Min(place, list) : place);
        var used = written.Arguments.Select(item => item.Name).OfType<string>().ToArray();
        var names = measure.Arguments.Skip(list >= 0 ? Math.Min(place, list) : place).Where(item => !item.Required && !used.Contains(item.Name)).Select(item => new CompletionItem($"{item.Name}=", $"{item.Name}=", item.Explanation)).Where(item => item.Fits(argument.Text));
        return parameter is null
            ? new ExpressionCompletion(at, at, $"{measure.Form} takes no more.", [])
            : new ExpressionCompletion(argument.Start, end, $"{measure.Form}: {HintOf(parameter)}", [.. ArgumentChoices.Of(market, parameter, written).Where(item => item.Fits(argument.Text)).Take(Most), .. names]);
    }

    private static string HintOf(Parameter parameter) => $"{parameter.Name}: {parameter.Explanation}{(parameter.Default is { } usual ? $" Usually {usual}." : "")}";

    private static int EndOf(string text, int at, Func<char, bool> belongs)
    {
        while (at < text.Length && belongs(text[at]))
        {
            at++;
        }

        return at;
    }
}

/// <summary>A choice.</summary>
/// <param name="Text">What is put into the expression.</param>
/// <param name="Label">What is shown.</param>
/// <param name="Note">What it is.</param>
internal sealed record CompletionItem(string Text, string Label, string Note)
{
    /// <summary>Whether what is typed so far may become this.</summary>
    /// <param name="typed">What is typed.</param>
    public bool Fits(string typed) => Text.Contains(typed, StringComparison.OrdinalIgnoreCase) || Note.Contains(typed, StringComparison.OrdinalIgnoreCase);
}
