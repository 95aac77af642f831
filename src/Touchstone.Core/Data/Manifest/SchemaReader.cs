using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace Touchstone.Data;

/// <summary>Reads the schema of one resource: columns of known types, none twice, and the key of its role.</summary>
internal sealed class SchemaReader(Action<string> fault, string label, PackageRole? role)
{
    private static readonly FrozenSet<string> Types = new[]
    {
        "string", "number", "integer", "boolean", "date", "time", "datetime", "year", "yearmonth", "duration", "object", "array", "geopoint", "geojson", "any",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Reads the columns' names.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="fields">Its fields.</param>
    public ImmutableArray<string> Read(JsonElement schema, JsonElement fields)
    {
        var columns = ImmutableArray.CreateBuilder<string>();
        foreach (var field in fields.EnumerateArray())
        {
            var name = Text(field, "name");
            if (string.IsNullOrEmpty(name))
            {
                fault($"{label}: a column of the schema has no 'name'.");
                continue;
            }

            if (columns.Contains(name))
            {
                fault($"{label}: the schema has the column '{name}' twice.");
                continue;
            }

            columns.Add(name);
            CheckType(name, Text(field, "type") ?? "string");
        }

        CheckKey(schema, columns);
        return columns.ToImmutable();
    }

    private void CheckType(string name, string type)
    {
        if (!Types.Contains(type))
        {
            fault($"{label}: the column '{name}' has the unknown type '{type}'; the types are {string.Join(", ", Types.Order(StringComparer.Ordinal))}.");
            return;
        }

        var expected = role?.Columns.FirstOrDefault(column => column.Name == name)?.Type;
        var fits = expected switch
        {
            ColumnType.Date => type is "date" or "string" or "any",
            ColumnType.Number => type is "number" or "integer" or "year" or "any",
            _ => true,
        };
        if (!fits)
        {
            fault($"{label}: the column '{name}' of the role '{role!.Name}' must have the type '{(expected == ColumnType.Date ? "date" : "number")}', not '{type}'.");
        }
    }

    private void CheckKey(JsonElement schema, ImmutableArray<string>.Builder columns)
    {
        if (!schema.TryGetProperty("primaryKey", out var value))
        {
            fault($"{label}: the schema has no 'primaryKey'{Expected()}.");
            return;
        }

        var key = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in KeyColumns(value))
        {
            if (!key.Add(column))
            {
                fault($"{label}: the primaryKey has the column '{column}' twice.");
            }
            else if (!columns.Contains(column))
            {
                fault($"{label}: the primaryKey names the column '{column}', which the schema does not have.");
            }
        }

        if (role is not null && !key.SetEquals(role.Key))
        {
            fault($"{label}: the primaryKey is [{string.Join(", ", key.AsEnumerable())}]{Expected()}.");
        }
    }

    private static List<string> KeyColumns(JsonElement value)
    {
        var columns = new List<string>();
        if (value.ValueKind == JsonValueKind.String)
        {
            columns.Add(value.GetString()!);
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                columns.Add(item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText());
            }
        }

        return columns;
    }

    private string Expected() => role is null ? "" : $"; the role '{role.Name}' has the key [{string.Join(", ", role.Key)}]";

    private static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
