using System.CommandLine;
using System.Text;
using Touchstone.Briefs;
using Touchstone.Charts;
using Touchstone.Cli.Sources;
using Touchstone.Data;
using Touchstone.Json;
using Touchstone.Measures;

namespace Touchstone.Cli.Commands;

/// <summary><c>touchstone brief</c>: the story of an index, basket or stock, every number of which has its working.</summary>
internal static class BriefCommand
{
    public static Command Create(Host host)
    {
        var subject = new Argument<string>("SUBJECT") { Description = "An index, basket, market or stock: an id, ticker or unique name." };
        var data = Options.Data();
        var asOf = Options.Day("--as-of", "The session it speaks of; otherwise the last with data.");
        var window = new Option<Window?>("--window")
        {
            Description = "The window of the headline, such as ytd, 1m, 2025-02 or since:2025-01-20; otherwise the year to date.",
            HelpName = "WINDOW",
            CustomParser = result =>
            {
                var parsed = Window.Parse(result.Tokens[0].Value);
                if (parsed.Value is null)
                {
                    result.AddError($"--window {parsed.Message}{(parsed.Suggestion is null ? "" : $" Did you mean '{parsed.Suggestion}'?")}");
                }

                return parsed.Value;
            },
        };
        var benchmark = new Option<string?>("--benchmark") { Description = "What it is compared with; otherwise the calmest other index of its exchange.", HelpName = "SUBJECT" };
        var events = new Option<string?>("--events") { Description = "The events of the timeline by their short names, with commas; otherwise those of the year before.", HelpName = "IDS" };
        var html = new Option<string?>("--html") { Description = "Write a page with charts and the working of every number; it needs no network.", HelpName = "FILE" };
        var markdown = new Option<string?>("--md") { Description = "Write Markdown to a file; it is also what is printed.", HelpName = "FILE" };
        var json = Options.Json();
        var command = new Command("brief", "Write the story of an index, basket or stock, with the working of every number.") { subject, data, asOf, window, benchmark, events, html, markdown, json };
        command.Validators.Add(result =>
        {
            var forms = new[] { (Name: "--html", IsAsked: result.GetResult(html) is not null), (Name: "--md", IsAsked: result.GetResult(markdown) is not null), (Name: "--json", IsAsked: result.GetValue(json)) }.Where(form => form.IsAsked).Select(form => form.Name).ToArray();
            if (forms.Length > 1)
            {
                result.AddError($"{string.Join(" and ", forms)} exclude each other.");
            }
        });
        command.SetAction(parsed =>
        {
            var folder = parsed.GetRequiredValue(data);
            var market = PackageFolder.Open(folder, host);
            var (option, place) = parsed.GetValue(html) is { } page ? ("--html", page) : ("--md", parsed.GetValue(markdown));
            if (place is not null)
            {
                PageFile.Check(place, null, folder, market, option);
            }

            var request = new BriefRequest(parsed.GetRequiredValue(subject))
            {
                AsOf = parsed.GetValue(asOf),
                Window = parsed.GetValue(window),
                Benchmark = parsed.GetValue(benchmark),
                Events = [.. (parsed.GetValue(events) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            };
            var outcome = Ask(market, request, host);
            if (parsed.GetValue(json))
            {
                BriefJson.Write(outcome, market, host.Out);
            }
            else if (outcome.Brief is { } brief)
            {
                Write(option == "--html" ? PageWriter.Render(BriefPage.Of(brief)) : BriefMarkdown.Write(brief), place, host);
            }

            return outcome switch
            {
                { Problem: { } problem } => IndexQuestion.Refuse(problem, host),
                { Brief.Sections.IsEmpty: true } => ExitCode.NotEnoughData,
                _ => ExitCode.Done,
            };
        });
        return command;
    }

    private static BriefOutcome Ask(Market market, BriefRequest request, Host host)
    {
        using var progress = new Progress(host, "Writing the brief", 0);
        return BriefWriter.Write(new Evaluator(market), request, progress.Of(BriefWriter.Steps));
    }

    private static void Write(string text, string? place, Host host)
    {
        if (place is null)
        {
            host.Out.Write(text);
            return;
        }

        File.WriteAllText(place, text, new UTF8Encoding(false));
        host.Error.WriteLine($"touchstone: wrote {place}");
    }
}
