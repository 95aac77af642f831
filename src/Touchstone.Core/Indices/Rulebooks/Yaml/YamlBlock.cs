namespace Touchstone.Indices;

/// <summary>A block of keys, read key by key; keys that nobody asked for are faults.</summary>
internal sealed partial class YamlBlock
{
    private const int LongestKey = 40;

    private readonly YamlMap _map;
    private readonly Dictionary<string, YamlEntry> _entries = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _asked = new(StringComparer.Ordinal);

    private YamlBlock(YamlMap map, string path, RulebookFaults faults)
    {
        (_map, Path, Faults) = (map, path, faults);
        foreach (var entry in map.Entries)
        {
            if (!_entries.TryAdd(entry.Key, entry))
            {
                faults.Add(entry.Line, $"{PathOf(YamlText.Short(entry.Key))} stands twice, first on line {_entries[entry.Key].Line}; keep one.");
            }
        }
    }

    /// <summary>The keys that lead to the block, with points between them; empty for the whole file.</summary>
    public string Path { get; }

    /// <summary>Where faults go.</summary>
    public RulebookFaults Faults { get; }

    /// <summary>The line on which the block begins.</summary>
    public int Line => _map.Line;

    /// <summary>Opens a node as a block; null, and a fault, when it is none.</summary>
    /// <param name="node">The node.</param>
    /// <param name="path">The keys that lead to it.</param>
    /// <param name="faults">Where faults go.</param>
    public static YamlBlock? Open(YamlNode node, string path, RulebookFaults faults)
    {
        if (node is YamlMap map)
        {
            return new YamlBlock(map, path, faults);
        }

        faults.Add(node.Line, $"{path} is {node.Shown}; expected keys with values.");
        return null;
    }

    /// <summary>Whether a key stands there.</summary>
    /// <param name="key">The key.</param>
    public bool Has(string key)
    {
        _asked.Add(key);
        return _entries.ContainsKey(key);
    }

    /// <summary>The line of a key, or that of the block when it is missing.</summary>
    /// <param name="key">The key.</param>
    public int LineOf(string key) => _entries.TryGetValue(key, out var entry) ? entry.Line : Line;

    /// <summary>The keys that lead to one of this block.</summary>
    /// <param name="key">The key.</param>
    public string PathOf(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    /// <summary>The value of a key, or null when it is missing.</summary>
    /// <param name="key">The key.</param>
    /// <param name="expected">What a fault says was expected when the key must stand there; null when it need not.</param>
    public YamlNode? Take(string key, string? expected = null)
    {
        if (Has(key))
        {
            return _entries[key].Value;
        }

        if (expected is not null)
        {
            Faults.Add(Line, $"{(Path.Length == 0 ? "The rulebook" : Path)} has no '{key}'; expected {expected}.");
        }

        return null;
    }

    /// <summary>The block under a key, or null when it is missing or no block.</summary>
    /// <param name="key">The key.</param>
    /// <param name="expected">What a fault says was expected when the key must stand there; null when it need not.</param>
    public YamlBlock? Block(string key, string? expected = null) => Take(key, expected) is { } node ? Open(node, PathOf(key), Faults) : null;

    /// <summary>All keys and their values, for blocks whose keys are names.</summary>
    public IEnumerable<YamlEntry> All()
    {
        _asked.UnionWith(_entries.Keys);
        return _entries.Values.OrderBy(entry => entry.Line);
    }

    /// <summary>Notes a fault of a key's value.</summary>
    /// <param name="key">The key.</param>
    /// <param name="message">The rest of the sentence, after the key.</param>
    public void Fault(string key, string message) => Faults.Add(LineOf(key), $"{PathOf(key)} {message}");

    /// <summary>Ends the reading: whatever was not asked for is a fault.</summary>
    public void Close()
    {
        foreach (var entry in _map.Entries.Where(entry => !_asked.Contains(entry.Key)).DistinctBy(entry => entry.Key))
        {
            var meant = entry.Key.Length <= LongestKey ? NearestName.Of(entry.Key, _asked) : null;
            var hint = meant is null ? $"expected one of: {string.Join(", ", _asked)}" : $"did you mean '{meant}'?";
            Faults.Add(entry.Line, $"{PathOf(YamlText.Short(entry.Key))} is not a key of a rulebook; {hint}{(meant is null ? "." : "")}");
        }
    }
}
