namespace Touchstone.Indices;

/// <summary>A condition that a stock must meet to be ranked.</summary>
public abstract record Screen
{
    /// <summary>The condition as a sentence.</summary>
    public abstract string Words { get; }
}
