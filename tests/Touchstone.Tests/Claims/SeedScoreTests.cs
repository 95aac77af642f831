using System.Collections.Immutable;
using System.Globalization;
using Touchstone.Claims;
using Touchstone.Measures;
using Xunit.Abstractions;

namespace Touchstone.Tests.Claims;

/// <summary>
/// How much of the labelled claims is read. The days are those of the labels, so that dating is not tested twice.
/// A label is read when a claim of its type overlaps its words; its subject, and its window, are right when such a claim has them.
/// </summary>
public class SeedScoreTests(ITestOutputHelper output)
{
    /// <summary>Labels whose notes say that the data or the provider's own figure speak against the number.</summary>
    private static readonly ImmutableArray<string> KnownWrong = ["S002-04", "S003-13"];

    private static readonly ImmutableArray<string> SmallWords = ["the", "of", "in", "a", "to", "as", "and", "for", "on", "at"];

    [SharedFact]
    public void Read_FindsTheLabelledClaims()
    {
        var scores = Scores();
        Print("article", scores, score => score.Label.Seed[..3]);
        Print("type", scores, score => score.Label.Type);
        var daily = scores.Where(score => score.Label.NeedsDailyCloses).ToList();
        Print("settled by daily closes", daily, score => score.Label.Seed[..3]);
        foreach (var score in daily.Where(score => !score.IsRight).Concat(scores.Where(score => score.IsRead && !score.IsRight && !score.Label.NeedsDailyCloses)))
        {
            output.WriteLine(score.Miss);
        }

        var share = (double)daily.Count(score => score.IsRight) / daily.Count;
        Assert.True(share >= 0.85, string.Create(CultureInfo.InvariantCulture, $"{daily.Count(score => score.IsRight)} of {daily.Count} ({share:P0}) are right; at least 85% are wanted.\n{string.Join('\n', daily.Where(score => !score.IsRight).Select(score => score.Miss))}"));
    }

    [SharedFact]
    public void Read_ReportsLittleElse()
    {
        var labels = SeedArticles.Labels();
        var strays = new List<string>();
        var total = 0;
        foreach (var file in SeedArticles.Files)
        {
            var claims = Report(file).Claims;
            var own = labels.Where(label => label.Seed == file).ToList();
            var loose = claims.Where(claim => !own.Exists(label => Matches(label, claim))).ToList();
            total += claims.Length;
            output.WriteLine($"{file[..3]}: {claims.Length - loose.Count} of {claims.Length} reported claims match a label");
            strays.AddRange(loose.Select(claim => $"{file[..3]} {claim.Type} {claim.Subject.Id}: '{claim.Span.Text}' ({claim.Verdict})"));
        }

        strays.ForEach(output.WriteLine);
        var share = (double)(total - strays.Count) / total;
        Assert.True(share >= 0.9, string.Create(CultureInfo.InvariantCulture, $"{total - strays.Count} of {total} ({share:P0}) match; at least 90% are wanted.\n{string.Join('\n', strays)}"));
    }

    [SharedFact]
    public void Judge_ContradictsNothingThatIsRight()
    {
        var labels = SeedArticles.Labels();
        var wrong = new List<string>();
        foreach (var file in SeedArticles.Files)
        {
            foreach (var claim in Report(file).Claims.Concat(SeedArticles.Check(file[..3]).Claims).Where(claim => claim.Verdict == Verdict.Contradicted))
            {
                var names = labels.Where(label => label.Seed == file && Overlaps(label, claim)).Select(label => label.Id).ToList();
                if (!names.Exists(KnownWrong.Contains))
                {
                    wrong.Add($"{string.Join(',', names)} '{claim.Span.Text}': {claim.Reason}");
                }
            }
        }

        Assert.Equal("", string.Join('\n', wrong));
    }

    private static CheckReport Report(string file) => ArticleCheck.Run(SeedArticles.Article(file), SeedArticles.Market, SeedArticles.OptionsOf(file));

    private static List<Score> Scores()
    {
        var labels = SeedArticles.Labels();
        var evaluator = new Evaluator(SeedArticles.Market);
        var scores = new List<Score>();
        foreach (var file in SeedArticles.Files)
        {
            var claims = Report(file).Claims;
            scores.AddRange(labels.Where(label => label.Seed == file).Select(label => Of(label, claims, evaluator)));
        }

        return scores;
    }

    private static Score Of(SeedLabel label, ImmutableArray<CheckedClaim> claims, Evaluator evaluator)
    {
        var best = claims.Where(claim => Matches(label, claim)).Select(claim => new Score(label, claim, RightSubject(label, claim), RightWindow(label, claim, evaluator))).OrderByDescending(score => score.Points).FirstOrDefault();
        return best ?? new Score(label, claims.FirstOrDefault(claim => Overlaps(label, claim)), false, false) { IsRead = false };
    }

    private static bool Overlaps(SeedLabel label, CheckedClaim claim) => claim.Span.Start < label.End && label.Start < claim.Span.End;

    private static bool Matches(SeedLabel label, CheckedClaim claim) => Overlaps(label, claim) && claim.Type == label.Type;

    /// <summary>One of the label's ids; for a list of stocks that nobody published also none; for an event the one whose words are in the label's name.</summary>
    private static bool RightSubject(SeedLabel label, CheckedClaim claim) => claim.Subject.Id switch
    {
        null => label.Subjects.IsEmpty || label.Kind == "basket",
        { } id when label.Subjects.IsEmpty => label.Kind == "event" && id.Split('-').All(word => label.Name.Contains(word, StringComparison.OrdinalIgnoreCase)),
        { } id => label.Subjects.Contains(id),
    };

    /// <summary>
    /// The label's first and last close; its last alone where it has no first. Labels without a number give days of their own choosing to words such as
    /// "last month" or "for years", so there, and where the words fix no day, the words decide.
    /// </summary>
    private static bool RightWindow(SeedLabel label, CheckedClaim claim, Evaluator evaluator)
    {
        if (label.To is { } to && FirstWindow(claim, evaluator) is { } window)
        {
            var starts = label.From is null || window.From == label.From;
            return label.Type switch
            {
                "superlative_rank" => window.To == to || Shares(label, claim),
                "level" => window.To == to,
                "qualitative_magnitude" or "event_date" or "relative" => (starts && window.To == to) || (claim.Window?.Text.Length > 0 && SharesStrictly(label, claim)) || (window.To == to && claim.Expression?.StartsWith("rise-from-trough", StringComparison.Ordinal) == true),
                _ => (starts && window.To == to) || (window.From == label.From && claim.Expression?.StartsWith("best-return-within", StringComparison.Ordinal) == true),
            };
        }

        return claim.Window is not { Text.Length: > 0 } && label.From is null || Shares(label, claim);
    }

    /// <summary>The base and last session of the first reading, by its own calendar.</summary>
    private static (DateOnly? From, DateOnly To)? FirstWindow(CheckedClaim claim, Evaluator evaluator)
    {
        if (claim.Type == "event_date")
        {
            return claim.Window?.To is { } last ? (claim.Window.From, last) : null;
        }

        var text = claim.Readings.IsEmpty ? claim.Expression : claim.Readings[0].Expression;
        if (text is null || Expression.Parse(text).Value is not { } expression || expression.AsOf.Day is not { } day)
        {
            return null;
        }

        foreach (var argument in expression.Arguments.Skip(1))
        {
            if (Window.Parse(argument.Value).Value is { } window && InstrumentId.IsValid(expression.Arguments[0].Value) && evaluator.Resolve(new InstrumentId(expression.Arguments[0].Value), window, expression.AsOf) is { HasValue: true } resolved)
            {
                return (resolved.Value.From, resolved.Value.To);
            }
        }

        return (claim.Window?.From, day);
    }

    /// <summary>Whether the words of the time are those of the label; where the label stands in brackets the text has none.</summary>
    private static bool Shares(SeedLabel label, CheckedClaim claim)
    {
        var words = Words(label.Expression);
        return label.Expression.StartsWith('(') || Words($"{claim.Window?.Text} {claim.Span.Text} {claim.Window?.How}").Overlaps(words);
    }

    private static bool SharesStrictly(SeedLabel label, CheckedClaim claim) => Words(claim.Window!.Text).Overlaps(Words(label.Expression));

    private static HashSet<string> Words(string text) => [.. text.ToLowerInvariant().Split([' ', '-', ',', '.', '\'', '(', ')', ':', ';'], StringSplitOptions.RemoveEmptyEntries).Except(SmallWords)];

    private void Print(string title, List<Score> scores, Func<Score, string> group)
    {
        output.WriteLine($"{title,-24} labels  read  subject  window  all");
        foreach (var part in scores.GroupBy(group).OrderBy(part => part.Key, StringComparer.Ordinal).Append(scores.GroupBy(_ => "all").Single()))
        {
            output.WriteLine($"{part.Key,-24} {part.Count(),6} {part.Count(score => score.IsRead),5} {part.Count(score => score.Subject),8} {part.Count(score => score.Window),7} {part.Count(score => score.IsRight),4}");
        }

        output.WriteLine("");
    }

    private sealed record Score(SeedLabel Label, CheckedClaim? Claim, bool Subject, bool Window)
    {
        public bool IsRead { get; init; } = true;

        public bool IsRight => IsRead && Subject && Window;

        public int Points => (Subject ? 2 : 0) + (Window ? 1 : 0);

        public string Miss => $"{Label.Id} {Label.Type} [{string.Join(',', Label.Subjects)}] '{Label.Text}' {Label.Expression} {Label.From:yyyy-MM-dd}..{Label.To:yyyy-MM-dd}: "
            + (!IsRead ? $"not read{(Claim is null ? "" : $" (overlapping: {Claim.Type} '{Claim.Span.Text}')")}" : $"read as {Claim!.Subject.Id} '{Claim.Span.Text}' {(Claim.Readings.IsEmpty ? "no reading" : Claim.Readings[0].Expression)}{(Subject ? "" : ", wrong subject")}{(Window ? "" : $", wrong window ({Claim.Window?.Text}; {Claim.Window?.How})")}");
    }
}
