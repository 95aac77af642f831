using System.Text;
using Touchstone.Indices;

namespace Touchstone.Tests.Indices.Rulebooks;

/// <summary>A good rulebook as text, and what the reader says of changed ones.</summary>
internal static class RulebookTexts
{
    /// <summary>A rulebook with every block; line 1 is <c>identity:</c>.</summary>
    public const string Good = """
        identity:
          id: HARBOUR10
          name: Harbour Ten
          currency: HKD
          exchange: XHKG
        base:
          date: 2019-12-31
          level: 1000
        sources:
          - {id: rules, title: The rules}
        notPublic:
          - The order of ties.
        versions:
          - from: 2020-01-02
            sources: [rules]
            universe:
              exchanges: [XHKG, XSHG]
            screens:
              - classified: {scheme: industry, anyOf: [bank, port]}
              - listed: {months: 12, unlessRankWithin: 10, monthsIfLarge: 3}
              - limits: {figure: turnover, months: 12, atLeast: 5, atMost: 9}
              - best: {figure: market-value, dropLowest: 50%}
            ranking:
              method: share-of-total
              figures:
                - {figure: float-market-value, weight: 2}
                - {figure: turnover, months: 6}
            selection:
              count: 10
              buffer: {enter: 8, stay: 12, once: true}
              turnoverLimit: 10%
              reserve: 2
              replacesFromReserve: true
            fastEntry: {rankWithin: 5, rankSession: 1, joinAfterSessions: 10}
            shares:
              count: free-float
              banding:
                - {upTo: 15%, roundUpTo: 1%}
                - {upTo: 100%, factor: 100%}
              updates: at-once-when-large
              atOnceFrom: 5%
            weighting: market-value
            caps:
              level: line
              groupScheme: industry
              rules:
                - single: {limit: 20%, trigger: 24%}
                - groupName: {limits: {bank: 10%}, others: 15%}
                - top: {count: 5, limit: 60%, target: 55%}
                - thresholdSum: {threshold: 9%, limit: 48%, target: 40%}
            actions:
              spinOff: zero-price
            returns: {net: true, withholding: 10%}
            decimals: 2
          - from: 2022-01-03
            note: Later.
            sources: [rules]
        reviews:
          - {cutOff: 2021-03-31, announced: 2021-05-14, prices: 2021-06-01, effective: 2021-06-07}
          - {cutOff: 2021-06-30, prices: 2021-08-31, effective: 2021-09-06, kind: rebalance}
        """;

    public static Loaded<Rulebook?> Read(string text) => RulebookReader.Read("x.yaml", Encoding.UTF8.GetBytes(text));

    /// <summary>The good rulebook with one text, which stands there once, put in the place of another.</summary>
    public static string Changed(string old, string next)
    {
        Assert.Equal(2, Good.Split(old).Length);
        return Good.Replace(old, next, StringComparison.Ordinal);
    }

    /// <summary>The faults as <c>line: message</c>, one a line.</summary>
    public static string Faults(string text)
    {
        var loaded = Read(text);
        Assert.Equal(loaded.Problems.IsEmpty, loaded.Value is not null);
        return string.Join('\n', loaded.Problems.Select(problem => $"{problem.Source!["x.yaml:".Length..]}: {problem.Message}"));
    }
}
