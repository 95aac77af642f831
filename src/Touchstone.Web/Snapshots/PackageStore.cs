using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Touchstone.Data;

namespace Touchstone.Web.Snapshots;

/// <summary>Holds the package that is served, and takes in its files anew when they change.</summary>
/// <remarks>
/// A change is noticed by name, length and time, and taken up when the files have been still for one look. What was read counts only when the
/// files are the same after reading as before, byte for byte; then one reference is replaced, so that no request ever sees half of each. Files
/// that cannot be used leave the last good package in place.
/// </remarks>
internal sealed partial class PackageStore : BackgroundService
{
    private readonly string _folder;
    private readonly TimeSpan _every;
    private readonly TimeProvider _clock;
    private readonly ILogger<PackageStore> _log;
    private PackageState _state;
    private FolderPrint _served;
    private FolderPrint _seen;

    /// <summary>Opens the package for the first time.</summary>
    /// <param name="options">Where it is, and how often to look.</param>
    /// <param name="log">Where to say what changed.</param>
    /// <exception cref="InvalidPackageException">The folder holds no package that can be used.</exception>
    public PackageStore(ServeOptions options, ILogger<PackageStore> log)
    {
        (_folder, _every, _clock, _log) = (Path.GetFullPath(options.Data), options.Watch, options.Clock, log);
        _served = _seen = FolderPrint.Of(_folder);
        _state = new PackageState(Read(), null);
    }

    /// <summary>What is served now.</summary>
    public PackageState State => Volatile.Read(ref _state);

    /// <summary>Looks at the files once, and takes them in when they have changed and are still.</summary>
    public void Look()
    {
        var now = FolderPrint.Of(_folder);
        if (now == _served || now != _seen)
        {
            _seen = now;
            return;
        }

        try
        {
            var snapshot = Read();
            if (FolderPrint.Of(_folder) != now || !IsStillOnDisk(snapshot.Market))
            {
                return;
            }

            var same = snapshot.Hash == State.Snapshot.Hash;
            Volatile.Write(ref _state, new PackageState(same ? State.Snapshot : snapshot, null));
            if (!same)
            {
                Changed(snapshot.Market.Name, snapshot.Hash);
            }
        }
        catch (InvalidPackageException invalid)
        {
            if (FolderPrint.Of(_folder) != now)
            {
                return;
            }

            Volatile.Write(ref _state, State with { Fault = new PackageFault([.. invalid.Problems.Select(Inside)], _clock.GetUtcNow()) });
            Refused(invalid.Problems[0].ToString(), invalid.Problems.Length);
        }

        _served = now;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every, _clock);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                Look();
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                Refused(failure.Message, 1);
            }
        }
    }

    private PackageSnapshot Read()
    {
        var shelf = RulebookShelf.Read(_folder);
        var market = Package.Open(_folder);
        if (shelf.Value is not { } rulebooks)
        {
            throw new InvalidPackageException(shelf.Problems);
        }

        // Where the folder is on this machine is nobody's business.
        var named = new RulebookShelf([.. rulebooks.Beside.Select(rulebook => rulebook with { File = $"{RulebookShelf.Folder}/{Path.GetFileName(rulebook.File)}" })]);
        return new PackageSnapshot(market, named, _clock.GetUtcNow());
    }

    private Problem Inside(Problem problem) => problem with
    {
        Message = problem.Message.Replace(_folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace(_folder, "of the package", StringComparison.Ordinal),
        Source = problem.Source?.Replace(_folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal),
    };

    private bool IsStillOnDisk(Market market) => market.Rows.Files.All(file =>
    {
        try
        {
            using var stream = File.OpenRead(Path.Combine(_folder, file.Name));
            return Convert.ToHexStringLower(SHA256.HashData(stream)) == file.Sha256;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    });

    [LoggerMessage(Level = LogLevel.Information, Message = "The package {Name} has changed and is served as {Hash}.")]
    private partial void Changed(string name, string hash);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The package has changed and cannot be used; the last good one is served. {Problem} ({Count} in all)")]
    private partial void Refused(string problem, int count);
}
