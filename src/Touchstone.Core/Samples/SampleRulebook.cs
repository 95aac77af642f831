using System.Globalization;

namespace Touchstone.Samples;

/// <summary>Writes the rules of an index of the main board as a rulebook: members and units are published, the level follows from them.</summary>
internal static class SampleRulebook
{
    /// <summary>The rulebook as YAML.</summary>
    /// <param name="index">The index.</param>
    /// <param name="start">Its level on the first session, in points.</param>
    public static string Write(SampleIndex index, decimal start) => string.Create(CultureInfo.InvariantCulture, $$"""
        # A made-up index of a made-up market: a committee sets members and units (constituents.csv) and the divisor (divisors.csv).
        identity:
          id: {{index.Id}}
          name: {{index.Name}}
          provider: Harbour Exchange
          currency: USD
          exchange: {{SampleCalendar.Mic}}

        base:
          date: {{SampleCalendar.First:yyyy-MM-dd}}
          level: {{start}}

        notPublic:
          - Why the committee takes a company.

        versions:
          - from: {{SampleCalendar.First:yyyy-MM-dd}}
            note: Units follow free-float shares at each review; every dividend, special ones too, is left in the fall of the price.
            universe:
              exchanges: [{{SampleCalendar.Mic}}]
            selection: {method: published}
            shares: {count: free-float}
            actions: {specialDividend: as-ordinary}

        """).ReplaceLineEndings("\n");
}
