using System.Collections.Immutable;

namespace Touchstone.Samples;

/// <summary>A fictional company of the Growth Board of the Harbour Exchange.</summary>
/// <param name="Code">The local code.</param>
/// <param name="Name">The full name.</param>
/// <param name="Industry">Its industry.</param>
/// <param name="Theme">Its theme, or empty.</param>
/// <param name="Price">The first price, USD; 0 for a company that another hands out.</param>
/// <param name="Millions">Shares at the start, millions; 0 for a company that another hands out.</param>
/// <param name="Float">The free-float fraction at the start.</param>
/// <param name="Beta">How far it moves with the market.</param>
/// <param name="Traded">The part of its shares that changes hands on a usual day.</param>
/// <param name="Listed">The first day of trading.</param>
internal sealed record GrowthCompany(
    string Code, string Name, string Industry, string Theme, double Price, int Millions, decimal Float, double Beta, double Traded, DateOnly Listed)
{
    /// <summary>The day on which the Growth Board opened, a session.</summary>
    public static readonly DateOnly BoardOpens = new(2023, 7, 3);

    private const string Automation = "automation";
    private const string CleanPower = "clean-power";
    private const string Digital = "digital-services";

    /// <summary>All companies; one that buys or hands out another stands before it.</summary>
    public static readonly ImmutableArray<GrowthCompany> All =
    [
        Old("AMBM", "Ambermere Biotech Ltd", "Health Care", "", 52, 167, 0.60m, 1.05),
        Old("BELB", "Bellbuoy Sensors Ltd", "Industrials", Automation, 96, 52, 0.72m, 1.10),
        Old("CRNW", "Cranewharf Logistics plc", "Industrials", Automation, 31, 200, 0.50m, 0.95),
        Old("DUNL", "Dunelight Solar plc", "Utilities", CleanPower, 14.4, 240, 0.66m, 1.00),
        Old("EELG", "Eelgrass Genomics Ltd", "Health Care", "", 38, 50, 0.84m, 1.05),
        Old("FENS", "Fennsluice Water plc", "Utilities", CleanPower, 22, 85, 0.78m, 0.90),
        Old("GRNL", "Granlock Cyber Ltd", "Technology", Digital, 12, 134, 0.58m, 1.10),
        Old("HRWK", "Heronwick Devices Ltd", "Health Care", "", 6.2, 250, 0.35m, 0.95),
        Old("INGC", "Inglecove Payments Ltd", "Financials", Digital, 9.6, 250, 0.45m, 1.00),
        Old("JETM", "Jettymoor Drones Ltd", "Technology", Automation, 11, 46, 0.92m, 1.10),
        Old("KELW", "Kelpwright Batteries plc", "Industrials", CleanPower, 18, 32, 0.62m, 1.00),
        Old("LRKS", "Larkspit Storage plc", "Utilities", CleanPower, 0.77, 1_430, 0.69m, 0.95),
        Old("MRLS", "Marlstrand Media Ltd", "Consumer Services", Digital, 7.5, 86, 0.48m, 1.00),
        Old("NTTL", "Nettlequay Data Ltd", "Technology", Digital, 5.2, 48, 0.88m, 1.05),
        Old("OSRB", "Osierbank Clinics plc", "Health Care", "", 27, 105, 0.55m, 0.90),
        Old("PLVT", "Ploverton Estates plc", "Real Estate", "", 16, 156, 0.80m, 0.95),
        Old("RZRS", "Razorshell Robotics Ltd", "Technology", Automation, 45, 53, 0.12m, 1.00) with { Traded = 0.00002 },
        Old("SKRC", "Skerrycroft Turbines plc", "Industrials", CleanPower, 24, 88, 0.85m, 1.00) with { Listed = new DateOnly(2024, 4, 22) },
        Old("TRNF", "Ternfield Diagnostics Ltd", "Health Care", "", 0, 0, 0.90m, 1.05) with { Listed = GrowthScript.FirstSpinOff },
        Old("URCS", "Urchinsby Lending Ltd", "Financials", Digital, 0, 0, 0.50m, 1.00) with { Listed = GrowthScript.SecondSpinOff },
        Old("VNSM", "Vanesmoor Mobility plc", "Technology", Automation, 40, 300, 0.135m, 1.05) with { Listed = new DateOnly(2024, 8, 5) },
    ];

    /// <summary>The canonical id.</summary>
    public string Id => $"{SampleCalendar.Mic}:{Code}";

    /// <summary>The name that articles would use.</summary>
    public string Short => Name[..Name.IndexOf(' ', StringComparison.Ordinal)];

    /// <summary>The company of a code.</summary>
    public static GrowthCompany Of(string code) => All.Single(company => company.Code == code);

    private static GrowthCompany Old(string code, string name, string industry, string theme, double price, int millions, decimal free, double beta) =>
        new(code, name, industry, theme, price, millions, free, beta, 0.003, BoardOpens);
}
