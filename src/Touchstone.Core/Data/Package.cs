namespace Touchstone.Data;

/// <summary>Opens data packages.</summary>
public static class Package
{
    /// <summary>Opens a folder that holds a <c>datapackage.json</c>.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">How to open it; null for the defaults.</param>
    /// <returns>The market with a problem for each bad row; or, when the package has structural faults, an <see cref="InvalidPackageException"/> listing all of them.</returns>
    public static Loaded<Market> Open(string folder, PackageOptions? options = null) => throw new InvalidPackageException([new Problem(ProblemKind.Structure, $"{folder} {options}: not yet")]);
}
