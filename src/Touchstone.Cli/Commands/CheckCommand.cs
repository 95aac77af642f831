using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Touchstone.Claims;
using Touchstone.Json;
using Touchstone.Cli.Sources;
using Touchstone.Cli.Terminal;
using Touchstone.Data;

namespace Touchstone.Cli.Commands;

/// <summary><c>touchstone check</c>: every number of an article against a package.</summary>
internal static class CheckCommand
{
    public static Command Create(Host host)
    {
        var file = new Argument<string>("FILE") { Description = "The article: plain text, Markdown or HTML; - for standard input." };
        var data = Options.Data();
        var published = Options.Day("--published", "The day the article was published; otherwise inferred.");
        var asOf = Options.AsOf();
        var json = Options.Json();
        var html = new Option<string>("--html") { Description = "Also write a page with the article marked up; it needs no network.", HelpName = "FILE" };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Show the working of every claim: formula, steps, inputs, readings tried." };
        var command = new Command("check", "Check every number of an article; ends with 4 when a claim is contradicted or inconsistent.") { file, data, published, asOf, json, html, verbose };
        command.SetAction(parsed =>
        {
            var article = ArticleFile.Read(parsed.GetRequiredValue(file), host);
            var market = PackageFolder.Open(parsed.GetRequiredValue(data), host);
            var days = parsed.GetValue(asOf) ?? [];
            RefuseUnknownExchanges(days, market);
            if (parsed.GetValue(html) is { } place)
            {
                PageFile.Check(place, parsed.GetRequiredValue(file), parsed.GetRequiredValue(data), market);
            }

            var report = ArticleCheck.Run(article, market, new CheckOptions
            {
                Published = parsed.GetValue(published),
                AsOf = days.ToImmutableDictionary(pair => pair.Mic, pair => pair.Day),
            });
            if (parsed.GetValue(html) is { } page)
            {
                File.WriteAllText(page, CheckPage.Render(report), new UTF8Encoding(false));
                host.Error.WriteLine($"touchstone: wrote {page}");
            }

            if (parsed.GetValue(json))
            {
                CheckJson.Write(report, host.Out);
            }
            else
            {
                Sheet.Write(CheckView.Of(report, parsed.GetValue(verbose)), host);
            }

            return CodeOf(report);
        });
        return command;
    }

    /// <summary>The exit code of a report.</summary>
    /// <param name="report">The report.</param>
    internal static int CodeOf(CheckReport report)
    {
        if (report.Claims.Any(claim => claim.Verdict is Verdict.Contradicted or Verdict.Inconsistent))
        {
            return ExitCode.ClaimFails;
        }

        var undecided = !report.Claims.IsEmpty && report.Claims.All(claim => claim.Verdict == Verdict.Unchecked);
        return undecided && report.Claims.Any(claim => claim.Reason.StartsWith("no-data:", StringComparison.Ordinal)) ? ExitCode.NotEnoughData : ExitCode.Done;
    }

    private static void RefuseUnknownExchanges((string Mic, DateOnly Day)[] days, Market market)
    {
        foreach (var (mic, _) in days)
        {
            if (market.Exchange(mic) is null)
            {
                throw new CommandFailure(ExitCode.Usage, $"--as-of names the exchange '{mic}'; the package {market.Name} has {string.Join(", ", market.Rows.Exchanges.Select(exchange => exchange.Mic))}.");
            }
        }

        if (days.GroupBy(pair => pair.Mic).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new CommandFailure(ExitCode.Usage, $"--as-of names the exchange '{twice.Key}' twice; expected one day for each exchange.");
        }
    }
}
