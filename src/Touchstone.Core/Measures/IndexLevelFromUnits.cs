using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>The level of an index, calculated from its members.</summary>
internal static class IndexLevelFromUnits
{
    private static readonly Parameter Figure = Parameter.Choice("figure", "level: as calculated. difference: calculated less quoted.", "level", "difference");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "index-level",
        Question = "What level do its members give?",
        Family = "index",
        Arguments = [Parameter.Index, Figure],
        Unit = "index points",
        Roles = ["constituents", "divisors", "prices"],
        Formula = "sum of units * as-traded close(as-of) / divisor; figure=difference: less the quoted level",
        Source = "The definition of the level; S&P Dow Jones Indices, \"Index Mathematics Methodology\", 2021, on the divisor.",
        Words = ["calculated level", "recalculated", "level from members", "rebuilt"],
        Example = "index-level(HARB)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Index);
        var found = call.Units(subject);
        if (!found.HasValue)
        {
            return found.Problem;
        }

        var units = found.Value;
        var isDifference = call.Text(Figure) == "difference";
        Line? quoted = null;
        if (isDifference && PriceLine.Find(subject, PriceField.Close, out quoted) is { } none)
        {
            return none;
        }

        return new Bound(Unit.Points, (asOf, working) =>
        {
            if (units.Session(asOf, working, out var day) is { } problem)
            {
                return problem;
            }

            var level = units.Index.LevelOn(day);
            if (!level.HasValue)
            {
                return level.Problem;
            }

            if (working is not null)
            {
                units.Explain(working, day, level);
                working.Formula($"sum of units * as-traded close(as-of) / divisor{(isDifference ? " - quoted level" : "")}");
            }

            if (!isDifference)
            {
                return level.Value;
            }

            var row = quoted!.IndexOnOrBefore(day);
            if (row < 0 || quoted.DateAt(row) != day)
            {
                return working?.Problem(ProblemKind.NoData, $"The package quotes no level of {subject.Id} on {day:yyyy-MM-dd}: a row of the role `prices` would settle it.") ?? WorkingBuilder.Unspoken;
            }

            working?.Input(quoted.InputAt(row));
            working?.Step("difference", $"{WorkingBuilder.Text(level.Value)} - {WorkingBuilder.Text(quoted.Stored(row))}", level.Value - quoted.Stored(row), Unit.Points);
            return level.Value - quoted.Stored(row);
        });
    }
}
