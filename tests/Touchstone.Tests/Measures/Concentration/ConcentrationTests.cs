using System.Text.Json;
using Touchstone.Measures;

namespace Touchstone.Tests.Measures;

/// <summary>How evenly shares are spread: worked numbers and what holds for any shares.</summary>
public class ConcentrationTests
{
    private static readonly double[] Six = [0.40, 0.25, 0.15, 0.10, 0.06, 0.04];

    // 0.16 + 0.0625 + 0.0225 + 0.01 + 0.0036 + 0.0016; (0.2602 - 1/6) / (5/6); 2 * (0.04 + 0.12 + 0.30 + 0.60 + 1.25 + 2.40) / 6 - 7/6
    [Fact]
    public void Figures_OfSixShares_ByHand()
    {
        Assert.Equal(0.2602, Concentration.HerfindahlHirschman(Six), 12);
        Assert.Equal(1 / 0.2602, Concentration.EffectiveNumber(Six), 12);
        Assert.Equal(0.11224, Concentration.Normalised(Six), 12);
        Assert.Equal(0.403333333333, Concentration.Gini(Six), 11);
        Assert.Equal(0.8, Concentration.Top(Six, 3), 12);
    }

    /// <summary>Provenance as the file says: base R 4.2.2 arithmetic.</summary>
    [SharedFact]
    public void Figures_AreThoseOfTheSharedVectors()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SharedData.Folder!, "vectors", "misc_formula_vectors.json")));
        var vector = file.RootElement.GetProperty("concentration");
        var shares = vector.GetProperty("w").EnumerateArray().Select(value => value.GetDouble()).ToArray();
        double Expected(string name) => vector.GetProperty(name).GetDouble();

        Assert.Equal(Expected("hhi"), Concentration.HerfindahlHirschman(shares), 1e-13);
        Assert.Equal(Expected("effective_n"), Concentration.EffectiveNumber(shares), 1e-13);
        Assert.Equal(Expected("hhi_norm"), Concentration.Normalised(shares), 1e-13);
        Assert.Equal(Expected("entropy"), Concentration.Entropy(shares), 1e-13);
        Assert.Equal(Expected("eff_n_entropy"), Math.Exp(Concentration.Entropy(shares)), 1e-12);
        Assert.Equal(Expected("gini"), Concentration.Gini(shares), 1e-13);
        Assert.Equal(Expected("top3"), Concentration.Top(shares, 3), 1e-13);
    }

    [Fact]
    public void Figures_KeepWithinTheirBounds() => Property.Holds(random =>
    {
        var amounts = Enumerable.Range(0, random.Next(1, 60)).Select(_ => random.Next(6) == 0 ? 0 : Math.Exp(random.NextDouble() * 20)).Append(1).ToArray();
        var shares = Concentration.Shares(amounts);
        var (count, slack) = (shares.Length, 1e-12);
        var hhi = Concentration.HerfindahlHirschman(shares);

        Assert.Equal(1, shares.Sum(), 12);
        Assert.InRange(hhi, (1.0 / count) - slack, 1 + slack);
        Assert.Equal(1 / hhi, Concentration.EffectiveNumber(shares), 9);
        Assert.InRange(Concentration.Normalised(shares), -slack, 1 + slack);
        Assert.InRange(Concentration.Gini(shares), 0, 1 - (1.0 / count) + slack);
        Assert.InRange(Concentration.Entropy(shares), -slack, Math.Log(count) + slack);
        Assert.Equal(1, Concentration.Top(shares, count), 12);
    });

    [Fact]
    public void Figures_OfEqualShares_AreAtTheirEnds() => Property.Holds(random =>
    {
        var count = random.Next(2, 400);
        var shares = Concentration.Shares([.. Enumerable.Repeat(random.NextDouble() + 0.1, count)]);

        Assert.Equal(1.0 / count, Concentration.HerfindahlHirschman(shares), 12);
        Assert.Equal(0, Concentration.Normalised(shares), 12);
        Assert.Equal(0, Concentration.Gini(shares), 12);
        Assert.Equal(Math.Log(count), Concentration.Entropy(shares), 12);
    });

    [Fact]
    public void Gini_IsTheMeanDifferenceOverTwiceTheMean() => Property.Holds(random =>
    {
        var shares = Concentration.Shares([.. Enumerable.Range(0, random.Next(2, 40)).Select(_ => random.NextDouble())]);
        var differences = shares.Sum(one => shares.Sum(other => Math.Abs(one - other)));

        Assert.Equal(differences / (2.0 * shares.Length), Concentration.Gini(shares), 12);
    });
}
