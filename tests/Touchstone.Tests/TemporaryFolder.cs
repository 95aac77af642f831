namespace Touchstone.Tests;

/// <summary>A new folder that goes away with the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>The folder.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("touchstone-").FullName;

    /// <summary>A path inside it.</summary>
    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A new folder with the files of another.</summary>
    public static TemporaryFolder CopyOf(string source)
    {
        var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var place = folder.PathOf(System.IO.Path.GetRelativePath(source, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(place)!);
            File.Copy(file, place);
        }

        return folder;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
