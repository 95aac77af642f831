using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>What an index holds, in order of the members' ids. Immutable.</summary>
public sealed class Basket
{
    private Basket(string currency, HoldingRule rule, ImmutableArray<Holding> holdings) => (Currency, Rule, Holdings) = (currency, rule, holdings);

    /// <summary>The currency of the index.</summary>
    public string Currency { get; }

    /// <summary>What becomes of a holding when a company changes the number or the price of its shares.</summary>
    public HoldingRule Rule { get; }

    /// <summary>The holdings in ordinal order of their ids, so that no sum depends on the order in which they were given.</summary>
    public ImmutableArray<Holding> Holdings { get; }

    /// <summary>Makes a basket.</summary>
    /// <param name="currency">The currency of the index.</param>
    /// <param name="rule">What becomes of a holding in a corporate action.</param>
    /// <param name="holdings">The holdings, in any order.</param>
    /// <returns>The basket; <see cref="ProblemKind.Invalid"/> when a member stands there twice.</returns>
    public static Answer<Basket> Of(string currency, HoldingRule rule, IEnumerable<Holding> holdings)
    {
        ArgumentException.ThrowIfNullOrEmpty(currency);
        ArgumentNullException.ThrowIfNull(holdings);
        var sorted = holdings.OrderBy(holding => holding.Instrument).ToImmutableArray();
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Instrument == sorted[i - 1].Instrument)
            {
                return new Problem(ProblemKind.Invalid, $"{sorted[i].Instrument} is a member twice; a basket holds each member once.");
            }
        }

        return Answer<Basket>.Of(new Basket(currency, rule, sorted), new Working { Formula = "the holdings as given" });
    }

    /// <summary>The holding of a member, or null.</summary>
    /// <param name="instrument">The member.</param>
    public Holding? Find(InstrumentId instrument)
    {
        var index = IndexOf(instrument);
        return index < 0 ? null : Holdings[index];
    }

    /// <summary>The market value: Σ price × shares × free float × cap × rate.</summary>
    /// <param name="closes">The closes and rates of a session.</param>
    /// <returns>
    /// The value in the currency of the index; <see cref="ProblemKind.NoData"/> when members have no close (all are named) or a currency has no rate;
    /// <see cref="ProblemKind.Undefined"/> when the value is too large for a number.
    /// </returns>
    public Answer<double> ValueAt(ClosingPrices closes)
    {
        ArgumentNullException.ThrowIfNull(closes);
        if (Missing(closes) is { } problem)
        {
            return problem;
        }

        var sum = default(CompensatedSum);
        foreach (var holding in Holdings)
        {
            sum.Add(ValueOf(holding, closes));
        }

        if (!double.IsFinite(sum.Value))
        {
            return new Problem(ProblemKind.Undefined, $"The market value on {closes.Day:yyyy-MM-dd} is too large for a number.");
        }

        return Answer<double>.Of(sum.Value, new Working
        {
            Formula = "Σ price × shares × free float × cap × rate",
            Steps = [new Step("market value", $"sum over {Holdings.Length} members at the closes of {closes.Day:yyyy-MM-dd}", sum.Value, Unit.Money(Currency))],
        });
    }

    /// <summary>The weight of every member, in the order of <see cref="Holdings"/>.</summary>
    /// <param name="closes">The closes and rates of a session.</param>
    /// <returns>Weights that sum to 1; a problem where the market value is one, or is zero.</returns>
    public Answer<ImmutableArray<MemberWeight>> WeightsAt(ClosingPrices closes)
    {
        var value = ValueAt(closes);
        if (!value.HasValue)
        {
            return value.Problem;
        }

        if (value.Value <= 0)
        {
            return new Problem(ProblemKind.Undefined, $"The market value on {closes.Day:yyyy-MM-dd} is zero; weights need one above zero.");
        }

        return value.Map(total => ImmutableArray.CreateRange(Holdings, holding => new MemberWeight(holding.Instrument, Percent.FromFraction(ValueOf(holding, closes) / total))));
    }

    /// <summary>The value of one holding; its close and rate must be there (<see cref="Missing"/>).</summary>
    /// <param name="holding">The holding.</param>
    /// <param name="closes">The closes and rates.</param>
    internal double ValueOf(Holding holding, ClosingPrices closes)
    {
        closes.TryGetPrice(holding.Instrument, out var price);
        return price * holding.Units * RateOf(holding.Currency, closes);
    }

    /// <summary>Units of the index's currency for one of another; the rate must be there.</summary>
    /// <param name="currency">The other currency, or null for that of the index.</param>
    /// <param name="closes">The rates.</param>
    internal double RateOf(string? currency, ClosingPrices closes) =>
        currency is null || currency == Currency ? 1 : closes.TryGetRate(currency, out var rate) ? rate : throw new InvalidOperationException($"No rate of {currency}.");

    /// <summary>Whether a currency can be turned into that of the index.</summary>
    /// <param name="currency">The currency, or null for that of the index.</param>
    /// <param name="closes">The rates.</param>
    internal bool HasRate(string? currency, ClosingPrices closes) => currency is null || currency == Currency || closes.TryGetRate(currency, out _);

    /// <summary>What is missing to value the basket, or null.</summary>
    /// <param name="closes">The closes and rates.</param>
    internal Problem? Missing(ClosingPrices closes)
    {
        List<string>? names = null;
        foreach (var holding in Holdings)
        {
            if (!closes.TryGetPrice(holding.Instrument, out _))
            {
                (names ??= []).Add(holding.Instrument.Value);
            }
        }

        if (names is not null)
        {
            return new Problem(ProblemKind.NoData, $"No close on {closes.Day:yyyy-MM-dd} for {names.Count} of {Holdings.Length} members: {string.Join(", ", names)}.");
        }

        foreach (var holding in Holdings)
        {
            if (!HasRate(holding.Currency, closes))
            {
                return new Problem(ProblemKind.NoData, $"No rate of {holding.Currency} in {Currency} on {closes.Day:yyyy-MM-dd}; {holding.Instrument} is priced in it.");
            }
        }

        return null;
    }

    /// <summary>The basket with one holding added or replaced.</summary>
    /// <param name="holding">The holding.</param>
    internal Basket With(Holding holding)
    {
        var index = IndexOf(holding.Instrument);
        return new Basket(Currency, Rule, index < 0 ? Holdings.Insert(~index, holding) : Holdings.SetItem(index, holding));
    }

    /// <summary>The basket without a member.</summary>
    /// <param name="holding">The holding to leave out.</param>
    internal Basket Without(Holding holding) => new(Currency, Rule, Holdings.RemoveAt(IndexOf(holding.Instrument)));

    private int IndexOf(InstrumentId instrument)
    {
        var (low, high) = (0, Holdings.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = Holdings[middle].Instrument.CompareTo(instrument);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}
