using System.Collections.Immutable;
using Touchstone.Charts;
using Touchstone.Studies;
using Touchstone.Web.Rest;
using Touchstone.Web.Snapshots;

namespace Touchstone.Web.Asking;

/// <summary>A study as its page shows it.</summary>
/// <param name="Page">What was found, in sections.</param>
/// <param name="Working">How it was reached.</param>
internal sealed record StudyAnswer(Page Page, Working Working)
{
    private const string WorkingHeading = "Working";

    /// <summary>Where its securities come from, or null.</summary>
    public string? Notes { get; private init; }

    /// <summary>Numbers of the study that a measure gives too, each with its expression.</summary>
    public ImmutableArray<(string Name, string Expression)> Measures { get; private init; } = [];

    /// <summary>Runs a study.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="snapshot">The package.</param>
    /// <param name="asked">What was asked; without a fault.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>The study; or null and why there is none.</returns>
    public static (StudyAnswer? Answer, Problem? Problem) Of(StudyKind kind, PackageSnapshot snapshot, Asked asked, CancellationToken stop) => kind.Word switch
    {
        "events" => Events(snapshot, asked, stop),
        "exuberance" => OfSeries(snapshot, asked, subject => Made(StudyRoutes.Exuberance(subject, asked, (_, _) => stop.ThrowIfCancellationRequested(), stop), study => new StudyAnswer(ExuberancePage.Of(subject, study), study.Working))),
        "regimes" => OfSeries(snapshot, asked, subject => Made(StudyRoutes.Regimes(subject, asked), study => new StudyAnswer(RegimesPage.Of(subject, study), study.Working) { Measures = StateOf(subject, study.Value) })),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such study."),
    };

    private static (StudyAnswer?, Problem?) Events(PackageSnapshot snapshot, Asked asked, CancellationToken stop)
    {
        var (run, problem) = EventStudyQuestion.Run(snapshot.Market, asked, (_, _) => stop.ThrowIfCancellationRequested());
        return run is null ? (null, problem) : Made(run.Answer, answer => new StudyAnswer(EventStudyPage.Of(run), answer.Working) { Measures = [.. ReturnsOf(run)] });
    }

    private static (StudyAnswer?, Problem?) OfSeries(PackageSnapshot snapshot, Asked asked, Func<StudySubject, (StudyAnswer?, Problem?)> study)
    {
        var (subject, problem) = StudyRoutes.SubjectOf(snapshot, asked.Text("subject")!);
        return subject is null ? (null, problem) : study(subject);
    }

    // The working has a view of its own, with links.
    private static (StudyAnswer?, Problem?) Made<T>(Answer<T> answer, Func<Answer<T>, StudyAnswer> make)
    {
        if (!answer.HasValue)
        {
            return (null, answer.Problem);
        }

        var made = make(answer);
        var sections = made.Page.Sections;
        return (made with
        {
            Page = made.Page with { Sections = [.. sections.Where(section => section.Heading != WorkingHeading && !IsEmpty(section))] },
            Notes = sections.FirstOrDefault(section => section.Heading == WorkingHeading)?.Text,
        }, null);
    }

    private static bool IsEmpty(PageSection section) => section.Text is null && section.Table is null && section.Charts.IsEmpty && section.Terms.IsEmpty && section.Paragraphs.IsEmpty;

    private static ImmutableArray<(string, string)> StateOf(StudySubject subject, RegimeStudy study) => study.Rule != RegimeRule.TwentyPercent ? [] :
    [
        ("in a bull market", $"bull-market({subject.Id}) @ {study.Series.Values.Days[^1]:yyyy-MM-dd}"),
        ("in a bear market", $"bear-market({subject.Id}) @ {study.Series.Values.Days[^1]:yyyy-MM-dd}"),
    ];

    /// <summary>The abnormal returns that the measure <c>car</c> gives from the same days; it fits its model right before the days it sums, or the event.</summary>
    private static IEnumerable<(string, string)> ReturnsOf(EventStudyRun run)
    {
        var (design, window) = (run.Design, run.First);
        var isSame = design.Gap == 0 && design.EstimationDays >= 30 && design.Window.First == Math.Min(0, window.First) && run.Factors.IsEmpty && !design.TradeToTrade
            && design.Benchmark is not null && design.Variable is StudyVariable.LogReturn or StudyVariable.SimpleReturn && run.Model is "market" or "market-adjusted" or "scholes-williams" or "dimson";
        foreach (var item in isSame ? run.ByReturn : [])
        {
            yield return (item.Event.Security, $"car({item.Event.Security}, {item.Event.Name}, {design.Benchmark}, window={window.First}..{window.Last}, model={run.Model}, estimation={design.EstimationDays}, returns={(design.Variable == StudyVariable.LogReturn ? "log" : "simple")})");
        }
    }
}
