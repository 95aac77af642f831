using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Web.Asking;

/// <summary>Examples of measures in the words of a package: where it lacks what an example names, one of its own of the same kind stands in.</summary>
internal sealed class LocalExample
{
    private const string Since = "since:";

    private static readonly ConditionalWeakTable<Market, LocalExample> Known = [];

    private readonly ConcurrentDictionary<Measure, string> _written = new(ReferenceEqualityComparer.Instance);
    private readonly Market _market;
    private readonly Symbols _symbols;
    private readonly ImmutableArray<InstrumentId> _indices;
    private readonly ImmutableArray<InstrumentId> _stocks;
    private readonly InstrumentId? _exchange;
    private readonly string? _event;

    /// <summary>Chooses what stands in: indices with members first, members of the first of them, its exchange, the last event.</summary>
    /// <param name="market">The package.</param>
    /// <param name="symbols">Its names.</param>
    public LocalExample(Market market, Symbols symbols)
    {
        ArgumentNullException.ThrowIfNull(market);
        (_market, _symbols) = (market, symbols);
        var members = MemberIndices.Of(market);
        _indices = [.. members.Select(index => index.Index)];
        _stocks = [.. members.SelectMany(index => index.Ever).Where(id => MemberIndices.HasPrices(market, id))];
        _exchange = market.Rows.Instruments.Where(instrument => instrument.Kind == InstrumentKind.Market).Select(instrument => (InstrumentId?)instrument.Id).FirstOrDefault(id => _indices.IsEmpty || market.Instrument(id!.Value)?.Exchange == market.Instrument(_indices[0])?.Exchange);
        _event = market.Rows.Events.MaxBy(item => item.Date)?.Id;
    }

    /// <summary>Those of a package, which are made once.</summary>
    /// <param name="market">The package.</param>
    /// <param name="symbols">Its names.</param>
    public static LocalExample For(Market market, Symbols symbols) => Known.GetOrAdd(market, static (key, names) => new LocalExample(key, names), symbols);

    /// <summary>The example of a measure.</summary>
    /// <param name="measure">The measure.</param>
    /// <returns>Its own where the package has all it names; names that nothing can stand in for are left as they are.</returns>
    public string Of(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return _written.GetOrAdd(measure, Write);
    }

    private string Write(Measure measure)
    {
        if (Expression.Parse(measure.Example).Value is not { } example)
        {
            return measure.Example;
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        var arguments = new List<Argument>();
        foreach (var argument in example.Arguments)
        {
            var parameter = argument.Name is { } name
                ? measure.Arguments.FirstOrDefault(item => item.Name == name)
                : measure.Arguments.ElementAtOrDefault(Math.Min(arguments.Count, measure.Arguments.Length - 1));
            var local = argument with { Value = Local(argument.Value, parameter, used) };
            used.Add(local.Value);
            arguments.Add(local);
        }

        return example.Arguments.SequenceEqual(arguments) ? measure.Example : (example with { Arguments = [.. arguments] }).ToString();
    }

    private string Local(string value, Parameter? parameter, HashSet<string> used) => parameter?.Kind switch
    {
        ParameterKind.Subject or ParameterKind.Subjects when !_symbols.Find(value).Found => Like(value, parameter.Name, used)?.Value ?? value,
        ParameterKind.Event or ParameterKind.Occasion when IsMissing(value) => _event ?? value,
        ParameterKind.Window when value.StartsWith(Since, StringComparison.Ordinal) && IsMissing(value[Since.Length..]) => _event is null ? "ytd" : Since + _event,
        _ => value,
    };

    /// <summary>What stands in for a name: a stock for what has an exchange or is a part of something, a market for the code of an exchange, else an index.</summary>
    private InstrumentId? Like(string name, string role, HashSet<string> used) =>
        name.Contains(':', StringComparison.Ordinal) || role is "security" or "member" ? First(_stocks, used)
        : name is ['X', _, _, _] ? _exchange
        : First(_indices, used);

    private static InstrumentId? First(ImmutableArray<InstrumentId> ids, HashSet<string> used) => ids.Where(id => !used.Contains(id.Value)).Select(id => (InstrumentId?)id).FirstOrDefault();

    private bool IsMissing(string occasion) => !char.IsAsciiDigit(occasion[0]) && _market.Event(occasion) is null;
}
