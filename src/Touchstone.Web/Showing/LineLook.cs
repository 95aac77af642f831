using System.Collections.Immutable;
using Touchstone.Charts;

namespace Touchstone.Web.Showing;

/// <summary>How lines of one chart are told apart: by colour and by dashes.</summary>
internal static class LineLook
{
    private static readonly ImmutableArray<(ChartTone Tone, bool IsDashed)> Looks =
    [
        (ChartTone.Main, false), (ChartTone.Second, false), (ChartTone.Falling, false), (ChartTone.Rising, false), (ChartTone.Quiet, false), (ChartTone.Second, true), (ChartTone.Rising, true), (ChartTone.Quiet, true),
    ];

    /// <summary>How many lines can be told apart.</summary>
    public static int Most => Looks.Length;

    /// <summary>A line as the one of a place in its chart.</summary>
    /// <param name="place">The place from 0, below <see cref="Most"/>.</param>
    /// <param name="name">Its name.</param>
    /// <param name="values">Its numbers.</param>
    public static ChartLine Of(int place, string name, ImmutableArray<double?> values) => new(name, values, Looks[place].Tone, Looks[place].IsDashed);
}
