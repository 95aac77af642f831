using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>The shares of a line in force from day to day: a row of the package states the count from its day on, and splits after that day multiply it until the next row.</summary>
internal sealed class ShareTimeline
{
    private readonly List<SharesInForce> _steps = [];

    private ShareTimeline()
    {
    }

    /// <summary>The timeline of a line; empty when the package has no shares of it.</summary>
    /// <param name="market">The package.</param>
    /// <param name="id">The line.</param>
    public static ShareTimeline Of(Market market, InstrumentId id)
    {
        var timeline = new ShareTimeline();
        ShareCount[] rows = [.. market.Shares(id)];
        ShareRatio[] splits = [.. ShareRatio.ByDay(market.Actions(id))];
        var split = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            var shares = row.Shares;
            timeline._steps.Add(new SharesInForce(row.From, shares, row));

            // A split on the very day of a row is in its count already.
            while (split < splits.Length && splits[split].ExDate <= row.From)
            {
                split++;
            }

            for (; split < splits.Length && (i + 1 == rows.Length || splits[split].ExDate < rows[i + 1].From); split++)
            {
                shares *= splits[split].Value;
                timeline._steps.Add(new SharesInForce(splits[split].ExDate, shares, row));
            }
        }

        return timeline;
    }

    /// <summary>The shares in force on a day, or null before the first row.</summary>
    /// <param name="day">The day.</param>
    public SharesInForce? On(DateOnly day)
    {
        var (low, high) = (0, _steps.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_steps[middle].From <= day)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high < 0 ? null : _steps[high];
    }
}

/// <summary>A count of shares in force from a day on.</summary>
/// <param name="From">The day.</param>
/// <param name="Shares">The count, splits included; above zero.</param>
/// <param name="Row">The row of the package behind it.</param>
internal readonly record struct SharesInForce(DateOnly From, double Shares, ShareCount Row);
