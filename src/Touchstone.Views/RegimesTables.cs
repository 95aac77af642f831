using System.Globalization;
using Touchstone.Studies;

namespace Touchstone.Views;

/// <summary>Bull and bear markets in words and cells, for every surface.</summary>
internal static class RegimesTables
{
    /// <summary>The columns of the markets.</summary>
    public static TextColumn[] PhaseColumns { get; } = [new("market"), new("from"), new("to"), new("sessions", true), new("move", true), new("known on"), new("")];

    /// <summary>One sentence on the state on the last day, and since when.</summary>
    /// <param name="study">The study.</param>
    public static string Finding(RegimeStudy study)
    {
        var last = study.Series.Values.Days[^1];
        return study.Regimes.Turns.LastOrDefault() is { } turn
            ? $"A {(turn.Kind == TurnKind.Trough ? "bull" : "bear")} market on {last:yyyy-MM-dd}: the {(turn.Kind == TurnKind.Trough ? "trough" : "peak")} was on {turn.Day:yyyy-MM-dd}, and that could be known on {turn.KnownOn:yyyy-MM-dd}."
            : $"Neither a bull nor a bear market by {last:yyyy-MM-dd}: the rule finds no turn.";
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
