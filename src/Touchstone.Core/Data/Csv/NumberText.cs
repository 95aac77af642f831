using System.Globalization;
using System.Runtime.CompilerServices;

namespace Touchstone.Data;

/// <summary>
/// Reads plain decimal numbers from UTF-8: sign, digits, point, digits, exponent. Always the nearest double: up to 15 digits with a
/// small exponent are exact in one division (Clinger, "How to read floating point numbers accurately", 1990); the rest goes to the runtime.
/// </summary>
internal static class NumberText
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static readonly double[] PowersOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    /// <summary>Reads a number.</summary>
    /// <param name="text">The whole field.</param>
    /// <param name="value">The number; finite when the answer is true.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryRead(ReadOnlySpan<byte> text, out double value)
    {
        unchecked
        {
            ulong digits = 0;
            var read = 0;
            var fraction = 0;
            var index = text.Length > 0 && text[0] is (byte)'-' or (byte)'+' ? 1 : 0;
            var first = index;
            for (; index < text.Length; index++)
            {
                var digit = (uint)(text[index] - '0');
                if (digit > 9)
                {
                    break;
                }

                digits = (digits * 10) + digit;
            }

            read = index - first;
            if (index < text.Length && text[index] == '.')
            {
                first = ++index;
                for (; index < text.Length; index++)
                {
                    var digit = (uint)(text[index] - '0');
                    if (digit > 9)
                    {
                        break;
                    }

                    digits = (digits * 10) + digit;
                }

                fraction = index - first;
                read += fraction;
            }

            if (index != text.Length || read is 0 or > 15)
            {
                return TryReadSlowly(text, out value);
            }

            value = fraction == 0 ? digits : digits / PowersOfTen[fraction];
            if (text[0] == '-')
            {
                value = -value;
            }

            return true;
        }
    }

    private static bool TryReadSlowly(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        foreach (var letter in text)
        {
            // Words such as NaN and Infinity, white space and every other mark are no numbers here.
            if (letter is not ((>= (byte)'0' and <= (byte)'9') or (byte)'+' or (byte)'-' or (byte)'.' or (byte)'e' or (byte)'E'))
            {
                return false;
            }
        }

        return double.TryParse(text, Plain, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    /// <summary>What is wrong with a text that is no number, for a problem's message.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="text">The text.</param>
    public static string Complaint(string column, string text)
    {
        var shown = text.Length <= 40 ? text : text[..40] + "…";
        if (text.Contains(',', StringComparison.Ordinal))
        {
            return $"{column} '{shown}' has a thousands mark or a decimal comma; write plain digits with a point, such as 1234.5.";
        }

        return $"{column} '{shown}' is not a number; write plain digits with a point, such as 1234.5, or leave the field empty.";
    }
}
