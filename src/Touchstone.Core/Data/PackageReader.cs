namespace Touchstone.Data;

/// <summary>Turns the files of a package into a market.</summary>
internal static class PackageReader
{
    /// <summary>Parses the tables of daily rows, on all cores.</summary>
    /// <param name="files">The package.</param>
    /// <returns>One table for each columnar resource, in order.</returns>
    public static ColumnTable[] ParseColumns(PackageFiles files)
    {
        var columnar = files.Columnar;
        var parsers = new ColumnParser[columnar.Length];
        Workers.Run(parsers.Length, index => parsers[index] = new ColumnParser(columnar[index].File, columnar[index].Header, ColumnLayout.Of(columnar[index].Resource.Role)));
        var chunks = parsers.SelectMany(parser => parser.Chunks).ToArray();
        Workers.Run(chunks.Length, index => chunks[index].Parse());
        var tables = new ColumnTable[parsers.Length];
        Workers.Run(tables.Length, index => tables[index] = ColumnAssembly.Join(parsers[index]));
        return tables;
    }

    /// <summary>Parses the small tables.</summary>
    /// <param name="files">The package.</param>
    public static ReferenceReader ParseTables(PackageFiles files)
    {
        var tables = new ReferenceReader();
        foreach (var (resource, file, header) in files.Resources)
        {
            if (!resource.Role.IsColumnar)
            {
                tables.Read(resource.Role, file, header);
            }
        }

        return tables;
    }

    /// <summary>Puts the market together.</summary>
    /// <param name="files">The package.</param>
    /// <param name="columns">The tables of its columnar resources, in order.</param>
    /// <param name="tables">Its small tables.</param>
    public static Loaded<Market> Assemble(PackageFiles files, ColumnTable[] columns, ReferenceReader tables)
    {
        var problems = new List<Problem>();
        var assembly = new MarketAssembly(problems);
        var next = 0;
        foreach (var (resource, file, _) in files.Resources)
        {
            if (resource.Role.IsColumnar)
            {
                assembly.Add(resource, file.Source, columns[next++]);
            }
            else
            {
                problems.AddRange(tables.ProblemsOf(file.Source.Name));
            }
        }

        var market = new Market(new MarketRows
        {
            Name = files.Name,
            Sha256 = files.Sha256,
            Files = files.Sources,
            Instruments = [.. tables.Instruments],
            Exchanges = [.. tables.Exchanges],
            Calendars = tables.Calendars(),
            Prices = assembly.Prices.ToImmutable(),
            Observations = assembly.Observations.ToImmutable(),
            Shares = [.. tables.Shares],
            Actions = [.. tables.Actions],
            Classifications = [.. tables.Classifications],
            Constituents = [.. tables.Constituents],
            Divisors = [.. tables.Divisors],
            Snapshots = ListedCodes.Resolve(tables.Snapshots, tables.Instruments),
            Fx = assembly.Fx.ToImmutable(),
            Disclosures = [.. tables.Disclosures],
            Events = [.. tables.Events],
        });
        problems.AddRange(UnknownInstruments.Find(market));
        return new Loaded<Market>(market, [.. problems]);
    }
}
