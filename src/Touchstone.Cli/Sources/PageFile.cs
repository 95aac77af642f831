using Touchstone.Data;

namespace Touchstone.Cli.Sources;

/// <summary>Where a page may be written: never over what was read to make it.</summary>
internal static class PageFile
{
    /// <summary>Refuses a place that a page must not or cannot take.</summary>
    /// <param name="page">The file that the page is to be written to.</param>
    /// <param name="article">The article's file, <c>-</c> for standard input, or null when there is none.</param>
    /// <param name="folder">The package's folder.</param>
    /// <param name="market">The package.</param>
    /// <param name="option">The option that names the file.</param>
    public static void Check(string page, string? article, string folder, Market market, string option = "--html")
    {
        if (page is "" or "-")
        {
            throw new CommandFailure(ExitCode.Usage, $"{option} '{page}' is not the name of a file; expected one such as page.{option.AsSpan(2)}.");
        }

        if (Directory.Exists(page))
        {
            throw new CommandFailure(ExitCode.BadInput, $"{page}: is a folder; expected a file to write the page to.");
        }

        // Names that differ in case may be one file.
        var read = market.Rows.Files.Select(file => Path.Combine(folder, file.Name)).Append(article).OfType<string>().Select(Path.GetFullPath);
        if (read.Contains(Path.GetFullPath(page), StringComparer.OrdinalIgnoreCase))
        {
            throw new CommandFailure(ExitCode.Usage, $"{option} names {page}, which is read; expected another file, because the page would replace it.");
        }
    }
}
