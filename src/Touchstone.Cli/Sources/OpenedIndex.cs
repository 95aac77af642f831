using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Cli.Sources;

/// <summary>An index that a command asks about: the package, its rules, and the holdings of one day where these are all that is known.</summary>
/// <param name="Market">The package.</param>
/// <param name="Rulebook">The rules.</param>
/// <param name="Options">Currency, and where the members come from.</param>
/// <param name="Basket">The holdings of one day, or null.</param>
internal sealed record OpenedIndex(Market Market, Rulebook Rulebook, CalculationOptions Options, StatedBasket? Basket = null)
{
    /// <summary>Opens the holdings of one day.</summary>
    /// <param name="market">The package.</param>
    /// <param name="path">The file.</param>
    /// <param name="day">The day, when the file has none.</param>
    /// <param name="options">Currency.</param>
    public static OpenedIndex OfBasket(Market market, string path, DateOnly? day, CalculationOptions options)
    {
        var basket = StatedBasket.Read(path, day);
        if (!basket.HasValue)
        {
            throw new CommandFailure(basket.Problem.Source is null ? ExitCode.Usage : ExitCode.BadInput, basket.Problem.ToString());
        }

        var name = Path.GetFileNameWithoutExtension(path).ToUpperInvariant();
        var rules = StatedRules.Of(market, basket.Value, new InstrumentId(InstrumentId.IsValid(name) ? name : "BASKET"));
        return rules.HasValue
            ? new OpenedIndex(market, rules.Value, options, basket.Value)
            : throw new CommandFailure(ExitCode.BadInput, rules.Problem.ToString());
    }

    /// <summary>The longest span that the package allows.</summary>
    public Answer<DateSpan> Span => CalculationSpan.Of(Market, Rulebook, Options);

    /// <summary>Calculates a span.</summary>
    /// <param name="span">The span, both ends included.</param>
    /// <param name="progress">Takes the sessions done, and of how many.</param>
    public Answer<IndexCalculation> Calculate(DateSpan span, Action<int, int> progress) => Basket is null
        ? RulebookCalculation.Run(Market, Rulebook, span, Options, progress)
        : ImpliedUnits.Calculate(Market, Rulebook.Id, Basket, span, Rulebook.Exchange, Options.Currency ?? Rulebook.Currency);

    /// <summary>Explains a session.</summary>
    /// <param name="day">The session.</param>
    public Answer<ExplainedMove> Explain(DateOnly day)
    {
        if (Basket is null)
        {
            return IndexExplanation.On(Market, Rulebook, day, Options);
        }

        var before = Market.Calendar(Rulebook.Exchange).Before(day);
        var calculated = Calculate(new DateSpan(before, day), (_, _) => { });
        return calculated.HasValue ? ExplainedMove.On(calculated.Value, day) : calculated.Problem;
    }
}
