using Touchstone.Studies;

namespace Touchstone.Json;

/// <summary>Bull and bear markets as JSON: <c>touchstone.study-regimes/1</c>.</summary>
internal static class RegimesJson
{
    /// <summary>Writes a study, or the problem that stands in its place.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="answer">The study.</param>
    /// <param name="output">Where to.</param>
    public static void Write(StudySubject subject, Answer<RegimeStudy> answer, TextWriter output) => StudyJson.Document("regimes", subject, answer, output, (json, study) =>
    {
        StudyJson.WriteSeries(json, study.Series);
        json.Text("rule", StudyNames.NameOf(study.Rule));
        json.Text("state", State(study.Regimes.StateOn(study.Series.Values.Days[^1])));
        json.Text("knownState", State(study.Regimes.KnownStateOn(study.Series.Values.Days[^1])));
        json.List("turns", study.Regimes.Turns, (_, turn) =>
        {
            json.Text("kind", turn.Kind == TurnKind.Peak ? "peak" : "trough");
            json.Day("date", turn.Day);
            json.Number("level", turn.Level);
            json.Day("knownOn", turn.KnownOn);
        });
        json.List("phases", study.Regimes.Phases, (_, phase) =>
        {
            json.Text("market", Word(phase.State));
            json.Day("from", phase.Span.First);
            json.Day("to", phase.Span.Last);
            json.Number("sessions", phase.Steps);
            json.Number("percent", phase.Amplitude.Points);
            json.Truth("complete", phase.Complete);
        });
    });

    private static string? State(Answer<MarketState> state) => state.HasValue ? Word(state.Value) : null;

    private static string Word(MarketState state) => state == MarketState.Bull ? "bull" : "bear";
}
