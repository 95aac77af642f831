using System.CommandLine;
using System.Text;
using Touchstone.Charts;
using Touchstone.Cli.Sources;
using Touchstone.Data;
using Touchstone.Studies;

namespace Touchstone.Cli.Commands;

/// <summary>What the studies of one series have in common: subject, package, span, and the form of the answer.</summary>
internal sealed class StudyQuestion
{
    private readonly Argument<string> _subject = new("ID") { Description = "What is studied: an id, ticker or unique name." };
    private readonly Option<string> _data = Options.Data();
    private readonly Option<DateOnly?> _from = Options.Day("--from", "The first day, included; by default the first of the data.");
    private readonly Option<DateOnly?> _to = Options.Day("--to", "The last day, included; by default the last of the data.");
    private readonly Option<bool> _json = Options.Json();
    private readonly Option<bool> _csv = new("--csv") { Description = "Write a row for each day as CSV to standard output." };

    private readonly Option<string> _html = new("--html") { Description = "Also write a page with charts; it needs no network.", HelpName = "FILE" };

    /// <summary>Adds the subject, package and span to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Add(_subject);
        command.Add(_data);
        command.Add(_from);
        command.Add(_to);
    }

    /// <summary>Adds the forms of the answer to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddForms(Command command)
    {
        command.Add(_json);
        command.Add(_csv);
        command.Add(_html);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_csv) && result.GetValue(_json))
            {
                result.AddError("--csv and --json exclude each other.");
            }

            if (result.GetValue(_from) is { } from && result.GetValue(_to) is { } to && from > to)
            {
                result.AddError($"--from {from:yyyy-MM-dd} is after --to {to:yyyy-MM-dd}.");
            }
        });
    }

    /// <summary>Opens the package and finds the subject in it.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="host">Where to warn.</param>
    public StudySubject Open(ParseResult parsed, Host host)
    {
        var market = PackageFolder.Open(parsed.GetRequiredValue(_data), host);
        if (parsed.GetValue(_html) is { } place)
        {
            PageFile.Check(place, null, parsed.GetRequiredValue(_data), market);
        }

        var text = parsed.GetRequiredValue(_subject);
        if (InstrumentId.IsValid(text) && market.Prices(new InstrumentId(text)) is not null)
        {
            return new StudySubject(market, new InstrumentId(text));
        }

        var match = new Symbols(market).Find(text);
        return match.Found
            ? new StudySubject(market, match.Instrument.Id)
            : throw new CommandFailure(ExitCode.Of(match.Problem.Kind), match.Problem.Message);
    }

    /// <summary>The series of a field over the span asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="field">The field.</param>
    public Answer<StudySeries> Series(ParseResult parsed, StudySubject subject, string field)
    {
        var whole = StudySeries.Of(subject.Market, subject.Id, field);
        return whole.HasValue ? whole.Value.Between(parsed.GetValue(_from), parsed.GetValue(_to)) : whole.Problem;
    }

    /// <summary>Whether JSON is asked for.</summary>
    /// <param name="parsed">The command line.</param>
    public bool WantsJson(ParseResult parsed) => parsed.GetValue(_json);

    /// <summary>Whether CSV is asked for.</summary>
    /// <param name="parsed">The command line.</param>
    public bool WantsCsv(ParseResult parsed) => parsed.GetValue(_csv);

    /// <summary>Writes a page where one is asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="page">Makes the page.</param>
    /// <param name="host">Where to say so.</param>
    public void WritePage(ParseResult parsed, Func<Page> page, Host host)
    {
        if (parsed.GetValue(_html) is { } place)
        {
            File.WriteAllText(place, PageWriter.Render(page()), new UTF8Encoding(false));
            host.Error.WriteLine($"touchstone: wrote {place}");
        }
    }
}
