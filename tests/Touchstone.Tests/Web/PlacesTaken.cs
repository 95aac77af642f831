using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Touchstone.Tests.Web;

/// <summary>Counts by the framework's own instrument how many requests of one server hold a place for heavy work.</summary>
internal sealed class PlacesTaken : IDisposable
{
    private const string Instrument = "aspnetcore.rate_limiting.active_request_leases";
    private const string Policy = "aspnetcore.rate_limiting.policy";

    private readonly MeterListener _listener = new();
    private long _taken;

    public PlacesTaken(RunningServer server)
    {
        // Other servers of other tests have instruments of the same name.
        var own = server.Services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == Instrument && ReferenceEquals(instrument.Meter.Scope, own))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, change, tags, _) =>
        {
            foreach (var tag in tags)
            {
                if (tag is { Key: Policy, Value: "heavy" })
                {
                    Interlocked.Add(ref _taken, change);
                }
            }
        });
        _listener.Start();
    }

    /// <summary>Waits until so many are taken.</summary>
    public async Task UntilAsync(int count)
    {
        for (var waited = 0; Interlocked.Read(ref _taken) != count; waited++)
        {
            Assert.True(waited < 1500, $"{Interlocked.Read(ref _taken)} places were taken and never {count}.");
            await Task.Delay(20);
        }
    }

    public void Dispose() => _listener.Dispose();
}
