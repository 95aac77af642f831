using System.CommandLine;
using Touchstone.Json;
using Touchstone.Cli.Terminal;
using Touchstone.Studies;

namespace Touchstone.Cli.Commands;

/// <summary><c>touchstone study regimes</c>: bull and bear markets, and when they could be known.</summary>
internal static class StudyRegimesCommand
{
    public static Command Create(Host host)
    {
        var question = new StudyQuestion();
        var rule = StudyExuberanceCommand.Choice("--rule", "What a bull market is.", StudyNames.Rules);
        var command = new Command("regimes", "Date bull and bear markets: when they turned, and when that could be known.");
        question.AddTo(command);
        command.Add(rule);
        question.AddForms(command);
        command.SetAction(parsed =>
        {
            var subject = question.Open(parsed, host);
            var series = question.Series(parsed, subject, "close");
            var study = series.HasValue ? RegimeStudy.Of(series.Value, StudyNames.Rules[parsed.GetValue(rule)!]) : series.Problem;
            if (study.HasValue)
            {
                question.WritePage(parsed, () => RegimesPage.Of(subject, study), host);
            }

            if (question.WantsJson(parsed))
            {
                RegimesJson.Write(subject, study, host.Out);
            }
            else if (study.HasValue && question.WantsCsv(parsed))
            {
                RegimesView.WriteCsv(study.Value, host.Out);
            }
            else if (study.HasValue)
            {
                Sheet.Write(RegimesView.Of(subject, study), host);
            }

            return study.HasValue ? ExitCode.Done : IndexQuestion.Refuse(study.Problem, host);
        });
        return command;
    }
}
