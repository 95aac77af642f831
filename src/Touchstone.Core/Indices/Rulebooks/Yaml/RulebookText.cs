using System.Text;
using System.Text.Unicode;

namespace Touchstone.Indices;

/// <summary>Turns the bytes of a file into text, or says why they are none.</summary>
internal static class RulebookText
{
    /// <summary>The most bytes a file may have: 1 MiB. The largest rulebook is a small part of it.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>Reads the text; null when there is a fault.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="faults">Where faults go.</param>
    public static string? Read(ReadOnlySpan<byte> bytes, RulebookFaults faults)
    {
        var before = faults.Count;
        if (bytes.Length > MostBytes)
        {
            faults.Add(1, $"The file has more than {MostBytes} bytes, which no rulebook needs; expected a smaller file.");
        }
        else if (bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF]) || (bytes.Length > 1 && (bytes[0] == 0 ^ bytes[1] == 0)))
        {
            faults.Add(1, "The file is UTF-16; save it as UTF-8.");
        }
        else if (!Utf8.IsValid(bytes))
        {
            var good = ValidLength(bytes);
            faults.Add(LineAt(bytes[..good]), $"Byte 0x{bytes[good]:X2} is not UTF-8; save the file as UTF-8.");
        }
        else
        {
            var text = Encoding.UTF8.GetString(bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes);
            Look(text, faults);
            if (faults.Count == before)
            {
                return text;
            }
        }

        return null;
    }

    private static void Look(string text, RulebookFaults faults)
    {
        var (line, indent, toldOf) = (1, true, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n')
            {
                (line, indent) = (line + 1, true);
            }
            else if (c == '\t' && indent && toldOf != line)
            {
                faults.Add(line, "A tab stands before the text of the line; indent with spaces.");
                toldOf = line;
            }
            else if (IsStray(text, i) && toldOf != line)
            {
                faults.Add(line, $"Character U+{(int)c:X4} has no place in a text; remove it.");
                toldOf = line;
            }

            indent &= c is ' ' or '\t' or '\n';
        }
    }

    // Control characters, and marks that YAML counts as ends of lines while editors do not: line numbers would no longer agree.
    private static bool IsStray(string text, int i) => text[i] switch
    {
        '\t' => false,
        '\r' => i + 1 == text.Length || text[i + 1] != '\n',
        '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF' => true,
        var c => char.IsControl(c),
    };

    private static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }

    private static int LineAt(ReadOnlySpan<byte> before) => before.Count((byte)'\n') + 1;
}
