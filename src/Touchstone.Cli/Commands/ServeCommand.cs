using System.CommandLine;
using System.Globalization;
using System.Net;
using Touchstone.Cli.Sources;
using Touchstone.Web;

namespace Touchstone.Cli.Commands;

/// <summary><c>touchstone serve</c>: the pages and the REST interface.</summary>
internal static class ServeCommand
{
    /// <summary>The variable of the environment that holds the token, so that it need not stand in a list of processes.</summary>
    internal const string TokenVariable = "TOUCHSTONE_TOKEN";

    public static Command Create(Host host)
    {
        var data = Options.Data();
        var port = new Option<int>("--port")
        {
            Description = "The port; 0 takes a free one.",
            HelpName = "N",
            DefaultValueFactory = _ => ServeOptions.UsualPort,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > IPEndPoint.MaxPort)
                {
                    result.AddError($"--port '{text}' is not a port; expected a whole number from 0 to {IPEndPoint.MaxPort}.");
                }

                return number;
            },
        };
        var listen = new Option<string?>("--listen") { Description = "Answer other machines too, on this address (0.0.0.0 for all); needs a token.", HelpName = "ADDRESS" };
        var token = new Option<string?>("--token") { Description = $"What callers must know, 16 characters or more; better given as {TokenVariable}, which no list of processes shows.", HelpName = "TEXT" };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Log every request." };
        var command = new Command("serve", "Serve the pages and the REST interface on this machine, until interrupted.") { data, port, listen, token, verbose };

        // What needs the web is named in methods that run only here, so that other commands never load it.
        command.SetAction((parsed, stop) => ServeAsync(parsed.GetRequiredValue(data), parsed.GetValue(port), parsed.GetValue(listen), parsed.GetValue(token), parsed.GetValue(verbose), host, stop));
        return command;
    }

    private static async Task<int> ServeAsync(string folder, int port, string? listen, string? token, bool verbose, Host host, CancellationToken stop)
    {
        PackageFolder.Check(folder);
        await ServeRun.UntilStoppedAsync(ServeRun.OptionsOf(folder, port, listen, token ?? host.Variable(TokenVariable), verbose), host, stop).ConfigureAwait(false);
        return ExitCode.Done;
    }
}
