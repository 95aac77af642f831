using System.Globalization;
using System.Text;
using Touchstone.Samples;

namespace Touchstone.Tests.Samples;

/// <summary>The files of a sample as a reader without Touchstone would take them: rows of text, numbers as doubles.</summary>
internal sealed class GrowthFiles
{
    private readonly Dictionary<string, string> _texts;
    private readonly Dictionary<(string Id, string Day), double> _closes;
    private readonly ILookup<string, string[]> _shares;

    public GrowthFiles(int seed)
    {
        _texts = SamplePackage.Files(seed).ToDictionary(file => file.Path, file => Encoding.UTF8.GetString(file.Bytes.AsSpan()));
        var listed = Rows("classifications").Where(row => row[2] == "growth-board").Select(row => row[0]).ToHashSet();
        _closes = Rows("prices").Where(row => listed.Contains(row[0])).ToDictionary(row => (row[0], row[1]), row => Number(row[5]));
        _shares = Rows("shares").ToLookup(row => row[0]);
        Levels = [.. Rows("levels").Where(row => row[0] == "HARBG").Select(row => (row[1], Number(row[5])))];
        Sessions = [.. Rows("fx").Select(row => row[2])];
    }

    /// <summary>The closes of the Harbour Growth Index.</summary>
    public (string Day, double Close)[] Levels { get; }

    /// <summary>All sessions, ascending.</summary>
    public string[] Sessions { get; }

    public IEnumerable<string[]> Rows(string table) => _texts[$"{table}.csv"].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Cells);

    /// <summary>The last close on or before a day.</summary>
    public double Close(string id, string day)
    {
        var session = Array.FindLastIndex(Sessions, item => string.CompareOrdinal(item, day) <= 0);
        while (true)
        {
            if (_closes.TryGetValue((id, Sessions[session]), out var close))
            {
                return close;
            }

            session--;
        }
    }

    public bool Trades(string id, string day) => _closes.ContainsKey((id, day));

    /// <summary>Shares that count on a day: all of them times the float, banded by the table of the rulebook.</summary>
    public double Counted(string id, string day)
    {
        var row = _shares[id].Last(item => string.CompareOrdinal(item[1], day) <= 0);
        return Number(row[2]) * Band(Number(row[3]));
    }

    /// <summary>Shares of a day.</summary>
    public double Shares(string id, string day) => Number(_shares[id].Last(item => string.CompareOrdinal(item[1], day) <= 0)[2]);

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The banding table by whole percentages: 1 to 15 as they are, to 20, to 30 … to 80, then all.</summary>
    private static double Band(double free)
    {
        int[] steps = [.. Enumerable.Range(1, 15), 20, 30, 40, 50, 60, 70, 80, 100];
        return steps.First(step => step >= (free * 100) - 1e-9) / 100.0;
    }

    private static string[] Cells(string line)
    {
        var cells = new List<string>();
        var (cell, quoted) = (new StringBuilder(), false);
        foreach (var letter in line)
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(letter);
            }
        }

        return [.. cells, cell.ToString()];
    }
}
