using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Touchstone.Cli.Commands;

/// <summary>Options that several commands share.</summary>
internal static class Options
{
    /// <summary>The folder of the data package.</summary>
    public static Option<string> Data() => new("--data")
    {
        Description = "The folder of the data package: CSV files with a datapackage.json.",
        HelpName = "DIR",
        Required = true,
    };

    /// <summary>JSON in place of text.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Write JSON to standard output." };

    /// <summary>A day.</summary>
    /// <param name="name">The option's name.</param>
    /// <param name="description">What the day is for.</param>
    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result => ReadDay(result, name, result.Tokens[0].Value) is { } day ? day : null,
    };

    /// <summary>The index: the id of a rulebook, or a file.</summary>
    public static Argument<string> Index() => new("ID|FILE") { Description = "The id of an index, or a file of rules (YAML)." };

    /// <summary>The index, or the holdings of one day.</summary>
    public static Argument<string> IndexOrBasket() => new("ID|FILE") { Description = "The id of an index, a file of rules (YAML), or a file of weights or units of one day (CSV)." };

    /// <summary>The currency of the market value.</summary>
    public static Option<string?> Currency() => new("--currency")
    {
        Description = "Sum the market value in this currency, with a divisor of its own.",
        HelpName = "CODE",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (text.Length != 3 || !text.All(char.IsAsciiLetterUpper))
            {
                result.AddError($"--currency '{text}' is not a code of three capital letters, such as USD.");
            }

            return text;
        },
    };

    /// <summary>Members from the rules in place of published units.</summary>
    public static Option<bool> FromRules() => new("--from-rules") { Description = "Choose the members by the rules even where the package publishes units." };

    /// <summary>Days of single exchanges, as <c>MIC=DATE</c>.</summary>
    public static Option<(string Mic, DateOnly Day)[]> AsOf() => new("--as-of")
    {
        Description = "The session the article speaks of on one exchange; repeat for others.",
        HelpName = "MIC=DATE",
        AllowMultipleArgumentsPerToken = false,
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => [.. result.Tokens.Select(token => ReadPair(result, token.Value)).OfType<(string, DateOnly)>()],
    };

    /// <summary>The seed of a sample.</summary>
    public static Option<int> Seed() => new("--seed")
    {
        Description = "The same seed gives the same bytes.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed))
            {
                result.AddError($"--seed '{text}' is not a whole number; expected one from {int.MinValue} to {int.MaxValue}.");
            }

            return seed;
        },
    };

    private static (string Mic, DateOnly Day)? ReadPair(ArgumentResult result, string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1)
        {
            result.AddError($"--as-of '{text}' is not an exchange and a day; expected a form such as XHBR=2025-02-28.");
            return null;
        }

        return ReadDay(result, "--as-of", text[(equals + 1)..]) is { } day ? (text[..equals].ToUpperInvariant(), day) : null;
    }

    private static DateOnly? ReadDay(ArgumentResult result, string name, string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 2200)
        {
            return day;
        }

        result.AddError($"{name} '{text}' is not a day; expected year, month and day, such as 2025-02-28, from 1900 to 2199.");
        return null;
    }
}
