using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Briefs;

/// <summary>Writes the brief of a subject from what the measures answer.</summary>
/// <remarks>A sentence is written when its figures have answers; what has none shortens the brief and is listed with the reason.</remarks>
public static class BriefWriter
{
    private static readonly Func<BriefDraft, BriefSection?>[] Sections =
    [
        MoveSection.Write, LeadersSection.Write, DriversSection.Write, ValuationSection.Write, BreadthSection.Write, FlowsSection.Write, EventsSection.Write, ScenariosSection.Write,
    ];

    /// <summary>How many steps <see cref="Write"/> reports.</summary>
    public static int Steps => Sections.Length;

    /// <summary>Writes a brief.</summary>
    /// <param name="evaluator">Answers the questions.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="progress">Is told how many of <see cref="Steps"/> are done, or null.</param>
    /// <param name="cancellation">Stops the work between sections.</param>
    /// <returns>The brief; a problem when the subject, benchmark or an event is unknown, or the subject has no close on or before the day.</returns>
    public static BriefOutcome Write(Evaluator evaluator, BriefRequest request, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        ArgumentNullException.ThrowIfNull(request);
        if (BriefQuestion.Open(evaluator, request, out var draft) is { } problem)
        {
            return new BriefOutcome(null, problem);
        }

        var title = MoveSection.Title(draft);
        var sections = ImmutableArray.CreateBuilder<BriefSection>();
        for (var i = 0; i < Sections.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Sections[i](draft) is { } section)
            {
                sections.Add(section);
            }

            progress?.Report(i + 1);
        }

        return new BriefOutcome(
            new Brief
            {
                Subject = draft.Subject.Id,
                Name = draft.Name,
                AsOf = draft.Day,
                Window = draft.Window,
                Benchmark = draft.Benchmark?.Id,
                Title = title,
                Sections = sections.ToImmutable(),
                Omissions = [.. draft.Omissions],
                DataName = draft.Market.Name,
                DataSha256 = draft.Market.Sha256,
            },
            null);
    }
}

/// <summary>A brief, or why there is none.</summary>
/// <param name="Brief">The brief, or null.</param>
/// <param name="Problem">The reason there is none, or null.</param>
public sealed record BriefOutcome(Brief? Brief, Problem? Problem);
