using System.Collections.Immutable;

namespace Touchstone.Samples;

/// <summary>A Growth Board on which the rules of its index all come into play.</summary>
/// <param name="Board">The board.</param>
/// <param name="Index">Its index.</param>
internal sealed record GrowthStory(GrowthBoard Board, GrowthIndex Index)
{
    private const int Attempts = 500;

    /// <summary>How much larger each company must be than the next at a review, so that no rounding can change a rank.</summary>
    private const decimal Apart = 1.005m;

    /// <summary>The members that each choosing review is to end with: by rank at first; then one joins by rank, one as a large new listing, and one stays by the buffer; then one leaves by rank, and two join.</summary>
    private static readonly ImmutableArray<string> Compositions =
    [
        "AMBM BELB CRNW DUNL EELG FENS GRNL HRWK INGC LRKS",
        "AMBM BELB CRNW DUNL EELG HRWK INGC JETM LRKS SKRC",
        "AMBM BELB CRNW DUNL EELG INGC KELW OSRB SKRC VNSM",
    ];

    /// <summary>Draws boards until one fits; the same generator always ends at the same board.</summary>
    /// <param name="random">The generator of the market.</param>
    /// <param name="moves">The daily moves of the market, as fractions.</param>
    /// <param name="krone">Krone for one dollar, one rate for each session.</param>
    public static GrowthStory Draw(SampleRandom random, (double Market, double Technology)[] moves, ImmutableArray<decimal> krone)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var board = GrowthBoard.Draw(random.Fork(1_000 + attempt), moves);
            if (Fits(board))
            {
                var story = new GrowthStory(board, GrowthIndex.Calculate(board, krone));
                if (story.Fits())
                {
                    return story;
                }
            }
        }

        throw new InvalidOperationException($"No Growth Board fitted its story in {Attempts} attempts; try another seed.");
    }

    private static bool Fits(GrowthBoard board) => GrowthRules.Reviews.Where(review => review.Chooses).All(review =>
    {
        var ranked = GrowthReview.Rank(board, review.CutOff);
        return ranked.Zip(ranked.Skip(1)).All(pair => pair.First.Value >= Apart * pair.Second.Value);
    });

    /// <summary>Whether the members come out as intended, the member that the buffer keeps behind one not taken, and no level repeats the day before.</summary>
    private bool Fits()
    {
        var choosing = GrowthRules.Reviews.Where(review => review.Chooses).ToList();
        var names = choosing.Select(review => string.Join(' ', Index.Reviewed.Single(done => done.Effective == review.Effective).Members.Select(line => line.Company.Code).Order(StringComparer.Ordinal)));
        var ranks = GrowthReview.Rank(Board, choosing[1].CutOff).Select(item => item.Line.Company.Code).ToList();
        return names.SequenceEqual(Compositions) && ranks.IndexOf("KELW") < ranks.IndexOf("LRKS")
            && Index.Levels.Zip(Index.Levels.Skip(1)).All(pair => pair.Second.DiffersFrom(pair.First));
    }
}
