namespace Touchstone.Data;

/// <summary>A span for which a figure is not published, so that neither a row nor its absence can answer for it.</summary>
/// <param name="Subject">The subject, or an exchange's market identifier code, which stands for all that follow that exchange.</param>
/// <param name="Field">The observed field: <c>northbound_net_buy</c>.</param>
/// <param name="From">The first day without the figure, included.</param>
/// <param name="Until">The first day that has it again, or null.</param>
/// <param name="Reason">Why, as a part of a sentence, or null.</param>
/// <param name="Source">Where it is declared.</param>
public sealed record DisclosureBreak(InstrumentId Subject, string Field, DateOnly From, DateOnly? Until, string? Reason, RowSource Source)
{
    /// <summary>Whether the figure is missing for some day of a span, both ends included.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day.</param>
    public bool Touches(DateOnly first, DateOnly last) => From <= last && (Until is null || Until > first);
}
