using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>Reads <c>actions</c> and <c>returns</c>.</summary>
internal static class ActionBlock
{
    private static readonly string[] TaxKeys = ["withholding", "withholdingByExchange"];

    /// <summary>Reads <c>actions</c>.</summary>
    /// <param name="block">The block.</param>
    public static ActionRules? Read(YamlBlock block)
    {
        var before = block.Faults.Count;
        var rules = new ActionRules
        {
            Holding = block.Word<HoldingRule>("holding"),
            Rights = block.Word<RightsTreatment>("rights") ?? ActionRules.Standard.Rights,
            SpecialDividend = block.Word<SpecialDividendTreatment>("specialDividend") ?? ActionRules.Standard.SpecialDividend,
            SpinOff = block.Word<SpinOffTreatment>("spinOff") ?? ActionRules.Standard.SpinOff,
            SpunCompanyLeaves = block.Truth("spunCompanyLeaves") ?? ActionRules.Standard.SpunCompanyLeaves,
        };
        block.Close();
        return block.Faults.Count == before ? rules : null;
    }

    /// <summary>Reads <c>returns</c>.</summary>
    /// <param name="block">The block.</param>
    public static ReturnRules? ReadReturns(YamlBlock block)
    {
        var before = block.Faults.Count;
        var (gross, net) = (block.Truth("gross") ?? false, block.Truth("net") ?? false);
        var withholding = block.Share("withholding", withZero: true);
        var byExchange = new SortedDictionary<string, Percent>(StringComparer.Ordinal);
        if (block.Block("withholdingByExchange") is { } rates)
        {
            foreach (var entry in rates.All())
            {
                var exchange = rates.CodeOf(new YamlText(entry.Line, entry.Key, true), rates.Path, RulebookWords.ExchangeExpected, RulebookWords.IsExchange);
                if (rates.ShareOf(entry.Value, rates.PathOf(YamlText.Short(entry.Key)), withZero: true) is { } rate && exchange is not null)
                {
                    byExchange[exchange] = rate;
                }
            }
        }

        foreach (var key in TaxKeys.Where(key => !net && block.Has(key)))
        {
            block.Fault(key, "says nothing without the net return; expected 'net: true' beside it.");
        }

        if (net && !block.Has("withholding") && !block.Has("withholdingByExchange"))
        {
            block.Fault("net", "is true and no tax is given; expected 'withholding', 0% if there is none.");
        }

        block.Close();
        return block.Faults.Count != before ? null : new ReturnRules
        {
            Gross = gross,
            Net = net,
            Withholding = withholding ?? default,
            WithholdingByExchange = byExchange.ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
    }
}
