namespace Touchstone.Studies;

/// <summary>The generator that fills the state of another: a counter, finished by two multiplications.</summary>
/// <remarks>Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014 (variant 13 of Stafford's mixers).</remarks>
internal static class SplitMix64
{
    /// <summary>What the counter moves by: 2^64 over the golden ratio, odd.</summary>
    public const ulong Step = 0x9E3779B97F4A7C15;

    /// <summary>Moves the counter and gives its number.</summary>
    public static ulong Next(ref ulong state) => Finish(state = unchecked(state + Step));

    /// <summary>Spreads every bit of a counter over 64 bits; one to one.</summary>
    public static ulong Finish(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
