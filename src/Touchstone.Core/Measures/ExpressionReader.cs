using System.Collections.Immutable;
using System.Globalization;

namespace Touchstone.Measures;

/// <summary>Reads the text of one expression from left to right.</summary>
internal sealed class ExpressionReader(string text)
{
    private readonly record struct Written(Argument Argument, int NamePosition, int ValuePosition);

    private int _position;

    private ExpressionError? _error;

    public ParsedExpression Read()
    {
        SkipSpace();
        var start = _position;
        while (_position < text.Length && (char.IsAsciiLetterOrDigit(text[_position]) || text[_position] == '-'))
        {
            _position++;
        }

        var name = text[start.._position].ToLowerInvariant();
        if (name.Length == 0)
        {
            return Fail(start, "An expression begins with the name of a measure, such as return(HARB, ytd).");
        }

        var measure = Catalogue.Find(name);
        if (measure is null)
        {
            return Fail(start, $"There is no measure '{name}'.", Catalogue.Nearest(name));
        }

        SkipSpace();
        if (!Take('('))
        {
            return Fail(_position, $"After '{name}' an opening bracket is expected: {measure.Form}.");
        }

        if (ReadArguments() is not { } written)
        {
            return ParsedExpression.Of(_error!);
        }

        if (ReadAsOf() is not { } asOf)
        {
            return ParsedExpression.Of(_error!);
        }

        var matched = ArgumentList.Match(measure, [.. written.Select(item => item.Argument)]);
        if (matched.Error is { } mistake)
        {
            var position = mistake.Index < 0 ? text.LastIndexOf(')') : mistake.AtName ? written[mistake.Index].NamePosition : written[mistake.Index].ValuePosition;
            return Fail(position, mistake.Message, mistake.Suggestion);
        }

        return ParsedExpression.Of(new Expression(measure.Name, matched.Canonical, asOf));
    }

    private List<Written>? ReadArguments()
    {
        var written = new List<Written>();
        SkipSpace();
        if (Take(')'))
        {
            return written;
        }

        while (true)
        {
            SkipSpace();
            var namePosition = _position;
            var first = ReadValue(stopAtEquals: true);
            if (first is null)
            {
                return null;
            }

            SkipSpace();
            if (Take('='))
            {
                SkipSpace();
                var valuePosition = _position;
                if (ReadValue(stopAtEquals: false) is not { } value)
                {
                    return null;
                }

                written.Add(new Written(new Argument(first.ToLowerInvariant(), value), namePosition, valuePosition));
            }
            else
            {
                written.Add(new Written(new Argument(null, first), namePosition, namePosition));
            }

            SkipSpace();
            if (Take(')'))
            {
                return written;
            }

            if (!Take(','))
            {
                _error = new ExpressionError(text, _position, _position < text.Length
                    ? $"Between arguments a comma is expected, and a closing bracket after the last; here stands '{text[_position]}'."
                    : "The closing bracket is missing.");
                return null;
            }
        }
    }

    private string? ReadValue(bool stopAtEquals)
    {
        var start = _position;
        if (_position < text.Length && text[_position] == '"')
        {
            return ReadQuoted();
        }

        while (_position < text.Length && text[_position] is not (',' or '(' or ')' or '"' or '@') && !(stopAtEquals && text[_position] == '='))
        {
            _position++;
        }

        var value = text[start.._position].TrimEnd();
        if (value.Length == 0)
        {
            _error = new ExpressionError(text, start, start < text.Length ? "An argument is missing here." : "The closing bracket is missing.");
            return null;
        }

        return value;
    }

    private string? ReadQuoted()
    {
        var start = _position++;
        var value = new System.Text.StringBuilder();
        while (_position < text.Length)
        {
            if (text[_position] == '"')
            {
                _position++;
                if (_position == text.Length || text[_position] != '"')
                {
                    return value.ToString();
                }
            }

            value.Append(text[_position++]);
        }

        _error = new ExpressionError(text, start, "This quotation mark is never closed.");
        return null;
    }

    private AsOf? ReadAsOf()
    {
        SkipSpace();
        if (_position == text.Length)
        {
            return AsOf.Latest;
        }

        if (!Take('@'))
        {
            _error = new ExpressionError(text, _position, "After the closing bracket only '@' and a day may follow.");
            return null;
        }

        AsOf? asOf = null;
        SkipSpace();
        while (_position < text.Length)
        {
            var start = _position;
            while (_position < text.Length && !char.IsWhiteSpace(text[_position]))
            {
                _position++;
            }

            var word = text[start.._position];
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            if (!TryDay(word[(equals + 1)..], out var day) || equals == 0)
            {
                _error = new ExpressionError(text, start + equals + 1, $"'{word[(equals + 1)..]}' is not a day: expected a form such as 2025-02-28.");
                return null;
            }

            if (equals < 0 && asOf is not null)
            {
                _error = new ExpressionError(text, start, "A second day needs its exchange: XNYS=2025-02-27.");
                return null;
            }

            asOf = equals < 0 ? AsOf.On(day) : (asOf ?? AsOf.Latest).With(word[..equals].ToUpperInvariant(), day);
            SkipSpace();
        }

        if (asOf is null)
        {
            _error = new ExpressionError(text, text.Length, "After '@' a day is expected, such as 2025-02-28.");
        }

        return asOf;
    }

    /// <summary>Days are read between 1800 and 2199, so that no window can leave the calendar.</summary>
    internal static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is >= 1800 and < 2200;

    private ParsedExpression Fail(int position, string message, string? suggestion = null) =>
        ParsedExpression.Of(new ExpressionError(text, position, message, suggestion));

    private bool Take(char expected)
    {
        if (_position < text.Length && text[_position] == expected)
        {
            _position++;
            return true;
        }

        return false;
    }

    private void SkipSpace()
    {
        while (_position < text.Length && char.IsWhiteSpace(text[_position]))
        {
            _position++;
        }
    }
}
