namespace Touchstone.Measures;

/// <summary>Sums of a line over a run of rows, with every row told.</summary>
internal static class FlowRows
{
    /// <summary>The sum of the rows from one to another, both included.</summary>
    public static double Sum(this Line line, int first, int last)
    {
        var sum = 0.0;
        for (var row = first; row <= last; row++)
        {
            sum += line.Values[row];
        }

        return sum;
    }

    /// <summary>Tells every row as an input.</summary>
    public static void Explain(this Line line, WorkingBuilder? working, int first, int last)
    {
        for (var row = first; working is not null && row <= last; row++)
        {
            foreach (var input in line.InputsAt(row))
            {
                working.Input(input);
            }
        }
    }
}
