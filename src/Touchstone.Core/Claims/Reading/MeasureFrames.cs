using System.Collections.Frozen;

namespace Touchstone.Claims;

/// <summary>The frames whose claims are questions to the catalogue, each tried only where one of its words stands in the sentence.</summary>
internal sealed class MeasureFrames
{
    [Flags]
    private enum Cues
    {
        None = 0,
        Members = 1,
        Concentration = 2,
        Valuation = 4,
        Flow = 8,
        Risk = 16,
        Driver = 32,
        Supposing = 64,
        Part = 128,
    }

    private static readonly FrozenDictionary<string, Cues> Words = new Dictionary<Cues, string>
    {
        [Cues.Members] = "members member constituents constituent components component advancers decliners gainers losers stocks companies weighted",
        [Cues.Concentration] = "herfindahl hhi effective correlation correlations crowding turnover trading value",
        [Cues.Valuation] = "premium discount percentile deviations deviation sigma sigmas days sessions yields yielding yielded yield",
        [Cues.Flow] = "turnover margin southbound northbound trading",
        [Cues.Risk] = "volatility drawdown largest deepest biggest worst steepest highest lowest",
        [Cues.Driver] = "earnings profit profits multiple multiples valuation valuations rating rerating dividends dividend currency exchange book sales p price",
        [Cues.Supposing] = "would must could will implies imply implied implying prices pricing",
        [Cues.Part] = "contributors contributor movers drivers",
    }.SelectMany(pair => pair.Value.Split(' ').Select(word => (Word: word, pair.Key))).GroupBy(pair => pair.Word).ToFrozenDictionary(group => group.Key, group => group.Aggregate(Cues.None, (all, pair) => all | pair.Key));

    private readonly ReadingContext _context;
    private readonly BreadthFrames _breadth;
    private readonly MemberCountFrames _members;
    private readonly ConcentrationFrames _concentration;
    private readonly ValuationFrames _valuation;
    private readonly FlowFrames _flow;
    private readonly RiskFrames _risk;
    private readonly ReratingFrames _rerating;
    private readonly ScenarioFrames _scenario;
    private Cues _cues;

    public MeasureFrames(ReadingContext context)
    {
        _context = context;
        var claims = new MeasureClaims(context);
        var subjects = new MeasureSubjects(context);
        _breadth = new BreadthFrames(context, claims, subjects);
        _members = new MemberCountFrames(context, claims, subjects);
        _concentration = new ConcentrationFrames(context, claims, subjects);
        _valuation = new ValuationFrames(context, claims, subjects);
        _flow = new FlowFrames(context, claims, subjects);
        _risk = new RiskFrames(context, claims, subjects);
        _rerating = new ReratingFrames(context, claims, subjects);
        _scenario = new ScenarioFrames(context, claims, subjects);
    }

    /// <summary>Reads what takes several numbers of a sentence at once.</summary>
    public void Read(int sentence)
    {
        _cues = CuesOf(_context.View.Sentences[sentence]);
        if (Has(Cues.Supposing) && Has(Cues.Driver | Cues.Valuation))
        {
            _scenario.Read(sentence);
        }

        if (Has(Cues.Members))
        {
            _members.Read(sentence);
            _breadth.Read(sentence);
        }

        if (Has(Cues.Driver | Cues.Part))
        {
            _rerating.Read(sentence);
        }
    }

    /// <summary>Reads one number of the sentence; false when it is none of these figures.</summary>
    public bool Try(Quantity quantity, int sentence) =>
        (Has(Cues.Concentration) && _concentration.Try(quantity, sentence))
        || (Has(Cues.Flow) && _flow.Try(quantity, sentence))
        || ((Has(Cues.Valuation) || quantity.Kind == QuantityKind.Multiple) && _valuation.Try(quantity, sentence))
        || (Has(Cues.Risk) && _risk.Try(quantity, sentence));

    private bool Has(Cues any) => (_cues & any) != 0;

    private Cues CuesOf(Sentence bounds)
    {
        var cues = Cues.None;
        for (var i = bounds.First; i < bounds.End; i++)
        {
            if (_context.View.Tokens[i].Kind == TokenKind.Word && Words.TryGetValue(_context.View.Tokens[i].Lower, out var cue))
            {
                cues |= cue;
            }
        }

        return cues;
    }
}
