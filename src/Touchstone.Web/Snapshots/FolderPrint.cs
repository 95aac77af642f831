using System.Text;

namespace Touchstone.Web.Snapshots;

/// <summary>Names, lengths and times of a folder's files: cheap to take, and different once a file is written.</summary>
/// <param name="Text">A line for each file, in order of name.</param>
internal readonly record struct FolderPrint(string Text)
{
    private static readonly EnumerationOptions Deep = new() { RecurseSubdirectories = true, MaxRecursionDepth = 4, IgnoreInaccessible = true };

    /// <summary>Takes the print of a folder.</summary>
    /// <param name="folder">The folder.</param>
    public static FolderPrint Of(string folder)
    {
        try
        {
            var text = new StringBuilder();
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", Deep).Where(file => file.Extension is ".csv" or ".json" or ".yaml").OrderBy(file => file.FullName, StringComparer.Ordinal))
            {
                text.Append($"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}\n");
            }

            return new FolderPrint(text.ToString());
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new FolderPrint(failure.GetType().Name);
        }
    }
}
