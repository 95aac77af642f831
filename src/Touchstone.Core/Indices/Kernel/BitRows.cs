using System.Numerics;
using System.Runtime.InteropServices;

namespace Touchstone.Indices;

/// <summary>Rows of bits, one for each stock, in words of 64 that fill whole registers.</summary>
internal static class BitRows
{
    private const int Multiple = 8;

    /// <summary>How many words hold one bit for each stock.</summary>
    /// <param name="stocks">How many stocks there are.</param>
    public static int WordsOf(int stocks) => (((stocks + 63) / 64) + Multiple - 1) / Multiple * Multiple;

    /// <summary>Sets what another row has.</summary>
    /// <param name="bits">The row.</param>
    /// <param name="other">The other; as long.</param>
    public static void Or(Span<ulong> bits, ReadOnlySpan<ulong> other)
    {
        var words = Wide(bits);
        var others = Wide(other)[..words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] |= others[i];
        }
    }

    /// <summary>Keeps what another row has.</summary>
    /// <param name="bits">The row.</param>
    /// <param name="other">The other; as long.</param>
    public static void And(Span<ulong> bits, ReadOnlySpan<ulong> other)
    {
        var words = Wide(bits);
        var others = Wide(other)[..words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] &= others[i];
        }
    }

    /// <summary>Keeps what another row has not.</summary>
    /// <param name="bits">The row.</param>
    /// <param name="other">The other; as long.</param>
    public static void AndNot(Span<ulong> bits, ReadOnlySpan<ulong> other)
    {
        var words = Wide(bits);
        var others = Wide(other)[..words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = Vector.AndNot(words[i], others[i]);
        }
    }

    private static Span<Vector<ulong>> Wide(Span<ulong> bits) => MemoryMarshal.Cast<ulong, Vector<ulong>>(bits);

    private static ReadOnlySpan<Vector<ulong>> Wide(ReadOnlySpan<ulong> bits) => MemoryMarshal.Cast<ulong, Vector<ulong>>(bits);
}
