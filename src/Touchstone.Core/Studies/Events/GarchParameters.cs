namespace Touchstone.Studies;

/// <summary>The variance of a GARCH(1,1): constant + arch × last squared error + persistence part × last variance.</summary>
/// <param name="Constant">The constant; above zero, in squared returns.</param>
/// <param name="Arch">The weight of the last squared error; zero or more.</param>
/// <param name="Lag">The weight of the last variance; zero or more. Arch and lag together stay below one.</param>
/// <param name="LogLikelihood">The Gaussian log-likelihood at the maximum, in the terms of the returns.</param>
public sealed record GarchParameters(double Constant, double Arch, double Lag, double LogLikelihood);
