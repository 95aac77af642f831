using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Touchstone.Claims;
using Touchstone.Data;

namespace Touchstone.Bench;

/// <summary>
/// Reading and checking 1,000 different articles of 4 KB about the sample market, one after another on one thread, against a regular
/// expression that only finds the numbers, in the same run. Times are medians of whole passes.
/// </summary>
internal static partial class ClaimsBench
{
    private const int Articles = 1000;
    private const int Length = 4096;
    private const int Rounds = 5;

    public static int Run()
    {
        var folder = Path.Combine(Root(), "samples", "harbour");
        var market = Package.Open(folder, new PackageOptions { UseCache = false }).Value;
        var articles = Generate(market);
        var options = new CheckOptions { Published = new DateOnly(2025, 2, 28) };
        var bytes = articles.Sum(article => (double)article.Text.Length);
        var numbers = 0;
        var drafts = 0;
        var claims = 0;
        var settled = 0;
        var reader = new ClaimReader(market);
        var find = Time(() => numbers = articles.Sum(article => Numbers().Count(article.Text)));
        var read = Time(() => drafts = articles.Sum(article => reader.Read(article.Text).Drafts.Count));
        var check = Time(() =>
        {
            (claims, settled) = (0, 0);
            foreach (var article in articles)
            {
                var report = ArticleCheck.Run(article, market, options);
                claims += report.Claims.Length;
                settled += report.Claims.Count(claim => claim.Verdict is not (Verdict.Unchecked or Verdict.Pending));
            }
        });
        var undated = articles.Take(50).ToArray();
        var date = Time(() =>
        {
            foreach (var article in undated)
            {
                ArticleCheck.Run(article, market, new CheckOptions());
            }
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Articles:#,0} articles of {bytes / Articles:F0} characters, {market.Rows.Instruments.Length} instruments; {numbers:#,0} numbers, {drafts:#,0} claims read, {claims:#,0} checked, {settled:#,0} decided; one thread, {RuntimeMode()}"));
        Print("baseline: a regular expression finds numbers", find, Articles, find);
        Print("read claims", read, Articles, find);
        Print("whole check, day given", check, Articles, find);
        Print($"whole check, day inferred ({undated.Length} articles)", date, undated.Length, find);
        return 0;
    }

    /// <summary>Articles put together from sentences about the market's own names, shuffled with a seed; about one sentence in three holds no number.</summary>
    private static Article[] Generate(Market market)
    {
        var random = new Random(20250228);
        var indices = market.Rows.Instruments.Where(instrument => instrument.Kind == InstrumentKind.Index).Select(instrument => instrument.Name).ToArray();
        var stocks = market.Rows.Instruments.Where(instrument => instrument.Kind == InstrumentKind.Equity).Select(instrument => instrument.Name).ToArray();
        var articles = new Article[Articles];
        for (var i = 0; i < Articles; i++)
        {
            var text = new StringBuilder();
            while (text.Length < Length)
            {
                text.Append(Sentence(random, Pick(random, indices), Pick(random, stocks), Pick(random, stocks)));
                text.Append(random.Next(6) == 0 ? '\n' : ' ');
            }

            articles[i] = new Article($"article-{i}", "", text.ToString(0, Length));
        }

        return articles;
    }

    private static string Sentence(Random random, string index, string stock, string other)
    {
        var percent = ((random.NextDouble() * 9) + 0.1).ToString("F1", CultureInfo.InvariantCulture);
        var whole = random.Next(2, 60).ToString(CultureInfo.InvariantCulture);
        return random.Next(18) switch
        {
            0 => $"The {index} closed {percent}% higher on Friday.",
            1 => $"The {index} has gained {whole}% since the start of the year.",
            2 => $"{stock} rose {percent}% and {other} fell {whole}% this week.",
            3 => $"Shares of {stock} jumped nearly {whole}% in the past month, helped by strong demand.",
            4 => $"The {index} rose {whole} points, or {percent}%, to 2,{random.Next(100, 999)}.{random.Next(10, 99)} on Thursday.",
            5 => $"{stock}, which makes parts for ships, lost {percent}% in February.",
            6 => $"The {index} climbed to a three-year high on Friday.",
            7 => $"The {index} trades at a P/E ratio of {whole}, a discount to its peers.",
            8 => $"{stock} and {other} both posted double-digit gains this year.",
            9 => $"The {index} rose for a {random.Next(3, 9)}th straight session.",
            10 => $"Analysts expect profits to grow {whole}% next year, according to a note on Wednesday.",
            11 => $"Turnover was two-thirds higher than January, the exchange said.",
            12 => "Investors have warmed to the harbour since the model was released, and few expect the mood to turn soon.",
            13 => $"The company behind {stock} opened a new quay and hired engineers from abroad.",
            14 => "Traders spoke of relief after a long winter, though some saw fog ahead of the results season.",
            15 => "The authorities said that they were watching lending closely and would act when they had to.",
            16 => $"Its shares ended at ${random.Next(5, 90)}.{random.Next(10, 99)}, down {percent}% for the week.",
            _ => "Elsewhere, ministers met for a second day and agreed on little.",
        };
    }

    private static T Pick<T>(Random random, T[] items) => items[random.Next(items.Length)];

    private static double Time(Action action)
    {
        action();
        var times = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            GC.Collect();
            var watch = Stopwatch.StartNew();
            action();
            times[round] = watch.Elapsed.TotalSeconds;
        }

        return times.Order().ElementAt(Rounds / 2);
    }

    private static void Print(string name, double seconds, int articles, double baseline) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-46} {seconds * 1e6 / articles,9:F1} us each   {articles / seconds,10:#,0} articles/s   {seconds / articles / (baseline / Articles),7:F1} x the baseline's time"));

    private static string RuntimeMode() => typeof(ClaimsBench).Assembly.GetCustomAttributes(typeof(DebuggableAttribute), false) is [DebuggableAttribute { IsJITOptimizerDisabled: true }] ? "not optimised: run with -c Release" : "optimised";

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Touchstone.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Touchstone.slnx.");
    }

    [GeneratedRegex(@"[-+]?(?:\$|HK\$|US\$)?\d[\d,]*(?:\.\d+)?\s?(?:%|percent|points|billion|million|trillion)?", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
