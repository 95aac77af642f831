using Touchstone.Cli.Commands;
using Touchstone.Studies;

namespace Touchstone.Cli.Terminal;

/// <summary>Bull and bear markets for reading on a terminal, and as CSV.</summary>
internal static class RegimesView
{
    /// <summary>The finding, the phases and the working.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="answer">The study; has a value.</param>
    public static IEnumerable<SheetLine> Of(StudySubject subject, Answer<RegimeStudy> answer)
    {
        var study = answer.Value;
        var days = study.Series.Values.Days.ToArray();
        yield return SheetLine.Whole($"{subject.Id} {subject.Name}, {study.Series.Field}, {days[0]:yyyy-MM-dd} to {days[^1]:yyyy-MM-dd}, rule {StudyNames.NameOf(study.Rule)}", Tone.Strong);
        yield return SheetLine.Whole(RegimesTables.Finding(study));
        yield return SheetLine.Empty;
        if (!study.Regimes.Turns.IsEmpty)
        {
            foreach (var line in TextTable.Of(RegimesTables.PhaseColumns, study.Regimes.Phases.Select(phase => RegimesTables.Cells(study, phase))))
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

    /// <summary>A row for each day: the close, the market as seen today, and as it could be known on the day.</summary>
    /// <param name="study">The study.</param>
    /// <param name="output">Where to.</param>
    public static void WriteCsv(RegimeStudy study, TextWriter output)
    {
        output.Write("date,close,market,known\n");
        var values = study.Series.Values;
        for (var i = 0; i < values.Count; i++)
        {
            output.Write($"{values.Days[i]:yyyy-MM-dd},{Figure.Exact(values.Values[i])},{RegimesTables.Word(study.Regimes.StateOn(values.Days[i]))},{RegimesTables.Word(study.Regimes.KnownStateOn(values.Days[i]))}\n");
        }
    }

}
