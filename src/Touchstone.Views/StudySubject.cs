using Touchstone.Data;

namespace Touchstone.Views;

/// <summary>A subject in a package.</summary>
/// <param name="Market">The package.</param>
/// <param name="Id">The subject.</param>
internal sealed record StudySubject(Market Market, InstrumentId Id)
{
    /// <summary>Its name; the id when the package has none.</summary>
    public string Name => Market.Instrument(Id)?.Name ?? Id.Value;
}
