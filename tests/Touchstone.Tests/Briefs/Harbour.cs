using Touchstone.Data;

namespace Touchstone.Tests.Briefs;

/// <summary>The sample market, opened once.</summary>
internal static class Harbour
{
    private static readonly Lazy<Market> Opened = new(() => Package.Open(SampleCopy.Folder, new PackageOptions { UseCache = false }).Value);

    public static Market Market => Opened.Value;
}
