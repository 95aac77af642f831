namespace Touchstone.Measures;

/// <summary>The excess return over a benchmark, split over groups into allocation, selection and interaction.</summary>
internal static class Brinson
{
    private static readonly Parameter Benchmark = new("benchmark", ParameterKind.Subject, "The index it is compared with.");

    private static readonly Parameter Effect = Parameter.Choice("effect", "Which part. residual: what the effects of all groups leave of the excess return by the levels.", "total", "allocation", "selection", "interaction", "residual");

    private static readonly Parameter Group = new("group", ParameterKind.Field, "One group in place of all: its name, with hyphens for spaces.", Required: false);

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "brinson-fachler",
        Question = "How much of its excess return came from the groups it holds, and how much from what it holds within them?",
        Family = "index",
        Arguments = [Parameter.Subject, Parameter.Window, Benchmark, Effect, Group, MemberGroups.By, LinkedContribution.Method, MemberPeriods.Periods, MemberPeriods.Currency],
        Unit = "percentage points",
        Roles = ["constituents", "divisors", "prices", "actions", "classifications", "instruments", "fx", "events"],
        Formula = "allocation (w - wb) * (rb - Rb); selection wb * (r - rb); interaction (w - wb) * (r - rb); each period times its linking coefficient",
        Source = "Brinson and Fachler, \"Measuring Non-US Equity Portfolio Performance\", Journal of Portfolio Management 11(3), 1985; linked as linked-contribution.",
        Words = ["allocation effect", "selection effect", "stock picking", "sector allocation", "attribution"],
        Example = "brinson-fachler(HARBT, 1m, HARB, by=issuer)",
    };

    private static Bound Bind(Call call)
    {
        var (effect, group) = (call.Text(Effect)!, call.Text(Group));
        if (effect == "residual" && group is not null)
        {
            return new Problem(ProblemKind.Invalid, "The residual belongs to no group: leave group out, or ask another effect.");
        }

        if (ComparedPeriods.Of(call, Parameter.Subject, Parameter.Window, Benchmark, call.Text(MemberPeriods.Currency), out var compared) is { } none)
        {
            return none;
        }

        if (MemberGroups.Of(call.Market, call.Text(MemberGroups.By)!, out var groups) is { } unknown)
        {
            return unknown;
        }

        return new Bound(new Unit(UnitKind.PercentagePoints), (asOf, working) =>
        {
            if (compared.Over(asOf, groups, working, out var result) is { } problem)
            {
                return problem;
            }

            if (Linked(result, groups, out var effects) is { } unclear)
            {
                return unclear;
            }

            if (working is not null)
            {
                Explain(working, result, groups, effects);
            }

            if (effect == "residual")
            {
                return result.Excess is { } excess
                    ? 100 * (excess - effects.Values.Sum(own => own.Total))
                    : working?.Problem(ProblemKind.NoData, "A side has no divisor in the package and so no level: rows of the role `divisors` would settle the residual.") ?? WorkingBuilder.Unspoken;
            }

            var asked = effects.Where(pair => group is null || MemberGroups.Same(pair.Key, group)).Select(pair => pair.Value).ToArray();
            if (asked.Length == 0)
            {
                return working?.Problem(ProblemKind.Undefined, $"There is no group '{group}' on either side; the groups are {string.Join(", ", effects.Keys)}.") ?? WorkingBuilder.Unspoken;
            }

            var value = 100 * asked.Sum(own => Part(own, effect));
            working?.Step(effect, group is null ? $"sum over {asked.Length} groups" : $"{group}", value, new Unit(UnitKind.PercentagePoints));
            return value;
        });
    }

    /// <summary>The effects of each group over all periods.</summary>
    private static Problem? Linked(ComparedPeriods.Result result, MemberGroups groups, out SortedDictionary<string, BrinsonEffects> linked)
    {
        linked = new SortedDictionary<string, BrinsonEffects>(StringComparer.Ordinal);
        for (var period = 0; period < result.Periods.Count; period++)
        {
            if (GroupTotals.Pairs(result.Periods[period], groups, out var pairs) is { } problem)
            {
                return problem;
            }

            var effects = BrinsonFachler.Split([.. pairs.Values]);
            foreach (var (name, index) in pairs.Keys.Select((name, index) => (name, index)))
            {
                var (own, factor) = (effects[index], result.Coefficients[period]);
                var before = linked.GetValueOrDefault(name);
                linked[name] = new BrinsonEffects(
                    before.Allocation + (factor * own.Allocation), before.Selection + (factor * own.Selection), before.Interaction + (factor * own.Interaction));
            }
        }

        return null;
    }

    private static double Part(BrinsonEffects effects, string effect) => effect switch
    {
        "allocation" => effects.Allocation,
        "selection" => effects.Selection,
        "interaction" => effects.Interaction,
        _ => effects.Total,
    };

    private static void Explain(WorkingBuilder working, ComparedPeriods.Result result, MemberGroups groups, SortedDictionary<string, BrinsonEffects> effects)
    {
        var unit = new Unit(UnitKind.PercentagePoints);
        GroupTotals.Pairs(result.Periods[0], groups, out var pairs);
        var isOne = result.Periods.Count == 1;
        foreach (var (name, own) in effects)
        {
            if (isOne)
            {
                var pair = pairs[name];
                working.Step($"{name}: weight", $"against {WorkingBuilder.Text(100 * pair.BenchmarkWeight)} in the benchmark", 100 * pair.Weight, Unit.Percent);
                working.Step($"{name}: return", pair.BenchmarkWeight == 0 ? "none in the benchmark" : $"against {WorkingBuilder.Text(100 * pair.BenchmarkReturn)} in the benchmark", 100 * pair.Return, Unit.Percent);
            }

            working.Step($"{name}: allocation", isOne ? "(w - wb) * (rb - Rb)" : "sum over periods of coefficient * (w - wb) * (rb - Rb)", 100 * own.Allocation, unit);
            working.Step($"{name}: selection", isOne ? "wb * (r - rb)" : "sum over periods of coefficient * wb * (r - rb)", 100 * own.Selection, unit);
            working.Step($"{name}: interaction", isOne ? "(w - wb) * (r - rb)" : "sum over periods of coefficient * (w - wb) * (r - rb)", 100 * own.Interaction, unit);
        }

        var sum = 100 * effects.Values.Sum(own => own.Total);
        working.Step("all effects", $"sum over {effects.Count} groups", sum, unit);
        if (result.Excess is { } excess)
        {
            working.Step("excess", "difference of the returns of the levels", 100 * excess, unit);
            working.Step("residual", "excess - all effects", (100 * excess) - sum, unit);
        }
        else
        {
            working.Convention("A side has no divisor in the package and so no level: there is no residual to show.");
        }
    }
}
