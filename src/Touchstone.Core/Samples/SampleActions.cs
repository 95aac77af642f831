using System.Collections.Immutable;

namespace Touchstone.Samples;

/// <summary>A dividend or split of the sample.</summary>
/// <param name="Company">The line.</param>
/// <param name="ExDate">The first day without the right; a session.</param>
/// <param name="Kind">cash, special or split.</param>
/// <param name="Ratio">New shares for one old share; 1 for cash.</param>
/// <param name="Cash">USD for one share; 0 for a split.</param>
/// <param name="Note">A remark.</param>
internal sealed record SampleAction(SampleCompany Company, DateOnly ExDate, string Kind, int Ratio, decimal Cash, string Note);

/// <summary>The corporate actions and share issues of the sample, all on given days.</summary>
internal static class SampleActions
{
    /// <summary>The day Windlass splits two for one.</summary>
    public static readonly DateOnly SplitDay = new(2024, 5, 20);

    /// <summary>Placings and cancellations: from that day the company has that many shares, millions, counted before any later split.</summary>
    public static readonly ImmutableArray<(string Code, DateOnly From, int Shares, string Note)> ShareChanges =
    [
        ("LANT", new DateOnly(2023, 9, 18), 1_510, "placing of 60 million shares"),
        ("PELL", new DateOnly(2024, 3, 11), 590, "20 million shares bought back and cancelled"),
    ];

    /// <summary>All actions, by company and day.</summary>
    public static readonly ImmutableArray<SampleAction> All = [.. SampleCompany.All.SelectMany(Of)];

    /// <summary>Shares of a company on a day.</summary>
    public static long SharesOn(SampleCompany company, DateOnly day)
    {
        var millions = ShareChanges.LastOrDefault(change => change.Code == company.Code && change.From <= day) is { Shares: > 0 } changed ? changed.Shares : company.Shares;
        return millions * 1_000_000L * (company.Code == "WIND" && day >= SplitDay ? 2 : 1);
    }

    /// <summary>Earnings for one share over twelve months, as known on a day: grows with each year's results in March.</summary>
    public static decimal EarningsOn(SampleCompany company, DateOnly day)
    {
        var results = day.Year - 2022 + (day.Month >= 4 ? 1 : 0);
        var growth = company.Technology ? 1.09 : 1.03;
        var earnings = company.Price / company.Multiple;
        for (var year = 0; year < results; year++)
        {
            earnings *= growth;
        }

        return Math.Round((decimal)earnings / Halved(company, day), 4);
    }

    /// <summary>Book value for one share on a day.</summary>
    public static decimal BookOn(SampleCompany company, DateOnly day) =>
        Math.Round((decimal)(company.Price / (company.Technology ? 4.5 : 1.2) * (1 + 0.04 * (day.Year - 2022))) / Halved(company, day), 4);

    /// <summary>Dividends for one share over twelve months, as known on a day.</summary>
    public static decimal DividendOn(SampleCompany company, DateOnly day) =>
        Math.Round(Math.Max(0, EarningsOn(company, day)) * (decimal)company.PayOut, 2);

    private static int Halved(SampleCompany company, DateOnly day) => company.Code == "WIND" && day >= SplitDay ? 2 : 1;

    private static IEnumerable<SampleAction> Of(SampleCompany company)
    {
        var actions = new List<SampleAction>();
        for (var year = 2022; year <= 2024; year++)
        {
            AddCash(new DateOnly(year, 5, 12), 0.6m, "final dividend");
            AddCash(new DateOnly(year, 9, 21), 0.4m, "interim dividend");
        }

        if (company.Code == "WIND")
        {
            actions.Add(new SampleAction(company, SplitDay, "split", 2, 0, "two new shares for one old share"));
        }

        if (company.Code == "COBB")
        {
            actions.Add(new SampleAction(company, SampleCalendar.Sessions[SampleCalendar.IndexOnOrBefore(new DateOnly(2024, 11, 14))], "special", 1, 0.25m, "special dividend"));
        }

        return actions.OrderBy(action => action.ExDate);

        void AddCash(DateOnly day, decimal part, string note)
        {
            var exDate = SampleCalendar.Sessions[SampleCalendar.IndexOnOrBefore(day)];
            var cash = Math.Round(DividendOn(company, exDate) * part, 2);
            if (cash > 0 && exDate > company.Listed)
            {
                actions.Add(new SampleAction(company, exDate, "cash", 1, cash, note));
            }
        }
    }
}
