using System.Globalization;
using Touchstone.Cli.Commands;
using Touchstone.Studies;

namespace Touchstone.Cli.Terminal;

/// <summary>Bull and bear markets for reading on a terminal, and as CSV.</summary>
internal static class RegimesView
{
    /// <summary>The columns of the markets.</summary>
    public static TextColumn[] PhaseColumns { get; } = [new("market"), new("from"), new("to"), new("sessions", true), new("move", true), new("known on"), new("")];

    /// <summary>The finding, the phases and the working.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="answer">The study; has a value.</param>
    public static IEnumerable<SheetLine> Of(StudySubject subject, Answer<RegimeStudy> answer)
    {
        var study = answer.Value;
        var days = study.Series.Values.Days.ToArray();
        yield return SheetLine.Whole($"{subject.Id} {subject.Name}, {study.Series.Field}, {days[0]:yyyy-MM-dd} to {days[^1]:yyyy-MM-dd}, rule {StudyRegimesCommand.NameOf(study.Rule)}", Tone.Strong);
        yield return SheetLine.Whole(Finding(study));
        yield return SheetLine.Empty;
        if (!study.Regimes.Turns.IsEmpty)
        {
            foreach (var line in TextTable.Of(PhaseColumns, study.Regimes.Phases.Select(phase => Cells(study, phase))))
            {
                yield return line;
            }

            yield return SheetLine.Empty;
        }

        foreach (var line in WorkingLines.Of(answer.Working, 2))
        {
            yield return line;
        }
    }

    /// <summary>One sentence on the state on the last day, and since when.</summary>
    /// <param name="study">The study.</param>
    public static string Finding(RegimeStudy study)
    {
        var last = study.Series.Values.Days[^1];
        return study.Regimes.Turns.LastOrDefault() is { } turn
            ? $"A {(turn.Kind == TurnKind.Trough ? "bull" : "bear")} market on {last:yyyy-MM-dd}: the {(turn.Kind == TurnKind.Trough ? "trough" : "peak")} was on {turn.Day:yyyy-MM-dd}, and that could be known on {turn.KnownOn:yyyy-MM-dd}."
            : $"Neither a bull nor a bear market by {last:yyyy-MM-dd}: the rule finds no turn.";
    }

    /// <summary>A row for each day: the close, the market as seen today, and as it could be known on the day.</summary>
    /// <param name="study">The study.</param>
    /// <param name="output">Where to.</param>
    public static void WriteCsv(RegimeStudy study, TextWriter output)
    {
        output.Write("date,close,market,known\n");
        var values = study.Series.Values;
        for (var i = 0; i < values.Count; i++)
        {
            output.Write($"{values.Days[i]:yyyy-MM-dd},{Figure.Exact(values.Values[i])},{Word(study.Regimes.StateOn(values.Days[i]))},{Word(study.Regimes.KnownStateOn(values.Days[i]))}\n");
        }
    }

    /// <summary>The cells of a phase: its first and last day, and when its first day could be known.</summary>
    public static string[] Cells(RegimeStudy study, MarketPhase phase) =>
    [
        phase.State == MarketState.Bull ? "bull" : "bear",
        $"{phase.Span.First:yyyy-MM-dd}",
        $"{phase.Span.Last:yyyy-MM-dd}",
        phase.Steps.ToString(CultureInfo.InvariantCulture),
        Figure.Text(phase.Amplitude.Points, "percent"),
        study.Regimes.Turns.FirstOrDefault(turn => turn.Day == phase.Span.First) is { } turn ? $"{turn.KnownOn:yyyy-MM-dd}" : "-",
        phase.Complete ? "" : "unfinished",
    ];

    /// <summary>A state in a word; empty when it is not known.</summary>
    public static string Word(Answer<MarketState> state) => state.HasValue ? state.Value == MarketState.Bull ? "bull" : "bear" : "";
}
