using Touchstone.Data;

namespace Touchstone.Tests.Data;

public sealed class SymbolsTests
{
    private const string Instruments = """
        id,kind,name,aliases,exchange,currency,issuer,note
        XHKG:700,equity,Tencent Holdings Ltd,Tencent,XHKG,HKD,Tencent,
        XHKG:9988,equity,Alibaba Group Holding Ltd,Alibaba|阿里巴巴,XHKG,HKD,Alibaba,
        XNYS:BABA,equity,Alibaba Group ADS,Alibaba|BABA,XNYS,USD,Alibaba,
        XNYS:BRK-B,equity,Berkshire Hathaway,,XNYS,USD,,
        XNYS:DOW,equity,Dow Inc,DOW,XNYS,USD,,
        XNAS:NVDA,equity,Nvidia,,XNAS,USD,,
        XSHG:600519,equity,Kweichow Moutai,,XSHG,CNY,,
        XSHG:688256,equity,Cambricon,,XSHG,CNY,,
        XSHE:300750,equity,CATL,,XSHE,CNY,,
        XSHE:000001,equity,Ping An Bank,,XSHE,CNY,,
        SSEC,index,Shanghai Composite Index,000001.SS,XSHG,CNY,,
        CSI300,index,CSI 300 Index,000300.SS,XSHG,CNY,,
        HSI,index,Hang Seng Index,^HSI|Hang Seng,XHKG,HKD,,
        SPX,index,S&P 500 Index,^GSPC|S&P 500,XNYS,USD,,
        DJIA,index,Dow Jones Industrial Average,Dow|^DJI,XNYS,USD,,

        """;

    [Theory]
    [InlineData("XHKG:700", "XHKG:700")]
    [InlineData("xhkg:00700", "XHKG:700")]
    [InlineData("0700.HK", "XHKG:700")]
    [InlineData("700.HK", "XHKG:700")]
    [InlineData("00700.HK", "XHKG:700")]
    [InlineData("700.hk", "XHKG:700")]
    [InlineData("00700", "XHKG:700")]
    [InlineData("700 HK", "XHKG:700")]
    [InlineData("700 HK Equity", "XHKG:700")]
    [InlineData("HK.00700", "XHKG:700")]
    [InlineData("hk00700", "XHKG:700")]
    [InlineData("HKEX:700", "XHKG:700")]
    [InlineData("600519.SS", "XSHG:600519")]
    [InlineData("600519.SH", "XSHG:600519")]
    [InlineData("sh600519", "XSHG:600519")]
    [InlineData("SH.600519", "XSHG:600519")]
    [InlineData("600519 CH", "XSHG:600519")]
    [InlineData("600519 CG Equity", "XSHG:600519")]
    [InlineData("688256", "XSHG:688256")]
    [InlineData("300750", "XSHE:300750")]
    [InlineData("300750.SZ", "XSHE:300750")]
    [InlineData("000001.SZ", "XSHE:000001")]
    [InlineData("000001.SS", "SSEC")]
    [InlineData("000300.SH", "CSI300")]
    [InlineData("sh000300", "CSI300")]
    [InlineData("BABA", "XNYS:BABA")]
    [InlineData("baba", "XNYS:BABA")]
    [InlineData("BABA.N", "XNYS:BABA")]
    [InlineData("BABA US", "XNYS:BABA")]
    [InlineData("BABA UN Equity", "XNYS:BABA")]
    [InlineData("US.BABA", "XNYS:BABA")]
    [InlineData("NVDA", "XNAS:NVDA")]
    [InlineData("NVDA.O", "XNAS:NVDA")]
    [InlineData("BRK.B", "XNYS:BRK-B")]
    [InlineData("BRK/B US", "XNYS:BRK-B")]
    [InlineData("^HSI", "HSI")]
    [InlineData(".HSI", "HSI")]
    [InlineData("HSI Index", "HSI")]
    [InlineData("hsi", "HSI")]
    [InlineData("^GSPC", "SPX")]
    [InlineData(".SPX", "SPX")]
    [InlineData("S&P 500", "SPX")]
    [InlineData("  tencent   holdings ltd ", "XHKG:700")]
    [InlineData("阿里巴巴", "XHKG:9988")]
    [InlineData("DOW", "XNYS:DOW")]
    [InlineData("Dow", "DJIA")]
    public void Find_KnowsWhatPeopleType(string text, string id)
    {
        var match = Find(text);
        Assert.Equal(id, match.Instrument?.Id.Value ?? match.Problem!.Message);
    }

    [Theory]
    [InlineData("Alibaba", "XHKG:9988 (Alibaba Group Holding Ltd) or XNYS:BABA (Alibaba Group ADS)")]
    [InlineData("700", "XHKG:700 (Tencent Holdings Ltd)")]
    [InlineData("0700", "XHKG:700 (Tencent Holdings Ltd)")]
    [InlineData("000001", "SSEC (Shanghai Composite Index) or XSHE:000001 (Ping An Bank)")]
    [InlineData("dow", "DJIA (Dow Jones Industrial Average) or XNYS:DOW (Dow Inc)")]
    public void Find_ListsTheCandidatesOfAnAmbiguousName(string text, string candidates)
    {
        var match = Find(text);
        Assert.False(match.Found);
        Assert.Equal(ProblemKind.Ambiguous, match.Problem.Kind);
        Assert.Contains(candidates, match.Problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0005.HK", ProblemKind.NoData, "XHKG:5, which is not in the package")]
    [InlineData("XHKG:5", ProblemKind.NoData, "'XHKG:5' is not in the package")]
    [InlineData("80700.HK", ProblemKind.NoData, "renminbi counter of XHKG:700")]
    [InlineData("Tencnet", ProblemKind.Invalid, "Nearest: XHKG:700")]
    [InlineData("", ProblemKind.Invalid, "empty")]
    [InlineData("(*)", ProblemKind.Invalid, "Nothing in the package")]
    public void Find_SaysWhyThereIsNone(string text, ProblemKind kind, string reason)
    {
        var match = Find(text);
        Assert.Equal(kind, match.Problem!.Kind);
        Assert.Contains(reason, match.Problem.Message, StringComparison.Ordinal);
    }

    private static SymbolMatch Find(string text)
    {
        using var folder = new PackageFolder().With("instruments", Instruments);
        return new Symbols(folder.Open().Value).Find(text);
    }
}
