using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Touchstone.Data;

/// <summary>
/// The bytes of a column cache: a preamble (mark, length and checksum of the directory), the directory (content hash, tables, keys, problems,
/// length and checksum of each column), then the columns, raw and little-endian. docs/decisions/0002-column-cache.md says why.
/// </summary>
internal static class ColumnFile
{
    /// <summary>The format's version; part of the file's name.</summary>
    public const int Version = 1;

    private const int PreambleBytes = 24;
    private const ulong Mark = 0x31534C4F_43535453;

    /// <summary>Writes the tables; the same tables give the same bytes.</summary>
    /// <param name="stream">Takes the bytes.</param>
    /// <param name="sha256">The package's content hash.</param>
    /// <param name="names">The file names of the tables, in order.</param>
    /// <param name="tables">The tables.</param>
    public static void Write(Stream stream, string sha256, IReadOnlyList<string> names, IReadOnlyList<ColumnTable> tables)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new NotSupportedException("The column cache is kept on little-endian machines only.");
        }

        var columns = ColumnsOf(tables);
        var sums = new ulong[columns.Count];
        Workers.Run(columns.Count, index => sums[index] = Checksum.Of(BytesOf(columns[index])));
        var directory = Directory(sha256, names, tables, sums);
        Span<byte> preamble = stackalloc byte[PreambleBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(preamble, Mark);
        BinaryPrimitives.WriteInt64LittleEndian(preamble[8..], directory.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(preamble[16..], Checksum.Of(directory));
        stream.Write(preamble);
        stream.Write(directory);
        foreach (var column in columns)
        {
            stream.Write(BytesOf(column));
        }
    }

    /// <summary>Reads the tables, or nothing when anything is not as it was written.</summary>
    /// <param name="handle">The file.</param>
    /// <param name="sha256">The content hash it must have.</param>
    /// <param name="names">The file names it must have, in order.</param>
    public static ColumnTable[]? Read(SafeFileHandle handle, string sha256, IReadOnlyList<string> names)
    {
        Span<byte> preamble = stackalloc byte[PreambleBytes];
        var size = RandomAccess.GetLength(handle);
        if (!BitConverter.IsLittleEndian || !Fill(handle, preamble, 0) || BinaryPrimitives.ReadUInt64LittleEndian(preamble) != Mark)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt64LittleEndian(preamble[8..]);
        if (length <= 0 || length > size - PreambleBytes || length > Array.MaxLength)
        {
            return null;
        }

        var directory = new byte[length];
        if (!Fill(handle, directory, PreambleBytes) || Checksum.Of(directory) != BinaryPrimitives.ReadUInt64LittleEndian(preamble[16..]))
        {
            return null;
        }

        var tables = Tables(directory, sha256, names, out var sums);
        if (tables is null)
        {
            return null;
        }

        var columns = ColumnsOf(tables);
        var offsets = new long[columns.Count];
        var end = PreambleBytes + length;
        for (var index = 0; index < offsets.Length; index++)
        {
            offsets[index] = end;
            end += BytesOf(columns[index]).Length;
        }

        if (end != size || sums.Length != offsets.Length)
        {
            return null;
        }

        var damaged = 0;
        Workers.Run(offsets.Length, index =>
        {
            var bytes = BytesOf(columns[index]);
            if (!Fill(handle, bytes, offsets[index]) || Checksum.Of(bytes) != sums[index])
            {
                Interlocked.Increment(ref damaged);
            }
        });
        return damaged == 0 ? tables : null;
    }

    private static byte[] Directory(string sha256, IReadOnlyList<string> names, IReadOnlyList<ColumnTable> tables, ulong[] sums)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory, Encoding.UTF8);
        writer.Write(sha256);
        writer.Write(tables.Count);
        for (var table = 0; table < tables.Count; table++)
        {
            writer.Write(names[table]);
            writer.Write(tables[table].Days.Length);
            writer.Write(tables[table].Numbers.Length);
            foreach (var numbers in tables[table].Numbers)
            {
                writer.Write(numbers.Length > 0);
            }

            writer.Write(tables[table].Runs.Length);
            foreach (var run in tables[table].Runs)
            {
                writer.Write(run.Key);
                writer.Write(run.Count);
            }

            writer.Write(tables[table].Problems.Length);
            foreach (var problem in tables[table].Problems)
            {
                writer.Write((int)problem.Kind);
                writer.Write(problem.Message);
                writer.Write(problem.Source ?? "");
            }
        }

        writer.Write(sums.Length);
        foreach (var sum in sums)
        {
            writer.Write(sum);
        }

        writer.Flush();
        return memory.ToArray();
    }

    private static ColumnTable[]? Tables(byte[] directory, string sha256, IReadOnlyList<string> names, out ulong[] sums)
    {
        sums = [];
        using var reader = new BinaryReader(new MemoryStream(directory), Encoding.UTF8);
        if (reader.ReadString() != sha256 || reader.ReadInt32() != names.Count)
        {
            return null;
        }

        var tables = new ColumnTable[names.Count];
        for (var table = 0; table < tables.Length; table++)
        {
            if (reader.ReadString() != names[table])
            {
                return null;
            }

            tables[table] = Table(reader);
        }

        sums = new ulong[reader.ReadInt32()];
        foreach (ref var sum in sums.AsSpan())
        {
            sum = reader.ReadUInt64();
        }

        return tables;
    }

    private static ColumnTable Table(BinaryReader reader)
    {
        var rows = reader.ReadInt32();
        var numbers = new double[reader.ReadInt32()][];
        for (var index = 0; index < numbers.Length; index++)
        {
            numbers[index] = reader.ReadBoolean() ? GC.AllocateUninitializedArray<double>(rows) : [];
        }

        var runs = new ColumnRun[reader.ReadInt32()];
        var start = 0;
        for (var index = 0; index < runs.Length; index++)
        {
            ref var run = ref runs[index];
            run = new ColumnRun(reader.ReadString(), start, reader.ReadInt32());
            start += run.Count;
        }

        var problems = new Problem[reader.ReadInt32()];
        foreach (ref var problem in problems.AsSpan())
        {
            var kind = (ProblemKind)reader.ReadInt32();
            var message = reader.ReadString();
            problem = new Problem(kind, message, reader.ReadString() is { Length: > 0 } source ? source : null);
        }

        return new ColumnTable { Runs = runs, Days = new int[rows], Lines = new int[rows], Numbers = numbers, Problems = problems };
    }

    private static List<Array> ColumnsOf(IReadOnlyList<ColumnTable> tables)
    {
        var columns = new List<Array>();
        foreach (var table in tables)
        {
            columns.Add(table.Days);
            columns.Add(table.Lines);
            columns.AddRange(table.Numbers.Where(numbers => numbers.Length > 0));
        }

        return columns;
    }

    private static Span<byte> BytesOf(Array column) => column is int[] whole ? MemoryMarshal.AsBytes(whole.AsSpan()) : MemoryMarshal.AsBytes(((double[])column).AsSpan());

    private static bool Fill(SafeFileHandle handle, Span<byte> bytes, long offset)
    {
        while (bytes.Length > 0)
        {
            var read = RandomAccess.Read(handle, bytes, offset);
            if (read == 0)
            {
                return false;
            }

            bytes = bytes[read..];
            offset += read;
        }

        return true;
    }
}
