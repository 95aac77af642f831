using System.CommandLine;
using Touchstone.Cli.Sources;
using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Cli.Commands;

/// <summary>What the commands that calculate an index have in common: index, package, currency, source of the members.</summary>
internal sealed class IndexQuestion
{
    private readonly Argument<string> _index = Options.Index();
    private readonly Option<string> _data = Options.Data();
    private readonly Option<string?> _currency = Options.Currency();
    private readonly Option<bool> _fromRules = Options.FromRules();

    /// <summary>Adds the arguments to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Add(_index);
        command.Add(_data);
        command.Add(_currency);
        command.Add(_fromRules);
    }

    /// <summary>Opens what was named.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="host">Where to warn.</param>
    public (Market Market, Rulebook Rulebook, CalculationOptions Options) Open(ParseResult parsed, Host host)
    {
        var folder = parsed.GetRequiredValue(_data);
        var market = PackageFolder.Open(folder, host);
        var rulebook = RulebookChoice.Find(parsed.GetRequiredValue(_index), folder, market);
        return (market, rulebook, new CalculationOptions { Currency = parsed.GetValue(_currency), FromRules = parsed.GetValue(_fromRules) });
    }

    /// <summary>Calculates a span, all of it when no ends are named.</summary>
    /// <param name="question">What was opened.</param>
    /// <param name="from">The first day, or null.</param>
    /// <param name="to">The last day, or null.</param>
    /// <param name="host">Where to show progress.</param>
    public static Answer<IndexCalculation> Calculate((Market Market, Rulebook Rulebook, CalculationOptions Options) question, DateOnly? from, DateOnly? to, Host host)
    {
        if (from > to)
        {
            throw new CommandFailure(ExitCode.Usage, $"--from {from:yyyy-MM-dd} is after --to {to:yyyy-MM-dd}.");
        }

        DateSpan span;
        if (from is { } first && to is { } last)
        {
            span = new DateSpan(first, last);
        }
        else
        {
            var whole = CalculationSpan.Of(question.Market, question.Rulebook, question.Options);
            if (!whole.HasValue)
            {
                return whole.Problem;
            }

            (first, last) = (from ?? whole.Value.First, to ?? whole.Value.Last);
            if (first > last)
            {
                return new Problem(ProblemKind.NoData, $"The package has members and prices of {question.Rulebook.Id} from {whole.Value.First:yyyy-MM-dd} to {whole.Value.Last:yyyy-MM-dd}.");
            }

            span = new DateSpan(first, last);
        }

        using var progress = new Progress(host, $"Calculating {question.Rulebook.Id}");
        return RulebookCalculation.Run(question.Market, question.Rulebook, span, question.Options, progress.Report);
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
}
