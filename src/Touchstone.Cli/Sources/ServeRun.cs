using System.Net;
using Microsoft.Extensions.Hosting;
using Touchstone.Web;

namespace Touchstone.Cli.Sources;

/// <summary>A server from its start to its end.</summary>
internal static class ServeRun
{
    /// <summary>What is to be served.</summary>
    /// <param name="folder">The folder of the package.</param>
    /// <param name="port">The port.</param>
    /// <param name="listen">The address, or null for this machine alone.</param>
    /// <param name="token">The token, or null.</param>
    /// <param name="verbose">Whether every request is logged.</param>
    public static ServeOptions OptionsOf(string folder, int port, string? listen, string? token, bool verbose)
    {
        IPAddress? address = null;
        if (listen is not null && !IPAddress.TryParse(listen, out address))
        {
            throw new CommandFailure(ExitCode.Usage, $"--listen '{listen}' is not an address; expected one of this machine, such as 0.0.0.0 for all.");
        }

        token = string.IsNullOrEmpty(token) ? null : token;
        if (token is not null && token.Length < ServeOptions.ShortestToken)
        {
            throw new CommandFailure(ExitCode.Usage, $"The token has {token.Length} characters; expected {ServeOptions.ShortestToken} or more, such as 'openssl rand -hex 16' writes.");
        }

        var options = new ServeOptions { Data = folder, Port = port, Listen = address, Token = token, Verbose = verbose };
        return options.IsLoopback || token is not null
            ? options
            : throw new CommandFailure(ExitCode.Usage, $"--listen {listen} answers other machines, which needs a token; expected --token or the variable TOUCHSTONE_TOKEN.");
    }

    /// <summary>Serves until interrupted.</summary>
    /// <param name="options">What, where and to whom.</param>
    /// <param name="host">Where to say so.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task UntilStoppedAsync(ServeOptions options, Host host, CancellationToken stop)
    {
        var server = Server.Create(options);
        await using (server.ConfigureAwait(false))
        {
            await server.StartAsync(stop).ConfigureAwait(false);
            host.Error.WriteLine($"touchstone: serving {options.Data} on {server.Urls.First()} (Ctrl+C ends it)");
            await server.WaitForShutdownAsync(stop).ConfigureAwait(false);
        }
    }
}
