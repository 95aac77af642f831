using System.Globalization;
using System.Text;

namespace Touchstone.Bench;

/// <summary>A package with an index of as many members as asked for: random walks with a common part, units, shares, valuations of index and members, turnover of the market, events.</summary>
internal static class BriefMarket
{
    private static readonly DateOnly First = new(2022, 1, 3);

    /// <summary>Writes the package and gives its folder.</summary>
    public static string Write(string folder, int members, int sessions)
    {
        Directory.CreateDirectory(folder);
        var random = new Random(20250228);
        var files = new Dictionary<string, StringBuilder>(StringComparer.Ordinal)
        {
            ["instruments"] = new("id,kind,name,exchange,currency\nIDX,index,Bench Index,XTST,USD\nALL,index,Broad Index,XTST,USD\nXTST,market,Test market,XTST,USD\n"),
            ["prices"] = new("instrument,date,close,volume,turnover\n"),
            ["levels"] = new("instrument,date,close\n"),
            ["constituents"] = new("index,instrument,from,units\n"),
            ["divisors"] = new($"index,from,divisor\nIDX,{First:yyyy-MM-dd},1000000\n"),
            ["shares"] = new("instrument,from,shares\n"),
            ["observations"] = new("subject,field,date,value,unit\n"),
            ["events"] = new("id,date,zone,name\nfirst,2024-02-01,Etc/UTC,The first event\nsecond,2024-09-02,Etc/UTC,The second event\n"),
            ["exchanges"] = new("exchange,name,zone,open,close\nXTST,Test exchange,Etc/UTC,09:30,16:00\n"),
        };
        Fill(files, members, sessions, random);
        foreach (var (name, text) in files)
        {
            File.WriteAllText(Path.Combine(folder, $"{name}.csv"), text.ToString());
        }

        File.WriteAllText(Path.Combine(folder, "datapackage.json"), $$"""
            { "name": "bench-{{members}}", "resources": [
              {{Resource("instruments", "instruments", "id")}}, {{Resource("exchanges", "exchanges", "exchange")}}, {{Resource("constituents", "constituents", "index,instrument,from")}},
              {{Resource("divisors", "divisors", "index,from")}}, {{Resource("shares", "shares", "instrument,from")}}, {{Resource("observations", "observations", "subject,field,date")}}, {{Resource("events", "events", "id")}},
              {{Resource("prices", "prices", "instrument,date", "\"basis\": { \"close\": \"as-traded\" }, ")}}, {{Resource("levels", "prices", "instrument,date", "\"basis\": { \"splits\": \"none\", \"dividends\": \"price index\" }, ")}}
            ] }
            """);
        return folder;
    }

    private static void Fill(Dictionary<string, StringBuilder> files, int members, int sessions, Random random)
    {
        var closes = Enumerable.Range(0, members).Select(_ => 20 + (random.NextDouble() * 200)).ToArray();
        var units = closes.Select(_ => (double)random.Next(1_000_000, 90_000_000)).ToArray();
        for (var i = 0; i < members; i++)
        {
            Line(files["instruments"], $"XTST:{i + 1},equity,Stock {i + 1},XTST,USD");
            Line(files["constituents"], $"IDX,XTST:{i + 1},{First:yyyy-MM-dd},{units[i]:F0}");
            Line(files["shares"], $"XTST:{i + 1},{First:yyyy-MM-dd},{units[i] * 2:F0}");
        }

        var (day, broad) = (First, 3000.0);
        for (var session = 0; session < sessions; session++, day = day.AddDays(day.DayOfWeek == DayOfWeek.Friday ? 3 : 1))
        {
            var common = random.NextDouble() - 0.49;
            broad *= 1 + (common * 0.015);
            var sum = 0.0;
            for (var i = 0; i < members; i++)
            {
                closes[i] = Math.Round(closes[i] * (1 + (0.04 * ((0.5 * common) + random.NextDouble() - 0.5))), 2);
                sum += closes[i] * units[i];
                var volume = random.Next(100_000, 9_000_000);
                Line(files["prices"], $"XTST:{i + 1},{day:yyyy-MM-dd},{closes[i]:F2},{volume},{volume * closes[i]:F0}");
                if (session % 20 == 0)
                {
                    Line(files["observations"], $"XTST:{i + 1},pe_trailing,{day:yyyy-MM-dd},{12 + (random.NextDouble() * 20):F2},ratio");
                }
            }

            Line(files["levels"], $"IDX,{day:yyyy-MM-dd},{sum / 1_000_000:F2}");
            Line(files["levels"], $"ALL,{day:yyyy-MM-dd},{broad:F2}");
            Line(files["observations"], $"IDX,pe_trailing,{day:yyyy-MM-dd},{20 + random.NextDouble():F2},ratio");
            Line(files["observations"], $"ALL,pe_trailing,{day:yyyy-MM-dd},{15 + random.NextDouble():F2},ratio");
            Line(files["observations"], $"XTST,turnover,{day:yyyy-MM-dd},{4000 + (random.NextDouble() * 2000):F0},USD m");
        }
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static string Resource(string name, string role, string keys, string more = "") =>
        $"{{ \"name\": \"{name}\", \"path\": \"{name}.csv\", \"role\": \"{role}\", {more}\"schema\": {{ \"fields\": [ {string.Join(", ", keys.Split(',').Select(key => $"{{ \"name\": \"{key}\" }}"))} ], \"primaryKey\": [ {string.Join(", ", keys.Split(',').Select(key => $"\"{key}\""))} ] }} }}";
}
