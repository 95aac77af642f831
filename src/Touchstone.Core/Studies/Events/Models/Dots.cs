using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Touchstone.Studies;

/// <summary>Sums over columns in a fixed order of addition, so that every machine gives the same bits: sixteen running sums, joined at the end.</summary>
internal static class Dots
{
    /// <summary>The sum of products; both columns equally long.</summary>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var (first, second, third, fourth) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right[..left.Length]);
        var i = 0;
        for (; i <= left.Length - 16; i += 16)
        {
            var at = (nuint)i;
            first += Vector256.LoadUnsafe(ref a, at) * Vector256.LoadUnsafe(ref b, at);
            second += Vector256.LoadUnsafe(ref a, at + 4) * Vector256.LoadUnsafe(ref b, at + 4);
            third += Vector256.LoadUnsafe(ref a, at + 8) * Vector256.LoadUnsafe(ref b, at + 8);
            fourth += Vector256.LoadUnsafe(ref a, at + 12) * Vector256.LoadUnsafe(ref b, at + 12);
        }

        var sum = Vector256.Sum(first + second + (third + fourth));
        for (; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    /// <summary>The sum.</summary>
    public static double Sum(ReadOnlySpan<double> values)
    {
        var (first, second, third, fourth) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        ref var a = ref MemoryMarshal.GetReference(values);
        var i = 0;
        for (; i <= values.Length - 16; i += 16)
        {
            var at = (nuint)i;
            first += Vector256.LoadUnsafe(ref a, at);
            second += Vector256.LoadUnsafe(ref a, at + 4);
            third += Vector256.LoadUnsafe(ref a, at + 8);
            fourth += Vector256.LoadUnsafe(ref a, at + 12);
        }

        var sum = Vector256.Sum(first + second + (third + fourth));
        for (; i < values.Length; i++)
        {
            sum += values[i];
        }

        return sum;
    }

    /// <summary>Adds a multiple of one column to another, equally long.</summary>
    public static void Add(double multiple, ReadOnlySpan<double> from, Span<double> to)
    {
        var factor = Vector256.Create(multiple);
        ref var a = ref MemoryMarshal.GetReference(from);
        ref var b = ref MemoryMarshal.GetReference(to[..from.Length]);
        var i = 0;
        for (; i <= from.Length - 4; i += 4)
        {
            (Vector256.LoadUnsafe(ref b, (nuint)i) + (factor * Vector256.LoadUnsafe(ref a, (nuint)i))).StoreUnsafe(ref b, (nuint)i);
        }

        for (; i < from.Length; i++)
        {
            to[i] += multiple * from[i];
        }
    }
}
