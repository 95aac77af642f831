using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Touchstone.Indices;

namespace Touchstone.Bench;

/// <summary>The kernel against the plain loop under BenchmarkDotNet: one short job in this process.</summary>
[MemoryDiagnoser]
public class KernelBenchmark
{
    private KernelInput _input = null!;

    internal static int Run()
    {
        BenchmarkRunner.Run<KernelBenchmark>(ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "touchstone-benchmarks")));
        return 0;
    }

    [GlobalSetup]
    public void Setup() => _input = new KernelInput(3000, 2520, 1000, 100);

    [Benchmark(Baseline = true)]
    public object PlainLoop() => _input.Plain();

    [Benchmark]
    public object KernelOnOneCore() => LevelKernel.Run(_input.Panel, _input.Indices, 1);

    [Benchmark]
    public object KernelOnTwoCores() => LevelKernel.Run(_input.Panel, _input.Indices, 2);
}
