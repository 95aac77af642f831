using System.CommandLine;
using Touchstone.Json;
using Touchstone.Cli.Terminal;

namespace Touchstone.Cli.Commands;

/// <summary><c>touchstone index audit</c>: every change of holdings and divisor, in plain words.</summary>
internal static class IndexAuditCommand
{
    public static Command Create(Host host)
    {
        var question = new IndexQuestion();
        var from = Options.Day("--from", "The first day, which is the base day; by default the first that the package allows.");
        var to = Options.Day("--to", "The last day; by default the last that the package allows.");
        var json = Options.Json();
        var command = new Command("audit", "List every change of holdings and divisor, with market values before and after.");
        question.AddTo(command);
        command.Add(from);
        command.Add(to);
        command.Add(json);
        command.SetAction(parsed =>
        {
            var opened = question.Open(parsed, host);
            var answer = IndexQuestion.Calculate(opened, parsed.GetValue(from), parsed.GetValue(to), host);
            if (parsed.GetValue(json))
            {
                IndexJson.WriteAudit(opened.Rulebook, answer, opened.Market, host.Out);
            }
            else if (answer.HasValue)
            {
                Sheet.Write(AuditView.Of(answer.Value), host);
            }

            return answer.HasValue ? ExitCode.Done : IndexQuestion.Refuse(answer.Problem, host);
        });
        return command;
    }
}
