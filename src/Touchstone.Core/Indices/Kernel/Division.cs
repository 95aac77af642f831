using System.Numerics;

namespace Touchstone.Indices;

/// <summary>Division of many numbers by one.</summary>
internal static class Division
{
    /// <summary>Divides each number; correctly rounded, whatever the width of a register.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="divisor">What they are divided by.</param>
    /// <param name="quotients">The quotients, as many.</param>
    public static void Of(ReadOnlySpan<double> values, double divisor, Span<double> quotients)
    {
        var (by, i) = (new Vector<double>(divisor), 0);
        for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            (new Vector<double>(values[i..]) / by).CopyTo(quotients[i..]);
        }

        for (; i < values.Length; i++)
        {
            quotients[i] = values[i] / divisor;
        }
    }
}
