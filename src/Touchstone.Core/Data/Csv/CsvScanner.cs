using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Touchstone.Data;

/// <summary>Where a field lies in the bytes; quotes around it are not part of it.</summary>
/// <param name="Start">The first byte.</param>
/// <param name="Length">How many bytes.</param>
/// <param name="Escaped">Whether doubled quotes inside stand for one.</param>
internal readonly record struct CsvField(int Start, int Length, bool Escaped);

/// <summary>
/// Walks over the records of CSV text as RFC 4180 has it: commas, optional quotes, LF or CRLF. Finds delimiters 32 bytes at a
/// time. A record that is malformed is named and skipped to the end of its first line, so one stray quote does not eat the file.
/// </summary>
internal ref struct CsvScanner
{
    /// <summary>Bytes that must follow the text in its buffer, so that the last block can be loaded.</summary>
    public const int Padding = 32;

    /// <summary>A field longer than this is a fault; it is almost always a quote that was never closed.</summary>
    public const int LongestField = 1 << 20;

    private readonly ReadOnlySpan<byte> _buffer;
    private readonly int _end;
    private int _position;
    private int _block;
    private uint _marks;
    private int _line;

    /// <summary>Starts at a byte.</summary>
    /// <param name="buffer">The text, followed by at least <see cref="Padding"/> bytes.</param>
    /// <param name="start">The first byte to read.</param>
    /// <param name="end">The first byte not to read.</param>
    /// <param name="line">The line number of the first byte.</param>
    public CsvScanner(ReadOnlySpan<byte> buffer, int start, int end, int line)
    {
        if (buffer.Length - end < Padding)
        {
            throw new ArgumentException($"The buffer must go on for {Padding} bytes after the text.", nameof(buffer));
        }

        _buffer = buffer;
        (_end, _position, _line) = (end, start, line);
        Load(start);
    }

    /// <summary>The line on which the last record began, from 1.</summary>
    public int RecordLine { get; private set; }

    /// <summary>The first byte of the last record.</summary>
    public int RecordStart { get; private set; }

    /// <summary>The first byte not yet read.</summary>
    public readonly int Position => _position;

    /// <summary>The line of <see cref="Position"/>, from 1.</summary>
    public readonly int Line => _line;

    /// <summary>What is wrong with the last record, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>Reads a record that is not a blank line.</summary>
    /// <param name="fields">Takes the fields, as many as fit.</param>
    /// <returns>How many fields the record has, which may be more than fit; 0 at the end of the text. A malformed record has <see cref="Fault"/> set.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Next(Span<CsvField> fields)
    {
        Fault = null;
        while (true)
        {
            if (_position >= _end)
            {
                return 0;
            }

            RecordLine = _line;
            RecordStart = _position;
            var count = 0;
            while (true)
            {
                var start = _position;
                int stop;
                var escaped = false;
                if (_buffer[start] == '"' && start < _end)
                {
                    stop = ClosingQuote(start + 1, ref escaped);
                    if (stop < 0)
                    {
                        return Malformed(stop == -1 ? "a quote is opened and never closed" : $"a quoted field is longer than {LongestField} bytes; a quote is probably never closed");
                    }

                    var after = stop + 1;
                    if (after < _end && _buffer[after] == '\r' && (after + 1 >= _end || _buffer[after + 1] == '\n'))
                    {
                        after++;
                    }

                    if (after < _end && _buffer[after] is not ((byte)',' or (byte)'\n'))
                    {
                        return Malformed("text follows a closing quote");
                    }

                    Add(fields, count++, new CsvField(start + 1, stop - start - 1, escaped));
                    if (EndsRecord(after))
                    {
                        return count;
                    }

                    continue;
                }

                stop = NextMark();
                if (stop < _end && _buffer[stop] == '"')
                {
                    return Malformed("a quote stands inside a field that does not begin with one");
                }

                if (stop - start > LongestField)
                {
                    return Malformed($"a field is longer than {LongestField} bytes");
                }

                var last = stop;
                if (last > start && (stop >= _end || _buffer[stop] == '\n') && _buffer[last - 1] == '\r')
                {
                    last--;
                }

                Add(fields, count++, new CsvField(start, last - start, false));
                _position = Math.Min(stop + 1, _end);
                if (stop >= _end)
                {
                    break;
                }

                if (_buffer[stop] == '\n')
                {
                    _line++;
                    break;
                }

                if (_position >= _end)
                {
                    Add(fields, count++, new CsvField(_end, 0, false));
                    break;
                }
            }

            if (count == 1 && (fields.IsEmpty || fields[0].Length == 0))
            {
                continue;
            }

            return count;
        }
    }

    private static void Add(Span<CsvField> fields, int index, CsvField field)
    {
        if (index < fields.Length)
        {
            fields[index] = field;
        }
    }

    /// <summary>Goes on after a quoted field; tells whether it was the record's last.</summary>
    private bool EndsRecord(int after)
    {
        var ends = after >= _end || _buffer[after] == '\n';
        if (after < _end && ends)
        {
            _line++;
        }

        _position = Math.Min(after + 1, _end);
        Load(_position);
        return ends;
    }

    private int ClosingQuote(int from, ref bool escaped)
    {
        var position = from;
        while (true)
        {
            var limit = (int)Math.Min((long)from + LongestField + 1, _end);
            var next = position >= limit ? -1 : _buffer[position..limit].IndexOf((byte)'"');
            if (next < 0)
            {
                return limit == _end ? -1 : -2;
            }

            position += next;
            if (position + 1 < _end && _buffer[position + 1] == '"')
            {
                escaped = true;
                position += 2;
                continue;
            }

            _line += _buffer[from..position].Count((byte)'\n');
            return position;
        }
    }

    private int Malformed(string fault)
    {
        Fault = fault;
        _line = RecordLine + 1;
        var rest = _buffer[RecordStart.._end].IndexOf((byte)'\n');
        _position = rest < 0 ? _end : RecordStart + rest + 1;
        Load(_position);
        return 1;
    }

    /// <summary>The next comma, line end or quote; the end of the text when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int NextMark()
    {
        while (_marks == 0)
        {
            _block += Padding;
            if (_block >= _end)
            {
                return _end;
            }

            _marks = MarksAt(_block);
        }

        var mark = _block + BitOperations.TrailingZeroCount(_marks);
        _marks &= unchecked(_marks - 1);
        return mark < _end ? mark : _end;
    }

    private void Load(int position)
    {
        _block = position;
        _marks = position < _end ? MarksAt(position) : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly uint MarksAt(int position)
    {
        // Two halves of 16 bytes, which ahead-of-time compilation knows how to do on every machine.
        ref var first = ref MemoryMarshal.GetReference(_buffer);
        return Marks(Vector128.LoadUnsafe(ref first, (nuint)position)) | (Marks(Vector128.LoadUnsafe(ref first, (nuint)position + 16)) << 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Marks(Vector128<byte> bytes) =>
        (Vector128.Equals(bytes, Vector128.Create((byte)',')) | Vector128.Equals(bytes, Vector128.Create((byte)'\n')) | Vector128.Equals(bytes, Vector128.Create((byte)'"'))).ExtractMostSignificantBits();
}
