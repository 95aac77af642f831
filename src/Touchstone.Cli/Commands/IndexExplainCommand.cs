using System.CommandLine;
using System.Globalization;
using Touchstone.Json;
using Touchstone.Cli.Terminal;
using Touchstone.Indices;

namespace Touchstone.Cli.Commands;

/// <summary><c>touchstone index explain</c>: what moved an index on a day.</summary>
internal static class IndexExplainCommand
{
    public static Command Create(Host host)
    {
        var question = new IndexQuestion();
        var date = Options.Day("--date", "The session to explain.");
        date.Required = true;
        var top = new Option<int?>("--top")
        {
            Description = "Show only so many members of each sign; the rest as a sum.",
            HelpName = "N",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1)
                {
                    result.AddError($"--top '{text}' is not a whole number above zero.");
                }

                return count;
            },
        };
        var json = Options.Json();
        var command = new Command("explain", "Explain a day's move by its members: points, percent, weights and their drift, adding up.");
        question.AddTo(command);
        command.Add(date);
        command.Add(top);
        command.Add(json);
        command.SetAction(parsed =>
        {
            var opened = question.Open(parsed, host);
            var (market, rulebook) = (opened.Market, opened.Rulebook);
            var answer = opened.Explain(parsed.GetValue(date)!.Value);
            if (parsed.GetValue(json))
            {
                IndexJson.WriteExplanation(rulebook, answer, market, host.Out);
            }
            else if (answer.HasValue)
            {
                Sheet.Write(ExplanationView.Of(rulebook, answer, market, parsed.GetValue(top)), host);
            }

            return answer.HasValue ? ExitCode.Done : IndexQuestion.Refuse(answer.Problem, host);
        });
        return command;
    }
}
