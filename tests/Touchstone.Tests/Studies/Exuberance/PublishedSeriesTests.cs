using System.Globalization;
using Touchstone.Studies;

namespace Touchstone.Tests.Studies;

/// <summary>Published results on a series that may not come with the library: docs/methodology/exuberance.md says where to get it.</summary>
public class PublishedSeriesTests
{
    /// <summary>
    /// S&amp;P 500 real price–dividend ratio of the R package MultipleBubbles (sp_data, 1,683 months from 1871), by R exuber 1.1.0 with windows
    /// of 90 rows; Phillips, Shi and Yu (2015) print SADF 3.44 and GSADF 4.21.
    /// </summary>
    [PublishedSeriesFact]
    public void PriceDividendRatio_GivesThePublishedStatistics()
    {
        var series = File.ReadLines(PublishedSeriesFactAttribute.Path!)
            .Select(line => line.Split(',', ';', '\t')[^1].Trim())
            .Where(cell => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            .Select(cell => double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture))
            .ToArray();

        var result = Exuberance.Test(series).Value;

        Assert.Equal((1683, 90), (result.Points, result.MinimumRegressionRows));
        Assert.Equal(-1.12036282530751, result.Adf, 1e-8);
        Assert.Equal(3.44324310022223, result.Sadf, 1e-8);
        Assert.Equal(4.2068738937574, result.Gsadf, 1e-8);
        Assert.Equal(1543 - 1, result.GsadfEnd);
        Assert.Equal(1556 - 1, result.SadfEnd);
        Assert.Equal((1.5772, 3.1709), Rounded(Exuberance.Test(series, new ExuberanceOptions { Lag = 1 }).Value));
        Assert.Equal((2.1620, 3.8782), Rounded(Exuberance.Test(series, new ExuberanceOptions { Lag = 3 }).Value));
    }

    private static (double Sadf, double Gsadf) Rounded(ExuberanceResult result) => (Math.Round(result.Sadf, 4), Math.Round(result.Gsadf, 4));
}

/// <summary>A test that needs the series; skipped, with the reason, where TOUCHSTONE_SP500_PRICE_DIVIDEND names no file.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublishedSeriesFactAttribute : FactAttribute
{
    public PublishedSeriesFactAttribute() => Skip = string.IsNullOrEmpty(Path)
        ? "TOUCHSTONE_SP500_PRICE_DIVIDEND is not set; it names a file with the 1,683 values of sp_data, one a line (docs/methodology/exuberance.md)."
        : null;

    public static string? Path => Environment.GetEnvironmentVariable("TOUCHSTONE_SP500_PRICE_DIVIDEND");
}
