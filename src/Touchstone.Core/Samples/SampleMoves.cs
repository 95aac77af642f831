namespace Touchstone.Samples;

/// <summary>The shape of the sample's history: two poor years, a slow recovery, and the rally that the article is about.</summary>
internal static class SampleMoves
{
    /// <summary>The day the event of the sample happens: a language model is released.</summary>
    public static readonly DateOnly EventDay = new(2025, 1, 20);

    private static readonly DateOnly ReliefMonday = new(2022, 3, 14);
    private static readonly double[] ReliefWeek = [0.012, 0.021, 0.034, 0.015, 0.009];
    private static readonly DateOnly LastMonday = new(2025, 2, 24);
    private static readonly double[] LastWeek = [0.006, 0.009, 0.007, 0.010, 0.016];

    /// <summary>The daily moves of the market and of technology over it, as fractions.</summary>
    public static (double Market, double Technology)[] Draw(SampleRandom random)
    {
        var sessions = SampleCalendar.Sessions;
        var moves = new (double, double)[sessions.Length];
        for (var session = 1; session < sessions.Length; session++)
        {
            var day = sessions[session];
            moves[session] = Given(day) is { } given
                ? (given + 0.001 * random.Normal(), 0.005 + 0.001 * random.Normal())
                : (Drift(day) + Deviation(day) * random.Normal(), (day > EventDay ? 0.0028 : 0) + 0.005 * random.Normal());
        }

        return moves;
    }

    /// <summary>What moves a single company beyond chance: a peak in shipping, a bad Friday in energy, a good one for the rally's leader.</summary>
    public static double OwnMove(SampleCompany company, DateOnly day) => company.Code switch
    {
        "FERR" when day < new DateOnly(2022, 8, 1) => 0.0045,
        "FERR" when day < new DateOnly(2024, 1, 1) => -0.0015,
        "GULL" when day == SampleCalendar.Last => -0.040,
        "LANT" when day == SampleCalendar.Last => 0.022,
        "LANT" or "QUAY" or "BRIN" when day >= EventDay => 0.002,
        _ => 0,
    };

    private static double? Given(DateOnly day) =>
        InWeek(day, ReliefMonday) ? ReliefWeek[day.DayNumber - ReliefMonday.DayNumber]
        : InWeek(day, LastMonday) ? LastWeek[day.DayNumber - LastMonday.DayNumber]
        : null;

    private static bool InWeek(DateOnly day, DateOnly monday) => day >= monday && day <= monday.AddDays(4);

    private static double Drift(DateOnly day) => day.Year switch
    {
        2022 => -0.0007,
        2023 => -0.0001,
        2024 => 0.0003,
        _ => day.Month == 1 ? 0.0008 : 0.0016,
    };

    private static double Deviation(DateOnly day) => day.Year switch
    {
        2022 => 0.0095,
        2023 => 0.0065,
        2024 => 0.0060,
        _ => 0.0050,
    };
}
