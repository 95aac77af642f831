using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Tests.Measures;

/// <summary>What evaluators of one market have in common.</summary>
public class MarketSubjectsTests
{
    private static readonly Market Sample = Package.Open(SampleCopy.Folder, new PackageOptions { UseCache = false }).Value;

    [Fact]
    public void Evaluators_ShareWhatIsReadFromTheMarket()
    {
        var (first, second) = (new Evaluator(Sample).Subject(new("HARB")), new Evaluator(Sample).Subject(new("HARB")));

        Assert.Same(first, second);
        Assert.Same(first.Observed("pe_trailing"), second.Observed("pe_trailing"));
        Assert.Same(new Evaluator(Sample).Symbols, new Evaluator(Sample).Symbols);
    }

    [Fact]
    public void Markets_ShareNothing()
    {
        var other = Package.Open(SampleCopy.Folder, new PackageOptions { UseCache = false }).Value;

        Assert.NotSame(new Evaluator(Sample).Subject(new("HARB")), new Evaluator(other).Subject(new("HARB")));
    }

    [Fact]
    public void Names_ThatNobodyHasAreNotKept()
    {
        var subjects = MarketSubjects.Of(Sample);

        Assert.NotSame(subjects.Of(new("NOBODY")), subjects.Of(new("NOBODY")));
        Assert.Null(subjects.Of(new("HARB")).Observed("no_such_field"));
    }

    [Fact]
    public void Columns_AreTheSameOnManyThreads()
    {
        var market = Package.Open(SampleCopy.Folder, new PackageOptions { UseCache = false }).Value;
        var lines = new Line?[64];
        Parallel.For(0, lines.Length, i => lines[i] = new Evaluator(market).Subject(new("HARB")).Observed("pe_trailing"));

        Assert.NotNull(lines[0]);
        Assert.All(lines, line => Assert.Same(lines[0], line));
    }
}
