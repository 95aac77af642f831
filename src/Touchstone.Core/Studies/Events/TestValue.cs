namespace Touchstone.Studies;

/// <summary>What a test found.</summary>
/// <param name="Statistic">The statistic.</param>
/// <param name="PValue">How likely a value at least as far out is without an effect, 0 to 1; both tails, for tests of variance the upper one.</param>
/// <param name="Law">The law the p-value comes from.</param>
/// <param name="Estimate">The numerator: a mean return, a sum of standardised returns, a count, a mean rank, as the test's page says.</param>
/// <param name="StandardError">What it was divided by; its square is the variance that entered.</param>
/// <param name="Events">Events that entered.</param>
public readonly record struct TestValue(double Statistic, double PValue, NullLaw Law, double Estimate, double StandardError, int Events);

/// <summary>One test of one window: its value, or why it has none.</summary>
/// <param name="Test">The test.</param>
/// <param name="Answer">Its value with the formula as working, or the problem.</param>
public readonly record struct TestResult(EventTest Test, Answer<TestValue> Answer);
