using System.Collections.Immutable;
using System.Text.Json;

namespace Touchstone.Data;

/// <summary>Reads <c>datapackage.json</c> and lists everything in it that cannot be used.</summary>
internal sealed class ManifestReader
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly List<Problem> _faults;

    private ManifestReader(List<Problem> faults) => _faults = faults;

    /// <summary>Reads a manifest.</summary>
    /// <param name="file">The file.</param>
    /// <param name="folder">The package's folder, whose name stands in for a missing package name.</param>
    /// <param name="faults">Takes the faults; the manifest holds the resources that have none.</param>
    public static PackageManifest Read(PackageFile file, string folder, List<Problem> faults)
    {
        var reader = new ManifestReader(faults);
        try
        {
            using var document = JsonDocument.Parse(file.Buffer.AsMemory(file.Start, file.Length - file.Start), Options);
            return reader.Package(document.RootElement, Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))));
        }
        catch (JsonException e)
        {
            reader.Fault($"this is not JSON: {e.Message}", e.LineNumber + 1);
            return new PackageManifest("", []);
        }
    }

    private PackageManifest Package(JsonElement root, string fallback)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            Fault("expected an object with the property 'resources'.");
            return new PackageManifest(fallback, []);
        }

        Repeats(root, "the package");
        var name = Text(root, "name") is { Length: > 0 } given ? given : fallback;
        if (!root.TryGetProperty("resources", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            Fault("the property 'resources' is missing; it lists the tables of the package.");
            return new PackageManifest(name, []);
        }

        var resources = ImmutableArray.CreateBuilder<PackageResource>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var paths = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var item in list.EnumerateArray())
        {
            number++;
            var label = Text(item, "name") is { Length: > 0 } own ? $"resource '{own}'" : $"resource number {number}";
            if (Resource(item, label) is not { } resource)
            {
                continue;
            }

            if (!names.Add(resource.Name))
            {
                Fault($"{label}: another resource has the same name.");
            }

            if (!paths.Add(resource.Path))
            {
                Fault($"{label}: another resource has the same path '{resource.Path}'.");
            }

            resources.Add(resource);
        }

        if (!HasRole(list, "instruments"))
        {
            Fault("no resource has the role 'instruments'; a package must say what its data is about.");
        }

        return new PackageManifest(name, resources.ToImmutable());
    }

    private PackageResource? Resource(JsonElement item, string label)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            Fault($"{label}: expected an object.");
            return null;
        }

        var before = _faults.Count;
        Repeats(item, label);
        var path = FilePath(item, label);
        var roleName = Text(item, "role");
        var role = roleName is null ? null : PackageRole.Find(roleName);
        if (roleName is null)
        {
            Fault($"{label}: the property 'role' is missing; the roles are {PackageRole.Names}.");
        }
        else if (role is null)
        {
            Fault($"{label}: unknown role '{roleName}'; the roles are {PackageRole.Names}.");
        }

        Format(item, label);
        var columns = Schema(item, label, role);
        if (_faults.Count > before)
        {
            // The file and its header are looked at all the same, so that every fault is listed at once.
            return role is null || path is null ? null : new PackageResource(Text(item, "name") ?? path, path, role, BasisText.Read(null), columns);
        }

        return new PackageResource(Text(item, "name") ?? path!, path!, role!, BasisText.Read(item.TryGetProperty("basis", out var basis) ? basis : null), columns);
    }

    private string? FilePath(JsonElement item, string label)
    {
        if (!item.TryGetProperty("path", out var value))
        {
            Fault($"{label}: the property 'path' is missing.");
            return null;
        }

        if (value.ValueKind != JsonValueKind.String || value.GetString() is not { Length: > 0 } path)
        {
            Fault($"{label}: 'path' must be the name of one file; give each file a resource of its own.");
            return null;
        }

        if (path.Contains("://", StringComparison.Ordinal) || Path.IsPathRooted(path) || path.Split('/', '\\').Contains("..") || path.Contains('\0', StringComparison.Ordinal))
        {
            Fault($"{label}: the path '{path}' leads out of the package; only files inside its folder are read.");
            return null;
        }

        return path;
    }

    private void Format(JsonElement item, string label)
    {
        if (Text(item, "encoding") is { } encoding && !encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase) && !encoding.Equals("utf8", StringComparison.OrdinalIgnoreCase))
        {
            Fault($"{label}: the encoding is '{encoding}'; only utf-8 is read.");
        }

        if (item.TryGetProperty("dialect", out var dialect) && dialect.ValueKind == JsonValueKind.Object && Text(dialect, "delimiter") is { } delimiter && delimiter != ",")
        {
            Fault($"{label}: the delimiter is '{delimiter}'; only commas are read.");
        }
    }

    private ImmutableArray<string> Schema(JsonElement item, string label, PackageRole? role)
    {
        if (!item.TryGetProperty("schema", out var schema) || schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("fields", out var fields) || fields.ValueKind != JsonValueKind.Array)
        {
            Fault($"{label}: 'schema' with its 'fields' is missing; it names the columns and the key.");
            return [];
        }

        Repeats(schema, $"the schema of {label}");
        return new SchemaReader(Fault, label, role).Read(schema, fields);
    }

    /// <summary>Names the properties that an object has twice; JSON readers differ on which one counts.</summary>
    private void Repeats(JsonElement item, string label)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in item.EnumerateObject())
        {
            if (!names.Add(property.Name))
            {
                Fault($"{label}: the property '{property.Name}' occurs more than once.");
            }
        }
    }

    private static bool HasRole(JsonElement list, string role)
    {
        foreach (var item in list.EnumerateArray())
        {
            if (Text(item, "role") == role)
            {
                return true;
            }
        }

        return false;
    }

    private static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private void Fault(string message) => Fault(message, null);

    private void Fault(string message, long? line) =>
        _faults.Add(new Problem(ProblemKind.Structure, message, line is null ? PackageManifest.FileName : $"{PackageManifest.FileName}:{line}"));
}
