using System.Collections.Immutable;

namespace Touchstone.Data;

/// <summary>What a column of a role holds.</summary>
internal enum ColumnType
{
    Text,
    Date,
    Number,
    Clock,
}

/// <summary>A column that a role knows.</summary>
/// <param name="Name">Its name in the header.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Required">Whether a resource of the role must have it.</param>
internal sealed record RoleColumn(string Name, ColumnType Type, bool Required);

/// <summary>A role that a resource can play: its key and the columns it knows. Other columns are allowed and ignored.</summary>
/// <param name="Name">The role's name in <c>datapackage.json</c>.</param>
/// <param name="Key">The key columns, in order.</param>
/// <param name="Columns">The columns, required ones first.</param>
internal sealed record PackageRole(string Name, ImmutableArray<string> Key, ImmutableArray<RoleColumn> Columns)
{
    private static readonly Dictionary<string, PackageRole> ByName = new[]
    {
        Of("instruments", "id", "id kind name", "aliases exchange currency issuer note"),
        Of("exchanges", "exchange", "exchange name zone open:clock close:clock", "currency"),
        Of("calendars", "exchange date", "exchange date:date session", "reason"),
        Of("prices", "instrument date", "instrument date:date", "open:number high:number low:number close:number adjusted:number volume:number turnover:number"),
        Of("prices-as-traded", "instrument date", "instrument date:date close:number", "open:number high:number low:number volume:number turnover:number"),
        Of("constituents", "index instrument from", "index instrument from:date", "until:date units:number"),
        Of("constituent-snapshots", "index month instrument", "index month instrument", "name"),
        Of("divisors", "index from", "index from:date divisor:number", ""),
        Of("observations", "subject field date", "subject field date:date value:number", "unit"),
        Of("disclosures", "subject field from", "subject field from:date", "until:date reason"),
        Of("shares", "instrument from", "instrument from:date shares:number", "free_float:number note"),
        Of("actions", "instrument ex_date kind", "instrument ex_date:date kind", "ratio:number cash:number currency subscription_price:number other note"),
        Of("classifications", "instrument scheme value from", "instrument scheme value from:date", "until:date note"),
        Of("fx", "base quote date", "base quote date:date rate:number", ""),
        Of("events", "id", "id date:date name", "zone aliases instruments"),
    }.ToDictionary(role => role.Name, StringComparer.Ordinal);

    /// <summary>The names of all roles, in alphabetical order.</summary>
    public static string Names => string.Join(", ", ByName.Keys.Order(StringComparer.Ordinal));

    /// <summary>Whether rows of the role are daily figures, kept in columns and in the column cache.</summary>
    public bool IsColumnar => Name is "prices" or "prices-as-traded" or "observations" or "fx";

    /// <summary>The role of a name, or null.</summary>
    /// <param name="name">The name.</param>
    public static PackageRole? Find(string name) => ByName.GetValueOrDefault(name);

    private static PackageRole Of(string name, string key, string required, string optional) => new(
        name,
        [.. key.Split(' ')],
        [.. ColumnsOf(required, true), .. ColumnsOf(optional, false)]);

    private static IEnumerable<RoleColumn> ColumnsOf(string list, bool required) =>
        from column in list.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let parts = column.Split(':')
        select new RoleColumn(parts[0], TypeOf(parts), required);

    private static ColumnType TypeOf(string[] parts) => parts.Length == 1 ? ColumnType.Text : parts[1] switch
    {
        "date" => ColumnType.Date,
        "number" => ColumnType.Number,
        _ => ColumnType.Clock,
    };
}
