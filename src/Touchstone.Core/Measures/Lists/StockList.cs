using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>The stocks that a question is about: the members of an index through time, or a list that is the same on every day.</summary>
internal sealed class StockList
{
    public static Parameter First { get; } = new("subject", ParameterKind.Subject, "An index or basket whose members the package names, or the first stock of a list.");

    public static Parameter Others { get; } = new("others", ParameterKind.Subjects, "The further stocks of a list; with them the subject itself is one of the list.", Required: false);

    private StockList(Subject head, IndexMembers? members, Subject[] stocks) => (Head, Members, Stocks) = (head, members, stocks);

    /// <summary>The index, or the first stock of the list: its exchange sets the sessions, its currency the money.</summary>
    public Subject Head { get; }

    /// <summary>Who is a member when; null for a list that is the same on every day.</summary>
    public IndexMembers? Members { get; }

    /// <summary>All that are ever in the list, in order of their ids.</summary>
    public IReadOnlyList<Subject> Stocks { get; }

    /// <summary>What it is called in a sentence: <c>members of HARB</c>, <c>stocks of the list</c>.</summary>
    public string Name => Members is null ? "stocks of the list" : $"members of {Head.Id}";

    /// <summary>The same for the same stocks, whatever the order in which they were named after the first.</summary>
    public string Key => Members is null ? $"{Head.Id}: {string.Join(' ', Stocks.Select(stock => stock.Id))}" : Head.Id.Value;

    /// <summary>The list that a question names by <see cref="First"/> and <see cref="Others"/>.</summary>
    public static Problem? Find(Call call, out StockList list) =>
        Find(call, call.Subject(First), call.Has(Others) ? call.Subjects(Others) : [], out list);

    /// <summary>The members of a subject, or the subject with the others named.</summary>
    public static Problem? Find(Call call, Subject head, IReadOnlyList<Subject> others, out StockList list)
    {
        if (others.Count > 0)
        {
            list = new StockList(head, null, [.. others.Prepend(head).DistinctBy(stock => stock.Id).OrderBy(stock => stock.Id)]);
            return list.Stocks.Count > 1 ? null : new Problem(ProblemKind.Invalid, $"A list needs at least two stocks; {head.Id} is named twice.");
        }

        list = null!;
        var members = head.Members;
        if (members.Absence is { } none)
        {
            return new Problem(none.Kind, $"{none.Message} Further stocks after {head.Id} make a list.");
        }

        list = new StockList(head, members, [.. members.Ever.Select(call.Subject)]);
        return null;
    }
}
