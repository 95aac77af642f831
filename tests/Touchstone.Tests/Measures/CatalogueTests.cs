using System.Runtime.CompilerServices;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Tests.Measures;

public class CatalogueTests
{
    /// <summary>The market that is shipped, on which every example can be tried.</summary>
    private static readonly Lazy<Market> Harbour = new(() => Package.Open(Repository.PathOf("samples", "harbour"), new PackageOptions { UseCache = false }).Value);

    [Fact]
    public void Measures_SayWhatTheyAre() => AssertNone(Catalogue.All.Where(measure =>
        measure.Name.Any(char.IsAsciiLetterUpper) || measure.Question[^1] is not ('?' or '.') || measure.Formula.Length == 0 || measure.Source.Length == 0
        || measure.Unit.Length == 0 || measure.Roles.IsEmpty || measure.Words.IsEmpty || measure.Arguments.IsEmpty).Select(measure => measure.Name));

    [Fact]
    public void Names_AreUnique() => Assert.Equal(Catalogue.All.Length, Catalogue.All.DistinctBy(measure => measure.Name).Count());

    [Fact]
    public void Measures_HaveAMethodologyPage() => AssertNone(Catalogue.All.Select(measure => measure.Name).Where(name => !File.Exists(Path.Combine(Methodology(), name + ".md"))));

    [Fact]
    public void Pages_HoldTheFormulaAndTheForm() => AssertNone(Catalogue.All
        .Where(measure => File.ReadAllText(Path.Combine(Methodology(), measure.Name + ".md")) is var page && !(page.Contains(measure.Form, StringComparison.Ordinal) && page.Contains(measure.Formula, StringComparison.Ordinal)))
        .Select(measure => measure.Name));

    [Fact]
    public void Examples_HaveAnAnswer()
    {
        var evaluator = new Evaluator(Harbour.Value);

        AssertNone(Catalogue.All
            .Select(measure => (measure.Name, Answer: evaluator.Evaluate(SampleMarket.Parse(measure.Example))))
            .Where(asked => !asked.Answer.HasValue)
            .Select(asked => $"{asked.Name}: {asked.Answer.Problem}"));
    }

    [Fact]
    public void Examples_ShowTheirWorking()
    {
        var evaluator = new Evaluator(Harbour.Value);

        AssertNone(Catalogue.All
            .Select(measure => (measure.Name, evaluator.Evaluate(SampleMarket.Parse(measure.Example)).Working))
            .Where(asked => asked.Working.Steps.IsEmpty || asked.Working.Formula.Length == 0 || (asked.Working.Inputs.IsEmpty && asked.Working.Conventions.IsEmpty))
            .Select(asked => asked.Name));
    }

    [Fact]
    public void TryValue_AgreesWithEvaluateOnEveryDay()
    {
        string[] windows = ["1d", "5d", "1w", "last-week", "1m", "ytd", "2024", "since:launch", "all", "2024-12-20..2025-01-10"];
        var expressions = windows.Select(window => $"return(XHKG:700, {window})")
            .Concat(windows.Select(window => $"max-drawdown(XHKG:700, {window})"))
            .Concat(["rank(HSI, week)", "rank(HSI, last-month, since=2024)", "streak(HSI, week)", "return(XHKG:700, 1m, basis=total)", "new-low(XHKG:700)"]);

        AssertAgree(new Evaluator(SampleMarket.Build()), expressions, "2023-05-25", 680);
        AssertAgree(new Evaluator(Harbour.Value), Catalogue.All.Select(measure => measure.Example), "2021-12-27", 1180);
    }

    private static void AssertAgree(Evaluator evaluator, IEnumerable<string> expressions, string from, int days)
    {
        var random = new Random(11);
        foreach (var expression in expressions.Select(SampleMarket.Parse))
        {
            for (var i = 0; i < 60; i++)
            {
                var asOf = AsOf.On(TestMarket.Day(from).AddDays(random.Next(days)));
                var answer = evaluator.Evaluate(expression.At(asOf));
                var has = evaluator.TryValue(expression, asOf, out var value);

                Assert.True(has == answer.HasValue, $"{expression.At(asOf)}: {answer.Problem}");
                Assert.True(!has || value == answer.Value.Value, $"{expression.At(asOf)}: {value} is not {answer}");
            }
        }
    }

    private static string Methodology([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../docs/methodology"));

    private static void AssertNone(IEnumerable<string> offenders) => Assert.Equal("", string.Join('\n', offenders));
}
