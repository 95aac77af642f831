using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Views;

/// <summary>An index that is asked about: the package, its rules, and the holdings of one day where these are all that is known.</summary>
/// <param name="Market">The package.</param>
/// <param name="Rulebook">The rules.</param>
/// <param name="Options">Currency, and where the members come from.</param>
/// <param name="Basket">The holdings of one day, or null.</param>
internal sealed record OpenedIndex(Market Market, Rulebook Rulebook, CalculationOptions Options, StatedBasket? Basket = null)
{
    /// <summary>The longest span that the package allows.</summary>
    public Answer<DateSpan> Span => CalculationSpan.Of(Market, Rulebook, Options);

    /// <summary>Calculates a span.</summary>
    /// <param name="span">The span, both ends included.</param>
    /// <param name="progress">Takes the sessions done, and of how many.</param>
    public Answer<IndexCalculation> Calculate(DateSpan span, Action<int, int> progress) => Basket is null
        ? RulebookCalculation.Run(Market, Rulebook, span, Options, progress)
        : ImpliedUnits.Calculate(Market, Rulebook.Id, Basket, span, Rulebook.Exchange, Options.Currency ?? Rulebook.Currency);

    /// <summary>Calculates from day to day, all that the package allows when no ends are named.</summary>
    /// <param name="from">The first day, included, or null.</param>
    /// <param name="to">The last day, included and not before the first, or null.</param>
    /// <param name="progress">Takes the sessions done, and of how many.</param>
    public Answer<IndexCalculation> Calculate(DateOnly? from, DateOnly? to, Action<int, int> progress)
    {
        if (from is { } first && to is { } last)
        {
            return Calculate(new DateSpan(first, last), progress);
        }

        var whole = Span;
        if (!whole.HasValue)
        {
            return whole.Problem;
        }

        (first, last) = (from ?? whole.Value.First, to ?? whole.Value.Last);
        return first > last
            ? new Problem(ProblemKind.NoData, $"The package has members and prices of {Rulebook.Id} from {whole.Value.First:yyyy-MM-dd} to {whole.Value.Last:yyyy-MM-dd}.")
            : Calculate(new DateSpan(first, last), progress);
    }

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
