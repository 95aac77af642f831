using System.Collections.Immutable;

namespace Touchstone.Samples;

/// <summary>A fictional company of the Harbour Exchange.</summary>
/// <param name="Code">The local code.</param>
/// <param name="Name">The full name.</param>
/// <param name="Short">The name that articles use.</param>
/// <param name="Technology">Whether it belongs to the Harbour Tech Index.</param>
/// <param name="Price">The first price, USD.</param>
/// <param name="Shares">Shares at the start, millions.</param>
/// <param name="Float">The free-float fraction.</param>
/// <param name="Beta">How far it moves with the market.</param>
/// <param name="Wobble">Daily deviation of its own moves, percent.</param>
/// <param name="Multiple">Price over earnings at the start; negative for a loss maker.</param>
/// <param name="PayOut">Dividends as a fraction of earnings.</param>
/// <param name="Listed">The first day of trading.</param>
internal sealed record SampleCompany(
    string Code,
    string Name,
    string Short,
    bool Technology,
    double Price,
    int Shares,
    decimal Float,
    double Beta,
    double Wobble,
    double Multiple,
    double PayOut,
    DateOnly Listed)
{
    public static readonly ImmutableArray<SampleCompany> All =
    [
        new("QUAY", "Quayside Semiconductor Corp", "Quayside", true, 88.5, 620, 0.85m, 1.25, 1.3, 24, 0.2, SampleCalendar.First),
        new("LANT", "Lanternfish Labs Inc", "Lanternfish", true, 26.4, 1_450, 0.70m, 1.35, 1.6, 31, 0, SampleCalendar.First),
        new("BRIN", "Brinewell Software Inc", "Brinewell", true, 54.2, 480, 0.90m, 1.15, 1.3, 27, 0.1, SampleCalendar.First),
        new("TIDE", "Tidewrack Games Ltd", "Tidewrack", true, 17.9, 730, 0.60m, 1.10, 1.5, 19, 0.15, SampleCalendar.First),
        new("SALT", "Saltmarsh Robotics Ltd", "Saltmarsh", true, 12.6, 540, 0.55m, 1.40, 1.8, -40, 0, new DateOnly(2023, 3, 15)),
        new("COBB", "Cobblegate Bank plc", "Cobblegate", false, 7.85, 5_200, 0.80m, 0.90, 0.9, 7, 0.5, SampleCalendar.First),
        new("FERR", "Ferrymoor Shipping plc", "Ferrymoor", false, 21.3, 890, 0.65m, 0.95, 1.4, 8, 0.35, SampleCalendar.First),
        new("GULL", "Gullstone Energy plc", "Gullstone", false, 33.1, 1_120, 0.75m, 0.85, 1.2, 9, 0.55, SampleCalendar.First),
        new("HARR", "Harrowmead Foods plc", "Harrowmead", false, 64.6, 350, 0.90m, 0.65, 0.8, 16, 0.6, SampleCalendar.First),
        new("PELL", "Pellbrook Insurance plc", "Pellbrook", false, 41.7, 610, 0.95m, 0.90, 0.9, 11, 0.45, SampleCalendar.First),
        new("WIND", "Windlass Motors Corp", "Windlass", false, 148.2, 210, 0.80m, 1.10, 1.3, 12, 0.3, SampleCalendar.First),
        new("OYST", "Oystergate Property plc", "Oystergate", false, 4.36, 3_900, 0.70m, 1.05, 1.1, 10, 0.5, SampleCalendar.First),
    ];

    /// <summary>The canonical id.</summary>
    public string Id => $"{SampleCalendar.Mic}:{Code}";

    /// <summary>The company of a code.</summary>
    public static SampleCompany Of(string code) => All.Single(company => company.Code == code);
}
