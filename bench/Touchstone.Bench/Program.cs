using Touchstone.Bench;

// Each benchmark is one file and one word: dotnet run -c Release --project bench/Touchstone.Bench -- data
return args switch
{
    ["data", var folder, ..] => DataBench.Run(folder),
    ["data"] => DataBench.Run(null),
    ["claims"] => ClaimsBench.Run(),
    ["indices"] => IndicesBench.Run(),
    ["indices-benchmark"] => KernelBenchmark.Run(),
    ["breadth"] => BreadthBench.Run(),
    ["brief"] => BriefBench.Run(),
    ["exuberance", "all"] => ExuberanceBench.Run(5000),
    ["exuberance"] => ExuberanceBench.Run(2000),
    ["exuberance-size"] => ExuberanceSize.Run(),
    ["exuberance-table"] => ExuberanceTable.Run(),
    ["events", "size", ..] => EventsBench.Size(2_000),
    ["events"] => EventsBench.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Touchstone.Bench data [PACKAGE]   open a package cold and warm; without PACKAGE, $TOUCHSTONE_SHARED/market when set");
    Console.Error.WriteLine("       Touchstone.Bench claims           read and check 1,000 articles about the sample market");
    Console.Error.WriteLine("       Touchstone.Bench indices          calculate 1,000 indices over 2,520 days; kernel, whole batch, memory, what the machine can do");
    Console.Error.WriteLine("       Touchstone.Bench indices-benchmark   the kernel and a plain loop under BenchmarkDotNet");
    Console.Error.WriteLine("       Touchstone.Bench breadth          breadth and mean correlation of 500 stocks over 1,500 sessions, beside a plain program");
    Console.Error.WriteLine("       Touchstone.Bench brief            the brief of an index of 30 and of 500 members: open, write, render, and the whole process");
    Console.Error.WriteLine("       Touchstone.Bench exuberance [all] bubble tests, their lags and bootstraps; all: the straightforward program too for 5,000 points");
    Console.Error.WriteLine("       Touchstone.Bench exuberance-size  how often bubble tests reject where there is no bubble");
    Console.Error.WriteLine("       Touchstone.Bench exuberance-table print the table of critical values that the library carries");
    Console.Error.WriteLine("       Touchstone.Bench events           the whole battery on 2,000 securities, beside a straightforward one");
    Console.Error.WriteLine("       Touchstone.Bench events size      how often each test rejects on 2,000 panels without an effect");
    return 2;
}
