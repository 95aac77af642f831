using Touchstone.Studies;

namespace Touchstone.Tests.Studies;

/// <summary>
/// The shared vectors. Provenance: values by a plain-matrix reference script in R 4.2.2, cross-checked against the packages estudy2 0.10.0 (common date) and
/// EventStudy 0.50.0 (staggered dates); which numbers each package confirms stands in the files.
/// </summary>
public class EventVectorTests
{
    private const double Precision = 1e-10;

    private static readonly Dictionary<string, EventTest> CommonDays = new()
    {
        ["t_cs"] = EventTest.CrossSectional,
        ["bw80_sd_n1"] = EventTest.BrownWarnerIndependence,
        ["bw85_sd_n1"] = EventTest.BrownWarnerCrudeDependence,
        ["lamb_sd_n1"] = EventTest.Lamb,
        ["patell"] = EventTest.Patell,
        ["bmp"] = EventTest.BoehmerMusumeciPoulsen,
        ["kp_bmp"] = EventTest.AdjustedBoehmerMusumeciPoulsen,
        ["kp_patell"] = EventTest.AdjustedPatell,
        ["sign"] = EventTest.Sign,
        ["gsign"] = EventTest.GeneralisedSign,
        ["rank"] = EventTest.CorradoRank,
        ["rank_cz"] = EventTest.CorradoZivneyRank,
        ["sign_cz"] = EventTest.CorradoZivneySign,
        ["wilcoxon_z"] = EventTest.Wilcoxon,
        ["grank_day_t"] = EventTest.GrankT,
        ["grank_day_z"] = EventTest.GrankZ,
        ["skew_t_day"] = EventTest.SkewnessAdjusted,
    };

    private static readonly Dictionary<string, EventTest> CommonWindows = new()
    {
        ["t_cs_car"] = EventTest.CrossSectional,
        ["bw85_car_sd_n1"] = EventTest.BrownWarnerCrudeDependence,
        ["patell_car_simple"] = EventTest.PatellSimple,
        ["patell_car_exact"] = EventTest.Patell,
        ["bmp_car"] = EventTest.BoehmerMusumeciPoulsen,
        ["kp_bmp_car"] = EventTest.AdjustedBoehmerMusumeciPoulsen,
        ["kp_patell_car"] = EventTest.AdjustedPatell,
        ["gsign_car"] = EventTest.GeneralisedSign,
        ["rank_car"] = EventTest.CorradoRank,
    };

    private static readonly Dictionary<string, EventTest> StaggeredDays = new()
    {
        ["t_cs"] = EventTest.CrossSectional,
        ["patell"] = EventTest.Patell,
        ["bmp"] = EventTest.BoehmerMusumeciPoulsen,
        ["kp_bmp_calendar"] = EventTest.AdjustedBoehmerMusumeciPoulsen,
        ["rank"] = EventTest.CorradoRank,
        ["gsign"] = EventTest.GeneralisedSign,
        ["sign"] = EventTest.Sign,
    };

    private static readonly Dictionary<string, EventTest> StaggeredWindows = new()
    {
        ["t_cs_car"] = EventTest.CrossSectional,
        ["patell_car_simple"] = EventTest.PatellSimple,
        ["patell_car_exact"] = EventTest.Patell,
        ["bmp_car"] = EventTest.BoehmerMusumeciPoulsen,
        ["rank_car"] = EventTest.CorradoRank,
    };

    public static TheoryData<string> CommonDayKeys => [.. CommonDays.Keys];

    public static TheoryData<string> CommonWindowKeys => [.. CommonWindows.Keys];

    public static TheoryData<string> StaggeredDayKeys => [.. StaggeredDays.Keys];

    public static TheoryData<string> StaggeredWindowKeys => [.. StaggeredWindows.Keys];

    [SharedTheory]
    [MemberData(nameof(CommonDayKeys))]
    public void CommonDate_DaysAgree(string key)
    {
        var vectors = EventVectors.Common();
        Agree.Within(Precision, vectors.Numbers(key), Statistics(Run(vectors).Sample.Days, CommonDays[key]), key);
    }

    [SharedTheory]
    [MemberData(nameof(CommonWindowKeys))]
    public void CommonDate_WindowsAgree(string key)
    {
        var vectors = EventVectors.Common();
        Agree.Within(Precision, vectors.Numbers(key), Statistics(Run(vectors).Sample.Windows, CommonWindows[key]), key);
    }

    [SharedTheory]
    [MemberData(nameof(StaggeredDayKeys))]
    public void Staggered_DaysAgree(string key)
    {
        var vectors = EventVectors.Staggered();
        Agree.Within(Precision, vectors.Numbers(key), Statistics(Run(vectors).Sample.Days, StaggeredDays[key]), key);
    }

    [SharedTheory]
    [MemberData(nameof(StaggeredWindowKeys))]
    public void Staggered_WindowsAgree(string key)
    {
        var vectors = EventVectors.Staggered();
        Agree.Within(Precision, vectors.Numbers(key), Statistics(Run(vectors).Sample.Windows, StaggeredWindows[key]), key);
    }

    [SharedFact]
    public void CommonDate_FitsAndAveragesAgree()
    {
        var vectors = EventVectors.Common();
        var result = Run(vectors);
        Agree.Within(Precision, vectors.Numbers("alpha"), result.Events.Select(item => item.Coefficients[0]), "alpha");
        Agree.Within(Precision, vectors.Numbers("beta"), result.Events.Select(item => item.Coefficients[1]), "beta");
        Agree.Within(Precision, vectors.Numbers("sigma"), result.Events.Select(item => item.Deviation), "sigma");
        Agree.Within(Precision, vectors.Numbers("AAR"), result.Sample.Days.Select(day => day.Average!.Value), "AAR");
        Agree.Within(Precision, vectors.Numbers("CAAR"), result.Sample.Windows.Select(window => window.Average!.Value), "CAAR");
        Agree.Within(Precision, vectors.Number("rbar"), result.Sample.EventTimeCorrelation!.Value, "rbar");
        Agree.Within(Precision, vectors.Number("rbar"), result.Sample.CalendarCorrelation!.Value, "rbar by calendar");
        Agree.Within(Precision, vectors.Number("p_hat"), result.Sample.PositiveShare, "p_hat");
        Agree.Within(Precision, vectors.Numbers("n_pos"), result.Sample.Days.Select(day => (double)day.Positive), "n_pos");
    }

    [SharedFact]
    public void CommonDate_SingleEventsAgree()
    {
        var vectors = EventVectors.Common();
        var events = Run(vectors).Events;
        var full = new EventWindow(-10, 10);
        Agree.Within(Precision, vectors.Numbers("CAR_full"), events.Select(item => item.Over(full).Value.Value), "CAR_full");
        Agree.Within(Precision, vectors.Numbers("car_t_fc"), events.Select(item => item.Over(full).Value.Standardised), "car_t_fc");
        Agree.Within(Precision, vectors.Numbers("car_t_simple"), events.Select(item => item.Over(full).Value.Value / item.Deviation / Math.Sqrt(21)), "car_t_simple");
        Agree.Within(Precision, vectors.Table("ar_t_fc").SelectMany(row => row), Enumerable.Range(0, 21).SelectMany(day => events.Select(item => item.Days[day].Standardised)), "ar_t_fc");
        Agree.Within(Precision, vectors.Table("ar_t").SelectMany(row => row), Enumerable.Range(0, 21).SelectMany(day => events.Select(item => item.Days[day].Value / item.Deviation)), "ar_t");
        Assert.All(events, item => Assert.Equal(NullLaw.StudentT(118), item.Days[0].Law));
    }

    [SharedFact]
    public void CommonDate_GeneralisedRanksOfTheWindowAgree()
    {
        var vectors = EventVectors.Common();
        var window = Run(vectors).Sample.Windows[^1];
        var (t, z) = (window.Of(EventTest.GrankT).Value, window.Of(EventTest.GrankZ).Value);
        Agree.Within(Precision, vectors.Number("grank_car.t"), t.Statistic, "t");
        Agree.Within(Precision, vectors.Number("grank_car.mean_U0"), t.Estimate, "mean U0");
        Agree.Within(Precision, vectors.Number("grank_car.zgrank"), z.Statistic, "z");
        Assert.Equal(NullLaw.StudentT(vectors.Number("grank_car.df")), t.Law);
        Agree.Within(Precision, vectors.Number("skew_t_car"), window.Of(EventTest.SkewnessAdjusted).Value.Statistic, "skewness");
    }

    [SharedFact]
    public void CommonDate_WilcoxonSumsAgree()
    {
        var vectors = EventVectors.Common();
        var sums = Run(vectors).Sample.Days.Select(day => day.Of(EventTest.Wilcoxon).Value.Estimate + (12 * 13 / 4.0));
        Agree.Within(Precision, vectors.Numbers("wilcoxon_Wplus"), sums, "W+");
    }

    [SharedFact]
    public void Staggered_FitsAndCorrelationsAgree()
    {
        var vectors = EventVectors.Staggered();
        var result = Run(vectors);
        Agree.Within(Precision, vectors.Numbers("alpha"), result.Events.Select(item => item.Coefficients[0]), "alpha");
        Agree.Within(Precision, vectors.Numbers("beta"), result.Events.Select(item => item.Coefficients[1]), "beta");
        Agree.Within(Precision, vectors.Numbers("sigma"), result.Events.Select(item => item.Deviation), "sigma");
        Agree.Within(Precision, vectors.Numbers("AAR"), result.Sample.Days.Select(day => day.Average!.Value), "AAR");
        Agree.Within(Precision, vectors.Number("rbar_event_time"), result.Sample.EventTimeCorrelation!.Value, "event time");
        Agree.Within(Precision, vectors.Number("rbar_calendar_time"), result.Sample.CalendarCorrelation!.Value, "calendar time");
        Agree.Within(Precision, vectors.Number("p_hat"), result.Sample.PositiveShare, "p_hat");
        Agree.Within(Precision, vectors.Number("grank_t_full_window"), result.Sample.Windows[^1].Of(EventTest.GrankT).Value.Statistic, "grank t");
        Agree.Within(Precision, vectors.Number("grank_z_full_window"), result.Sample.Windows[^1].Of(EventTest.GrankZ).Value.Statistic, "grank z");
    }

    [SharedFact]
    public void Staggered_EventTimeCorrelationEntersWhenAsked()
    {
        var vectors = EventVectors.Staggered();
        var result = EventStudy.Run(vectors.Panel, new EventStudyOptions { Correlation = ResidualDays.EventTime }).Value;
        Agree.Within(Precision, vectors.Numbers("kp_bmp_event"), Statistics(result.Sample.Days, EventTest.AdjustedBoehmerMusumeciPoulsen), "kp_bmp_event");
    }

    [SharedTheory]
    [InlineData(ReturnModel.ScholesWilliams, "beta_scholes_williams")]
    [InlineData(ReturnModel.Dimson, "beta_dimson_1_1")]
    public void Staggered_SlopesForThinTradingAgree(ReturnModel model, string key)
    {
        var vectors = EventVectors.Staggered();
        var result = EventStudy.Run(vectors.Panel, new EventStudyOptions { Model = model }).Value;
        Agree.Within(Precision, vectors.Numbers(key), result.Events.Select(item => item.MarketSlope!.Value), key);
    }

    private static EventStudyResult Run(EventVectors vectors) =>
        EventStudy.Run(vectors.Panel, new EventStudyOptions { Windows = EventWindow.Path(-10, 10) }).Value;

    private static IEnumerable<double> Statistics(IEnumerable<WindowResult> windows, EventTest test) => windows.Select(window => window.Of(test).Value.Statistic);
}
