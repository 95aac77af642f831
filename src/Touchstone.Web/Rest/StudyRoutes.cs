using System.Collections.Immutable;
using Touchstone.Json;
using Touchstone.Studies;

namespace Touchstone.Web.Rest;

/// <summary>Studies: events, bubbles, bull and bear markets.</summary>
internal static class StudyRoutes
{
    private const string Document = "docs/study-json.md";
    private const int MostReplicates = 20_000;

    private static readonly ImmutableArray<Ask> Series =
    [
        new("subject", "What is studied: an id, ticker or unique name.") { Required = true, Example = "HARB" },
        new("from", "The first day, included; by default the first of the data.", AskKind.Day),
        new("to", "The last day, included; by default the last of the data.", AskKind.Day),
    ];

    private static readonly ImmutableArray<ProblemType> Usual = [ProblemType.UnknownName, ProblemType.AmbiguousName, ProblemType.InvalidQuestion, ProblemType.NoData, ProblemType.Basis, ProblemType.Undefined];

    /// <summary>What a study of exuberance may be asked.</summary>
    public static ImmutableArray<Ask> ExuberanceAsks { get; } =
    [
        .. Series,
        new("field", "What is tested: close, adjusted (with dividends), pe, price-dividend, or the name of an observation.") { Usual = "close" },
        new("logarithms", "Whether logarithms are tested; by default those of prices.", AskKind.Truth),
        new("lag", "Lagged changes in each regression.", AskKind.Whole) { Usual = "0", Most = 24 },
        new("minWindow", "Regression rows of the shortest window; by default floor(T (0.01 + 1.8 / sqrt T)).", AskKind.Whole) { Least = 3, Most = 100_000 },
        new("critical", "Critical values by wild bootstrap, from random walks, by composite bootstrap, or from the stored table.", AskKind.Choice) { Words = [.. StudyNames.Sources.Keys], Usual = "wild" },
        new("multiplier", "The multipliers of the wild bootstrap.", AskKind.Choice) { Words = [.. StudyNames.Multipliers.Keys], Usual = "signs" },
        new("replicates", "Replicates of the simulation.", AskKind.Whole) { Usual = "1999", Least = 19, Most = MostReplicates, Example = "199" },
        new("level", "The level in percent of the line that dates episodes.", AskKind.Choice) { Words = [.. StudyNames.Levels.Keys], Usual = "95" },
        new("seed", "The seed: the same one gives the same numbers.", AskKind.Whole) { Usual = "1", Least = int.MinValue },
    ];

    /// <summary>What a study of bull and bear markets may be asked.</summary>
    public static ImmutableArray<Ask> RegimesAsks { get; } = [.. Series, new("rule", "What a bull market is.", AskKind.Choice) { Words = [.. StudyNames.Rules.Keys], Usual = "twenty-percent" }];

    /// <summary>The routes.</summary>
    public static IEnumerable<Route> All =>
    [
        new("/study/events", "study-events", "Studies", "What securities did around events beyond what was to be expected", call =>
        {
            var (run, problem) = EventStudyQuestion.Run(call.Snapshot.Market, call.Asked, call.Progress);
            return run is null ? Reply.Of(problem!) : Reply.Of(run.Answer, output => EventStudyJson.Write(run, output));
        })
        {
            Description = "Abnormal returns by event, day and window, with every test. Asked for `text/event-stream`, it tells its progress; closing the stream stops it.",
            Asks = EventStudyQuestion.Asks,
            Weight = Weight.Long,
            Schema = "touchstone.study-events/1",
            Document = "docs/study-events-json.md",
            Problems = Usual,
        },
        new("/study/exuberance", "study-exuberance", "Studies", "Was it a bubble, and when?", call => Of(call, (subject, asked) =>
        {
            var study = Exuberance(subject, asked, call.Progress, call.Cancellation);
            return Reply.Of(study, output => ExuberanceJson.Write(subject, study, output));
        }))
        {
            Description = "ADF, SADF and GSADF with critical values, and the episodes that BSADF dates. Asked for `text/event-stream`, it tells its progress; closing the stream stops it.",
            Asks = ExuberanceAsks,
            Weight = Weight.Long,
            Schema = "touchstone.study-exuberance/1",
            Document = Document,
            Problems = Usual,
        },
        new("/study/regimes", "study-regimes", "Studies", "Bull and bear markets, and when they could be known", call => Of(call, (subject, asked) =>
        {
            var study = Regimes(subject, asked);
            return Reply.Of(study, output => RegimesJson.Write(subject, study, output));
        }))
        {
            Asks = RegimesAsks,
            Weight = Weight.Heavy,
            Schema = "touchstone.study-regimes/1",
            Document = Document,
            Problems = Usual,
        },
    ];

    /// <summary>The subject of a study, or why there is none.</summary>
    /// <param name="snapshot">The package.</param>
    /// <param name="text">What was typed.</param>
    public static (StudySubject? Subject, Problem? Problem) SubjectOf(Snapshots.PackageSnapshot snapshot, string text)
    {
        var found = StudySecurities.Find(snapshot.Market, text);
        return found.HasValue ? (new StudySubject(snapshot.Market, found.Value), null) : (null, found.Problem);
    }

    /// <summary>Runs a study of exuberance.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="asked">What was asked, of <see cref="ExuberanceAsks"/>.</param>
    /// <param name="progress">Takes replicates done, and of how many.</param>
    /// <param name="cancellation">Stops it.</param>
    public static Answer<ExuberanceStudy> Exuberance(StudySubject subject, Asked asked, Action<int, int> progress, CancellationToken cancellation)
    {
        var series = SeriesOf(subject, asked, asked.Text("field")!.ToLowerInvariant());
        if (!series.HasValue)
        {
            return series.Problem;
        }

        var draws = asked.Whole("replicates")!.Value;
        return ExuberanceStudy.Of(series.Value, new ExuberanceStudyOptions
        {
            Test = new ExuberanceOptions { Lag = asked.Whole("lag")!.Value, MinimumRegressionRows = asked.Whole("minWindow") },
            Critical = StudyNames.Sources[asked.Text("critical")!],
            Multiplier = StudyNames.Multipliers[asked.Text("multiplier")!],
            Simulation = new SimulationOptions { Replicates = draws, Seed = unchecked((ulong)asked.Whole("seed")!.Value), Progress = new Steps(done => progress(done, draws)), Cancellation = cancellation },
            Level = StudyNames.Levels[asked.Text("level")!],
            Logarithms = asked.Truth("logarithms"),
        });
    }

    /// <summary>Dates bull and bear markets.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="asked">What was asked, of <see cref="RegimesAsks"/>.</param>
    public static Answer<RegimeStudy> Regimes(StudySubject subject, Asked asked)
    {
        var series = SeriesOf(subject, asked, "close");
        return series.HasValue ? RegimeStudy.Of(series.Value, StudyNames.Rules[asked.Text("rule")!]) : series.Problem;
    }

    private static Answer<StudySeries> SeriesOf(StudySubject subject, Asked asked, string field)
    {
        var (from, to) = (asked.Day("from"), asked.Day("to"));
        if (from > to)
        {
            return new Problem(ProblemKind.Invalid, $"The first day {from:yyyy-MM-dd} is after the last, {to:yyyy-MM-dd}.");
        }

        var whole = StudySeries.Of(subject.Market, subject.Id, field);
        return whole.HasValue ? whole.Value.Between(from, to) : whole.Problem;
    }

    private static Reply Of(Call call, Func<StudySubject, Asked, Reply> answer)
    {
        var (subject, problem) = SubjectOf(call.Snapshot, call.Asked.Text("subject")!);
        return subject is not null ? answer(subject, call.Asked)
            : Reply.Of(problem!.Kind == ProblemKind.Ambiguous ? RestProblem.Of(problem) : new RestProblem(ProblemType.UnknownName, problem.Message));
    }
}
