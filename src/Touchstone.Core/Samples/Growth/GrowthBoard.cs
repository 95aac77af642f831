using System.Collections.Immutable;

namespace Touchstone.Samples;

/// <summary>Everything that happened on the Growth Board of the Harbour Exchange.</summary>
internal sealed class GrowthBoard
{
    private readonly ImmutableArray<GrowthAction>.Builder _actions = ImmutableArray.CreateBuilder<GrowthAction>();

    private GrowthBoard(SampleRandom random) =>
        Lines = [.. GrowthCompany.All.Select((company, number) => new GrowthLine(company, random.Fork(number)))];

    /// <summary>The lines, in the order of <see cref="GrowthCompany.All"/>.</summary>
    public ImmutableArray<GrowthLine> Lines { get; }

    /// <summary>The corporate actions, by company and day.</summary>
    public IEnumerable<GrowthAction> Actions => _actions.OrderBy(action => action.Company.Id, StringComparer.Ordinal).ThenBy(action => action.ExDate);

    /// <summary>Draws the board from the market's daily moves.</summary>
    /// <param name="random">Its own generator.</param>
    /// <param name="moves">The daily move of the market, as a fraction, one for each session.</param>
    public static GrowthBoard Draw(SampleRandom random, (double Market, double Technology)[] moves)
    {
        var board = new GrowthBoard(random);
        for (var session = SampleCalendar.IndexOnOrBefore(GrowthCompany.BoardOpens); session < SampleCalendar.Sessions.Length; session++)
        {
            board.Open(session);
            foreach (var line in board.Lines)
            {
                line.Trade(session, moves[session].Market, board.BuyerOf(line, session));
            }
        }

        foreach (var line in board.Lines)
        {
            line.Adjust();
        }

        return board;
    }

    /// <summary>The line of a company.</summary>
    public GrowthLine LineOf(GrowthCompany company) => Lines.Single(line => line.Company == company);

    private GrowthLine LineOf(string code) => LineOf(GrowthCompany.Of(code));

    /// <summary>The close that an offer in shares goes by; a buyer stands before its target, so today's is drawn.</summary>
    private decimal BuyerOf(GrowthLine line, int session) =>
        GrowthScript.Steps.FirstOrDefault(step => step.Kind == "merger-stock" && step.Code == line.Company.Code) is { } step ? LineOf(step.Other).LastClose(session) : 1;

    /// <summary>What happens before the open.</summary>
    private void Open(int session)
    {
        var day = SampleCalendar.Sessions[session];
        foreach (var line in Lines.Where(line => line.Company.Listed == day && line.Company.Millions > 0))
        {
            line.List(day, line.Company.Price, line.Company.Millions * 1_000_000m, "listing");
        }

        foreach (var step in GrowthScript.Steps)
        {
            var line = LineOf(step.Code);
            if (step.Announced == day)
            {
                var paid = line.LastClose(session - 1) * step.Part / BuyerOf(line, session - 1);
                line.Accept(Math.Round(paid, 2), session, SampleCalendar.IndexOnOrBefore(step.Day));
            }

            if (step.Day == day)
            {
                Happen(step, line, session, line.LastClose(session - 1));
            }
        }
    }

    private void Happen(GrowthStep step, GrowthLine line, int session, decimal close)
    {
        var amount = Math.Round(close * step.Part, 2);
        switch (step.Kind)
        {
            case "cash" or "special":
                line.Rebase(session, close, close - amount);
                Add(cash: amount);
                break;
            case "split" or "consolidation" or "bonus":
                line.Rebase(session, close, close / step.Ratio);
                line.Count(step.Day, step.Ratio, step.Note);
                Add(ratio: step.Ratio);
                break;
            case "rights":
                if (amount < close)
                {
                    line.Rebase(session, close, (close + ((step.Ratio - 1) * amount)) / step.Ratio);
                    line.Count(step.Day, step.Ratio, step.Note);
                }

                Add(ratio: step.Ratio, subscription: amount);
                break;
            case "spin-off":
                line.Rebase(session, close, close - (step.Ratio * amount));
                LineOf(step.Other).List(step.Day, (double)amount, line.SharesOn(step.Day).Count * step.Ratio, $"handed out by {line.Company.Short}");
                Add(ratio: step.Ratio, cash: step.Priced ? amount : null);
                break;
            case "merger-cash":
                line.End(step.Day);
                Add(cash: line.Offer);
                break;
            case "merger-stock":
                LineOf(step.Other).Issue(step.Day, line.Offer * line.SharesOn(step.Day).Count, $"shares issued for {line.Company.Short}");
                line.End(step.Day);
                Add(ratio: line.Offer);
                break;
            case "delist":
                line.End(step.Day);
                Add(cash: line.Offer);
                break;
            case "suspend":
                line.Suspend();
                Add();
                break;
            case "resume":
                line.Resume();
                Add();
                break;
            case "shares":
                line.Count(step.Day, step.Ratio, step.Note);
                break;
            case "float":
                line.Release(step.Day, step.Ratio, step.Note);
                break;
            default:
                throw new InvalidOperationException($"The script has the unknown kind '{step.Kind}'.");
        }

        void Add(decimal? ratio = null, decimal? cash = null, decimal? subscription = null) =>
            _actions.Add(new GrowthAction(line.Company, step.Day, step.Kind, ratio, cash, subscription, step.Other.Length == 0 ? null : GrowthCompany.Of(step.Other), step.Note));
    }
}
