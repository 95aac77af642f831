namespace Touchstone.Views;

/// <summary>Working in words: formula, steps, inputs with their places, conventions.</summary>
internal static class WorkingTerms
{
    /// <summary>The lines of a working, each with what leads it.</summary>
    /// <param name="working">The working.</param>
    public static IEnumerable<(string Lead, string Text)> Of(Working working)
    {
        yield return ("formula", working.Formula);
        foreach (var step in working.Steps)
        {
            yield return (step.Name, $"{step.Formula} = {Figure.Text(step.Value, step.Unit.ToString())}");
        }

        foreach (var input in working.Inputs)
        {
            yield return ("input", $"{input.Instrument} {input.Field} {input.Date:yyyy-MM-dd} = {Figure.Exact(input.Value)}  ({input.Source})");
        }

        foreach (var convention in working.Conventions)
        {
            yield return ("note", convention);
        }
    }
}
