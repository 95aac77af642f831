using System.CommandLine;
using System.Text;
using Touchstone.Charts;
using Touchstone.Json;
using Touchstone.Cli.Sources;
using Touchstone.Cli.Terminal;
using Touchstone.Data;
using Touchstone.Studies;

namespace Touchstone.Cli.Commands;

/// <summary><c>touchstone study events</c>: what securities did around events beyond what was to be expected.</summary>
internal static class StudyEventsCommand
{
    public static Command Create(Host host)
    {
        var options = new StudyEventsOptions();
        var command = new Command("events", "What securities did around events beyond what was to be expected, and whether that can be chance.");
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            options.Check(parsed);
            var run = Run(options, parsed, host);
            if (run.Answer.HasValue && parsed.GetValue(options.Html) is { } place)
            {
                File.WriteAllText(place, PageWriter.Render(EventStudyPage.Of(run)), new UTF8Encoding(false));
                host.Error.WriteLine($"touchstone: wrote {place}");
            }

            if (parsed.GetValue(options.Json))
            {
                EventStudyJson.Write(run, host.Out);
            }
            else if (run.Answer.HasValue && parsed.GetValue(options.Csv))
            {
                EventStudyCsv.Write(run, host.Out);
                Warn(run, host);
            }
            else if (run.Answer.HasValue)
            {
                Sheet.Write(EventStudyView.Of(run), host);
            }

            return run.Answer.HasValue ? ExitCode.Done : Refuse(run, host);
        });
        return command;
    }

    private static EventStudyRun Run(StudyEventsOptions options, ParseResult parsed, Host host)
    {
        var market = PackageFolder.Open(parsed.GetRequiredValue(options.Data), host);
        if (parsed.GetValue(options.Html) is { } place)
        {
            foreach (var read in new[] { parsed.GetValue(options.Events), parsed.GetValue(options.Securities), parsed.GetValue(options.Factors) }.Where(name => !string.IsNullOrEmpty(name)))
            {
                PageFile.Check(place, read, parsed.GetRequiredValue(options.Data), market);
            }
        }

        var securities = parsed.GetValue(options.Securities) is { } text ? Read(StudySecurities.Read(market, text, mayBeFile: true)) : null;
        var events = Read(StudyEvents.Read(market, parsed.GetRequiredValue(options.Events), securities, mayBeFile: true));
        var factors = parsed.GetValue(options.Factors) is { } names ? Read(StudyFactors.Read(market, names, mayBeFile: true)) : new StudyFactors([], [], []);
        var name = factors.Names.IsEmpty ? parsed.GetValue(options.Model)! : "factors";
        var model = EventStudyNames.Models.First(item => item.Name == name);
        var design = new EventStudyDesign
        {
            Events = events.Events,
            Benchmark = model.Model != ReturnModel.MeanAdjusted && parsed.GetValue(options.Market) is { } benchmark ? Benchmark(market, benchmark) : null,
            FactorInstruments = factors.Instruments,
            Factors = factors.Series,
            EstimationDays = parsed.GetValue(options.Estimation),
            Gap = parsed.GetValue(options.Gap),
            Window = StudyEventsOptions.WindowOf(parsed.GetValue(options.Window)),
            TradeToTrade = model.TradeToTrade,
            Variable = (parsed.GetValue(options.Variable), parsed.GetValue(options.Returns)) switch
            {
                ("volume", _) => StudyVariable.Volume,
                ("turnover", _) => StudyVariable.Turnover,
                (_, "simple") => StudyVariable.SimpleReturn,
                _ => StudyVariable.LogReturn,
            },
        };
        var how = new EventStudyOptions
        {
            Model = model.Model,
            Windows = StudyEventsOptions.WindowsOf(parsed.GetValue(options.Windows)),
            Tests = StudyEventsOptions.TestsOf(parsed.GetValue(options.Tests)),
            MinimumEstimationDays = Math.Min(new EventStudyOptions().MinimumEstimationDays, design.EstimationDays),
            Replicates = parsed.GetValue(options.Replicates),
            Seed = parsed.GetValue(options.Seed),
        };
        Adjustment? adjustment = parsed.GetValue(options.Adjust) is { } adjust ? EventStudyNames.Adjustments.First(item => item.Name == adjust).Adjustment : null;
        using var progress = new Progress(host, $"Testing {design.Events.Length} events");
        return new EventStudyRun(market, design, how, name, factors.Names, events.Notes, adjustment, EventStudy.Run(market, design, how, progress.Report));
    }

    private static InstrumentId Benchmark(Market market, string name)
    {
        var found = StudySecurities.Find(market, name);
        return found.HasValue ? found.Value : throw new CommandFailure(ExitCode.Of(found.Problem.Kind), $"--market: {found.Problem}");
    }

    private static T Read<T>(Loaded<T?> loaded)
        where T : class => loaded.Value ?? throw new CommandFailure(ExitCode.Of(loaded.Problems[0].Kind), string.Join("\ntouchstone: ", loaded.Problems));

    /// <summary>Rows of CSV have no place for what is left out.</summary>
    private static void Warn(EventStudyRun run, Host host)
    {
        foreach (var problem in run.Answer.Value.Problems.Where(problem => problem.LeftOut))
        {
            host.Error.WriteLine($"touchstone: {problem.Event} is left out: {problem.Problem}");
        }
    }

    private static int Refuse(EventStudyRun run, Host host)
    {
        host.Error.WriteLine($"touchstone: {run.Answer.Problem}");
        return ExitCode.Of(run.Answer.Problem!.Kind);
    }
}
