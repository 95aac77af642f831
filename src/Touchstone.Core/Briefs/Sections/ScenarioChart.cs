using System.Collections.Immutable;
using System.Globalization;

namespace Touchstone.Briefs;

/// <summary>The change of price for changes of earnings and of the multiple, in a table over both.</summary>
internal static class ScenarioChart
{
    private static readonly double[] Changes = [-20, -10, 0, 10, 20];

    public static ImmutableArray<BriefChart> Draw(BriefDraft draft)
    {
        double? Result(double earnings, double multiple) => draft.Value(draft.Day, "scenario-return", draft.Id, Text(earnings), Text(multiple));
        var rows = Changes.Select(earnings => ImmutableArray.Create([Signed(earnings), .. Changes.Select(multiple => ChartDays.Number(Result(earnings, multiple), 1))]));
        var bars = new[] { -20.0, 0, 20 }.SelectMany(_ => new[] { -20.0, 0, 20 }, (earnings, multiple) => (Earnings: earnings, Multiple: multiple, Value: Result(earnings, multiple)))
            .Where(bar => bar.Value is not null).Select(bar => new BriefBar($"Earnings {Signed(bar.Earnings)}, multiple {Signed(bar.Multiple)}", bar.Value!.Value)).ToImmutableArray();
        return bars.IsEmpty ? [] :
        [
            new BriefBarChart(
                "Scenarios of earnings and the multiple", $"Change of {draft.Name} in percent, by the change of earnings and that of the multiple.",
                new BriefTable([new BriefColumn("Earnings"), .. Changes.Select(multiple => new BriefColumn($"Multiple {Signed(multiple)}", true))], [.. rows]), "percent", bars),
        ];
    }

    private static string Text(double value) => value.ToString("0", CultureInfo.InvariantCulture);

    private static string Signed(double value) => value.ToString("+0'%';-0'%';0'%'", CultureInfo.InvariantCulture);
}
