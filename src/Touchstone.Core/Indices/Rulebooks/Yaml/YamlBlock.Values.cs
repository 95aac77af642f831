using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>Values of one kind each.</summary>
internal sealed partial class YamlBlock
{
    private delegate bool Parse<T>(string text, out T value);

    /// <summary>A text in one line.</summary>
    /// <param name="key">The key.</param>
    /// <param name="required">Whether it must stand there.</param>
    public string? Text(string key, bool required = false)
    {
        const string Expected = "a text";
        var node = Take(key, required ? Expected : null);
        return node is null ? null : TextOf(node, PathOf(key), Expected);
    }

    /// <summary>A date.</summary>
    /// <param name="key">The key.</param>
    /// <param name="required">Whether it must stand there.</param>
    public DateOnly? Date(string key, bool required = false) => Read(key, required, "a date such as 2025-02-28", (string text, out DateOnly day) =>
    {
        var good = DateText.TryRead(Encoding.UTF8.GetBytes(text), out var number);
        day = good ? DateOnly.FromDayNumber(number) : default;
        return good;
    });

    /// <summary>A whole number.</summary>
    /// <param name="key">The key.</param>
    /// <param name="least">The least it may be.</param>
    /// <param name="most">The most it may be.</param>
    /// <param name="required">Whether it must stand there.</param>
    public int? Whole(string key, int least, int most = 1_000_000, bool required = false) =>
        Read(key, required, $"a whole number from {least} to {most}", (string text, out int value) =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= least && value <= most);

    /// <summary>A number; finite.</summary>
    /// <param name="key">The key.</param>
    /// <param name="above">What it must be above, or null for any number.</param>
    /// <param name="required">Whether it must stand there.</param>
    public double? Number(string key, double? above = null, bool required = false) =>
        Read(key, required, $"a number{(above is { } bound ? $" above {bound:R}" : "")} in plain digits, such as 1234.5", (string text, out double value) =>
            NumberText.TryRead(Encoding.UTF8.GetBytes(text), out value) && !(value <= above));

    /// <summary>true or false.</summary>
    /// <param name="key">The key.</param>
    public bool? Truth(string key) => Read(key, false, "true or false", (string text, out bool value) =>
    {
        value = text == "true";
        return text is "true" or "false";
    });

    /// <summary>One of the words of an enumeration, in lower case with hyphens.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="required">Whether it must stand there.</param>
    public T? Word<T>(string key, bool required = false)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().ToDictionary(value => WordOf(value.ToString()), StringComparer.Ordinal);
        var expected = $"one of: {string.Join(", ", words.Keys)}";
        return Read(key, required, expected, (string text, out T value) => words.TryGetValue(text, out value), text => Meant(text, words.Keys));
    }

    /// <summary>A share in percent.</summary>
    /// <param name="key">The key.</param>
    /// <param name="withZero">Whether 0% is allowed.</param>
    /// <param name="required">Whether it must stand there.</param>
    public Percent? Share(string key, bool withZero = false, bool required = false) =>
        Take(key, required ? ShareExpected(withZero) : null) is { } node ? ShareOf(node, PathOf(key), withZero) : null;

    /// <summary>The id of an instrument.</summary>
    /// <param name="key">The key.</param>
    /// <param name="required">Whether it must stand there.</param>
    public InstrumentId? Instrument(string key, bool required = false) => Read<InstrumentId>(key, required, InstrumentExpected, TryInstrument);

    /// <summary>A text that passes a test.</summary>
    /// <param name="key">The key.</param>
    /// <param name="expected">What is expected.</param>
    /// <param name="isGood">The test.</param>
    /// <param name="required">Whether it must stand there.</param>
    public string? Code(string key, string expected, Func<string, bool> isGood, bool required = false)
    {
        var node = Take(key, required ? expected : null);
        return node is null ? null : CodeOf(node, PathOf(key), expected, isGood);
    }

    /// <summary>A list of texts, each once; empty when the key is missing.</summary>
    /// <param name="key">The key.</param>
    /// <param name="expected">What each is expected to be.</param>
    /// <param name="isGood">A test for each, or null.</param>
    /// <param name="required">Whether the list must stand there, with something in it.</param>
    public ImmutableArray<string> Texts(string key, string expected, Func<string, bool>? isGood = null, bool required = false)
    {
        var (seen, texts) = (new Dictionary<string, int>(StringComparer.Ordinal), ImmutableArray.CreateBuilder<string>());
        foreach (var (node, path) in Items(key, $"a list, each {expected}", required))
        {
            if (CodeOf(node, path, expected, isGood) is not { } text)
            {
                continue;
            }

            if (!seen.TryAdd(text, node.Line))
            {
                Faults.Add(node.Line, $"{path} is '{YamlText.Short(text)}', which stands on line {seen[text]} already; expected each once.");
                continue;
            }

            texts.Add(text);
        }

        return texts.DrainToImmutable();
    }

    /// <summary>The items of a list with the keys that lead to them; none when the key is missing.</summary>
    /// <param name="key">The key.</param>
    /// <param name="expected">What is expected.</param>
    /// <param name="required">Whether the list must stand there, with something in it.</param>
    public IEnumerable<(YamlNode Node, string Path)> Items(string key, string expected, bool required = false)
    {
        var node = Take(key, required ? expected : null);
        if (node is YamlList list && (!required || !list.Items.IsEmpty))
        {
            return list.Items.Select((item, i) => (item, $"{PathOf(key)}[{i + 1}]"));
        }

        if (node is not null)
        {
            Wrong(node, PathOf(key), expected);
        }

        return [];
    }

    /// <summary>A text in one line; null, and a fault, when a node is none.</summary>
    /// <param name="node">The node.</param>
    /// <param name="path">The keys that lead to it.</param>
    /// <param name="expected">What is expected.</param>
    public string? TextOf(YamlNode node, string path, string expected) => CodeOf(node, path, expected, null);

    /// <summary>An instrument's id; null, and a fault, when a node is none.</summary>
    /// <param name="node">The node.</param>
    /// <param name="path">The keys that lead to it.</param>
    public InstrumentId? InstrumentOf(YamlNode node, string path) => Value<InstrumentId>(node, path, InstrumentExpected, TryInstrument, null);

    /// <summary>A percentage above 0% and at most 100%; null, and a fault, when a node is none.</summary>
    /// <param name="node">The node.</param>
    /// <param name="path">The keys that lead to it.</param>
    /// <param name="withZero">Whether 0% is allowed.</param>
    public Percent? ShareOf(YamlNode node, string path, bool withZero = false) => Value(
        node, path, ShareExpected(withZero), (string text, out Percent value) => IsPercent(text, out value) && value.Fraction <= 1 && (withZero ? value.Fraction >= 0 : value.Fraction > 0), FractionHint);

    private const string InstrumentExpected = "the id of an instrument, such as XHKG:700 or HSI";

    private static string ShareExpected(bool withZero) => $"a percentage {(withZero ? "from 0% to" : "above 0% and at most")} 100%, such as 8%";

    private static bool TryInstrument(string text, out InstrumentId id)
    {
        var good = InstrumentId.IsValid(text) && text.Length <= 60;
        id = good ? new InstrumentId(text) : default;
        return good;
    }

    /// <summary>A text that passes a test; null, and a fault, when a node is none.</summary>
    /// <param name="node">The node.</param>
    /// <param name="path">The keys that lead to it.</param>
    /// <param name="expected">What is expected.</param>
    /// <param name="isGood">The test, or null.</param>
    public string? CodeOf(YamlNode node, string path, string expected, Func<string, bool>? isGood)
    {
        if (node is YamlText { IsEmpty: false } text && text.Value.Trim() is { Length: > 0 } value && isGood?.Invoke(value) != false)
        {
            return value.ReplaceLineEndings(" ");
        }

        Wrong(node, path, expected);
        return null;
    }

    private T? Read<T>(string key, bool required, string expected, Parse<T> parse, Func<string, string>? hint = null)
        where T : struct => Take(key, required ? expected : null) is { } node ? Value(node, PathOf(key), expected, parse, hint) : null;

    private T? Value<T>(YamlNode node, string path, string expected, Parse<T> parse, Func<string, string>? hint)
        where T : struct
    {
        if (node is YamlText { IsEmpty: false } text && parse(text.Value, out var value))
        {
            return value;
        }

        Wrong(node, path, expected, node is YamlText { IsEmpty: false } met ? hint?.Invoke(met.Value) : null);
        return null;
    }

    private void Wrong(YamlNode node, string path, string expected, string? hint = null) => Faults.Add(node.Line, $"{path} is {node.Shown}; expected {expected}.{hint}");

    private static string Meant(string text, IEnumerable<string> words) => text.Length <= LongestKey && NearestName.Of(text, words) is { } meant ? $" Did you mean '{meant}'?" : "";

    private static bool IsPercent(string text, out Percent value)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var good = decimal.TryParse(text.EndsWith('%') ? text.AsSpan(..^1) : default, Style, CultureInfo.InvariantCulture, out var points);
        value = good ? Percent.FromPoints((double)points) : default;
        return good;
    }

    // Whether 0.08 was meant as eight hundredths or eight tenths of a thousandth cannot be told from the number; the first is common.
    private static string FractionHint(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 100
            ? $" Write {(number <= 1 ? number * 100 : number):0.##########}% when that is meant."
            : "";

    private static string WordOf(string name) =>
        string.Concat(name.Select((letter, i) => char.IsUpper(letter) ? $"{(i > 0 ? "-" : "")}{char.ToLowerInvariant(letter)}" : letter.ToString()));
}
