using System.Globalization;
using System.Text;

namespace Touchstone.Samples;

/// <summary>Writes the rules of the Harbour Growth Index as a rulebook.</summary>
internal static class GrowthRulebook
{
    /// <summary>The rulebook as YAML.</summary>
    /// <param name="id">The id of the variant.</param>
    /// <param name="name">Its name.</param>
    /// <param name="currency">The currency in which its market value is summed.</param>
    public static string Write(string id, string name, string currency)
    {
        var text = new StringBuilder(FormattableString.Invariant($$"""
            # A made-up index of a made-up market. Its levels are in levels.csv; the generator works them out by itself.
            identity:
              id: {{id}}
              name: {{name}}
              provider: Harbour Exchange
              currency: {{currency}}
              exchange: {{SampleCalendar.Mic}}

            base:
              date: {{Day(GrowthRules.BaseDate)}}
              level: {{GrowthRules.BaseLevel}}

            sources:
              - {id: rules, title: Rules of the Harbour Growth Index, publisher: Harbour Exchange, date: 2023-12-01}
              - {id: notice, title: Notice on companies handed out, publisher: Harbour Exchange, date: 2024-06-03}

            versions:
              - from: {{Day(GrowthRules.BaseDate)}}
                note: First rules.
                sources: [rules]
                universe:
                  exchanges: [{{SampleCalendar.Mic}}]
                screens:
                  - classified: {scheme: listing, anyOf: [growth-board]}
                  - classified: {scheme: flag, noneOf: [under-investigation]}
                  - anyOf:
                      - classified: {scheme: theme, anyOf: [{{string.Join(", ", GrowthRules.Themes)}}]}
                      - classified: {scheme: industry, anyOf: [{{string.Join(", ", GrowthRules.Industries)}}]}
                  - listed: {months: {{GrowthRules.ListedMonths}}, unlessRankWithin: {{GrowthRules.LargeWithin}}, monthsIfLarge: {{GrowthRules.LargeMonths}}}
                  - limits: {figure: turnover, months: {{GrowthRules.TurnoverMonths}}, atLeast: {{GrowthRules.Turnover}}, currency: USD}
                ranking: {figure: float-market-value}
                selection:
                  count: {{GrowthRules.Count}}
                  buffer: {enter: {{GrowthRules.EnterWithin}}, stay: {{GrowthRules.StayWithin}}}
                  reserve: 2
                fastEntry: {rankWithin: {{GrowthRules.FastWithin}}, rankSession: {{GrowthRules.FastSession}}, joinAfterSessions: {{GrowthRules.FastJoinsAfter}}}
                shares:
                  count: free-float
                  banding:
                    - {upTo: 15%, roundUpTo: 1%}
                    - {upTo: 20%, factor: 20%}
                    - {upTo: 80%, roundUpTo: 10%}
                    - {upTo: 100%, factor: 100%}
                  updates: at-once-when-large
                  atOnceFrom: {{Percent(GrowthRules.AtOnceFrom)}}
                weighting: market-value
                caps:
                  rules:
                    - single: {limit: {{Percent(GrowthRules.Cap)}}}
                returns: {gross: true, net: true, withholding: {{Percent(GrowthRules.Withholding)}}}

              - from: {{Day(GrowthRules.SecondVersion)}}
                note: A company that is handed out joins at its first price. All else as before.
                sources: [rules, notice]
                actions: {spinOff: first-price}

            reviews:

            """).ReplaceLineEndings("\n"));
        foreach (var review in GrowthRules.Reviews)
        {
            text.Append("  - {").Append(CultureInfo.InvariantCulture, $"cutOff: {Day(review.CutOff)}, prices: {Day(review.Prices)}, effective: {Day(review.Effective)}, kind: {(review.Chooses ? "reconstitution" : "rebalance")}").Append("}\n");
        }

        return text.ToString();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Percent(decimal part) => (part * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
