using System.Globalization;
using System.Text.RegularExpressions;
using Touchstone.Claims;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Tests.Claims;

/// <summary>
/// A text about the harbour sample on its last day whose numbers are answers of the catalogue: <c>[return(HARB, ytd)|0.0]</c> is the size of that return to one decimal, <c>[...|0.0bn]</c> the same in billions,
/// <c>[...|+0.0]</c> with a minus mark when it is below zero. The catalogue has tests of its own; what is tested here is that the reader asks it the right question.
/// </summary>
internal sealed partial class FilledText
{
    private static readonly Lazy<Market> Harbour = new(() => Package.Open(Repository.PathOf("samples", "harbour"), new PackageOptions { UseCache = false }).Value);

    private readonly string _template;

    private FilledText(string template) => _template = template;

    /// <summary>The last day of the sample.</summary>
    public static DateOnly Day { get; } = TestMarket.Day("2025-02-28");

    /// <summary>The sample's rows.</summary>
    public static Market Market => Harbour.Value;

    /// <summary>The expressions of its numbers in order, with the day.</summary>
    public IReadOnlyList<string> Expressions => [.. Places().Matches(_template).Select(place => Ask(place).ToString())];

    /// <summary>How many numbers it fills in.</summary>
    public int Count => Places().Count(_template);

    public static FilledText Of(string template) => new(template);

    /// <summary>The text with its true numbers.</summary>
    public CheckReport Check() => Check(-1);

    /// <summary>The text with one number changed well beyond its rounding: an eighth and three units of the last digit more.</summary>
    public CheckReport Check(int changed) => Run(Fill(changed));

    public static CheckReport Run(string text, string published = "2025-02-28") =>
        ArticleCheck.Run(new Article("test.md", new string('0', 64), text), Market, new CheckOptions { Published = TestMarket.Day(published) });

    private string Fill(int changed)
    {
        var index = 0;
        var evaluator = new Evaluator(Market);
        return Places().Replace(_template, place => Print(evaluator.Evaluate(Ask(place)).Value.Value, place.Groups[2].Value, index++ == changed));
    }

    private static string Print(double value, string format, bool isChanged)
    {
        var isBillions = format.EndsWith("bn", StringComparison.Ordinal);
        var digits = format.TrimStart('+').Replace("bn", "", StringComparison.Ordinal);
        var decimals = digits.Length > 1 ? digits.Length - 2 : 0;
        var size = Math.Abs(value) / (isBillions ? 1e9 : 1);
        size = isChanged ? (Math.Round(size, decimals) * 1.125) + (3 * Math.Pow(10, -decimals)) : size;
        return (format[0] == '+' && value < 0 ? "-" : "") + size.ToString($"N{decimals}", CultureInfo.InvariantCulture) + (isBillions ? " billion" : "");
    }

    private static Expression Ask(Match place) => SampleExpression(place.Groups[1].Value).At(AsOf.On(Day));

    private static Expression SampleExpression(string text) => Expression.Parse(text).Value!;

    [GeneratedRegex(@"\[([^\]|]+)\|([^\]]+)\]")]
    private static partial Regex Places();
}
