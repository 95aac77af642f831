using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using Touchstone.Cli.Commands;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Cli;

/// <summary>The command line, from arguments to exit code.</summary>
internal static class Application
{
    // '@' starts the day of an expression, so it must not mean "read arguments from a file".
    private static readonly ParserConfiguration Syntax = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs one command.</summary>
    /// <param name="arguments">The arguments, without the program's name.</param>
    /// <param name="host">What it is connected to.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, Host host)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            var code = RunParsed(Root(host).Parse(arguments, Syntax), host);
            Flush(host.Out);
            return code;
        }
        catch (CommandFailure failure)
        {
            host.Error.WriteLine($"touchstone: {failure.Message}");
            return failure.ExitCode;
        }
        catch (InvalidPackageException invalid)
        {
            foreach (var problem in invalid.Problems)
            {
                host.Error.WriteLine($"touchstone: {problem}");
            }

            return ExitCode.BadInput;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            host.Error.WriteLine($"touchstone: {failure.Message}");
            return ExitCode.BadInput;
        }
#pragma warning disable CA1031 // The last net: whatever went wrong becomes exit code 1 and one sentence, never a stack trace on a user's terminal.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            host.Error.WriteLine($"touchstone: it failed on its own account ({failure.GetType().Name}: {failure.Message}); please report it with the input.");
            return ExitCode.Failed;
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static RootCommand Root(Host host) => new("Checks the numbers in market articles against a data package, and builds the indices behind them.")
    {
        CheckCommand.Create(host),
        BriefCommand.Create(host),
        MeasureCommand.Create(host),
        IndexCommand.Create(host),
        StudyCommand.Create(host),
        DataCommand.Create(host),
        ServeCommand.Create(host),
        SampleCommand.Create(host),
    };

    private static int RunParsed(ParseResult parsed, Host host)
    {
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var mistake in Mistakes(parsed))
            {
                host.Error.WriteLine($"touchstone: {mistake}");
            }

            host.Error.WriteLine($"Try '{Path(parsed.CommandResult.Command)} --help'.");
            return ExitCode.Usage;
        }

        // Without a timeout the runtime keeps its own handling of Ctrl+C: the process ends at once with code 130.
        return parsed.Invoke(new InvocationConfiguration
        {
            Output = host.Out,
            Error = host.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    private static IEnumerable<string> Mistakes(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command is { Action: null, Subcommands.Count: > 0 } && parsed.UnmatchedTokens.Count == 0)
        {
            return [$"A command is missing; expected {string.Join(", ", command.Subcommands.Select(sub => sub.Name))}."];
        }

        // A misspelt command is also a missing one; the later, more telling messages are kept.
        var names = command.Subcommands.Select(sub => sub.Name).Concat(command.Options.Select(option => option.Name)).ToList();
        return parsed.Errors
            .Skip(parsed.UnmatchedTokens.Count > 0 && parsed.Errors.Count > 1 ? 1 : 0)
            .Select(error => parsed.UnmatchedTokens.FirstOrDefault(token => error.Message.Contains($"'{token}'", StringComparison.Ordinal)) is { } token && NearestName.Of(token, names) is { } meant
                ? $"{error.Message} Did you mean '{meant}'?"
                : error.Message);
    }

    // Here and not only when the process ends: what could not be written must not look like success. A pipe whose reader has gone is no error.
    private static void Flush(TextWriter output)
    {
        try
        {
            output.Flush();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure(ExitCode.BadInput, $"standard output cannot be written: {(failure.InnerException ?? failure).Message}");
        }
    }

    private static string Path(Command command) => command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Path(parent)} {command.Name}" : "touchstone";
}
