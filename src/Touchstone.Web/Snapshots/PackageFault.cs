using System.Collections.Immutable;

namespace Touchstone.Web.Snapshots;

/// <summary>Why the files as they are now cannot be used.</summary>
/// <param name="Problems">What is wrong.</param>
/// <param name="Since">When it was noticed.</param>
internal sealed record PackageFault(ImmutableArray<Problem> Problems, DateTimeOffset Since);

/// <summary>What is served: the last good package, and what is wrong with the files since, if anything.</summary>
/// <param name="Snapshot">The last good package.</param>
/// <param name="Fault">Why the files as they are now are not served; null when they are.</param>
internal sealed record PackageState(PackageSnapshot Snapshot, PackageFault? Fault);
