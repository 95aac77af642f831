using Touchstone.Claims;

namespace Touchstone.Cli.Sources;

/// <summary>Reads the article that a command names.</summary>
internal static class ArticleFile
{
    /// <summary>Reads an article.</summary>
    /// <param name="file">A file, or <c>-</c> for standard input.</param>
    /// <param name="host">Where standard input comes from.</param>
    public static Article Read(string file, Host host) => Parse(file == "-" ? file : Path.GetFileName(file), ReadBytes(file, host));

    private static byte[] ReadBytes(string file, Host host)
    {
        if (file != "-" && !File.Exists(file))
        {
            var what = Directory.Exists(file) ? "is a folder" : "there is no such file";
            throw new CommandFailure(ExitCode.BadInput, $"{(file.Length == 0 ? "''" : file)}: {what}; expected an article as plain text, Markdown or HTML.");
        }

        using var source = file == "-" ? host.Input() : File.OpenRead(file);
        using var bytes = new MemoryStream();
        var block = new byte[1 << 16];
        int count;
        while ((count = source.Read(block)) > 0)
        {
            bytes.Write(block, 0, count);
            if (bytes.Length > ArticleReader.MostBytes)
            {
                throw new CommandFailure(ExitCode.BadInput, $"{file}: is larger than {ArticleReader.MostBytes >> 20} MB; expected one article.");
            }
        }

        return bytes.ToArray();
    }

    private static Article Parse(string name, byte[] bytes)
    {
        var read = ArticleReader.Read(name, bytes);
        return read.Article ?? throw new CommandFailure(ExitCode.BadInput, read.Problem!.ToString());
    }
}
