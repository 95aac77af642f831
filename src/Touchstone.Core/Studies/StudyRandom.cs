using System.Numerics;

namespace Touchstone.Studies;

/// <summary>
/// Random numbers of a study: xoshiro256**, seeded by SplitMix64 from a seed and the number of a replicate. Each replicate owns its
/// generator, so a result does not depend on which thread ran it, in which order, or how many replicates there are.
/// </summary>
/// <remarks>
/// Sources: Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM Transactions on Mathematical Software 47(4), 2021;
/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014. Changing anything here changes published results.
/// </remarks>
internal sealed class StudyRandom
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>Starts from a state as it is; at least one word is not zero.</summary>
    internal StudyRandom(ulong s0, ulong s1, ulong s2, ulong s3)
    {
        if ((s0 | s1 | s2 | s3) == 0)
        {
            throw new ArgumentException("A state of four zeros gives only zeros.", nameof(s0));
        }

        (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);
    }

    /// <summary>The generator of one replicate: four SplitMix64 outputs, started from the mixed seed and the mixed replicate number.</summary>
    /// <param name="seed">The study's seed.</param>
    /// <param name="replicate">The replicate, from 0.</param>
    public static StudyRandom Of(ulong seed, long replicate = 0)
    {
        unchecked
        {
            var state = SplitMix64.Finish(seed + SplitMix64.Step) ^ SplitMix64.Finish((ulong)replicate + 0xD1B54A32D192ED03);
            return new StudyRandom(SplitMix64.Next(ref state), SplitMix64.Next(ref state), SplitMix64.Next(ref state), SplitMix64.Next(ref state));
        }
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Bits()
    {
        unchecked
        {
            var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
            var shifted = _s1 << 17;
            _s2 ^= _s0;
            _s3 ^= _s1;
            _s1 ^= _s2;
            _s0 ^= _s3;
            _s2 ^= shifted;
            _s3 = BitOperations.RotateLeft(_s3, 45);
            return result;
        }
    }

    /// <summary>A number from 0, included, to 1, not included: a multiple of 2^-53.</summary>
    public double Uniform() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from 0 to one below the limit, each equally likely.</summary>
    /// <param name="limit">At least 1.</param>
    /// <remarks>Source: Lemire, "Fast random integer generation in an interval", ACM Transactions on Modeling and Computer Simulation 29(1), 2019.</remarks>
    public int Below(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var range = (ulong)limit;
        var high = Math.BigMul(Bits(), range, out var low);
        if (low < range)
        {
            var floor = unchecked(0UL - range) % range;
            while (low < floor)
            {
                high = Math.BigMul(Bits(), range, out low);
            }
        }

        return (int)high;
    }

    /// <summary>Plus or minus one, each with probability a half (Rademacher).</summary>
    public double Sign() => (Bits() >> 63) == 0 ? 1 : -1;

    /// <summary>A standard normal draw: the normal quantile of one uniform draw from inside (0, 1).</summary>
    public double Normal() => NormalQuantile.Of(((Bits() >> 12) + 0.5) * (1.0 / (1UL << 52)));
}
