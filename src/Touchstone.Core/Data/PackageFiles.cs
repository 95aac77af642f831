using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Touchstone.Data;

/// <summary>A resource with the bytes of its file and its header.</summary>
internal sealed record ResourceFile(PackageResource Resource, PackageFile File, CsvHeader Header);

/// <summary>The files of a package that has no structural fault, in the order of <c>datapackage.json</c>.</summary>
internal sealed class PackageFiles
{
    private PackageFiles(string name, SourceFile manifest, ImmutableArray<ResourceFile> resources)
    {
        (Name, Resources) = (name, resources);
        Sources = [manifest, .. resources.Select(item => item.File.Source)];
        Sha256 = HashOf(Sources);
    }

    /// <summary>The package's name.</summary>
    public string Name { get; }

    /// <summary>The resources.</summary>
    public ImmutableArray<ResourceFile> Resources { get; }

    /// <summary>All files, the manifest first.</summary>
    public ImmutableArray<SourceFile> Sources { get; }

    /// <summary>The package's content hash.</summary>
    public string Sha256 { get; }

    /// <summary>The resources of daily rows.</summary>
    public ImmutableArray<ResourceFile> Columnar => [.. Resources.Where(item => item.Resource.Role.IsColumnar)];

    /// <summary>The file names of the resources of daily rows.</summary>
    public ImmutableArray<string> ColumnarNames => [.. Columnar.Select(item => item.File.Source.Name)];

    /// <summary>Reads and hashes the files of a package.</summary>
    /// <param name="folder">The folder, or the manifest in it.</param>
    /// <exception cref="InvalidPackageException">With all structural faults.</exception>
    public static PackageFiles Read(string folder)
    {
        if (Path.GetFileName(folder) == PackageManifest.FileName && File.Exists(folder))
        {
            folder = Path.GetDirectoryName(Path.GetFullPath(folder))!;
        }

        if (!Directory.Exists(folder))
        {
            throw new InvalidPackageException([new Problem(ProblemKind.Structure, $"There is no folder '{folder}'.")]);
        }

        if (PackageFile.Read(folder, PackageManifest.FileName, out var missing) is not { } manifestFile)
        {
            var reason = File.Exists(Path.Combine(folder, PackageManifest.FileName)) ? missing!.Message : $"the folder '{folder}' has no such file; it declares the tables of a data package.";
            throw new InvalidPackageException([missing! with { Message = reason }]);
        }

        var faults = new List<Problem>();
        var manifest = ManifestReader.Read(manifestFile, folder, faults);
        var resources = manifest.Resources;
        var files = new PackageFile?[resources.Length];
        var headers = new CsvHeader?[resources.Length];
        var found = new List<Problem>[resources.Length];
        Workers.Run(resources.Length, index =>
        {
            found[index] = [];
            files[index] = PackageFile.Read(folder, resources[index].Path, out var fault);
            if (fault is not null)
            {
                found[index].Add(fault);
                return;
            }

            headers[index] = CsvHeader.Read(files[index]!, resources[index], found[index]);
        });
        faults.AddRange(found.SelectMany(list => list));
        if (faults.Count > 0)
        {
            throw new InvalidPackageException([.. faults]);
        }

        return new PackageFiles(manifest.Name, manifestFile.Source, [.. resources.Select((resource, index) => new ResourceFile(resource, files[index]!, headers[index]!))]);
    }

    /// <summary>SHA-256 over a line "hash, two spaces, name" for each file, in order of name.</summary>
    private static string HashOf(IEnumerable<SourceFile> files)
    {
        var list = string.Concat(files.OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => $"{file.Sha256}  {file.Name}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list)));
    }
}
