using System.Collections.Immutable;
using System.Globalization;

namespace Touchstone.Measures;

/// <summary>A mistake in an argument list.</summary>
/// <param name="Index">The argument, from 0; -1 when one is missing.</param>
/// <param name="AtName">Whether the name is wrong rather than the value.</param>
/// <param name="Message">A sentence.</param>
/// <param name="Suggestion">The nearest right name, or null.</param>
internal sealed record ArgumentMistake(int Index, bool AtName, string Message, string? Suggestion);

/// <summary>Arguments put to the parameters of a measure.</summary>
internal sealed class ArgumentList
{
    private const double LargestNumber = 1e6;

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    private ArgumentList()
    {
    }

    /// <summary>What is wrong, or null.</summary>
    public ArgumentMistake? Error { get; private set; }

    /// <summary>The arguments in canonical spelling, in the order written.</summary>
    public ImmutableArray<Argument> Canonical { get; private set; } = [];

    /// <summary>The value of a parameter as written or by default, or null.</summary>
    public string? this[Parameter parameter] => _values.TryGetValue(parameter.Name, out var values) ? values[0] : parameter.Default;

    /// <summary>All values of a parameter that takes many.</summary>
    public IReadOnlyList<string> All(Parameter parameter) => _values.GetValueOrDefault(parameter.Name) ?? [];

    /// <summary>Puts arguments to parameters, checking names, windows and choices; subjects are left to the market.</summary>
    public static ArgumentList Match(Measure measure, ImmutableArray<Argument> arguments)
    {
        var list = new ArgumentList();
        var canonical = ImmutableArray.CreateBuilder<Argument>(arguments.Length);
        var place = 0;
        for (var index = 0; index < arguments.Length; index++)
        {
            var argument = arguments[index];
            var parameter = argument.Name is null
                ? measure.Arguments.ElementAtOrDefault(place)
                : measure.Arguments.FirstOrDefault(candidate => candidate.Name == argument.Name);
            if (parameter is null)
            {
                list.Error = argument.Name is null
                    ? new ArgumentMistake(index, false, $"'{argument.Value}' is one argument too many: {measure.Form}.", null)
                    : new ArgumentMistake(index, true, $"'{measure.Name}' has no argument '{argument.Name}': {measure.Form}.", NearestName.Of(argument.Name, measure.Arguments.Select(candidate => candidate.Name)));
                return list;
            }

            if (list._values.ContainsKey(parameter.Name) && parameter.Kind != ParameterKind.Subjects)
            {
                list.Error = new ArgumentMistake(index, argument.Name is not null, $"The argument '{parameter.Name}' is given twice.", null);
                return list;
            }

            if (list.Add(parameter, argument.Value, index) is not { } value)
            {
                return list;
            }

            canonical.Add(new Argument(argument.Name, value));
            place += argument.Name is null && parameter.Kind != ParameterKind.Subjects ? 1 : 0;
        }

        if (measure.Arguments.FirstOrDefault(parameter => parameter.Required && !list._values.ContainsKey(parameter.Name)) is { } missing)
        {
            list.Error = new ArgumentMistake(-1, false, $"The argument '{missing.Name}' is missing: {measure.Form}.", null);
            return list;
        }

        list.Canonical = canonical.ToImmutable();
        return list;
    }

    private string? Add(Parameter parameter, string value, int index)
    {
        switch (parameter.Kind)
        {
            case ParameterKind.Window:
                var window = Window.Parse(value);
                if (window.Value is null)
                {
                    Error = new ArgumentMistake(index, false, window.Message!, window.Suggestion);
                    return null;
                }

                value = window.Value.ToString();
                break;
            case ParameterKind.Choice:
                value = value.ToLowerInvariant();
                if (!parameter.Choices.Contains(value))
                {
                    Error = new ArgumentMistake(index, false, $"'{value}' is not a choice for '{parameter.Name}': {string.Join(", ", parameter.Choices)}.", NearestName.Of(value, parameter.Choices));
                    return null;
                }

                break;
            case ParameterKind.Field:
                value = value.ToLowerInvariant();
                break;
            case ParameterKind.Currency:
                value = value.ToUpperInvariant();
                if (value.Length != 3 || !value.All(char.IsAsciiLetter))
                {
                    Error = new ArgumentMistake(index, false, $"'{value}' is not a currency code: expected three letters such as USD.", null);
                    return null;
                }

                break;
            case ParameterKind.Count:
                if (value.Length is 0 or > 4 || !value.All(char.IsAsciiDigit) || value[0] == '0')
                {
                    Error = new ArgumentMistake(index, false, $"'{value}' is not a count for '{parameter.Name}': expected a whole number from 1 to 9999.", null);
                    return null;
                }

                break;
            case ParameterKind.EventDays:
                if (AbnormalReturns.ReadDays(value) is null)
                {
                    Error = new ArgumentMistake(index, false, $"'{value}' is not a run of event days for '{parameter.Name}': expected the first and the last in sessions from the event, such as -1..1, within 250.", null);
                    return null;
                }

                break;
            case ParameterKind.Number:
                if (!double.TryParse(value.EndsWith('%') ? value[..^1] : value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) > LargestNumber)
                {
                    Error = new ArgumentMistake(index, false, $"'{value}' is not a number for '{parameter.Name}': expected a form such as 8, -2.5 or -10%.", null);
                    return null;
                }

                value = number.ToString("R", CultureInfo.InvariantCulture);
                break;
            case ParameterKind.Start:
                if (!Start.TryParse(value, out _))
                {
                    Error = new ArgumentMistake(index, false, $"'{value}' is neither a year nor a day: expected 2020 or 2020-03-23.", null);
                    return null;
                }

                break;
        }

        if (!_values.TryGetValue(parameter.Name, out var values))
        {
            _values.Add(parameter.Name, values = []);
        }

        values.Add(value);
        return value;
    }
}
