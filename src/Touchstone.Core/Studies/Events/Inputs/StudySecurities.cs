using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Studies;

/// <summary>The securities that a study names: ids separated by commas, the members of an index, or a file.</summary>
public sealed class StudySecurities
{
    private static readonly PackageRole Columns = new("securities", ["security"], [new RoleColumn("security", ColumnType.Text, true)]);

    private readonly Market _market;
    private readonly Symbols _symbols;
    private readonly InstrumentId? _index;
    private readonly ImmutableArray<InstrumentId> _named;

    private StudySecurities(Market market, Symbols symbols, InstrumentId? index, ImmutableArray<InstrumentId> named) =>
        (_market, _symbols, _index, _named) = (market, symbols, index, named);

    /// <summary>Reads what a person wrote.</summary>
    /// <param name="market">The package.</param>
    /// <param name="text"><c>XHKG:700,XHKG:9988</c>; <c>@HSTECH</c> for the members of an index; or a CSV file with a column <c>security</c>.</param>
    /// <param name="mayBeFile">Whether the text may name a file. Where a stranger writes it, it must not.</param>
    /// <returns>The securities, or null with every fault: a name that nothing in the package has, an index without members, a file that cannot be read.</returns>
    public static Loaded<StudySecurities?> Read(Market market, string text, bool mayBeFile = false)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(text);
        var symbols = new Symbols(market);
        if (text.StartsWith('@'))
        {
            var index = Find(market, symbols, text[1..]);
            return !index.HasValue ? new(null, [index.Problem])
                : market.Members(index.Value).Absence is { } absence ? new(null, [absence])
                : new(new StudySecurities(market, symbols, index.Value, []), []);
        }

        if (mayBeFile && InputTable.IsFile(text))
        {
            var rows = InputTable.Read(text, Columns, row => Tuple.Create(Find(row, market, symbols)), row => row.Item1.Value);
            return rows.Problems.IsEmpty ? new(new StudySecurities(market, symbols, null, [.. rows.Value.Select(row => row.Item1)]), []) : new(null, rows.Problems);
        }

        var found = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => Find(market, symbols, name)).ToArray();
        Problem[] problems = [.. found.Where(answer => !answer.HasValue).Select(answer => answer.Problem!)];
        return found.Length == 0 ? new(null, [new Problem(ProblemKind.Invalid, "The list of securities is empty; expected ids separated by commas, '@' and an index, or a file.")])
            : problems.Length > 0 ? new(null, [.. problems])
            : new(new StudySecurities(market, symbols, null, [.. found.Select(answer => answer.Value).Distinct()]), []);
    }

    /// <summary>The securities on a day.</summary>
    /// <param name="day">The day, for the members of an index.</param>
    /// <returns>The securities with where they come from, or a problem when the members of the index are not known then.</returns>
    public Answer<ImmutableArray<InstrumentId>> On(DateOnly day)
    {
        if (_index is not { } index)
        {
            return Answer<ImmutableArray<InstrumentId>>.Of(_named, new Working { Formula = "as named" });
        }

        var members = _market.Members(index);
        if (members.On(day) is not { } list)
        {
            return members.AbsenceOn(day);
        }

        // Lists of members may write a bare code where the package has the exchange too.
        var ids = list.Members.Select(member => Find(_market, _symbols, member.Instrument.Value) is { HasValue: true } found ? found.Value : member.Instrument).Distinct().ToImmutableArray();
        return Answer<ImmutableArray<InstrumentId>>.Of(ids, new Working
        {
            Formula = "members of an index",
            Conventions = [list.Month is { } month
                ? $"{ids.Length} members of {index} by the list of {month}, the nearest to {day:yyyy-MM-dd}, which may lag a change by weeks."
                : $"{ids.Length} members of {index} as published for {day:yyyy-MM-dd}."],
        });
    }

    /// <summary>The instrument that a name stands for, such as the market of a study; an id that only has prices is one too.</summary>
    /// <param name="market">The package.</param>
    /// <param name="name">What a person wrote.</param>
    public static Answer<InstrumentId> Find(Market market, string name) => Find(market, new Symbols(market), name);

    /// <summary>The same with symbols at hand.</summary>
    internal static Answer<InstrumentId> Find(Market market, Symbols symbols, string name)
    {
        if (InstrumentId.IsValid(name) && market.Prices(new InstrumentId(name)) is not null)
        {
            return Answer<InstrumentId>.Of(new InstrumentId(name), new Working { Formula = "as named" });
        }

        var match = symbols.Find(name);
        return match.Found ? Answer<InstrumentId>.Of(match.Instrument.Id, new Working { Formula = "as named" }) : match.Problem;
    }

    /// <summary>The same in a row of a file, with what is wrong noted in it.</summary>
    internal static InstrumentId Find(CsvRow row, Market market, Symbols symbols)
    {
        var text = row.Text("security");
        if (text.Length == 0)
        {
            return default;
        }

        var found = Find(market, symbols, text);
        if (!found.HasValue)
        {
            row.Refuse(found.Problem.Message);
            return default;
        }

        return found.Value;
    }
}
