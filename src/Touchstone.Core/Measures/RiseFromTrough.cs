using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>The rise from the trough of the last fall of a fifth: the measure behind "bull market".</summary>
internal static class RiseFromTrough
{
    /// <summary>A fall to this part of a peak ends the search for the trough.</summary>
    private const double BearMarket = 0.8;

    private static readonly Parameter Lookback = Parameter.Window.Optional("all");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "rise-from-trough",
        Question = "How far has it risen from its last trough? Twenty percent is called a bull market.",
        Family = "price",
        Arguments = [Parameter.Subject, Lookback],
        Unit = "percent, zero or positive",
        Roles = ["prices", "actions", "events"],
        Formula = "close(as-of) / close(trough) - 1; trough = lowest close since the latest close from which it then fell by 20% or more",
        Source = "The twenty-percent rule of Lunde and Timmermann, \"Duration dependence in stock prices\", Journal of Business and Economic Statistics 22(3), 2004.",
        Words = ["bull market", "from its low", "rebounded", "off the trough"],
        Example = "rise-from-trough(HARB)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        var window = call.Window(Lookback, subject);
        if (PriceLine.Find(subject, PriceField.Close, out var line) is { } none)
        {
            return none;
        }

        return new Bound(Unit.Percent, (asOf, working) =>
        {
            if (line.Inside(window, asOf, true, working, out var first, out var last) is { } problem)
            {
                return problem;
            }

            var trough = last;
            var peak = last - 1;
            while (peak >= first && line.Values[trough] > line.Values[peak] * BearMarket)
            {
                if (line.Values[peak] < line.Values[trough])
                {
                    trough = peak;
                }

                peak--;
            }

            var value = ((line.Values[last] / line.Values[trough]) - 1) * 100;
            if (working is not null)
            {
                working.Input(line.InputAt(trough));
                working.Input(line.InputAt(last));
                line.ExplainSplit(working, trough, last);
                working.Convention(peak >= first
                    ? $"From the close of {line.DateAt(peak):yyyy-MM-dd} it fell by 20% or more; the lowest close since is that of {line.DateAt(trough):yyyy-MM-dd}."
                    : $"No fall of 20% lies inside the window; its lowest close is that of {line.DateAt(trough):yyyy-MM-dd}.");
                working.Step("rise", $"{WorkingBuilder.Text(line.Stored(last))} / {WorkingBuilder.Text(line.InTermsOf(last, line.Values[trough]))} - 1", value, Unit.Percent);
            }

            return value;
        });
    }
}
