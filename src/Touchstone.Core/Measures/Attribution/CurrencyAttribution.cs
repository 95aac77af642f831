namespace Touchstone.Measures;

/// <summary>The excess return over a benchmark in one currency, split into markets and currencies.</summary>
internal static class CurrencyAttribution
{
    private const double DaysOfYear = 365;

    private static readonly Parameter Benchmark = new("benchmark", ParameterKind.Subject, "The index or list it is compared with.");

    private static readonly Parameter Currency = new("currency", ParameterKind.Currency, "The currency reported in.");

    private static readonly Parameter Effect = Parameter.Choice("effect", "Which part.", "total", "allocation", "selection", "interaction", "currency", "cross");

    private static readonly Parameter Group = new("group", ParameterKind.Currency, "One currency of the members in place of all.", Required: false);

    private static readonly Parameter Cash = new("cash", ParameterKind.Field, "The observed deposit rate of each currency, percent a year, with the currency's code as subject; without it interest stays with the local return.", Required: false);

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "currency-attribution",
        Question = "How much of its excess return in a currency came from the markets it holds, and how much from the currencies?",
        Family = "index",
        Arguments = [Parameter.Subject, Parameter.Window, Benchmark, Currency, Effect, Group, Cash, LinkedContribution.Method, MemberPeriods.Periods],
        Unit = "percentage points",
        Roles = ["constituents", "divisors", "prices", "actions", "fx", "instruments", "observations", "events"],
        Formula = "p = r - c, k = (1 + c) * (1 + e) - 1: allocation (w - wb) * (pb - sum wb pb); selection wb * (p - pb); interaction (w - wb) * (p - pb); currency (w - wb) * (k - sum wb k); cross (w p - wb pb) * e",
        Source = "Karnosky and Singer, \"Global Asset Management and Performance Attribution\", CFA Institute Research Foundation, 1994; the cross product of simple returns shown by itself; linked as linked-contribution.",
        Words = ["currency effect", "currency contribution", "exchange-rate effect", "in local currency"],
        Example = "currency-attribution(HARBT, 1m, HARB, HBK)",
    };

    private static Bound Bind(Call call)
    {
        if (ComparedPeriods.Of(call, Parameter.Subject, Parameter.Window, Benchmark, call.Text(Currency), out var compared) is { } none)
        {
            return none;
        }

        var (effect, asked, field) = (call.Text(Effect)!, call.Text(Group), call.Text(Cash));
        return new Bound(new Unit(UnitKind.PercentagePoints), (asOf, working) =>
        {
            if (compared.Over(asOf, null, working, out var result) is { } problem)
            {
                return problem;
            }

            if (Linked(call, result, field, working, out var effects) is { } missing)
            {
                return missing;
            }

            if (working is not null)
            {
                Explain(working, result, effects, field);
            }

            var chosen = effects.Where(pair => asked is null || pair.Key == asked).Select(pair => pair.Value).ToArray();
            if (chosen.Length == 0)
            {
                return working?.Problem(ProblemKind.Undefined, $"No member of either side is priced in {asked}; they are priced in {string.Join(", ", effects.Keys)}.") ?? WorkingBuilder.Unspoken;
            }

            var value = 100 * chosen.Sum(own => Part(own, effect));
            working?.Step(effect, asked ?? $"sum over {chosen.Length} currenc{(chosen.Length == 1 ? "y" : "ies")}", value, new Unit(UnitKind.PercentagePoints));
            return value;
        });
    }

    private static Problem? Linked(Call call, ComparedPeriods.Result result, string? cash, WorkingBuilder? working, out SortedDictionary<string, CurrencyEffects> linked)
    {
        linked = new SortedDictionary<string, CurrencyEffects>(StringComparer.Ordinal);
        for (var period = 0; period < result.Periods.Count; period++)
        {
            var (own, other) = result.Periods[period];
            var names = own.Members.Concat(other.Members).Select(member => member.Currency).Distinct().Order(StringComparer.Ordinal).ToArray();
            var pairs = new CurrencyPair[names.Length];
            for (var index = 0; index < names.Length; index++)
            {
                var deposit = 0.0;
                if (cash is not null && Deposit(call, names[index], cash, own, working, out deposit) is { } missing)
                {
                    return missing;
                }

                pairs[index] = Pair(names[index], own, other, deposit);
            }

            var effects = KarnoskySinger.Split(pairs);
            for (var index = 0; index < names.Length; index++)
            {
                linked[names[index]] = Sum(linked.GetValueOrDefault(names[index]), effects[index], result.Coefficients[period]);
            }
        }

        return null;
    }

    private static CurrencyPair Pair(string currency, MemberPeriod own, MemberPeriod other, double deposit)
    {
        var (mine, theirs) = (Local(own, currency), Local(other, currency));
        var exchange = own.Members.Concat(other.Members).First(member => member.Currency == currency).Exchange;
        return new CurrencyPair(mine.Weight, mine.Return, theirs.Weight, theirs.Return, exchange, deposit);
    }

    private static (double Weight, double Return) Local(MemberPeriod period, string currency)
    {
        var members = period.Members.Where(member => member.Currency == currency).ToArray();
        var weight = members.Sum(member => member.Weight);
        return (weight, weight == 0 ? 0 : members.Sum(member => member.Weight * member.Local) / weight);
    }

    private static Problem? Deposit(Call call, string currency, string field, MemberPeriod period, WorkingBuilder? working, out double deposit)
    {
        deposit = 0;
        if (Observation.Find(call.Subject(new InstrumentId(currency)), field, out var line) is { } none)
        {
            return none;
        }

        var rate = Observation.Of(line).Calculate(AsOf.On(period.From), working);
        deposit = rate.Value / 100 * (period.To.DayNumber - period.From.DayNumber) / DaysOfYear;
        return rate.Problem;
    }

    private static CurrencyEffects Sum(CurrencyEffects before, CurrencyEffects own, double factor) => new(
        before.Allocation + (factor * own.Allocation),
        before.Selection + (factor * own.Selection),
        before.Interaction + (factor * own.Interaction),
        before.Currency + (factor * own.Currency),
        before.Cross + (factor * own.Cross));

    private static double Part(CurrencyEffects effects, string effect) => effect switch
    {
        "allocation" => effects.Allocation,
        "selection" => effects.Selection,
        "interaction" => effects.Interaction,
        "currency" => effects.Currency,
        "cross" => effects.Cross,
        _ => effects.Total,
    };

    private static void Explain(WorkingBuilder working, ComparedPeriods.Result result, SortedDictionary<string, CurrencyEffects> effects, string? cash)
    {
        var unit = new Unit(UnitKind.PercentagePoints);
        foreach (var (name, own) in effects)
        {
            if (result.Periods is [var only])
            {
                var (mine, theirs) = (Local(only.Own, name), Local(only.Other, name));
                working.Step($"{name}: weight", $"against {WorkingBuilder.Text(100 * theirs.Weight)} in the benchmark", 100 * mine.Weight, Unit.Percent);
                working.Step($"{name}: local return", $"against {WorkingBuilder.Text(100 * theirs.Return)} in the benchmark", 100 * mine.Return, Unit.Percent);
            }

            foreach (var effect in new[] { "allocation", "selection", "interaction", "currency", "cross" })
            {
                working.Step($"{name}: {effect}", result.Periods.Count == 1 ? "by the formula" : "sum over periods of coefficient * effect", 100 * Part(own, effect), unit);
            }
        }

        var sum = 100 * effects.Values.Sum(own => own.Total);
        working.Convention(cash is null
            ? "No deposit rates are asked for: local returns count whole, and currency is the change of the rate alone."
            : $"Deposit rates are the observations {cash} of each currency at the start of a period, by calendar days of 365.");
        working.Step("all effects", $"sum over {effects.Count} currenc{(effects.Count == 1 ? "y" : "ies")}", sum, unit);
        if (result.Excess is { } excess)
        {
            working.Step("excess", "difference of the returns of the levels in the currency", 100 * excess, unit);
            working.Step("residual", "excess - all effects", (100 * excess) - sum, unit);
        }
    }
}
