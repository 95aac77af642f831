using System.CommandLine;
using System.Text;
using Touchstone.Briefs;
using Touchstone.Cli.Sources;
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
        var markdown = new Option<string?>("--md") { Description = "Write Markdown to a file; it is also what is printed.", HelpName = "FILE" };
        var json = Options.Json();
        var command = new Command("brief", "Write the story of an index, basket or stock, with the working of every number.") { subject, data, asOf, window, benchmark, events, markdown, json };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetRequiredValue(data);
            var market = PackageFolder.Open(folder, host);
            var evaluator = new Evaluator(market);
            var request = new BriefRequest(parsed.GetRequiredValue(subject))
            {
                AsOf = parsed.GetValue(asOf),
                Window = parsed.GetValue(window),
                Benchmark = parsed.GetValue(benchmark),
                Events = [.. (parsed.GetValue(events) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            };
            using var progress = new Progress(host, "Writing the brief", 0);
            var outcome = BriefWriter.Write(evaluator, request, progress.Of(BriefWriter.Steps));
            progress.Dispose();
            if (outcome.Brief is not { } brief)
            {
                return IndexQuestion.Refuse(outcome.Problem!, host);
            }

            var text = BriefMarkdown.Write(brief);
            if (parsed.GetValue(markdown) is { } place)
            {
                PageFile.Check(place, null, folder, market);
                File.WriteAllText(place, text, new UTF8Encoding(false));
                host.Error.WriteLine($"touchstone: wrote {place}");
            }
            else
            {
                host.Out.Write(text);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
