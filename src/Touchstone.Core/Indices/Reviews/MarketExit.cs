using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>How a stock left the market for good: it was delisted, or its company was bought.</summary>
/// <remarks>Who is delisted or bought for cash is gone before the reviews of the day. Who is bought for shares that day is still there, and its buyer takes its place after them.</remarks>
internal static class MarketExit
{
    /// <summary>The action by which a stock has left before the reviews of a day, or null.</summary>
    /// <param name="market">The package.</param>
    /// <param name="id">The stock.</param>
    /// <param name="day">The day of the reviews.</param>
    public static CorporateAction? By(Market market, InstrumentId id, DateOnly day) => market.Actions(id).FirstOrDefault(action => FirstDayGone(action) <= day);

    /// <summary>As <see cref="By"/>, as a sentence.</summary>
    /// <param name="market">The package.</param>
    /// <param name="id">The stock.</param>
    /// <param name="day">The day of the reviews.</param>
    public static string? WordsBy(Market market, InstrumentId id, DateOnly day) => By(market, id, day) is { } exit
        ? $"{exit.Kind switch { "delist" => "Delisted", "merger-cash" => "Bought for cash", _ => "Bought for shares" }} on {exit.ExDate:yyyy-MM-dd}."
        : null;

    /// <summary>The first day before whose reviews an action has taken its stock from the market; null when it does not.</summary>
    /// <param name="action">The action.</param>
    public static DateOnly? FirstDayGone(CorporateAction action) => action.Kind switch
    {
        "delist" or "merger-cash" => action.ExDate,
        "merger-stock" => action.ExDate.AddDays(1),
        _ => null,
    };
}
