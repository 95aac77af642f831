using System.CommandLine;
using Touchstone.Samples;

namespace Touchstone.Cli.Commands;

/// <summary><c>touchstone sample</c>: a fictional market with an article.</summary>
internal static class SampleCommand
{
    public static Command Create(Host host)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder to write; made when it does not exist." };
        var seed = Options.Seed();
        var command = new Command("sample", "Write a small fictional market with an article, some of whose numbers are wrong.") { folder, seed };
        command.SetAction(parsed => Write(parsed.GetRequiredValue(folder), parsed.GetValue(seed), host));
        return command;
    }

    private static int Write(string folder, int seed, Host host)
    {
        var files = SamplePackage.Files(seed);
        RefuseForeignFiles(folder, files.Select(file => file.Path));
        foreach (var (path, bytes) in files)
        {
            var file = Path.Combine([folder, .. path.Split('/')]);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes.AsSpan());
            host.Out.WriteLine(file);
        }

        host.Error.WriteLine($"touchstone: try 'touchstone check {Path.Combine(folder, "article.md")} --data {folder}'");
        return ExitCode.Done;
    }

    private static void RefuseForeignFiles(string folder, IEnumerable<string> own)
    {
        if (folder.Length == 0)
        {
            throw new CommandFailure(ExitCode.Usage, "DIR is empty; expected the name of a folder to write to.");
        }

        if (File.Exists(folder))
        {
            throw new CommandFailure(ExitCode.BadInput, $"{folder}: is a file; expected a folder to write to.");
        }

        if (Directory.Exists(folder) && ForeignTo(folder, [.. own]) is { } foreign)
        {
            throw new CommandFailure(ExitCode.BadInput, $"{folder}: holds '{foreign}', which is not part of a sample; expected an empty or new folder.");
        }
    }

    /// <summary>A file or folder that is not part of a sample, or null; only folders of the sample are looked into.</summary>
    private static string? ForeignTo(string folder, HashSet<string> own, string inside = "")
    {
        foreach (var name in Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal))
        {
            var path = inside + name;
            if (own.Any(file => file.StartsWith($"{path}/", StringComparison.Ordinal)) && Directory.Exists(Path.Combine(folder, name)))
            {
                if (ForeignTo(Path.Combine(folder, name), own, $"{path}/") is { } foreign)
                {
                    return foreign;
                }
            }
            else if (!own.Contains(path))
            {
                return path;
            }
        }

        return null;
    }
}
