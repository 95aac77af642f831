using Touchstone.Data;
using Touchstone.Studies;

namespace Touchstone.Measures;

/// <summary>Whether a market was called a bull or a bear market on a day, from what was known by then.</summary>
internal static class MarketRegime
{
    private static readonly Parameter Rule = Parameter.Choice("rule", "What a bull and a bear market are.", "twenty-percent", "lunde-timmermann", "pagan-sossounov");

    private static readonly Parameter Entered = new("entered", ParameterKind.Window, "Ask whether it became one inside this window: the day on which it could be known counts.", Required: false);

    public static Measure Bull { get; } = new(call => Bind(call, MarketState.Bull))
    {
        Name = "bull-market",
        Question = "Is it in a bull market, as could be known on the day, and since when?",
        Family = "price",
        Arguments = [Parameter.Subject, Rule, Entered],
        Unit = "boolean",
        Roles = ["prices", "actions", "events"],
        Formula = "the last turn known by the as-of day is a trough; with entered, and it was known inside the window",
        Source = "The twenty-percent rule of the press; Lunde and Timmermann, \"Duration dependence in stock prices\", Journal of Business and Economic Statistics 22(3), 2004; Pagan and Sossounov, \"A simple framework for analysing bull and bear markets\", Journal of Applied Econometrics 18(1), 2003.",
        Words = ["bull market", "entered a bull market", "bull-market territory", "definition of a bull market"],
        Example = "bull-market(HARBT)",
    };

    public static Measure Bear { get; } = Bull with
    {
        Name = "bear-market",
        Question = "Is it in a bear market, as could be known on the day, and since when?",
        Formula = "the last turn known by the as-of day is a peak; with entered, and it was known inside the window",
        Words = ["bear market", "entered a bear market", "bear-market territory", "definition of a bear market"],
        Example = "bear-market(HARBT)",
        Bind = call => Bind(call, MarketState.Bear),
    };

    private static Bound Bind(Call call, MarketState wanted)
    {
        var subject = call.Subject(Parameter.Subject);
        var rule = call.Text(Rule) switch { "lunde-timmermann" => RegimeRule.LundeTimmermann, "pagan-sossounov" => RegimeRule.PaganSossounov, _ => RegimeRule.TwentyPercent };
        var window = call.Has(Entered) ? call.Window(Entered, subject) : null;
        if (PriceLine.Find(subject, PriceField.Close, out var line) is { } none)
        {
            return none;
        }

        return new Bound(Unit.TrueFalse, (asOf, working) =>
        {
            var (first, last) = (DateOnly.MinValue, DateOnly.MaxValue);
            if (window is not null && line.Sessions(window, asOf, working, out first, out last) is { } unresolved)
            {
                return unresolved;
            }

            // Only what was known by then counts: the turns are dated from the closes up to the day.
            if ((window is null ? line.Row(asOf, working, out var row) : line.Row(last, working, out row)) is { } problem)
            {
                return problem;
            }

            var found = RegimeStudy.Date(DailySeries.Of(Enumerable.Range(0, row + 1).Select(i => (line.DateAt(i), line.Values[i]))), rule);
            if (!found.HasValue)
            {
                return found.Problem;
            }

            if (found.Value.Turns.LastOrDefault() is not { } turn)
            {
                return working?.Problem(ProblemKind.Undefined, $"No turn of {subject.Id} is known by {line.DateAt(row):yyyy-MM-dd} from closes since {line.First:yyyy-MM-dd}, so it is neither called a bull nor a bear market.") ?? WorkingBuilder.Unspoken;
            }

            var isWanted = (turn.Kind == TurnKind.Trough) == (wanted == MarketState.Bull);
            var holdsFirst = window?.Window.Kind is WindowKind.Span or WindowKind.All;
            var inside = window is null || ((holdsFirst ? turn.KnownOn >= (window.Window.First ?? first) : turn.KnownOn > first) && turn.KnownOn <= last);
            if (working is not null)
            {
                working.Window(turn.Day, line.DateAt(row));
                Explain(working, line, row, turn, found.Working.Formula);
                if (window is not null && isWanted)
                {
                    working.Convention($"The day it could be known, {turn.KnownOn:yyyy-MM-dd}, {(inside ? "lies" : "does not lie")} inside the window.");
                }
            }

            return isWanted && inside ? 1 : 0;
        });
    }

    private static void Explain(WorkingBuilder working, Line line, int row, MarketTurn turn, string rule)
    {
        var (state, kind) = turn.Kind == TurnKind.Trough ? ("bull", "trough") : ("bear", "peak");
        working.Input(line.InputAt(turn.Position));
        working.Input(line.InputAt(turn.KnownPosition));
        line.ExplainSplit(working, turn.Position, row);
        working.Convention($"Rule: {rule}.");
        working.Convention($"A {state} market: the {kind} was the close of {turn.Day:yyyy-MM-dd}, which could be known on {turn.KnownOn:yyyy-MM-dd}.");
        void Move(string name, int at) => working.Step(name, $"{WorkingBuilder.Text(line.Stored(at))} / {WorkingBuilder.Text(line.InTermsOf(at, line.Values[turn.Position]))} - 1", ((line.Values[at] / line.Values[turn.Position]) - 1) * 100, Unit.Percent);
        Move($"from the {kind} to the day it could be known", turn.KnownPosition);
        if (row != turn.KnownPosition)
        {
            Move($"from the {kind} to the as-of day", row);
        }
    }
}
