namespace Touchstone.Data;

/// <summary>
/// The column cache of one package content. The file's name is the content hash, so another content never meets it; what is in
/// the file counts only if every checksum holds. It is written beside its place and renamed into it, so a reader sees a whole file or none.
/// </summary>
internal sealed class ColumnCache
{
    private const int MostFiles = 64;

    private readonly string _folder;
    private readonly string _sha256;

    private ColumnCache(string folder, string sha256) => (_folder, _sha256) = (folder, sha256);

    /// <summary>The file of this content.</summary>
    public string Path => System.IO.Path.Combine(_folder, $"{_sha256}{Extension}");

    private static string Extension => $".columns{ColumnFile.Version}";

    /// <summary>The cache of a content, or null when caching is off or there is no place for it.</summary>
    /// <param name="options">The options.</param>
    /// <param name="sha256">The package's content hash.</param>
    public static ColumnCache? For(PackageOptions options, string sha256) =>
        options.UseCache && (options.CacheFolder ?? DefaultFolder()) is { } folder ? new ColumnCache(folder, sha256) : null;

    /// <summary>Reads the tables, or nothing when the file is missing, damaged or of another content.</summary>
    /// <param name="names">The file names of the tables, in order.</param>
    public ColumnTable[]? TryRead(IReadOnlyList<string> names)
    {
        try
        {
            using var handle = File.OpenHandle(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
            return ColumnFile.Read(handle, _sha256, names);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Writes the tables. A folder that cannot be written is no error: the next open parses again.</summary>
    /// <param name="names">The file names of the tables, in order.</param>
    /// <param name="tables">The tables.</param>
    public void Write(IReadOnlyList<string> names, IReadOnlyList<ColumnTable> tables)
    {
        string? temporary = null;
        try
        {
            Directory.CreateDirectory(_folder);
            temporary = System.IO.Path.Combine(_folder, $"{_sha256}.{System.IO.Path.GetRandomFileName()}.tmp");
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                ColumnFile.Write(stream, _sha256, names, tables);
            }

            File.Move(temporary, Path, overwrite: true);
            temporary = null;
            Prune();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            Discard(temporary);
        }
    }

    /// <summary>Keeps the newest files, so that a package that changes daily does not fill the disk.</summary>
    private void Prune()
    {
        var files = new DirectoryInfo(_folder).GetFiles("*", SearchOption.TopDirectoryOnly)
            .Where(file => file.Name.Contains(".columns", StringComparison.Ordinal) || file.Name.EndsWith(".tmp", StringComparison.Ordinal))
            .OrderByDescending(file => file.LastWriteTimeUtc)
            .Skip(MostFiles);
        foreach (var file in files)
        {
            Discard(file.FullName);
        }
    }

    private static void Discard(string? path)
    {
        try
        {
            if (path is not null)
            {
                File.Delete(path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody else's business by now; it costs nothing but its size.
        }
    }

    private static string? DefaultFolder()
    {
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache && System.IO.Path.IsPathRooted(cache))
        {
            return System.IO.Path.Combine(cache, "touchstone");
        }

        if (OperatingSystem.IsWindows())
        {
            var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
            return local.Length == 0 ? null : System.IO.Path.Combine(local, "touchstone", "cache");
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var inside = OperatingSystem.IsMacOS() ? System.IO.Path.Combine("Library", "Caches") : ".cache";
        return home.Length == 0 ? null : System.IO.Path.Combine(home, inside, "touchstone");
    }
}
