using System.Collections.Frozen;

namespace Touchstone.Claims;

/// <summary>What moves in market news besides a package's instruments, so that its numbers are not given to them.</summary>
internal static class Outsiders
{
    /// <summary>Names of well-known indices by their first words.</summary>
    private static readonly FrozenSet<string> Indices = new[]
    {
        "nikkei", "topix", "ftse", "dax", "cac", "stoxx", "kospi", "kosdaq", "asx", "sensex", "nifty", "taiex", "russell", "ibex", "bovespa", "ibovespa", "tsx", "msci", "tecdax", "mdax", "sdax", "aex", "smi", "omx", "set", "jci", "klci", "psei", "sti", "kse", "wig", "bist", "nyse", "sox",
        "s&p", "nasdaq", "dow", "csi", "hang",
    }.ToFrozenSet();

    /// <summary>Goods, currencies and rates.</summary>
    private static readonly FrozenSet<string> Goods = new[]
    {
        "oil", "crude", "brent", "wti", "gold", "silver", "copper", "bitcoin", "ether", "ethereum", "cryptocurrency", "dollar", "greenback", "euro", "yen", "sterling", "pound", "renminbi", "yuan", "treasuries", "bonds", "bond", "gilts", "yields", "yield", "futures", "gas", "iron", "commodities", "currency", "rupee", "won", "franc", "lira", "ore", "wheat", "lithium", "uranium", "coal",
    }.ToFrozenSet();

    /// <summary>Figures of a company or an economy that are not prices of stocks.</summary>
    private static readonly FrozenSet<string> Figures = new[]
    {
        "revenue", "revenues", "sales", "profit", "profits", "earnings", "income", "exports", "imports", "output", "production", "gdp", "economy", "inflation", "cpi", "ppi", "deliveries", "shipments", "orders", "bookings", "spending", "deposits", "loans", "margin", "margins", "guidance", "dividend", "dividends", "subscribers", "users", "investment", "investments", "rents", "unemployment", "wages", "payrolls", "growth", "deflator", "prices", "price", "costs", "expenses", "losses", "headcount", "workforce", "jobs", "claims", "tariff", "tariffs", "rate", "rates", "probability", "odds", "chance", "stake", "sentiment", "confidence", "pmi", "holdings", "assets", "aum", "eps", "volume", "volumes", "turnover", "consumption", "demand", "supply", "tax", "duty", "duties", "penetration", "capacity", "traffic", "visitors", "outlays", "capex", "borrowing", "balance", "inflows", "outflows", "traders", "respondents", "economists", "voters",
    }.ToFrozenSet();

    /// <summary>Words whose next bare number belongs to the name: <c>Boeing 737</c>, <c>iPhone 16</c>.</summary>
    private static readonly FrozenSet<string> Numbered = new[]
    {
        "iphone", "boeing", "airbus", "windows", "model", "series", "chapter", "article", "section", "phase", "level", "tier", "form", "rule", "class", "type", "round", "covid", "gpt", "llama", "claude", "gemini", "galaxy", "xbox", "playstation", "fortune", "formula", "route", "highway", "catch", "version", "vision", "agenda", "figure", "table", "page", "note", "part", "step", "grade", "stage", "group", "mate", "nova", "falcon", "apollo", "area", "pixel", "top", "magnificent", "euro", "cop", "basel", "ipad", "watch", "mi", "su", "gen", "qwen", "kimi", "ernie", "rtx", "web", "industry", "flight", "studio", "number", "no", "sars", "brexit", "big",
    }.ToFrozenSet();

    public static bool IsIndex(Token token) => Indices.Contains(token.Lower) && token.IsCapitalised;

    public static bool IsGood(string lower) => Goods.Contains(lower);

    public static bool IsFigure(string lower) => Figures.Contains(lower);

    public static bool TakesNumber(Token token) => Numbered.Contains(token.Lower) && (token.IsCapitalised || char.IsLower(token.Text[0]) && token.Text.Any(char.IsUpper));
}
