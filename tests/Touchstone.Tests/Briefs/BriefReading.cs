using System.Text.RegularExpressions;
using Touchstone.Briefs;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Tests.Briefs;

/// <summary>Writes briefs and takes them apart.</summary>
internal static partial class BriefReading
{
    public static Brief Write(this Market market, string subject, string day, string? window = null, string? benchmark = null) =>
        BriefWriter.Write(new Evaluator(market), new BriefRequest(subject) { AsOf = TestMarket.Day(day), Window = window is null ? null : Window.Parse(window).Value, Benchmark = benchmark }).Brief
            ?? throw new InvalidOperationException("There is no brief.");

    public static string Text(this Brief brief) => string.Join(' ', brief.Sections.Select(section => brief.Text(section.Topic)));

    public static string Text(this Brief brief, string topic) =>
        string.Join(' ', brief.Sections.Where(section => section.Topic == topic).SelectMany(section => section.Paragraphs).SelectMany(paragraph => paragraph.Sentences).Select(sentence => sentence.Text));

    public static IEnumerable<BriefSentence> Sentences(this Brief brief) =>
        brief.Sections.SelectMany(section => section.Paragraphs).SelectMany(paragraph => paragraph.Sentences).Prepend(brief.Title);

    /// <summary>The numbers in the words of a sentence that no figure carries, without dates, names of averages and highs, names of the package, and the inputs that a scenario assumes.</summary>
    public static string[] Loose(BriefSentence sentence, Market market)
    {
        var words = string.Concat(sentence.Runs.Select(run => run.Figure is null ? run.Text : "#"));
        words = market.Rows.Instruments.Select(instrument => instrument.Name).Where(name => name.Any(char.IsAsciiDigit)).Aggregate(words, (text, name) => text.Replace(name, "", StringComparison.Ordinal));
        return Assumed().IsMatch(words) ? [] : [.. Number().Matches(Excepted().Replace(words, "")).Select(match => match.Value)];
    }

    [GeneratedRegex(@"\d[\d.,]*")]
    private static partial Regex Number();

    [GeneratedRegex(@"“[^”]*”|\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \d{4}|(January|February|March|April|May|June|July|August|September|October|November|December) \d{4}|50-day|250-day")]
    private static partial Regex Excepted();

    [GeneratedRegex("^If earnings |^For .* to fall |^At a discount rate of |^The .* largest contributors account for #")]
    private static partial Regex Assumed();
}
