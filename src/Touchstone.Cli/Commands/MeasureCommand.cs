using System.CommandLine;
using Touchstone.Json;
using Touchstone.Cli.Sources;
using Touchstone.Cli.Terminal;
using Touchstone.Measures;

namespace Touchstone.Cli.Commands;

/// <summary><c>touchstone measure</c>: one expression, or the catalogue.</summary>
internal static class MeasureCommand
{
    public static Command Create(Host host)
    {
        var expression = new Argument<string>("EXPRESSION")
        {
            Description = "A measure with its arguments and day: \"return(HARB, ytd) @ 2025-02-28\".",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var data = Options.Data();
        data.Required = false;
        var list = new Option<bool>("--list") { Description = "Explain every measure of the catalogue." };
        var json = Options.Json();
        var command = new Command("measure", "Measure one thing, with its working.") { expression, data, list, json };
        command.Validators.Add(result =>
        {
            var listed = result.GetValue(list);
            if (listed == result.GetValue(expression) is not null)
            {
                result.AddError(listed ? "--list takes no expression." : "An expression is missing, such as \"return(HARB, ytd)\"; --list shows the measures.");
            }
            else if (!listed && result.GetValue(data) is null)
            {
                result.AddError("--data is missing; expected the folder of a data package.");
            }
        });
        command.SetAction(parsed => parsed.GetValue(list)
            ? List(parsed.GetValue(json), host)
            : Measure(parsed.GetValue(expression)!, parsed.GetValue(data)!, parsed.GetValue(json), host));
        return command;
    }

    private static int List(bool json, Host host)
    {
        if (json)
        {
            MeasureJson.WriteCatalogue(host.Out);
        }
        else
        {
            Sheet.Write(MeasureView.OfCatalogue(), host);
        }

        return ExitCode.Done;
    }

    private static int Measure(string text, string folder, bool json, Host host)
    {
        var parsed = Expression.Parse(text);
        if (parsed.Error is { } error)
        {
            throw new CommandFailure(ExitCode.Usage, $"{error}\n{error.Pointer()}");
        }

        var market = PackageFolder.Open(folder, host);
        var expression = parsed.Value!;
        var answer = new Evaluator(market).Evaluate(expression);
        if (json)
        {
            MeasureJson.Write(expression, answer, market, host.Out);
        }
        else if (answer.HasValue)
        {
            Sheet.Write(MeasureView.Of(expression, answer), host);
        }

        if (answer.Problem is not { } problem)
        {
            return ExitCode.Done;
        }

        host.Error.WriteLine($"touchstone: {expression}: {problem}");
        return ExitCode.Of(problem.Kind);
    }
}
