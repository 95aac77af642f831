using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>What an event study found, by event, by group and by day.</summary>
/// <param name="Options">How it was done.</param>
/// <param name="EstimationDays">Days of the estimation window.</param>
/// <param name="Window">The event days.</param>
/// <param name="Events">The events that entered, by security, day and name.</param>
/// <param name="Sample">All of them together.</param>
/// <param name="Groups">Each group, by name; empty when no event names one.</param>
/// <param name="Problems">Events left out, and remarks on events that are in, each with the reason.</param>
public sealed record EventStudyResult(
    EventStudyOptions Options,
    int EstimationDays,
    EventWindow Window,
    ImmutableArray<EventOutcome> Events,
    SampleResult Sample,
    ImmutableArray<SampleResult> Groups,
    ImmutableArray<EventProblem> Problems);
