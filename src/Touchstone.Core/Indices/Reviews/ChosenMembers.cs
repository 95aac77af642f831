using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>Who is taken and who is not, before weights.</summary>
/// <param name="Members">Those taken, by id.</param>
/// <param name="NotTaken">Those not taken: ranked ones by rank, then those screened out by id.</param>
/// <param name="Reserve">The reserve list, best first.</param>
/// <param name="Steps">How many passed each screen.</param>
/// <param name="Conventions">What a reader should know.</param>
internal sealed record ChosenMembers(
    ImmutableArray<ReviewedMember> Members, ImmutableArray<ReviewedMember> NotTaken, ImmutableArray<InstrumentId> Reserve, ImmutableArray<Step> Steps, ImmutableArray<string> Conventions)
{
    /// <summary>As an answer.</summary>
    public Answer<ChosenMembers> AsAnswer() => Answer<ChosenMembers>.Of(this, new Working { Formula = "selection" });
}
