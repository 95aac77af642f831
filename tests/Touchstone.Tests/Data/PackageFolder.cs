using System.Text;
using System.Text.Json;
using Touchstone.Data;

namespace Touchstone.Tests.Data;

/// <summary>A data package in a temporary folder, written by a test and removed after it.</summary>
public sealed class PackageFolder : IDisposable
{
    private readonly List<object> _resources = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("touchstone-test-").FullName;

    public string CacheFolder => Path.Combine(Folder, "cache");

    /// <summary>One stock, one file of prices, one exchange with a calendar.</summary>
    public static PackageFolder Small(string prices) => new PackageFolder()
        .With("instruments", "id,kind,name,aliases,exchange,currency,issuer,note\nXTST:1,equity,First Stock,First,XTST,USD,,\nXTST:2,equity,Second Stock,,XTST,USD,,\nXTST:3,equity,Third Stock,,XTST,USD,,\n")
        .With("calendars", "exchange,date,session,reason\nXTST,2024-01-01,closed,New Year\nXTST,2024-12-24,half,morning only\n")
        .With("prices", prices);

    public PackageFolder With(string role, string csv, object? basis = null, string? name = null) => With(role, Encoding.UTF8.GetBytes(csv), basis, name);

    public PackageFolder With(string role, byte[] csv, object? basis = null, string? name = null)
    {
        name ??= role;
        File.WriteAllBytes(Path.Combine(Folder, name + ".csv"), csv);
        _resources.Add(new { name, path = name + ".csv", role, basis, schema = Schema(role) });
        return Write(new { name = "test", resources = _resources });
    }

    public PackageFolder Write(object manifest) => WriteText(JsonSerializer.Serialize(manifest));

    public PackageFolder WriteText(string manifest)
    {
        File.WriteAllText(Path.Combine(Folder, "datapackage.json"), manifest);
        return this;
    }

    public Loaded<Market> Open(bool cache = false) => Package.Open(Folder, new PackageOptions { UseCache = cache, CacheFolder = CacheFolder });

    public IReadOnlyList<string> Faults() => [.. Assert.Throws<InvalidPackageException>(() => Open()).Problems.Select(problem => problem.ToString())];

    public string CacheFile() => Assert.Single(Directory.GetFiles(CacheFolder));

    public void Dispose() => Directory.Delete(Folder, true);

    private static object Schema(string role)
    {
        string[] key = role switch
        {
            "instruments" or "events" => ["id"],
            "exchanges" => ["exchange"],
            "calendars" => ["exchange", "date"],
            "constituents" => ["index", "instrument", "from"],
            "disclosures" => ["subject", "field", "from"],
            "observations" => ["subject", "field", "date"],
            "actions" => ["instrument", "ex_date", "kind"],
            "fx" => ["base", "quote", "date"],
            "shares" => ["instrument", "from"],
            _ => ["instrument", "date"],
        };
        return new { fields = key.Select(column => new { name = column, type = "any" }), primaryKey = key };
    }
}
