using static Touchstone.Tests.Indices.Rulebooks.RulebookTexts;

namespace Touchstone.Tests.Indices.Rulebooks;

/// <summary>Each fault is told with its line, what was met and what was expected: the good rulebook, one part of it, what is put in its place, and what the reader says.</summary>
public class RulebookFaultTests
{
    [Theory]
    [InlineData("  name: Harbour Ten", "  nmae: Harbour Ten",
        "2: identity has no 'name'; expected a text.\n3: identity.nmae is not a key of a rulebook; did you mean 'name'?")]
    [InlineData("  id: HARBOUR10", "  id: HARBOUR 10",
        "2: identity.id is 'HARBOUR 10'; expected the id of an instrument, such as XHKG:700 or HSI.")]
    [InlineData("  currency: HKD", "  currency: hkd",
        "4: identity.currency is 'hkd'; expected a currency of three capital letters, such as HKD.")]
    [InlineData("  exchange: XHKG", "  exchange: Hong Kong",
        "5: identity.exchange is 'Hong Kong'; expected a market identifier code of four capital letters or digits, such as XHKG.")]
    [InlineData("  date: 2019-12-31", "  date: 31.12.2019",
        "7: base.date is '31.12.2019'; expected a date such as 2025-02-28.")]
    [InlineData("  date: 2019-12-31", "  date: 2019-02-29",
        "7: base.date is '2019-02-29'; expected a date such as 2025-02-28.")]
    [InlineData("  level: 1000", "  level: 0",
        "8: base.level is '0'; expected a number above 0 in plain digits, such as 1234.5.")]
    [InlineData("  level: 1000", "  level: 1,000",
        "8: base.level is '1,000'; expected a number above 0 in plain digits, such as 1234.5.")]
    [InlineData("  level: 1000", "  level:",
        "8: base.level is empty; expected a number above 0 in plain digits, such as 1234.5.")]
    [InlineData("  level: 1000", "  level: [1000]",
        "8: base.level is a list; expected a number above 0 in plain digits, such as 1234.5.")]
    [InlineData("  level: 1000", "  level: .nan",
        "8: base.level is '.nan'; expected a number above 0 in plain digits, such as 1234.5.")]
    [InlineData("base:\n  date: 2019-12-31\n  level: 1000", "base: 1000",
        "6: base is '1000'; expected keys with values.")]
    [InlineData("  level: 1000", "  level: 1000\n  level: 100",
        "9: base.level stands twice, first on line 8; keep one.")]
    [InlineData("  - {id: rules, title: The rules}", "  - {id: rules, title: The rules}\n  - {id: rules, title: Others}",
        "11: sources[2].id is 'rules', which stands on line 10 already; expected each id once.")]
    [InlineData("  - {id: rules, title: The rules}", "  - {id: rules}",
        "10: sources[1] has no 'title'; expected a text.")]
    [InlineData("  - The order of ties.", "  - {a: b}",
        "12: notPublic[1] is a block of keys (a); expected a sentence.")]
    [InlineData("base:\n  date: 2019-12-31\n  level: 1000", "base:\n  date: 31 December 2019\n  level: -1000",
        "7: base.date is '31 December 2019'; expected a date such as 2025-02-28.\n8: base.level is '-1000'; expected a number above 0 in plain digits, such as 1234.5.")]
    [InlineData("identity:\n  id: HARBOUR10", "identity:\n  id: HARBOUR10\n  id2: X",
        "3: identity.id2 is not a key of a rulebook; did you mean 'id'?")]
    public void Identity_IsChecked(string old, string next, string faults) => Assert.Equal(faults, Faults(Changed(old, next)));

    [Theory]
    [InlineData("  - The order of ties.", "  - The order of ties.\n  - The order of ties.",
        "13: notPublic[2] is 'The order of ties.', which stands on line 12 already; expected each once.")]
    [InlineData("  - from: 2020-01-02", "  - note: x",
        "14: versions[1] has no 'from'; expected a date such as 2025-02-28.")]
    [InlineData("      exchanges: [XHKG, XSHG]", "      exchanges: [XHKG, XHKG]",
        "17: versions[1].universe.exchanges[2] is 'XHKG', which stands on line 17 already; expected each once.")]
    [InlineData("      exchanges: [XHKG, XSHG]", "      exchanges: [hk]",
        "17: versions[1].universe.exchanges[1] is 'hk'; expected a market identifier code of four capital letters or digits, such as XHKG.")]
    [InlineData("      exchanges: [XHKG, XSHG]", "      exchanges: []",
        "17: versions[1].universe is empty; expected at least one exchange, or one name.")]
    [InlineData("      exchanges: [XHKG, XSHG]", "      exchanges: [XHKG]\n      list: [XHKG:1]",
        "17: versions[1].universe has both 'exchanges' and 'list'; expected one of them.")]
    [InlineData("      exchanges: [XHKG, XSHG]", "      list:\n        - XHKG:1\n        - {id: XHKG:2, weight: 40%}",
        "16: versions[1].universe.list gives XHKG:2 a weight, which counts only with 'weighting: given'; expected that, or no weights.")]
    [InlineData("versions:", "verions:",
        "1: The rulebook has no 'versions'; expected a list with at least one version of the rules.\n13: verions is not a key of a rulebook; did you mean 'versions'?")]
    public void VersionsAndUniverse_AreChecked(string old, string next, string faults) => Assert.Equal(faults, Faults(Changed(old, next)));

    [Theory]
    [InlineData("      exchanges: [XHKG, XSHG]", "      list:\n        - XHKG:1\n        - XHKG:2\n        - {id: XHKG:1}",
        "20: versions[1].universe.list[3] is 'XHKG:1', which stands on line 18 already; expected each name once.")]
    [InlineData("      - classified: {scheme: industry, anyOf: [bank, port]}", "      - classified: {scheme: industry}",
        "19: versions[1].screens[1].classified names no values; expected 'anyOf' or 'noneOf'.")]
    [InlineData("      - classified: {scheme: industry, anyOf: [bank, port]}", "      - classified: {scheme: industry, anyOf: [bank], noneOf: [bank]}",
        "19: versions[1].screens[1].classified.noneOf has 'bank', which 'anyOf' has too; expected it in one of them.")]
    [InlineData("      - classified: {scheme: industry, anyOf: [bank, port]}", "      - classifed: {scheme: industry, anyOf: [bank, port]}",
        "19: versions[1].screens[1].classifed is not a key of a rulebook; did you mean 'classified'?")]
    [InlineData("      - classified: {scheme: industry, anyOf: [bank, port]}", "      - {}",
        "19: versions[1].screens[1] has 0 conditions; expected one of: classified, listed, limits, best, anyOf.")]
    [InlineData("      - classified: {scheme: industry, anyOf: [bank, port]}", "      - {classified: {scheme: industry, anyOf: [bank, port]}, listed: {months: 3}}",
        "19: versions[1].screens[1] has 2 conditions; expected one of: classified, listed, limits, best, anyOf.")]
    [InlineData("      - classified: {scheme: industry, anyOf: [bank, port]}", "      - anyOf: [{listed: {months: 3}}]",
        "19: versions[1].screens[1].anyOf holds 1; expected two or more conditions.")]
    [InlineData("months: 12, unlessRankWithin: 10, monthsIfLarge: 3", "months: 12, unlessRankWithin: 10, monthsIfLarge: 12",
        "20: versions[1].screens[2].listed.monthsIfLarge is 12; expected fewer than the 12 months of others.")]
    [InlineData("months: 12, unlessRankWithin: 10, monthsIfLarge: 3", "months: 12, monthsIfLarge: 3",
        "20: versions[1].screens[2].listed.monthsIfLarge says nothing without 'unlessRankWithin'; expected both or neither.")]
    [InlineData("months: 12, unlessRankWithin: 10, monthsIfLarge: 3", "months: 0",
        "20: versions[1].screens[2].listed.months is '0'; expected a whole number from 1 to 1200.")]
    [InlineData("atLeast: 5, atMost: 9", "atLeast: 9, atMost: 5",
        "21: versions[1].screens[3].limits.atMost is 5; expected at least 9, which 'atLeast' says.")]
    [InlineData("{figure: turnover, months: 12, atLeast: 5, atMost: 9}", "{figure: observation, atLeast: 5}",
        "21: versions[1].screens[3].limits has no 'field'; expected a text.")]
    [InlineData("{figure: turnover, months: 12, atLeast: 5, atMost: 9}", "{figure: turnover, field: x, atLeast: 5}",
        "21: versions[1].screens[3].limits.field names an observation, which the figure is not; expected 'figure: observation', or no field.")]
    [InlineData("{figure: turnover, months: 12, atLeast: 5, atMost: 9}", "{figure: turnovr, atLeast: 5}",
        "21: versions[1].screens[3].limits.figure is 'turnovr'; expected one of: market-value, float-market-value, turnover, observation. Did you mean 'turnover'?")]
    [InlineData("dropLowest: 50%", "dropLowest: 50%, first: 30",
        "22: versions[1].screens[4].best has both 'first' and 'dropLowest'; expected one of them.")]
    [InlineData("      method: share-of-total", "      method: value",
        "24: versions[1].ranking.method is 'value' for 2 figures; expected one figure, or share-of-total or z-score.")]
    [InlineData("      method: share-of-total", "      level: line",
        "24: versions[1].ranking has no 'method'; expected one of: value, share-of-total, z-score.")]
    [InlineData("weight: 2", "weight: -2",
        "26: versions[1].ranking.figures[1].weight is '-2'; expected a number above 0 in plain digits, such as 1234.5.")]
    [InlineData("months: 12, atLeast: 5, atMost: 9}", "months: 12}",
        "21: versions[1].screens[3].limits has no limit; expected 'atLeast' or 'atMost'.")]
    [InlineData("market-value, dropLowest: 50%}", "market-value}",
        "22: versions[1].screens[4].best has neither 'first' nor 'dropLowest'; expected one of them.")]
    [InlineData("        - {figure: turnover, months: 6}", "        - turnover",
        "27: versions[1].ranking.figures[2] is 'turnover'; expected keys with values.")]
    [InlineData("      method: share-of-total", "      method: share-of-total\n      months: 3",
        "25: versions[1].ranking.months stands beside 'figures'; expected it in one of them.")]
    [InlineData("    note: Later.", "    ranking: {method: z-score, figure: turnover}",
        "56: versions[2].ranking.method joins several figures; expected 'figures' beside it.")]
    public void ScreensAndRanking_AreChecked(string old, string next, string faults) => Assert.Equal(faults, Faults(Changed(old, next)));

    [Theory]
    [InlineData("      count: 10", "      count: 0",
        "29: versions[1].selection.count is '0'; expected a whole number from 1 to 1000000.")]
    [InlineData("      count: 10", "      count: ten",
        "29: versions[1].selection.count is 'ten'; expected a whole number from 1 to 1000000.")]
    [InlineData("      count: 10", "      count: 10.5",
        "29: versions[1].selection.count is '10.5'; expected a whole number from 1 to 1000000.")]
    [InlineData("      count: 10", "      count: 99999999999",
        "29: versions[1].selection.count is '99999999999'; expected a whole number from 1 to 1000000.")]
    [InlineData("      count: 10", "      method: published",
        "30: versions[1].selection.buffer says nothing when the members are the published ones; expected 'method: ranked', or no buffer.\n31: versions[1].selection.turnoverLimit says nothing when the members are the published ones; expected 'method: ranked', or no turnoverLimit.\n32: versions[1].selection.reserve says nothing when the members are the published ones; expected 'method: ranked', or no reserve.\n33: versions[1].selection.replacesFromReserve says nothing when the members are the published ones; expected 'method: ranked', or no replacesFromReserve.")]
    [InlineData("      count: 10", "      method: committee",
        "29: versions[1].selection.method is 'committee'; expected one of: ranked, all, published.")]
    [InlineData("enter: 8, stay: 12", "enter: 11, stay: 9",
        "30: versions[1].selection.buffer.enter is 11; expected at most the count of 10: a name below it cannot join for certain.\n30: versions[1].selection.buffer.stay is 9; expected at least the count of 10: a member within it does not leave.")]
    [InlineData("{enter: 8, stay: 12, once: true}", "{}",
        "30: versions[1].selection.buffer is empty; expected 'enter', 'stay' or both.")]
    [InlineData("{enter: 8, stay: 12, once: true}", "{enter: 8, once: true}",
        "30: versions[1].selection.buffer.once says nothing without 'stay'; expected both.")]
    [InlineData("once: true", "once: yes",
        "30: versions[1].selection.buffer.once is 'yes'; expected true or false.")]
    [InlineData("turnoverLimit: 10%", "turnoverLimit: 0.1",
        "31: versions[1].selection.turnoverLimit is '0.1'; expected a percentage above 0% and at most 100%, such as 8%. Write 10% when that is meant.")]
    [InlineData("turnoverLimit: 10%", "turnoverLimit: 10",
        "31: versions[1].selection.turnoverLimit is '10'; expected a percentage above 0% and at most 100%, such as 8%. Write 10% when that is meant.")]
    [InlineData("turnoverLimit: 10%", "turnoverLimit: 110%",
        "31: versions[1].selection.turnoverLimit is '110%'; expected a percentage above 0% and at most 100%, such as 8%.")]
    [InlineData("turnoverLimit: 10%", "turnoverLimit: -1%",
        "31: versions[1].selection.turnoverLimit is '-1%'; expected a percentage above 0% and at most 100%, such as 8%.")]
    [InlineData("turnoverLimit: 10%", "turnoverLimit: 0%",
        "31: versions[1].selection.turnoverLimit is '0%'; expected a percentage above 0% and at most 100%, such as 8%.")]
    [InlineData("      reserve: 2", "      reserve: 0",
        "33: versions[1].selection.replacesFromReserve is true without a reserve list; expected 'reserve' of 1 or more.")]
    [InlineData("rankSession: 1, joinAfterSessions: 10", "rankSession: 10, joinAfterSessions: 1",
        "34: versions[1].fastEntry.joinAfterSessions is 1, before the rank is known after session 10; expected 10 or more.")]
    [InlineData("fastEntry: {rankWithin: 5, rankSession: 1, joinAfterSessions: 10}", "fastEntry: never",
        "34: versions[1].fastEntry is 'never'; expected keys with values.")]
    public void SelectionAndFastEntry_AreChecked(string old, string next, string faults) => Assert.Equal(faults, Faults(Changed(old, next)));

    [Theory]
    [InlineData("    weighting: market-value", "    weighting: given",
        "42: versions[1].weighting is 'given', and universe has no list; expected a universe.list with an id and a weight for each name.")]
    [InlineData("    universe:\n      exchanges: [XHKG, XSHG]", "    weighting: market-value",
        "14: versions[1] has no 'universe'; expected 'exchanges' or a 'list' of names.\n41: versions[1].weighting stands twice, first on line 16; keep one.")]
    [InlineData("      count: free-float", "      count: total",
        "37: versions[1].shares.banding says nothing when all shares count; expected 'count: free-float', or no banding.")]
    [InlineData("      count: free-float", "      count: float",
        "36: versions[1].shares.count is 'float'; expected one of: total, free-float.")]
    [InlineData("        - {upTo: 15%, roundUpTo: 1%}", "        - {upTo: 100%, roundUpTo: 1%}",
        "39: versions[1].shares.banding[2].upTo is 100%; expected more than the 100% of the band before.")]
    [InlineData("        - {upTo: 100%, factor: 100%}", "        - {upTo: 90%, factor: 100%}",
        "39: versions[1].shares.banding ends at 90%; expected the last band to reach 100%.")]
    [InlineData("        - {upTo: 100%, factor: 100%}", "        - {upTo: 100%, factor: 100%, roundUpTo: 5%}",
        "39: versions[1].shares.banding[2].roundUpTo stands beside 'factor'; expected one of them, or neither for the float itself.")]
    [InlineData("      updates: at-once-when-large", "      updates: at-once",
        "41: versions[1].shares.atOnceFrom says nothing here; expected 'updates: at-once-when-large' beside it.")]
    [InlineData("      atOnceFrom: 5%", "      floatMultiple: 0",
        "36: versions[1].shares has no 'atOnceFrom'; expected a percentage above 0% and at most 100%, such as 8%.\n41: versions[1].shares.floatMultiple is '0'; expected a number above 0 in plain digits, such as 1234.5.")]
    public void Shares_AreChecked(string old, string next, string faults) => Assert.Equal(faults, Faults(Changed(old, next)));

    [Theory]
    [InlineData("      groupScheme: industry", "      level2: x",
        "44: versions[1].caps has a cap by group and no 'groupScheme'; expected the classification scheme that says a stock's group.\n45: versions[1].caps.level2 is not a key of a rulebook; did you mean 'level'?")]
    [InlineData("        - groupName: {limits: {bank: 10%}, others: 15%}", "        - top: {count: 1, limit: 50%}",
        "45: versions[1].caps.groupScheme is used by no rule; expected a groupName or groupTotal cap, or no scheme.")]
    [InlineData("limits: {bank: 10%}", "limits: {}",
        "48: versions[1].caps.rules[2].groupName.limits is empty; expected at least one limit.")]
    [InlineData("limits: {bank: 10%}", "limits: {bank: 0.1}",
        "48: versions[1].caps.rules[2].groupName.limits.bank is '0.1'; expected a percentage above 0% and at most 100%, such as 8%. Write 10% when that is meant.")]
    [InlineData("limit: 20%, trigger: 24%", "limit: 20%, trigger: 14%",
        "47: versions[1].caps.rules[1].single.trigger is 14%; expected at least the limit of 20%.")]
    [InlineData("limit: 20%, trigger: 24%", "limit: 8%",
        "43: versions[1].caps can never hold for 10 names: 10 × 8% is 80%; expected 100% or more.")]
    [InlineData("count: 5, limit: 60%, target: 55%", "count: 5, limit: 40%",
        "43: versions[1].caps can never hold for 10 names: the 5 largest of 10 have at least 50%; expected a limit of no less.")]
    [InlineData("count: 5, limit: 60%, target: 55%", "count: 5, limit: 60%, target: 65%",
        "49: versions[1].caps.rules[3].top.target is 65%; expected at most the limit of 60%.")]
    [InlineData("threshold: 9%, limit: 48%", "threshold: 4%, limit: 48%",
        "43: versions[1].caps can never hold for 10 names: 9 names at 4% and 48% for the rest are below 100%. Names above 4% sum to at most 48%, otherwise to 40%.")]
    [InlineData("      rules:", "      rebalance: []\n      rules:",
        "47: versions[1].caps.rules holds at every review; expected it alone, or 'reconstitution' and 'rebalance' without it.")]
    [InlineData("        - single: {limit: 20%, trigger: 24%}", "        - singel: {limit: 20%}",
        "47: versions[1].caps.rules[1].singel is not a key of a rulebook; did you mean 'single'?")]
    [InlineData("        - single: {limit: 20%, trigger: 24%}", "        - single: 20%",
        "47: versions[1].caps.rules[1].single is '20%'; expected keys with values.")]
    [InlineData("      exchanges: [XHKG, XSHG]", "      list:\n        - {id: XHKG:1, weight: 60%}\n        - {id: XHKG:2, weight: 40.5%}\n    weighting: given\n    xx: 1",
        "20: versions[1].universe.list has weights that sum to 100.5%; expected 100%.\n21: versions[1].xx is not a key of a rulebook; expected one of: actions, caps, decimals, fastEntry, from, note, ranking, returns, screens, selection, shares, sources, universe, weighting.\n46: versions[1].weighting stands twice, first on line 20; keep one.")]
    public void WeightingAndCaps_AreChecked(string old, string next, string faults) => Assert.Equal(faults, Faults(Changed(old, next)));

    [Theory]
    [InlineData("    note: Later.", "    notes: Later.",
        "56: versions[2].notes is not a key of a rulebook; did you mean 'note'?")]
    [InlineData("    note: Later.", "    capz: none",
        "56: versions[2].capz is not a key of a rulebook; did you mean 'caps'?")]
    [InlineData("  - from: 2022-01-03", "  - from: 2020-01-02",
        "55: versions[2].from is 2020-01-02; expected a day after 2020-01-02, from which the version before is in force.")]
    [InlineData("    note: Later.\n    sources: [rules]", "    note: Later.\n    sources: [rule]",
        "57: versions[2].sources[1] is 'rule'; expected the id of one of the rulebook's sources: rules. Did you mean 'rules'?")]
    [InlineData("      spinOff: zero-price", "      spinOff: zero",
        "52: versions[1].actions.spinOff is 'zero'; expected one of: zero-price, first-price, not-taken.")]
    [InlineData("      spinOff: zero-price", "      spunCompanyLeaves: 1",
        "52: versions[1].actions.spunCompanyLeaves is '1'; expected true or false.")]
    [InlineData("{net: true, withholding: 10%}", "{net: true}",
        "53: versions[1].returns.net is true and no tax is given; expected 'withholding', 0% if there is none.")]
    [InlineData("{net: true, withholding: 10%}", "{withholding: 10%}",
        "53: versions[1].returns.withholding says nothing without the net return; expected 'net: true' beside it.")]
    [InlineData("{net: true, withholding: 10%}", "{net: true, withholdingByExchange: {NYSE: 30%, NASDAQ: 3}}",
        "53: versions[1].returns.withholdingByExchange is 'NASDAQ'; expected a market identifier code of four capital letters or digits, such as XHKG.\n53: versions[1].returns.withholdingByExchange.NASDAQ is '3'; expected a percentage from 0% to 100%, such as 8%. Write 3% when that is meant.")]
    [InlineData("    decimals: 2", "    decimals: 13",
        "54: versions[1].decimals is '13'; expected a whole number from 0 to 12.")]
    [InlineData("    note: Later.", "    selection: {count: 4}",
        "56: versions[2].caps can never hold for 4 names: 4 × 20% is 80%; expected 100% or more.\n56: versions[2].caps can never hold for 4 names: 4 × the largest limit is below 100%. No name above 10% in bank, 15% elsewhere.\n56: versions[2].caps can never hold for 4 names: the 5 largest of 4 have at least 100%; expected a limit of no less.\n56: versions[2].caps can never hold for 4 names: 3 names at 9% and 48% for the rest are below 100%. Names above 9% sum to at most 48%, otherwise to 40%.")]
    [InlineData("    note: Later.", "    weighting: score\n    ranking: {method: z-score, figures: [{figure: turnover}]}",
        "56: versions[2].weighting is 'score', and z-scores are below zero for some; expected another method of ranking, or another weighting.")]
    [InlineData("    note: Later.", "    selection: {method: published}",
        "56: versions[2].screens say nothing when the members are the published ones; expected 'screens: []', or another selection.\n56: versions[2].fastEntry says nothing when the members are the published ones; expected 'fastEntry: none', or another selection.")]
    [InlineData("    decimals: 2", "    decimals: 2\n    returns: gross",
        "55: versions[1].returns stands twice, first on line 53; keep one.")]
    [InlineData("    note: Later.", "    universe: {list: [{id: XHKG:1, weight: 60%}, {id: XHKG:2}]}\n    weighting: given\n    selection: {method: all}\n    caps: none",
        "57: versions[2].weighting is 'given', and XHKG:2 has no weight; expected a universe.list with an id and a weight for each name.")]
    [InlineData("    note: Later.", "    universe: {list: [{id: XHKG:1, weight: 60%}, {id: XHKG:2, weight: 40.5%}]}\n    weighting: given\n    selection: {method: all}\n    caps: none",
        "57: versions[2].universe.list has weights that sum to 100.5%; expected 100%.")]
    [InlineData("    actions:\n      spinOff: zero-price", "    actions:",
        "51: versions[1].actions is empty; expected keys with values.")]
    public void ActionsReturnsAndLaterVersions_AreChecked(string old, string next, string faults) => Assert.Equal(faults, Faults(Changed(old, next)));

    [Theory]
    [InlineData("cutOff: 2021-03-31, announced: 2021-05-14, prices: 2021-06-01", "cutOff: 2021-03-31, announced: 2021-05-14, prices: 2021-03-01",
        "59: reviews[1].prices is 2021-03-01, before the cut-off; expected 2021-03-31 or later.")]
    [InlineData("prices: 2021-06-01, effective: 2021-06-07", "prices: 2021-06-07, effective: 2021-06-07",
        "59: reviews[1].effective is 2021-06-07; expected a day after the prices of 2021-06-07.")]
    [InlineData("announced: 2021-05-14", "announced: 2021-06-07",
        "59: reviews[1].announced is 2021-06-07; expected a day from the cut-off of 2021-03-31 to the day before 2021-06-07.")]
    [InlineData("cutOff: 2021-06-30, prices: 2021-08-31", "cutOff: 2021-03-31, prices: 2021-06-02",
        "60: reviews[2].prices is 2021-06-02, while the review before is not in force; expected 2021-06-07 or later.")]
    [InlineData("effective: 2021-09-06", "effective: 2021-09-06, kind: rebalance",
        "60: reviews[2].kind stands twice, first on line 60; keep one.")]
    [InlineData("cutOff: 2021-03-31, announced: 2021-05-14, prices: 2021-06-01, effective: 2021-06-07", "cutOff: 2018-12-31, prices: 2019-01-01, effective: 2019-12-30",
        "59: reviews[1].effective is 2019-12-30, before the base date; expected 2019-12-31 or later.")]
    [InlineData("cutOff: 2021-03-31, announced: 2021-05-14, prices: 2021-06-01, effective: 2021-06-07", "cutOff: 2018-12-31, prices: 2019-01-01, effective: 2020-01-01",
        "59: reviews[1].effective is 2020-01-01, before the first version is in force; expected 2020-01-02 or later, or an earlier version.")]
    [InlineData("cutOff: 2021-06-30, prices: 2021-08-31, effective: 2021-09-06", "cutOff: 2020-12-31, prices: 2021-01-31, effective: 2021-06-07",
        "60: reviews[2].effective is 2021-06-07; expected a day after 2021-06-07, when the review before is in force.")]
    [InlineData("reviews:", "reviws:",
        "58: reviws is not a key of a rulebook; did you mean 'reviews'?")]
    [InlineData("    note: Later.", "    universe: {list: [XHKG:1, XHKG:2, XHKG:3]}\n    selection: {method: all}\n    caps: {rules: [{individual: {limits: {XHKG:1: 30%, XHKG:2: 30%, XHKG:3: 30%}}}]}",
        "58: versions[2].caps can never hold for 3 names: the limits of the list sum to less than 100%. XHKG:1 at most 30%, XHKG:2 at most 30%, XHKG:3 at most 30%.")]
    public void Reviews_AreChecked(string old, string next, string faults) => Assert.Equal(faults, Faults(Changed(old, next)));

    [Theory]
    [InlineData("    sources: [rules]\n    universe:", "    sources: &a [rules]\n    universe:",
        "15: &a names a part for repeating; write the values out.")]
    [InlineData("    sources: [rules]\n    universe:", "    sources: *a\n    universe:",
        "15: *a repeats another part; write the values out.")]
    [InlineData("    sources: [rules]\n    universe:", "    sources: !x [rules]\n    universe:",
        "15: !x is a type tag; write the value alone.")]
    [InlineData("    sources: [rules]\n    universe:", "    sources: [rules\n    universe:",
        "16: This is not YAML: brackets or keys are not closed. Look at colons, indentation, brackets and quotation marks here and above.")]
    [InlineData("    sources: [rules]\n    universe:", "    <<: {a: b}\n    universe:",
        "15: versions[1].<< is not a key of a rulebook; expected one of: actions, caps, decimals, fastEntry, from, note, ranking, returns, screens, selection, shares, sources, universe, weighting.")]
    [InlineData("    sources: [rules]\n    universe:", "\tsources: [rules]\n    universe:",
        "15: A tab stands before the text of the line; indent with spaces.")]
    [InlineData("    sources: [rules]\n    universe:", "    ? [a, b]\n    : c\n    universe:",
        "15: A key is a list; expected a word.")]
    [InlineData("reviews:", "---\nreviews:",
        "58: A second document begins; a file holds one rulebook.")]
    public void Yaml_IsPlain(string old, string next, string faults) => Assert.Equal(faults, Faults(Changed(old, next)));

    [Fact]
    public void AllFaults_AreToldAtOnceInOrderOfLines()
    {
        var text = Good
            .Replace("level: 1000", "level: 0", StringComparison.Ordinal)
            .Replace("count: 10", "count: 0", StringComparison.Ordinal)
            .Replace("updates: at-once-when-large", "updates: sometimes", StringComparison.Ordinal)
            .Replace("reviews:", "review:", StringComparison.Ordinal);
        Assert.Equal(
            """
            8: base.level is '0'; expected a number above 0 in plain digits, such as 1234.5.
            29: versions[1].selection.count is '0'; expected a whole number from 1 to 1000000.
            40: versions[1].shares.updates is 'sometimes'; expected one of: at-reviews, at-once, at-once-when-large.
            41: versions[1].shares.atOnceFrom says nothing here; expected 'updates: at-once-when-large' beside it.
            58: review is not a key of a rulebook; did you mean 'reviews'?
            """,
            Faults(text));
    }

    [Fact]
    public void InheritedParts_AreCheckedOnceWhereTheyChange()
    {
        var text = Changed("limit: 20%, trigger: 24%", "limit: 8%") + "\n";
        Assert.Equal("43: versions[1].caps can never hold for 10 names: 10 × 8% is 80%; expected 100% or more.", Faults(text));
    }

    [Fact]
    public void CountOfCompanies_DoesNotBoundTheNumberOfLines() =>
        Assert.Equal("", Faults(Changed("    note: Later.", "    ranking: {figure: market-value, level: company}\n    selection: {count: 4}")));
}
