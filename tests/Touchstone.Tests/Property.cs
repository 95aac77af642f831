namespace Touchstone.Tests;

/// <summary>Properties that hold for whatever a seed draws.</summary>
internal static class Property
{
    /// <summary>Runs a check for seeds 1 to a number, and names the first seed that fails.</summary>
    public static void Holds(Action<Random> check, int seeds = 200)
    {
        for (var seed = 1; seed <= seeds; seed++)
        {
            try
            {
                check(new Random(seed));
            }
            catch (Exception failure)
            {
                throw new Xunit.Sdk.XunitException($"Seed {seed} fails.", failure);
            }
        }
    }
}
