using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Claims;

/// <summary>Checks every number of an article against a market.</summary>
public static class ArticleCheck
{
    // The names of a market are gathered once; what was gathered goes with the market.
    private static readonly ConditionalWeakTable<Market, ClaimReader> Readers = [];

    /// <summary>The days an article can be given; outside them calendars have no room for windows.</summary>
    private static readonly DateOnly First = new(1900, 1, 1), Last = new(2200, 12, 31);

    /// <summary>Whether a claim gives the level of the last session with its full date: <c>closed at 2,226.20 on 28 February 2025</c>.</summary>
    private static bool IsDatedClose(ClaimDraft draft, Market market, SessionClocks clocks, Moment moment) =>
        draft is { Metric: ClaimMetric.Level, Time: { Kind: TimeKind.Date, Year: not null, Day: not null } date } && TimeResolver.Date(date, moment) is { } day
        && draft.Subject.Candidates.Any(id => clocks.AsOf(market.Instrument(id)?.Exchange ?? "", moment) == day);

    /// <summary>Reads the claims, computes each and gives its verdict.</summary>
    /// <param name="article">The article.</param>
    /// <param name="market">The data.</param>
    /// <param name="options">How to check it.</param>
    public static CheckReport Run(Article article, Market market, CheckOptions options)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(options);
        foreach (var given in options.AsOf.Values.Append(options.Published ?? First))
        {
            if (given < First || given > Last)
            {
                throw new ArgumentOutOfRangeException(nameof(options), given, $"A day of an article lies between {First:yyyy-MM-dd} and {Last:yyyy-MM-dd}.");
            }
        }

        var reading = Readers.GetOrAdd(market, static known => new ClaimReader(known)).Read(article.Text, options.Cancellation);
        var evaluator = new Evaluator(market);
        var clocks = new SessionClocks(market, options.AsOf);
        var plans = new ReadingPlans(market, clocks, reading.View.Times);
        var day = new AsOfInference(market, clocks, plans, evaluator, options.Cancellation).Find(reading.Drafts, reading.View.Times, options.Published);
        var verifier = new Verifier(market, plans, evaluator, day, clocks.Latest) { IsDated = day.Best is { } moment && reading.Drafts.Exists(draft => IsDatedClose(draft, market, clocks, moment)) };
        var builder = new ReportBuilder(reading.View, market, clocks, evaluator, day);
        var claims = ImmutableArray.CreateBuilder<CheckedClaim>(reading.Drafts.Count);
        foreach (var draft in reading.Drafts)
        {
            options.Cancellation.ThrowIfCancellationRequested();
            claims.Add(builder.Claim(claims.Count + 1, draft, verifier.Judge(draft)));
        }

        var (coverage, unread) = builder.Cover(reading.Drafts);
        return new CheckReport
        {
            Article = article,
            Published = day.Best?.Published,
            PublishedHow = day.How,
            AsOf = builder.Days(reading.Drafts, options.AsOf),
            Coverage = coverage,
            Claims = TextConsistency.Apply(claims.DrainToImmutable()),
            Unread = unread,
            DataName = market.Name,
            DataSha256 = market.Sha256,
        };
    }
}
