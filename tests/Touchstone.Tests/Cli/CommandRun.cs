using System.Text;
using Touchstone.Cli;

namespace Touchstone.Tests.Cli;

/// <summary>A command run in process, with what it wrote. Arguments that name files of the repository are found from anywhere.</summary>
internal sealed record CommandRun(int Code, string Out, string Error)
{
    public static CommandRun Of(params string[] arguments) => With(new Dictionary<string, string>(), false, "", arguments);

    public static CommandRun OnTerminal(int width, Dictionary<string, string> variables, params string[] arguments) => With(variables, true, "", arguments, width);

    public static CommandRun WithInput(string input, params string[] arguments) => With(new Dictionary<string, string>(), false, input, arguments);

    private static CommandRun With(Dictionary<string, string> variables, bool terminal, string input, string[] arguments, int width = 80)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var host = new Host
        {
            Out = output,
            Error = error,
            Input = () => new MemoryStream(Encoding.UTF8.GetBytes(input)),
            Variable = name => variables.GetValueOrDefault(name),
            IsTerminal = terminal,
            Width = width,
        };
        var code = Application.Run([.. arguments.Select(Locate)], host);
        return new CommandRun(code, Relative(output), Relative(error));
    }

    private static string Locate(string argument) => argument.StartsWith("samples/harbour", StringComparison.Ordinal) ? SampleCopy.Folder + argument["samples/harbour".Length..] : argument;

    private static string Relative(StringWriter writer) => writer.ToString().Replace(Repository.Root + "/", "", StringComparison.Ordinal);
}
