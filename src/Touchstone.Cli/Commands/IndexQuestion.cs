using System.CommandLine;
using Touchstone.Cli.Sources;
using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Cli.Commands;

/// <summary>What the commands that calculate an index have in common: index, package, currency, source of the members.</summary>
internal sealed class IndexQuestion
{
    private readonly Argument<string> _index = Options.IndexOrBasket();
    private readonly Option<string> _data = Options.Data();
    private readonly Option<string?> _currency = Options.Currency();
    private readonly Option<bool> _fromRules = Options.FromRules();
    private readonly Option<DateOnly?> _asOf = Options.Day("--as-of", "The day of the weights or units in a CSV file that has no date column.");

    /// <summary>Adds the arguments to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Add(_index);
        command.Add(_data);
        command.Add(_currency);
        command.Add(_fromRules);
        command.Add(_asOf);
    }

    /// <summary>Opens what was named.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="host">Where to warn.</param>
    public OpenedIndex Open(ParseResult parsed, Host host)
    {
        var folder = parsed.GetRequiredValue(_data);
        var market = PackageFolder.OpenForIndices(folder, host);
        var text = parsed.GetRequiredValue(_index);
        var options = new CalculationOptions { Currency = parsed.GetValue(_currency), FromRules = parsed.GetValue(_fromRules) };
        if (!text.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            return parsed.GetValue(_asOf) is null
                ? new OpenedIndex(market, RulebookChoice.Find(text, folder, market), options)
                : throw new CommandFailure(ExitCode.Usage, "--as-of is the day of a file of weights or units (CSV); an index by rules takes --from, --to or --date.");
        }

        return options.FromRules
            ? throw new CommandFailure(ExitCode.Usage, $"--from-rules needs rules; {text} holds the members of one day.")
            : OfBasket(market, text, parsed.GetValue(_asOf), options);
    }

    /// <summary>Calculates a span, all of it when no ends are named.</summary>
    /// <param name="index">What was opened.</param>
    /// <param name="from">The first day, or null.</param>
    /// <param name="to">The last day, or null.</param>
    /// <param name="host">Where to show progress.</param>
    public static Answer<IndexCalculation> Calculate(OpenedIndex index, DateOnly? from, DateOnly? to, Host host)
    {
        if (from > to)
        {
            throw new CommandFailure(ExitCode.Usage, $"--from {from:yyyy-MM-dd} is after --to {to:yyyy-MM-dd}.");
        }

        using var progress = new Progress(host, $"Calculating {index.Rulebook.Id}");
        return index.Calculate(from, to, progress.Report);
    }

    /// <summary>Says which sessions have no level, so that the rest is not taken for the whole.</summary>
    /// <param name="index">The calculated index.</param>
    /// <param name="host">Where to.</param>
    /// <returns>The exit code.</returns>
    public static int Complete(IndexCalculation index, Host host)
    {
        if (index.Missing.IsEmpty)
        {
            return ExitCode.Done;
        }

        var days = string.Join(", ", index.Missing.Select(missing => $"{missing.Day:yyyy-MM-dd}"));
        host.Error.WriteLine($"touchstone: {index.Missing.Length} of {index.Missing.Length + index.History.Levels.Length} sessions have no level, for want of closes of members: {days}.");
        return ExitCode.NotEnoughData;
    }

    /// <summary>Says why there is no answer.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="host">Where to.</param>
    /// <returns>The exit code.</returns>
    public static int Refuse(Problem problem, Host host)
    {
        host.Error.WriteLine($"touchstone: {problem}");
        return ExitCode.Of(problem.Kind);
    }

    private static OpenedIndex OfBasket(Market market, string path, DateOnly? day, CalculationOptions options)
    {
        var basket = StatedBasket.Read(path, day);
        if (!basket.HasValue)
        {
            throw new CommandFailure(basket.Problem.Source is null ? ExitCode.Usage : ExitCode.BadInput, basket.Problem.ToString());
        }

        var name = Path.GetFileNameWithoutExtension(path).ToUpperInvariant();
        var rules = StatedRules.Of(market, basket.Value, new InstrumentId(InstrumentId.IsValid(name) ? name : "BASKET"));
        return rules.HasValue
            ? new OpenedIndex(market, rules.Value, options, basket.Value)
            : throw new CommandFailure(ExitCode.BadInput, rules.Problem.ToString());
    }
}
