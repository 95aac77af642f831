namespace Touchstone.Measures;

/// <summary>How much of the daily quota of a trading link was used.</summary>
internal static class ConnectQuotaUse
{
    public static Measure Measure { get; } = new(Bind)
    {
        Name = "connect-quota-use",
        Question = "What part of the daily quota of a trading link was used?",
        Family = "flows",
        Arguments = [Parameter.Subject, ConnectFlow.Channel],
        Unit = "percent; negative when more was sold than bought",
        Roles = ["observations", "disclosures"],
        Formula = "(quota - quota_balance) / quota",
        Source = "HKEX, \"Stock Connect: Information Book for Investors\", on the daily quota, which applies to net buying.",
        Words = ["quota", "daily quota used", "quota balance"],
        Example = "connect-quota-use(XHBR, southbound)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        var (quota, balance) = ($"{call.Text(ConnectFlow.Channel)}_quota", $"{call.Text(ConnectFlow.Channel)}_quota_balance");
        if (Observation.Find(subject, balance, out var left) is { } noBalance)
        {
            return Disclosure.Absent(subject, balance, null, noBalance);
        }

        if (Observation.Find(subject, quota, out var whole) is { } noQuota)
        {
            return Disclosure.Absent(subject, quota, null, noQuota);
        }

        var (find, size) = (Observation.Of(left), Observation.Of(whole));
        return new Bound(Unit.Percent, (asOf, working) =>
        {
            var rest = find.Calculate(asOf, working);
            var all = rest.Problem is null ? size.Calculate(asOf, working) : rest;
            if (all.Problem is not null)
            {
                return all;
            }

            if (all.Value <= 0)
            {
                return working?.Problem(ProblemKind.Undefined, $"The {quota} of {subject.Id} is {WorkingBuilder.Text(all.Value)}; a share needs one above zero.") ?? WorkingBuilder.Unspoken;
            }

            var value = 100 * (all.Value - rest.Value) / all.Value;
            working?.Convention("The balance is net of orders, so what is used differs from net buying as executed.");
            working?.Step("quota used", $"100 * ({WorkingBuilder.Text(all.Value)} - {WorkingBuilder.Text(rest.Value)}) / {WorkingBuilder.Text(all.Value)}", value, Unit.Percent);
            return value;
        });
    }
}
