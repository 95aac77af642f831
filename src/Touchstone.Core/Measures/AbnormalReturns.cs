using System.Globalization;
using Touchstone.Data;
using Touchstone.Studies;

namespace Touchstone.Measures;

/// <summary>What a security did around an event beyond what a model of the market expected.</summary>
internal static class AbnormalReturns
{
    private static readonly Parameter Security = new("security", ParameterKind.Subject, "What is measured: an id, ticker or unique name.");

    private static readonly Parameter Event = new("event", ParameterKind.Occasion, "The event's short name, or its day.");

    private static readonly Parameter Benchmark = new("benchmark", ParameterKind.Subject, "The market, of any exchange.");

    private static readonly Parameter Days = new("window", ParameterKind.EventDays, "The event days that are summed, in sessions from the event.", Required: false, Default: "0..1");

    private static readonly Parameter Model = Parameter.Choice("model", "What was to be expected.", "market", "market-adjusted", "mean-adjusted", "scholes-williams", "dimson");

    private static readonly Parameter Estimation = new("estimation", ParameterKind.Count, "Sessions before the event days that the model is fitted to; at least 30.", Required: false, Default: "250");

    private static readonly Parameter Returns = Parameter.Choice("returns", "Simple returns, or logarithms as event studies often take.", "simple", "log");

    public static Measure OfDay { get; } = new(call => Bind(call, EventWindow.Day(0)))
    {
        Name = "abnormal-return",
        Question = "What did it do on the day of an event beyond what the market explains?",
        Family = "events",
        Arguments = [Security, Event, Benchmark, Model, Estimation, Returns],
        Unit = "percent",
        Roles = ["prices", "actions", "calendars", "events"],
        Formula = "return - (alpha + beta * return of the benchmark)",
        Source = "MacKinlay, \"Event studies in economics and finance\", Journal of Economic Literature 35, 1997.",
        Words = ["abnormal return", "beyond the market", "more than the market explains", "on top of the market"],
        Example = "abnormal-return(LANT, chartroom, HARB)",
    };

    public static Measure OfWindow { get; } = new(call => Bind(call, ReadDays(call.Text(Days)!)!.Value))
    {
        Name = "car",
        Question = "What did it do over the days around an event beyond what the market explains?",
        Family = "events",
        Arguments = [Security, Event, Benchmark, Days, Model, Estimation, Returns],
        Unit = "percent",
        Roles = ["prices", "actions", "calendars", "events"],
        Formula = "sum over event days of return - (alpha + beta * return of the benchmark)",
        Source = "MacKinlay, \"Event studies in economics and finance\", Journal of Economic Literature 35, 1997.",
        Words = ["cumulative abnormal return", "CAR", "beyond the market"],
        Example = "car(LANT, chartroom, HARB, window=0..3)",
    };

    /// <summary>Reads event days such as <c>-1..1</c>; null for anything else.</summary>
    public static EventWindow? ReadDays(string text) =>
        text.Split("..") is [var first, var last]
        && int.TryParse(first, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var from) && int.TryParse(last, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var to)
        && from <= to && from >= -250 && to <= 250
            ? new EventWindow(from, to)
            : null;

    private static Bound Bind(Call call, EventWindow window)
    {
        var (security, benchmark, item) = (call.Subject(Security), call.Subject(Benchmark), call.Occasion(Event));
        var options = new EventStudyOptions { Model = ModelOf(call.Text(Model)!), Tests = [], MaximumThreads = 1 };
        var days = int.Parse(call.Text(Estimation)!, CultureInfo.InvariantCulture);
        if (days < options.MinimumEstimationDays)
        {
            return new Problem(ProblemKind.Invalid, $"The model cannot be fitted to {days} days; expected at least {options.MinimumEstimationDays}.");
        }

        var design = new EventStudyDesign
        {
            Events = [new StudyEvent(security.Id, item.Day, item.Event?.Id ?? "")],
            Benchmark = benchmark.Id,
            EstimationDays = days,

            // The days before the event are what it is compared with: it is never among them itself.
            Window = new EventWindow(Math.Min(0, window.First), window.Last < 0 ? window.Last : Math.Max(0, window.Last)),
            Variable = call.Text(Returns) == "log" ? StudyVariable.LogReturn : StudyVariable.SimpleReturn,
        };
        var study = new Lazy<Answer<EventStudyResult>>(() => EventStudy.PanelOf(call.Market, design) switch
        {
            { HasValue: false } none => none.Problem,
            { Value.Problems: var found } when found.FirstOrDefault(problem => problem.LeftOut) is { } left => left.Problem,
            _ => EventStudy.Run(call.Market, design, options),
        });
        return new Bound(Unit.Percent, (asOf, working) =>
        {
            if (!study.Value.HasValue)
            {
                return study.Value.Problem;
            }

            var outcome = study.Value.Value.Events[0];
            if (asOf.For(security.Mic) is { } day && outcome.DateOf(window.Last) is { } last && day < last)
            {
                return working?.Problem(ProblemKind.Pending, $"The event days {window} of {outcome.Event} end on {last:yyyy-MM-dd}, after {day:yyyy-MM-dd}.") ?? WorkingBuilder.Unspoken;
            }

            var found = outcome.Over(window);
            if (!found.HasValue)
            {
                return found.Problem;
            }

            if (working is not null)
            {
                Explain(working, study.Value, outcome, found.Value, item.Event, benchmark.Id);
            }

            return found.Value.Value * 100;
        });
    }

    private static ReturnModel ModelOf(string name) => name switch
    {
        "market-adjusted" => ReturnModel.MarketAdjusted,
        "mean-adjusted" => ReturnModel.MeanAdjusted,
        "scholes-williams" => ReturnModel.ScholesWilliams,
        "dimson" => ReturnModel.Dimson,
        _ => ReturnModel.MarketModel,
    };

    private static void Explain(WorkingBuilder working, Answer<EventStudyResult> study, EventOutcome outcome, AbnormalReturn found, MarketEvent? item, InstrumentId benchmark)
    {
        var (model, window) = (study.Value.Options.Model, found.Window);
        working.Formula(model switch
        {
            ReturnModel.MeanAdjusted => "sum over event days of return - mean return of the estimation days",
            ReturnModel.MarketAdjusted => $"sum over event days of return - return of {benchmark}",
            _ => $"sum over event days of return - (alpha + beta * return of {benchmark})",
        });
        working.Window(outcome.DateOf(window.First)!.Value, outcome.DateOf(window.Last)!.Value);
        foreach (var input in study.Working.Inputs)
        {
            working.Input(input);
        }

        var fitted = $"of {outcome.EstimationDays} estimation days";
        if (!outcome.Coefficients.IsEmpty)
        {
            working.Step(model == ReturnModel.MeanAdjusted ? "mean" : "alpha", fitted, outcome.Coefficients[0] * 100, Unit.Percent);
        }

        if (outcome.MarketSlope is { } slope)
        {
            working.Step("beta", model == ReturnModel.MarketAdjusted ? "taken as 1" : $"on {benchmark}, {fitted}", slope, Unit.Number);
        }

        working.Step("sigma", $"standard deviation of a day's residual, {outcome.DegreesOfFreedom} degrees of freedom", outcome.Deviation * 100, Unit.Percent);
        foreach (var day in outcome.Days.Where(day => window.Contains(day.Window)))
        {
            working.Step($"day {day.Window.First}", $"{outcome.DateOf(day.Window.First):yyyy-MM-dd}: {Sum(outcome, day.Window.First, model)}", day.Value * 100, Unit.Percent);
        }

        working.Step("forecast error", $"sigma * sqrt({WorkingBuilder.Text(found.ForecastFactor)})", found.StandardError * 100, Unit.Percent);
        working.Step("t", $"{WorkingBuilder.Text(found.Value * 100)} / {WorkingBuilder.Text(found.StandardError * 100)}", found.Standardised, Unit.Number);
        working.Step("p", $"both tails of {found.Law}", found.PValue, Unit.Number);
        if (item is not null)
        {
            working.Convention($"{item.Name}: {item.Date:yyyy-MM-dd}{(item.Zone is null ? "" : $", a day in {item.Zone}")} ({item.Source}).");
        }

        foreach (var sentence in study.Value.Problems.Select(problem => problem.Problem.Message).Concat(study.Working.Conventions.Where(sentence => sentence.StartsWith($"{outcome.Event.Security}:", StringComparison.Ordinal) || sentence.StartsWith($"{benchmark}:", StringComparison.Ordinal))))
        {
            working.Convention(sentence);
        }
    }

    /// <summary>A day's return less what was expected, in percent.</summary>
    private static string Sum(EventOutcome outcome, int day, ReturnModel model)
    {
        static string Percent(double? fraction) => WorkingBuilder.Text(Math.Round((fraction ?? 0) * 100, 10));
        var market = Percent(outcome.FactorOn(day));
        var expected = model switch
        {
            ReturnModel.MeanAdjusted => Percent(outcome.Coefficients[0]),
            ReturnModel.MarketAdjusted => market,
            _ => $"({Percent(outcome.Coefficients[0])} + {WorkingBuilder.Text(outcome.MarketSlope ?? 0)} * {market})",
        };
        return $"{Percent(outcome.ReturnOn(day))} - {expected}";
    }
}
