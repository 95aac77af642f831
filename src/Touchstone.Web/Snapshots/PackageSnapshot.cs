using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Touchstone.Briefs;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Web.Snapshots;

/// <summary>A data package as one request sees it from its first line to its last: read once, never changed.</summary>
internal sealed class PackageSnapshot
{
    // An evaluator remembers what it was asked; a new one now and then keeps strangers' questions from filling the memory.
    private const int QuestionsOfOneEvaluator = 16384;

    private readonly Lazy<DataReport> _report;
    private readonly Lazy<Symbols> _symbols;
    private Evaluator _evaluator;
    private int _asked;

    /// <summary>Makes a snapshot.</summary>
    /// <param name="loaded">The market and the problems of its rows.</param>
    /// <param name="rulebooks">The rulebooks at hand.</param>
    /// <param name="readAt">When it was read.</param>
    public PackageSnapshot(Loaded<Market> loaded, RulebookShelf rulebooks, DateTimeOffset readAt)
    {
        (Market, Problems, Rulebooks, ReadAt) = (loaded.Value, loaded.Problems, rulebooks, readAt);
        _evaluator = new Evaluator(Market);
        _report = new Lazy<DataReport>(() => DataCheck.Run(Market, Problems));
        _symbols = new Lazy<Symbols>(() => new Symbols(Market));
        AsOf = Market.Rows.Prices.Where(history => history.Count > 0).Select(history => (DateOnly?)history.Last).Max();
        var names = $"{Market.Sha256}\n{string.Concat(rulebooks.Beside.Select(rulebook => $"{rulebook.Sha256}  {rulebook.File}\n"))}";
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(names)));
    }

    /// <summary>The package.</summary>
    public Market Market { get; }

    /// <summary>The rows that could not be read.</summary>
    public ImmutableArray<Problem> Problems { get; }

    /// <summary>The rulebooks at hand.</summary>
    public RulebookShelf Rulebooks { get; }

    /// <summary>When it was read.</summary>
    public DateTimeOffset ReadAt { get; }

    /// <summary>The last day with a price, or null in a package without prices.</summary>
    public DateOnly? AsOf { get; }

    /// <summary>The hash of everything that answers depend on: package and rulebooks.</summary>
    public string Hash { get; }

    /// <summary>What is wrong with the package; made when first asked for.</summary>
    public DataReport Report => _report.Value;

    /// <summary>Finds instruments by what people type.</summary>
    public Symbols Symbols => _symbols.Value;

    /// <summary>Answers an expression.</summary>
    /// <param name="expression">The expression.</param>
    public Answer<Measurement> Evaluate(Expression expression)
    {
        return Asked().Evaluate(expression);
    }

    /// <summary>Answers an expression as it is written.</summary>
    /// <param name="text">The expression.</param>
    /// <returns>The answer; a text that is no expression gives a problem that points at the fault.</returns>
    public Answer<Measurement> Evaluate(string text)
    {
        var parsed = Expression.Parse(text);
        return parsed.Value is { } expression ? Evaluate(expression) : new Problem(ProblemKind.Invalid, parsed.Error!.ToString());
    }

    /// <summary>The numbers of a question on many days, without working; null on a day that has none.</summary>
    /// <param name="question">The expression without a day.</param>
    /// <param name="days">The days.</param>
    public ImmutableArray<double?> Values(string question, IEnumerable<DateOnly> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        if (Expression.Parse(question).Value is not { } expression)
        {
            return [.. days.Select(_ => default(double?))];
        }

        var bound = Asked().Bind(expression);
        return [.. days.Select(day => bound.TryValue(Measures.AsOf.On(day), out var value) ? value : default(double?))];
    }

    /// <summary>The number of a question on a day, without working; null when it has none.</summary>
    /// <param name="question">The expression without a day.</param>
    /// <param name="day">The day.</param>
    public double? Value(string question, DateOnly day) => Values(question, [day])[0];

    /// <summary>The sessions of a window on a day.</summary>
    /// <param name="id">Whose sessions.</param>
    /// <param name="window">The window.</param>
    /// <param name="day">The day.</param>
    public Answer<ResolvedWindow> Resolve(InstrumentId id, Window window, DateOnly day) => Asked().Resolve(id, window, Measures.AsOf.On(day));

    /// <summary>Writes a brief.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellation">Stops the work.</param>
    public BriefOutcome Write(BriefRequest request, CancellationToken cancellation) => BriefWriter.Write(Asked(), request, cancellation: cancellation);

    /// <summary>What an instrument is compared with when nobody says; null when the package has nothing for it.</summary>
    /// <param name="subject">The instrument.</param>
    /// <param name="day">The day.</param>
    public Instrument? BenchmarkOf(Instrument subject, DateOnly day) => BenchmarkChoice.Of(Asked(), subject, Measures.AsOf.On(day));

    /// <summary>Opens an index: its rules with the package.</summary>
    /// <param name="id">The id of the index.</param>
    /// <param name="options">Currency, and where the members come from; null for the usual.</param>
    /// <returns>The index; or null and why there is none.</returns>
    public (OpenedIndex? Index, Problem? Problem) OpenIndex(string id, Indices.CalculationOptions? options = null)
    {
        var (rulebook, problem) = Rulebooks.Find(id, Market);
        return rulebook is null ? (null, problem) : (new OpenedIndex(Market, rulebook, options ?? new Indices.CalculationOptions()), null);
    }

    private Evaluator Asked()
    {
        if (Interlocked.Increment(ref _asked) % QuestionsOfOneEvaluator == 0)
        {
            Volatile.Write(ref _evaluator, new Evaluator(Market));
        }

        return Volatile.Read(ref _evaluator);
    }
}
