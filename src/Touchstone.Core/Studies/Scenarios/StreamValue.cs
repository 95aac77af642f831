namespace Touchstone.Studies;

/// <summary>The value of a stream of dividends, and how it bends with the discount rate.</summary>
/// <param name="Value">The value today, in the unit of the dividend.</param>
/// <param name="Duration">Minus the derivative of the value to the yearly discount rate, over the value: years. A rate higher by a hundredth takes off about so many percent.</param>
/// <param name="Convexity">The second derivative of the value to the rate, over the value: years squared.</param>
public sealed record StreamValue(double Value, double Duration, double Convexity);
