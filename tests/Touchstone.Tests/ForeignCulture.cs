using System.Globalization;

namespace Touchstone.Tests;

/// <summary>Runs a test as if under another culture. The data of real cultures is not there when globalisation is invariant, so their habits are spelled out.</summary>
public sealed class ForeignCulture : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    private ForeignCulture(CultureInfo culture) => CultureInfo.CurrentCulture = culture;

    /// <summary>The names that <see cref="Enter"/> knows.</summary>
    public static TheoryData<string> Names => ["de-DE", "tr-TR", "zh-CN", "fa-IR"];

    /// <summary>Enters a culture until disposed.</summary>
    public static ForeignCulture Enter(string name)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        var (point, group, minus, date) = name switch
        {
            "de-DE" => (",", ".", "-", "dd.MM.yyyy"),
            "tr-TR" => (",", ".", "-", "d.MM.yyyy"),
            "zh-CN" => (".", ",", "-", "yyyy/M/d"),
            "fa-IR" => ("٫", "٬", "\u200e\u2212", "yyyy/MM/dd"),
            _ => throw new ArgumentException($"'{name}' is not a culture this test knows.", nameof(name)),
        };
        culture.NumberFormat.NumberDecimalSeparator = point;
        culture.NumberFormat.NumberGroupSeparator = group;
        culture.NumberFormat.NegativeSign = minus;
        culture.NumberFormat.PercentDecimalSeparator = point;
        culture.DateTimeFormat.ShortDatePattern = date;
        culture.DateTimeFormat.DateSeparator = ".";
        return new ForeignCulture(culture);
    }

    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
