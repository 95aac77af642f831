using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Touchstone.Web.Rest;

/// <summary>The parameters of a request, read by what was declared of them.</summary>
internal sealed class Asked
{
    private readonly Dictionary<string, ImmutableArray<string>> _values = new(StringComparer.Ordinal);

    private Asked(ImmutableArray<ParameterFault> faults) => Faults = faults;

    /// <summary>What is wrong with them, one for each fault.</summary>
    public ImmutableArray<ParameterFault> Faults { get; private init; }

    /// <summary>All of it in one form, whatever the order in the address.</summary>
    public string Canonical => string.Join('&', _values.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value.Select(value => $"{pair.Key}={Uri.EscapeDataString(value)}")));

    /// <summary>Reads the parameters of an address.</summary>
    /// <param name="asks">What may be there.</param>
    /// <param name="query">What stands behind the question mark.</param>
    /// <param name="path">What stands in the path.</param>
    public static Asked Of(ImmutableArray<Ask> asks, IQueryCollection query, Func<string, string?>? path = null)
    {
        var faults = ImmutableArray.CreateBuilder<ParameterFault>();
        foreach (var name in query.Keys.Where(name => asks.All(ask => ask.Name != name || ask.InPath)))
        {
            var near = NearestName.Of(name, asks.Where(ask => !ask.InPath).Select(ask => ask.Name));
            faults.Add(new ParameterFault(name, $"There is no parameter '{Short(name)}'.{(near is null ? "" : $" Did you mean '{near}'?")}"));
        }

        var read = new List<(string Name, ImmutableArray<string> Values)>();
        foreach (var ask in asks)
        {
            var values = ask.InPath ? new StringValues(path?.Invoke(ask.Name)) : query[ask.Name];
            string[] texts = [.. values.OfType<string>().Where(value => value.Length > 0)];
            if (texts.Length == 0)
            {
                if (ask.Required)
                {
                    faults.Add(new ParameterFault(ask.Name, $"The parameter '{ask.Name}' is missing. {ask.Description}"));
                }

                texts = ask.Usual is null ? [] : [ask.Usual];
            }
            else if (texts.Length > 1 && !ask.Repeats)
            {
                faults.Add(new ParameterFault(ask.Name, $"The parameter '{ask.Name}' is there {texts.Length} times; expected it once."));
            }
            else if (texts.Select(text => Fault(ask, text)).FirstOrDefault(fault => fault is not null) is { } fault)
            {
                faults.Add(new ParameterFault(ask.Name, fault));
            }

            read.Add((ask.Name, [.. texts]));
        }

        var asked = new Asked(faults.ToImmutable());
        foreach (var (name, values) in read.Where(item => item.Values.Length > 0))
        {
            asked._values[name] = values;
        }

        return asked;
    }

    /// <summary>A text, or null.</summary>
    /// <param name="name">The parameter.</param>
    public string? Text(string name) => _values.TryGetValue(name, out var values) ? values[0] : null;

    /// <summary>All texts of a parameter that may be there several times.</summary>
    /// <param name="name">The parameter.</param>
    public ImmutableArray<string> Texts(string name) => _values.GetValueOrDefault(name, []);

    /// <summary>A day, or null.</summary>
    /// <param name="name">The parameter.</param>
    public DateOnly? Day(string name) => Text(name) is { } text && TryDay(text, out var day) ? day : null;

    /// <summary>A number, or null.</summary>
    /// <param name="name">The parameter.</param>
    public int? Whole(string name) => int.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>True or false, or null when it is not there.</summary>
    /// <param name="name">The parameter.</param>
    public bool? Truth(string name) => Text(name) is { } text ? text == "true" : null;

    /// <summary>The words of a list.</summary>
    /// <param name="name">The parameter.</param>
    public string[] List(string name) => Text(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>A day from 1900 to 2199 as year, month and day.</summary>
    /// <param name="text">The text.</param>
    /// <param name="day">The day.</param>
    public static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is >= 1900 and < 2200;

    private static string? Fault(Ask ask, string text) => ask.Kind switch
    {
        AskKind.Day => TryDay(text, out _) ? null : $"'{Short(text)}' is not a day; expected year, month and day, such as 2025-02-28, from 1900 to 2199.",
        AskKind.Whole => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= ask.Least && number <= ask.Most
            ? null
            : $"'{Short(text)}' is not a whole number from {ask.Least} to {ask.Most}.",
        AskKind.Choice => ask.Words.Contains(text) ? null : $"'{Short(text)}' is not a choice; expected {string.Join(", ", ask.Words)}.",
        AskKind.Choices => text.Split(',', StringSplitOptions.TrimEntries).FirstOrDefault(word => !ask.Words.Contains(word)) is { } wrong ? $"'{Short(wrong)}' is not a choice; expected some of {string.Join(", ", ask.Words)}, separated by commas." : null,
        AskKind.Truth => text is "true" or "false" ? null : $"'{Short(text)}' is neither true nor false.",
        _ => text.Length > Ask.LongestText ? $"It has {text.Length} characters; expected {Ask.LongestText} at most." : null,
    };

    private static string Short(string text) => text.Length <= 80 ? text : $"{text[..80]}…";
}

/// <summary>What is wrong with a parameter.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Message">A sentence: what was met, what was expected.</param>
internal sealed record ParameterFault(string Parameter, string Message);
