using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Touchstone.Data;

/// <summary>
/// The 64-bit checksum XXH64 with seed 0 (Yann Collet, "xxHash fast digest algorithm", 2012), which runs at memory speed. It finds
/// damage; it does not stand up to forgery, and needs not: the content hash of the package is SHA-256.
/// </summary>
internal static class Checksum
{
    private const ulong Prime1 = 11400714785074694791;
    private const ulong Prime2 = 14029467366897019727;
    private const ulong Prime3 = 1609587929392839161;
    private const ulong Prime4 = 9650029242287828579;
    private const ulong Prime5 = 2870177450012600261;

    /// <summary>The checksum of bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        unchecked
        {
            var length = (ulong)bytes.Length;
            ulong hash;
            if (bytes.Length >= 32)
            {
                ulong a = Prime1 + Prime2, b = Prime2, c = 0, d = 0 - Prime1;
                var words = MemoryMarshal.Cast<byte, ulong>(bytes[..(bytes.Length & ~31)]);
                for (var index = 0; index + 3 < words.Length; index += 4)
                {
                    a = Round(a, Word(words[index]));
                    b = Round(b, Word(words[index + 1]));
                    c = Round(c, Word(words[index + 2]));
                    d = Round(d, Word(words[index + 3]));
                }

                hash = BitOperations.RotateLeft(a, 1) + BitOperations.RotateLeft(b, 7) + BitOperations.RotateLeft(c, 12) + BitOperations.RotateLeft(d, 18);
                hash = Merge(Merge(Merge(Merge(hash, a), b), c), d);
                bytes = bytes[(bytes.Length & ~31)..];
            }
            else
            {
                hash = Prime5;
            }

            return Finish(hash + length, bytes);
        }
    }

    private static ulong Finish(ulong hash, ReadOnlySpan<byte> rest)
    {
        unchecked
        {
            for (; rest.Length >= 8; rest = rest[8..])
            {
                hash = (BitOperations.RotateLeft(hash ^ Round(0, BinaryPrimitives.ReadUInt64LittleEndian(rest)), 27) * Prime1) + Prime4;
            }

            if (rest.Length >= 4)
            {
                hash = (BitOperations.RotateLeft(hash ^ (BinaryPrimitives.ReadUInt32LittleEndian(rest) * Prime1), 23) * Prime2) + Prime3;
                rest = rest[4..];
            }

            foreach (var one in rest)
            {
                hash = BitOperations.RotateLeft(hash ^ (one * Prime5), 11) * Prime1;
            }

            hash = (hash ^ (hash >> 33)) * Prime2;
            hash = (hash ^ (hash >> 29)) * Prime3;
            return hash ^ (hash >> 32);
        }
    }

    private static ulong Word(ulong value) => BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value);

    private static ulong Round(ulong lane, ulong word) => unchecked(BitOperations.RotateLeft(lane + (word * Prime2), 31) * Prime1);

    private static ulong Merge(ulong hash, ulong lane) => unchecked(((hash ^ Round(0, lane)) * Prime1) + Prime4);
}
