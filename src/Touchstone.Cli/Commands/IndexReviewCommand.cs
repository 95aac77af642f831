using System.CommandLine;
using Touchstone.Json;
using Touchstone.Cli.Terminal;
using Touchstone.Indices;

namespace Touchstone.Cli.Commands;

/// <summary><c>touchstone index review</c>: who joins, stays and leaves at a cut-off, and why.</summary>
internal static class IndexReviewCommand
{
    public static Command Create(Host host)
    {
        var question = new IndexQuestion();
        var cutOff = Options.Day("--cut-off", "The cut-off: a stored one brings its stored dates; any other is reviewed as if the closes of the day set the weights.");
        cutOff.Required = true;
        var json = Options.Json();
        var command = new Command("review", "Review an index at a cut-off: the new members with a reason for each stock, weights and turnover.");
        question.AddTo(command);
        command.Add(cutOff);
        command.Add(json);
        command.SetAction(parsed =>
        {
            var (market, rulebook, options, basket) = question.Open(parsed, host);
            if (basket is not null)
            {
                throw new CommandFailure(ExitCode.Usage, $"{rulebook.File} holds the members of one day and no rules; a review needs rules.");
            }

            using var progress = new Progress(host, $"Reviewing {rulebook.Id}");
            var answer = IndexReview.At(market, rulebook, parsed.GetValue(cutOff)!.Value, options, progress.Report);
            if (parsed.GetValue(json))
            {
                IndexJson.WriteReview(rulebook, answer, market, host.Out);
            }
            else if (answer.HasValue)
            {
                Sheet.Write(ReviewView.Of(rulebook, answer, market), host);
            }

            return answer.HasValue ? ExitCode.Done : IndexQuestion.Refuse(answer.Problem, host);
        });
        return command;
    }
}
