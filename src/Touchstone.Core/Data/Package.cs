namespace Touchstone.Data;

/// <summary>Opens data packages.</summary>
public static class Package
{
    /// <summary>Opens a folder that holds a <c>datapackage.json</c>.</summary>
    /// <param name="folder">The folder, or the <c>datapackage.json</c> in it.</param>
    /// <param name="options">How to open it; null for the defaults.</param>
    /// <returns>The market with a problem for each bad row; or, when the package has structural faults, an <see cref="InvalidPackageException"/> listing all of them.</returns>
    /// <remarks>
    /// Every file is read and hashed each time, so an answer never rests on data that has changed. The columns of daily rows come from the
    /// column cache when it holds this very content, and are parsed and stored there otherwise.
    /// </remarks>
    /// <exception cref="InvalidPackageException">The folder is not a package, or one with structural faults.</exception>
    public static Loaded<Market> Open(string folder, PackageOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var files = PackageFiles.Read(folder);
        var tables = Task.Run(() => PackageReader.ParseTables(files));
        var columns = Columns(files, options ?? new PackageOptions());
        return PackageReader.Assemble(files, columns, tables.GetAwaiter().GetResult());
    }

    private static ColumnTable[] Columns(PackageFiles files, PackageOptions options)
    {
        var cache = ColumnCache.For(options, files.Sha256);
        if (cache?.TryRead(files.ColumnarNames) is { } stored)
        {
            return stored;
        }

        var columns = PackageReader.ParseColumns(files);
        cache?.Write(files.ColumnarNames, columns);
        return columns;
    }
}
