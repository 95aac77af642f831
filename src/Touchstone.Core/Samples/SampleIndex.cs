using System.Collections.Immutable;

namespace Touchstone.Samples;

/// <summary>Membership of a sample index over a half-open span.</summary>
internal sealed record SampleMember(SampleCompany Company, DateOnly From, DateOnly? Until, long Units);

/// <summary>A bar of an index.</summary>
internal readonly record struct SampleLevel(decimal Open, decimal High, decimal Low, decimal Close);

/// <summary>An index of the sample: level = sum of units × close / divisor, rounded to two decimals.</summary>
internal sealed class SampleIndex
{
    private static readonly ImmutableArray<DateOnly> Reviews = [new(2022, 7, 1), new(2023, 7, 3), new(2024, 7, 1)];

    private SampleIndex(string id, string name, ImmutableArray<SampleMember> members, ImmutableArray<(DateOnly From, decimal Value)> divisors, ImmutableArray<SampleLevel> levels) =>
        (Id, Name, Members, Divisors, Levels) = (id, name, members, divisors, levels);

    public string Id { get; }

    public string Name { get; }

    /// <summary>The memberships, by company and day.</summary>
    public ImmutableArray<SampleMember> Members { get; }

    /// <summary>The divisors, earliest first.</summary>
    public ImmutableArray<(DateOnly From, decimal Value)> Divisors { get; }

    /// <summary>One level for each session.</summary>
    public ImmutableArray<SampleLevel> Levels { get; }

    /// <summary>The members of a session with their units.</summary>
    public IEnumerable<SampleMember> MembersOn(DateOnly day) => Members.Where(member => member.From <= day && (member.Until is not { } until || day < until));

    /// <summary>Calculates an index.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="name">Its name.</param>
    /// <param name="start">The level of the first session.</param>
    /// <param name="bars">The bars of all companies that can be members.</param>
    public static SampleIndex Calculate(string id, string name, decimal start, IReadOnlyList<SampleBars> bars)
    {
        var members = bars.SelectMany(Spans).ToImmutableArray();
        var barsOf = bars.ToDictionary<SampleBars, object>(item => item.Company, ReferenceEqualityComparer.Instance);
        var divisors = new List<(DateOnly From, decimal Value)>();
        var levels = new List<SampleLevel>();
        for (var session = 0; session < SampleCalendar.Sessions.Length; session++)
        {
            var day = SampleCalendar.Sessions[session];
            if (session == 0)
            {
                divisors.Add((day, Math.Round(Value(day, bar => bar.Close, session) / start, 4)));
            }
            else if (Reviews.Contains(day))
            {
                var yesterday = SampleCalendar.Sessions[session - 1];
                var ratio = Value(day, bar => bar.Close, session - 1) / Value(yesterday, bar => bar.Close, session - 1);
                if (ratio != 1)
                {
                    divisors.Add((day, Math.Round(divisors[^1].Value * ratio, 4)));
                }
            }

            levels.Add(new SampleLevel(Level(bar => bar.Open), Level(bar => bar.High), Level(bar => bar.Low), Level(bar => bar.Close)));

            // The day's extremes of the members do not fall together; half of their reach keeps the bar plausible.
            levels[^1] = levels[^1] with
            {
                High = Math.Max(Math.Max(levels[^1].Open, levels[^1].Close), Math.Round((levels[^1].High + levels[^1].Close) / 2, 2)),
                Low = Math.Min(Math.Min(levels[^1].Open, levels[^1].Close), Math.Round((levels[^1].Low + levels[^1].Close) / 2, 2)),
            };

            decimal Level(Func<SampleBar, decimal> price) => Math.Round(Value(day, price, session) / divisors[^1].Value, 2, MidpointRounding.AwayFromZero);
        }

        return new SampleIndex(id, name, members, [.. divisors], [.. levels]);

        decimal Value(DateOnly day, Func<SampleBar, decimal> price, int session)
        {
            var sum = 0m;
            foreach (var member in members)
            {
                if (member.From <= day && (member.Until is not { } until || day < until))
                {
                    sum += member.Units * price(barsOf[member.Company][session]);
                }
            }

            return sum;
        }
    }

    /// <summary>A member from the first review after its listing; units follow shares at each review, and a split at once.</summary>
    private static IEnumerable<SampleMember> Spans(SampleBars bars)
    {
        var company = bars.Company;
        var joins = company.Listed == SampleCalendar.First ? company.Listed : Reviews.First(review => review > company.Listed);
        var changes = Reviews.Where(review => review > joins).ToList();
        if (company.Code == "WIND")
        {
            changes.Add(SampleActions.SplitDay);
        }

        var from = joins;
        foreach (var change in changes.Order())
        {
            if (UnitsOn(company, change) != UnitsOn(company, from))
            {
                yield return new SampleMember(company, from, change, UnitsOn(company, from));
                from = change;
            }
        }

        yield return new SampleMember(company, from, null, UnitsOn(company, from));
    }

    private static long UnitsOn(SampleCompany company, DateOnly day) => (long)(SampleActions.SharesOn(company, day) / 1000 * company.Float);
}
