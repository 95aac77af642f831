using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Touchstone.Json;
using Touchstone.Cli.Terminal;
using Touchstone.Studies;

namespace Touchstone.Cli.Commands;

/// <summary><c>touchstone study exuberance</c>: was a series a bubble, and when?</summary>
internal static class StudyExuberanceCommand
{
    // Points of all replicates together that are tested within a second or so.
    private const int QuickPoints = 1_000_000;

    public static Command Create(Host host)
    {
        var question = new StudyQuestion();
        var field = new Option<string>("--field")
        {
            Description = "What is tested: close, adjusted (with dividends), pe, price-dividend, or the name of an observation.",
            HelpName = "FIELD",
            DefaultValueFactory = _ => "close",
            CustomParser = result => result.Tokens[0].Value.Trim() is { Length: > 0 } name ? name.ToLowerInvariant() : Refused(result, "--field is empty; expected close, adjusted, pe, price-dividend or the name of an observation."),
        };
        var log = new Option<bool>("--log") { Description = "Test logarithms; the default for prices." };
        var noLog = new Option<bool>("--no-log") { Description = "Test the numbers as they are; the default for ratios." };
        var lag = Number("--lag", "Lagged changes in each regression.", 0, 24, 0);
        var window = Number("--min-window", "Regression rows of the shortest window; by default floor(T (0.01 + 1.8 / sqrt T)).", 3, 100_000, null);
        var critical = Choice("--critical", "Critical values by wild bootstrap, from random walks, by composite bootstrap, or from the stored table.", StudyNames.Sources);
        var multiplier = Choice("--multiplier", "The multipliers of the wild bootstrap.", StudyNames.Multipliers);
        var replicates = Number("--replicates", "Replicates of the simulation.", 19, 1_000_000, 1999);
        var level = Choice("--level", "The level in percent of the line that dates episodes.", StudyNames.Levels, "95");
        var seed = Options.Seed();
        var command = new Command("exuberance", "Test for a bubble (ADF, SADF, GSADF) and date its episodes (BSADF).");
        question.AddTo(command);
        foreach (var option in new Option[] { field, log, noLog, lag, window, critical, multiplier, replicates, level, seed })
        {
            command.Add(option);
        }

        question.AddForms(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(log) && result.GetValue(noLog))
            {
                result.AddError("--log and --no-log exclude each other.");
            }
        });
        command.SetAction(parsed =>
        {
            var subject = question.Open(parsed, host);
            var series = question.Series(parsed, subject, parsed.GetValue(field)!);
            var draws = parsed.GetValue(replicates)!.Value;
            using var progress = new Progress(host, $"Simulating {draws} replicates", series.HasValue ? QuickPoints / series.Value.Values.Count : 0);
            var study = series.HasValue
                ? ExuberanceStudy.Of(series.Value, new ExuberanceStudyOptions
                {
                    Test = new ExuberanceOptions { Lag = parsed.GetValue(lag)!.Value, MinimumRegressionRows = parsed.GetValue(window) },
                    Critical = StudyNames.Sources[parsed.GetValue(critical)!],
                    Multiplier = StudyNames.Multipliers[parsed.GetValue(multiplier)!],
                    Simulation = new SimulationOptions { Replicates = draws, Seed = unchecked((ulong)parsed.GetValue(seed)), Progress = progress.Of(draws) },
                    Level = StudyNames.Levels[parsed.GetValue(level)!],
                    Logarithms = parsed.GetValue(log) ? true : parsed.GetValue(noLog) ? false : null,
                })
                : series.Problem;
            progress.Dispose();
            if (study.HasValue)
            {
                question.WritePage(parsed, () => ExuberancePage.Of(subject, study), host);
            }

            if (question.WantsJson(parsed))
            {
                ExuberanceJson.Write(subject, study, host.Out);
            }
            else if (study.HasValue && question.WantsCsv(parsed))
            {
                ExuberanceView.WriteCsv(study.Value, host.Out);
            }
            else if (study.HasValue)
            {
                Sheet.Write(ExuberanceView.Of(subject, study, host.Width), host);
            }

            return study.HasValue ? ExitCode.Done : IndexQuestion.Refuse(study.Problem, host);
        });
        return command;
    }

    /// <summary>An option that takes one of a few words, the first by default.</summary>
    public static Option<string> Choice<T>(string name, string description, Dictionary<string, T> choices, string? usual = null)
    {
        var option = new Option<string>(name)
        {
            Description = $"{description} One of {string.Join(", ", choices.Keys)}.",
            HelpName = "NAME",
            DefaultValueFactory = _ => usual ?? choices.Keys.First(),
            CustomParser = result => result.Tokens[0].Value is var text && choices.ContainsKey(text)
                ? text
                : Refused(result, $"{name} '{text}' is not a choice; expected {string.Join(", ", choices.Keys)}."),
        };
        return option;
    }

    private static Option<int?> Number(string name, string description, int least, int most, int? usual)
    {
        var option = new Option<int?>(name)
        {
            Description = description,
            HelpName = "N",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
                {
                    result.AddError($"{name} '{text}' is not a whole number from {least} to {most}.");
                }

                return number;
            },
        };
        if (usual is { } value)
        {
            option.DefaultValueFactory = _ => value;
        }

        return option;
    }

    private static string? Refused(ArgumentResult result, string message)
    {
        result.AddError(message);
        return null;
    }
}
