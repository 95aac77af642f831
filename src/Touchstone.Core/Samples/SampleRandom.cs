namespace Touchstone.Samples;

/// <summary>SplitMix64 with normal draws: the same seed gives the same numbers on every machine.</summary>
/// <remarks>Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014; Box and Muller, 1958.</remarks>
internal sealed class SampleRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A generator of its own for a named part, so that a draw added to one part does not move another.</summary>
    public SampleRandom Fork(int part) => new(unchecked(Mix(_state) ^ Mix((ulong)part + 0xD1B54A32D192ED03)));

    /// <summary>A number from 0, included, to 1, not included.</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A normal draw with mean 0 and deviation 1, kept to nine decimals so that the last bit of a logarithm cannot show.</summary>
    public double Normal()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - Uniform()));
        return Math.Round(radius * Math.Cos(2 * Math.PI * Uniform()), 9);
    }

    private static ulong Mix(ulong value) => unchecked(Finish(value + 0x9E3779B97F4A7C15));

    private static ulong Finish(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
        }

        return Finish(_state);
    }
}
