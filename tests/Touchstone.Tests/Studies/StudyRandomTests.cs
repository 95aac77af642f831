using Touchstone.Studies;

namespace Touchstone.Tests.Studies;

public class StudyRandomTests
{
    /// <summary>Reference outputs of the authors' C program for the state 1, 2, 3, 4, as printed in the tests of the Rust crate rand_xoshiro.</summary>
    [Fact]
    public void Bits_AreThoseOfTheReferenceProgram()
    {
        var random = new StudyRandom(1, 2, 3, 4);
        ulong[] expected =
        [
            11520, 0, 1509978240, 1215971899390074240, 1216172134540287360,
            607988272756665600, 16172922978634559625, 8476171486693032832, 10595114339597558777, 2904607092377533576,
        ];
        Assert.Equal(expected, expected.Select(_ => random.Bits()));
    }

    /// <summary>Outputs for the seed 1234567 as printed on Rosetta Code's page on SplitMix64.</summary>
    [Fact]
    public void SplitMix64_GivesTheReferenceNumbers()
    {
        var state = 1234567UL;
        ulong[] expected = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        Assert.Equal(expected, expected.Select(_ => SplitMix64.Next(ref state)));
    }

    /// <summary>The check values that Wichura prints with Algorithm AS 241.</summary>
    [Theory]
    [InlineData(0.25, -0.6744897501960817)]
    [InlineData(0.001, -3.090232306167814)]
    [InlineData(1e-20, -9.262340089798408)]
    public void NormalQuantile_AgreesWithTheAlgorithmsCheckValues(double probability, double expected) =>
        Assert.Equal(expected, NormalQuantile.Of(probability), 1e-13);

    [Fact]
    public void Of_GivesEachReplicateNumbersOfItsOwn()
    {
        var first = Enumerable.Range(0, 1000).Select(replicate => StudyRandom.Of(7, replicate).Bits()).ToHashSet();
        var second = Enumerable.Range(0, 1000).Select(replicate => StudyRandom.Of(8, replicate).Bits()).ToHashSet();
        Assert.Equal(1000, first.Count);
        Assert.Empty(first.Intersect(second));
        Assert.Equal(StudyRandom.Of(7, 3).Bits(), StudyRandom.Of(7, 3).Bits());
    }

    [Fact]
    public void Draws_HaveTheMomentsOfTheirLaws()
    {
        var random = StudyRandom.Of(1);
        const int Count = 200_000;
        var (sum, squares, fourths, signs, uniform) = (0.0, 0.0, 0.0, 0.0, 0.0);
        var counts = new int[7];
        for (var i = 0; i < Count; i++)
        {
            var normal = random.Normal();
            sum += normal;
            squares += normal * normal;
            fourths += normal * normal * normal * normal;
            signs += random.Sign();
            uniform += random.Uniform();
            counts[random.Below(7)]++;
        }

        // Bounds are five standard errors.
        Assert.Equal(0, sum / Count, 5 / Math.Sqrt(Count));
        Assert.Equal(1, squares / Count, 5 * Math.Sqrt(2.0 / Count));
        Assert.Equal(3, fourths / Count, 5 * Math.Sqrt(96.0 / Count));
        Assert.Equal(0, signs / Count, 5 / Math.Sqrt(Count));
        Assert.Equal(0.5, uniform / Count, 5 * Math.Sqrt(1.0 / 12 / Count));
        Assert.All(counts, count => Assert.Equal(Count / 7.0, count, 5 * Math.Sqrt(Count * 6 / 49.0)));
    }
}
