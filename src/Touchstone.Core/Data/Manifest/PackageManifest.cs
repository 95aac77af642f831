using System.Collections.Immutable;

namespace Touchstone.Data;

/// <summary>A table of a package as <c>datapackage.json</c> declares it.</summary>
/// <param name="Name">The resource's name.</param>
/// <param name="Path">The file inside the package.</param>
/// <param name="Role">The role it plays.</param>
/// <param name="Basis">What its prices are.</param>
/// <param name="Declared">The columns of its schema.</param>
internal sealed record PackageResource(string Name, string Path, PackageRole Role, PriceBasis Basis, ImmutableArray<string> Declared);

/// <summary>A package as <c>datapackage.json</c> declares it.</summary>
/// <param name="Name">The package's name.</param>
/// <param name="Resources">Its tables, in file order.</param>
internal sealed record PackageManifest(string Name, ImmutableArray<PackageResource> Resources)
{
    /// <summary>The file that declares a package.</summary>
    public const string FileName = "datapackage.json";
}
