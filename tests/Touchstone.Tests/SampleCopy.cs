using Touchstone.Samples;

namespace Touchstone.Tests;

/// <summary>The sample in the repository. With UPDATE_GOLDEN=1 it is rewritten once, before anything reads it.</summary>
public static class SampleCopy
{
    private static readonly Lazy<string> Made = new(Make);

    /// <summary>The folder.</summary>
    public static string Folder => Made.Value;

    private static string Make()
    {
        var folder = Repository.PathOf("samples", "harbour");
        if (Golden.Update)
        {
            foreach (var (path, bytes) in SamplePackage.Files(1))
            {
                var file = Path.Combine(folder, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllBytes(file, bytes.AsSpan());
            }
        }

        return folder;
    }
}
