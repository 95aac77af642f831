using System.CommandLine;
using Touchstone.Json;
using Touchstone.Cli.Terminal;
using Touchstone.Indices;

namespace Touchstone.Cli.Commands;

/// <summary><c>touchstone index calculate</c>: the levels of an index.</summary>
internal static class IndexCalculateCommand
{
    private static readonly string[] Known = ["price", "gross", "net"];

    public static Command Create(Host host)
    {
        var question = new IndexQuestion();
        var from = Options.Day("--from", "The first day, which is the base day; by default the first that the package allows.");
        var to = Options.Day("--to", "The last day; by default the last that the package allows.");
        var returns = new Option<string[]>("--returns")
        {
            Description = "Which returns: price, gross, net; several separated by commas.",
            HelpName = "LIST",
            DefaultValueFactory = _ => ["price"],
            CustomParser = result =>
            {
                string[] names = [.. result.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries)];
                if (names.FirstOrDefault(name => !Known.Contains(name, StringComparer.Ordinal)) is { } wrong)
                {
                    result.AddError($"--returns '{wrong}' is not a return; expected {string.Join(", ", Known)}.");
                }

                return [.. Known.Where(names.Contains)];
            },
        };
        var csv = new Option<bool>("--csv") { Description = "Write levels as CSV to standard output." };
        var json = Options.Json();
        var command = new Command("calculate", "Calculate the levels of an index from its rulebook and a data package.");
        question.AddTo(command);
        command.Add(from);
        command.Add(to);
        command.Add(returns);
        command.Add(csv);
        command.Add(json);
        command.Validators.Add(result =>
        {
            if (result.GetValue(csv) && result.GetValue(json))
            {
                result.AddError("--csv and --json exclude each other.");
            }
        });
        command.SetAction(parsed =>
        {
            var opened = question.Open(parsed, host);
            var answer = IndexQuestion.Calculate(opened, parsed.GetValue(from), parsed.GetValue(to), host);
            if (parsed.GetValue(json))
            {
                IndexJson.WriteLevels(opened.Rulebook, answer, parsed.GetValue(returns)!, opened.Market, host.Out);
            }
            else if (answer.HasValue && parsed.GetValue(csv))
            {
                LevelTable.WriteCsv(answer.Value, parsed.GetValue(returns)!, host.Out);
            }
            else if (answer.HasValue)
            {
                Sheet.Write(LevelTable.Of(answer.Value, parsed.GetValue(returns)!), host);
            }

            return answer.HasValue ? IndexQuestion.Complete(answer.Value, host) : IndexQuestion.Refuse(answer.Problem, host);
        });
        return command;
    }
}
