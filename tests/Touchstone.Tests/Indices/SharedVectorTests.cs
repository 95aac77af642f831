using System.Text.Json;
using Touchstone.Data;
using Touchstone.Indices;
using Touchstone.Measures;

namespace Touchstone.Tests.Indices;

/// <summary>The shared file's published levels, returns, divisors and reviews against the shared package. Entries without a source are left out.</summary>
public class SharedVectorTests
{
    private static readonly Lazy<Market> Package = new(() => Touchstone.Data.Package.Open(SharedData.Market, new PackageOptions { UseCache = false }).Value);

    private static readonly Dictionary<string, string> Ids = new(StringComparer.Ordinal)
    {
        ["SSE Composite"] = "SSEC",
        ["CSI 300"] = "CSI300",
        ["ChiNext"] = "CHINEXT",
        ["STAR 50"] = "STAR50",
    };

    [SharedFact]
    public void Levels_AreThoseThatWerePublished()
    {
        var compared = 0;
        foreach (var entry in Sourced("indexLevels"))
        {
            var (id, printed) = (IdOf(entry), entry.Number("value"));
            var history = Package.Value.Prices(id)!;
            if (history.IndexOn(TestMarket.Day(entry.Text("date"))) is not (>= 0 and var row) || !history.TryGet(PriceField.Close, row, out var close))
            {
                continue; // before the package begins, or a year's end that is no session
            }

            // Some sources print the integer part alone, cut off rather than rounded.
            Assert.True(printed == Math.Floor(printed) ? Math.Abs(close - printed) < 1 : Math.Abs(close - printed) < 0.0051, $"{entry}: the package has {close}.");
            compared++;
        }

        Assert.InRange(compared, 30, 100);
    }

    [SharedFact]
    public void YearlyReturns_AreThoseThatWerePublished()
    {
        var evaluator = new Evaluator(Package.Value);
        var compared = 0;
        foreach (var entry in Sourced("calendarYearReturns"))
        {
            foreach (var year in entry.At("returns").EnumerateObject().Where(pair => pair.Name.Length == 4))
            {
                var answer = evaluator.Evaluate(Expression.Parse($"return({IdOf(entry)}, {year.Name})").Value!);
                if (answer.HasValue)
                {
                    // HSTECH's 2024 is printed with one decimal of a percent; the rest with two.
                    Assert.Equal(year.Value.GetDouble() * 100, answer.Value.Value, tolerance: year.Value.GetRawText().Length <= 5 ? 0.0501 : 0.00501);
                    compared++;
                }
            }
        }

        Assert.InRange(compared, 8, 100);
    }

    [SharedFact]
    public void Reviews_ChangeTheMembersThatWereAnnounced()
    {
        var index = PublishedIndex.Of(Package.Value, new InstrumentId("HSTECH")).Value;
        var compared = 0;
        foreach (var entry in Sourced("hstechReviews"))
        {
            var day = TestMarket.Day(entry.Text("effective"));
            var (before, after) = (index.BasketOn(day.AddDays(-3)), index.BasketOn(day));
            if (before.HasValue && after.HasValue)
            {
                string[] old = Codes(before.Value), now = Codes(after.Value);
                Assert.Equal(Codes(entry, "add"), now.Except(old));
                Assert.Equal(Codes(entry, "remove"), old.Except(now));
                compared++;
            }
        }

        Assert.InRange(compared, 1, 100);
    }

    /// <summary>The divisor that a source gives for November 2024 is the one fitted to the package; the one marked false there is not.</summary>
    [SharedFact]
    public void Divisor_IsTheOneThatWasPublished()
    {
        var published = Sourced("djiaDivisors").Single(entry => entry.Text("date") == "2024-11-08").Number("divisor");
        var index = PublishedIndex.Of(Package.Value, new InstrumentId("DJIA")).Value;
        var divisor = index.DivisorOn(new DateOnly(2024, 11, 8)).Value;
        Assert.Equal(published, divisor, tolerance: 2e-9);
        Assert.NotEqual(0.15172752563132, divisor, tolerance: 1e-3);
    }

    private static IEnumerable<JsonElement> Sourced(string section) =>
        VectorFile.Section(section).EnumerateArray().Where(entry => !entry.TryGetProperty("status", out var status) || !status.GetString()!.StartsWith("unsourced", StringComparison.Ordinal));

    private static InstrumentId IdOf(JsonElement entry) => new(Ids.GetValueOrDefault(entry.Text("index"), entry.Text("index")));

    private static string[] Codes(Basket basket) => [.. basket.Holdings.Select(holding => holding.Instrument.Code.PadLeft(4, '0')).Order(StringComparer.Ordinal)];

    private static string[] Codes(JsonElement entry, string side) => [.. entry.At(side).EnumerateArray().Select(code => code.GetString()!).Order(StringComparer.Ordinal)];
}
