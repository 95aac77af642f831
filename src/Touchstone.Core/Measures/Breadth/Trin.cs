using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>Arms' index: whether volume went into the stocks that rose or into those that fell.</summary>
internal static class Trin
{
    public static Measure Measure { get; } = new(Bind)
    {
        Name = "trin",
        Question = "What is the Arms index (TRIN) of the members?",
        Family = "breadth",
        Arguments = [StockList.First, StockList.Others],
        Unit = "number; below 1 when volume favours what rose",
        Roles = ["constituents", "constituent-snapshots", "prices", "actions", "observations"],
        Formula = "(advancers / decliners) / (volume of advancers / volume of decliners)",
        Source = "Arms, \"Jack be Nimble\", Barron's, 7 August 1967.",
        Words = ["TRIN", "Arms index"],
        Example = "trin(HARB)",
    };

    private static Bound Bind(Call call)
    {
        if (StockPanel.Find(call, out var panel) is { } none)
        {
            return none;
        }

        return new Bound(Unit.Number, (asOf, working) =>
        {
            int[] members = [];
            if ((panel.Session(asOf, working, out var session) ?? panel.PricedOn(session, working, out members)) is { } problem)
            {
                return problem;
            }

            if (session == 0)
            {
                return working?.Problem(ProblemKind.NoData, $"The closes of the {panel.List.Name} begin on {panel.DateAt(0):yyyy-MM-dd}; those of the session before would settle it.") ?? WorkingBuilder.Unspoken;
            }

            return At(panel, session, members, working);
        });
    }

    private static Outcome At(StockPanel panel, int session, int[] members, WorkingBuilder? working)
    {
        var table = panel.Table;
        var (up, down, upVolume, downVolume) = (0, 0, 0.0, 0.0);
        foreach (var stock in members)
        {
            var way = table.Day(session, stock) == StockDay.Traded && table.FirstSessions[stock] < session
                ? AdvanceDecline.Direction(table.Close(session - 1, stock), table.Close(session, stock))
                : 0;
            if (way == 0)
            {
                continue;
            }

            var day = panel.DateAt(session);
            var volumes = panel.List.Stocks[stock].Price(PriceField.Volume);
            var row = volumes?.IndexOnOrBefore(day) ?? -1;
            if (volumes is null || row < 0 || volumes.DateAt(row) != day)
            {
                return working?.Problem(ProblemKind.NoData, $"No volume of {panel.List.Stocks[stock].Id} on {day:yyyy-MM-dd}: the column `volume` of its prices would settle it.") ?? WorkingBuilder.Unspoken;
            }

            working?.Input(volumes.InputAt(row));
            up += way > 0 ? 1 : 0;
            down += way < 0 ? 1 : 0;
            upVolume += way > 0 ? volumes.Stored(row) : 0;
            downVolume += way < 0 ? volumes.Stored(row) : 0;
        }

        if (up == 0 || down == 0)
        {
            return working?.Problem(ProblemKind.Undefined, $"{up} {panel.List.Name} rose and {down} fell on {panel.DateAt(session):yyyy-MM-dd}; the ratio needs some of both.") ?? WorkingBuilder.Unspoken;
        }

        var (counts, volume) = ((double)up / down, upVolume / downVolume);
        if (working is not null)
        {
            panel.Inputs(working, members, session - 1, session);
            working.Step("counts", $"{up} / {down}", counts, Unit.Number);
            working.Step("volumes", $"{WorkingBuilder.Text(upVolume)} / {WorkingBuilder.Text(downVolume)}", volume, Unit.Number);
            working.Step("trin", $"{WorkingBuilder.Text(counts)} / {WorkingBuilder.Text(volume)}", counts / volume, Unit.Number);
        }

        return counts / volume;
    }
}
