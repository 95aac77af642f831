using System.Text.Json;
using Touchstone.Indices;

namespace Touchstone.Tests.Indices;

/// <summary>The vectors of capping.</summary>
public partial class VectorTests
{
    private static void IndividualLimits(JsonElement inputs, JsonElement expected, double tolerance)
    {
        var limits = inputs.Numbers("caps").Select((cap, i) => KeyValuePair.Create(Id(i), Percent.FromFraction(cap)));
        WeightsAre(expected, Capped(inputs.Numbers("marketValues"), new IndividualCaps(limits)), tolerance);
    }

    private static void SingleLimit(JsonElement inputs, JsonElement expected, double tolerance)
    {
        var capped = Capped(inputs.Numbers("marketValues"), new SingleCap(Percent.FromFraction(inputs.Number("cap"))));
        WeightsAre(expected, capped, tolerance);
        if (expected.TryGetProperty("rounds", out var rounds))
        {
            Assert.Equal(rounds.GetInt32(), capped.Rounds);
            Assert.Equal(expected.At("cappedCount").GetInt32(), capped.Members.Count(member => member.Factor < 1));
            Assert.All(expected.Numbers("capFactors").Zip(capped.Members), pair => Near(pair.First, pair.Second.Factor, tolerance));
        }
    }

    private static void SingleThenTop(JsonElement inputs, JsonElement expected, double tolerance)
    {
        var top = new TopCap(inputs.At("topN").GetInt32(), Percent.FromFraction(inputs.Number("topCap")));
        var capped = Capped(inputs.Numbers("marketValues"), new SingleCap(Percent.FromFraction(inputs.Number("singleCap"))), top);
        WeightsAre(expected, capped, tolerance);
        double[] sorted = [.. capped.Members.Select(member => member.After.Fraction).OrderDescending()];
        Near(expected.Number("top5"), sorted.Take(5).Sum(), tolerance);
        Near(expected.Number("max"), sorted[0], tolerance);
        Near(expected.Number("fifth"), sorted[4], tolerance);
        Near(expected.Number("sixth"), sorted[5], tolerance);
    }

    private static void ThresholdSum(JsonElement inputs, JsonElement expected, double tolerance)
    {
        var above = inputs.Numbers("above");
        double[] rest = [.. Enumerable.Repeat(inputs.Number("restWeight") / 94, 94)]; // the vector gives their sum; a hundred names in all
        Near(expected.Number("sumAbove"), above.Sum(), tolerance);
        var cap = new ThresholdSumCap(Percent.FromPoints(4.5), Percent.FromPoints(48), Percent.FromPoints(40));
        var capped = Capped([.. above, .. rest], cap).Members;
        Assert.All(expected.Numbers("weightsAbove").Zip(capped), pair => Near(pair.First, pair.Second.After.Fraction, tolerance));
        Near(expected.Number("factorAbove"), capped[0].After.Fraction / capped[0].Before.Fraction, tolerance);
        Near(expected.Number("factorRest"), capped[^1].After.Fraction / capped[^1].Before.Fraction, tolerance);
    }

    private static void TopToTarget(JsonElement inputs, JsonElement expected, double tolerance)
    {
        double[] largest = [.. inputs.At("weights20230707").EnumerateObject().Select(pair => pair.Value.GetDouble())];
        double[] rest = [.. Enumerable.Repeat((1 - largest.Sum()) / 93, 93)];
        Near(expected.Number("sumTop5"), largest.OrderDescending().Take(5).Sum(), tolerance);
        var target = expected.Number("targetTop5");
        var capped = Capped([.. largest, .. rest], new TopCap(5, Percent.FromPoints(40), Percent.FromFraction(target), Percent.FromPoints(4.4))).Members;
        Near(target, capped.Select(member => member.After.Fraction).OrderDescending().Take(5).Sum(), tolerance);
        Near(expected.Number("naiveFactor"), capped[0].After.Fraction / capped[0].Before.Fraction, tolerance);
    }

    private static void Infeasible(JsonElement inputs, JsonElement expected, double tolerance)
    {
        double[] values = [.. Enumerable.Range(1, inputs.At("n").GetInt32()).Select(value => (double)value)];
        var answer = Caps.Apply(Candidates(values), new SingleCap(Percent.FromFraction(inputs.Number("cap"))));
        Assert.Equal(expected.At("feasible").GetBoolean(), answer.HasValue);
        Assert.Contains("cannot hold", answer.Problem!.Message, StringComparison.Ordinal);
    }

    private static void WeightsAre(JsonElement expected, CappedWeights capped, double tolerance)
    {
        var weights = expected.Numbers("weights");
        Assert.Equal(weights.Length, capped.Members.Length);
        Assert.All(weights.Zip(capped.Members), pair => Near(pair.First, pair.Second.After.Fraction, tolerance));
    }

    private static CappedWeights Capped(double[] values, params CapRule[] rules) => Caps.Apply(Candidates(values), rules).Value;

    private static IEnumerable<CapCandidate> Candidates(double[] values) => values.Select((value, i) => new CapCandidate(Id(i), value));

    // Three digits, so that ordinal order is the order of the vector.
    private static InstrumentId Id(int index) => new($"N{index:000}");
}
