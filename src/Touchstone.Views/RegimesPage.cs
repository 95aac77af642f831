using System.Globalization;
using Touchstone.Charts;
using Touchstone.Studies;

namespace Touchstone.Views;

/// <summary>Bull and bear markets as a page: the series with its markets shaded and its turns marked, the markets and the working.</summary>
internal static class RegimesPage
{
    /// <summary>The page.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="answer">The study; has a value.</param>
    public static Page Of(StudySubject subject, Answer<RegimeStudy> answer)
    {
        var study = answer.Value;
        var days = study.Series.Values.Days.ToArray();
        var markets = new PageSection("Bull and bear markets");
        return new Page($"Bull and bear markets of {subject.Name}", RegimesTables.Finding(study),
        [
            new PageSection($"{study.Series.Field}, {days[0]:yyyy-MM-dd} to {days[^1]:yyyy-MM-dd}, rule {StudyNames.NameOf(study.Rule)}") { Charts = [ChartOf(subject, study)] },
            study.Regimes.Turns.IsEmpty
                ? markets with { Text = "The rule finds no turn." }
                : markets with { Table = StudyPage.Table("Markets from turn to turn. Known on: the first day on which the rule names the turn that begins it, and never takes it back.", RegimesTables.PhaseColumns, study.Regimes.Phases.Select(phase => RegimesTables.Cells(study, phase))) },
            StudyPage.Working(answer.Working),
        ],
        StudyPage.Footer(subject));
    }

    private static PanelChart ChartOf(StudySubject subject, RegimeStudy study)
    {
        var values = study.Series.Values;
        var days = values.Days.ToArray();
        var bands = study.Regimes.Phases.Select(phase => phase.State == MarketState.Bull
            ? new ChartBand(Array.BinarySearch(days, phase.Span.First), Array.BinarySearch(days, phase.Span.Last), "bull market", ChartTone.Rising)
            : new ChartBand(Array.BinarySearch(days, phase.Span.First), Array.BinarySearch(days, phase.Span.Last), "bear market", ChartTone.Falling));
        var marks = study.Regimes.Turns.Select(turn => new ChartMark(turn.Position, turn.Level, turn.Kind == TurnKind.Peak ? "peak" : "trough", turn.Kind == TurnKind.Peak ? ChartTone.Rising : ChartTone.Falling));
        return new PanelChart(
            $"{subject.Name} with its bull and bear markets",
            $"{study.Series.Field} of {subject.Name} with {study.Regimes.Turns.Length} turns marked and bull and bear markets shaded. {RegimesTables.Finding(study)}",
            StudyPage.Places(values),
            [new ChartPanel($"{study.Series.Field}, {study.Series.UnitText}", [new ChartLine(study.Series.Field, [.. values.Values.ToArray().Select(value => (double?)value)], ChartTone.Main)], [], [.. marks])],
            [.. bands],
            StudyPage.Table(
                "Numbers of the chart",
                [new TextColumn("date"), new TextColumn(study.Series.Field, true), new TextColumn("market"), new TextColumn("known on the day as")],
                Enumerable.Range(0, days.Length).Select(i => new[] { $"{days[i]:yyyy-MM-dd}", values.Values[i].ToString("G10", CultureInfo.InvariantCulture), RegimesTables.Word(study.Regimes.StateOn(days[i])), RegimesTables.Word(study.Regimes.KnownStateOn(days[i])) })));
    }
}
