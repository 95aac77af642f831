namespace Touchstone.Indices;

/// <summary>What all indices of a batch read.</summary>
/// <param name="Stocks">The stocks.</param>
/// <param name="Panel">Their closes.</param>
/// <param name="Labels">What they count as.</param>
/// <param name="Days">What reviews need to know of a day.</param>
/// <param name="Events">Corporate actions by session.</param>
internal sealed record BatchWork(BatchStocks Stocks, PricePanel Panel, BatchLabels Labels, BatchDays Days, BatchEvent[] Events);
