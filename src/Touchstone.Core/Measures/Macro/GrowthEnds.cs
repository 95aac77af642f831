namespace Touchstone.Measures;

/// <summary>A published figure at both ends of a window, as a ratio.</summary>
internal sealed class GrowthEnds(Line line, BoundWindow window)
{
    private readonly RowFinder _find = Observation.Rows(line);

    /// <summary>The unit of growth: a choice of percent or logs.</summary>
    public static Parameter In { get; } = Parameter.Choice("in", "percent: as rates are quoted. logs: 100 times the natural logarithm, which adds up.", "percent", "logs");

    /// <summary>A growth as asked for, in percent or in logs.</summary>
    public static double Value(double ratio, string form) => form == "logs" ? 100 * Math.Log(ratio) : (ratio - 1) * 100;

    /// <summary>The formula with numbers for a growth as asked for.</summary>
    public static string Text(string ratio, string form) => form == "logs" ? $"100 * ln({ratio})" : $"{ratio} - 1";

    /// <summary>The last figure on or before the end over the last on or before the day that the window starts from.</summary>
    public Problem? Ratio(AsOf asOf, WorkingBuilder? working, out double ratio, out string terms)
    {
        (ratio, terms) = (0, "");
        var (from, to) = (-1, -1);
        var day = asOf.For(line.Subject.Mic) ?? line.Last;
        if ((DatedSpan.Of(window, day, line.First, working, out var first, out var last)
            ?? _find(AsOf.On(window.Window.Kind is WindowKind.All or WindowKind.Span ? first : first.AddDays(-1)), working, out from)
            ?? _find(AsOf.On(last), working, out to)) is { } problem)
        {
            return problem;
        }

        if (from == to)
        {
            return working?.Problem(ProblemKind.Undefined, $"The window {window.Window} begins and ends with the {line.Field} of {line.DateAt(to):yyyy-MM-dd}: there is no growth to measure.") ?? WorkingBuilder.Unspoken;
        }

        if (line.Values[from] <= 0 || line.Values[to] <= 0)
        {
            return working?.Problem(ProblemKind.Undefined, $"The {line.Field} of {line.Subject.Id} is {WorkingBuilder.Text(line.Values[from])} on {line.DateAt(from):yyyy-MM-dd} and {WorkingBuilder.Text(line.Values[to])} on {line.DateAt(to):yyyy-MM-dd}; growth needs both above zero.") ?? WorkingBuilder.Unspoken;
        }

        ratio = line.Values[to] / line.Values[from];
        terms = $"{WorkingBuilder.Text(line.Values[to])} / {WorkingBuilder.Text(line.Values[from])}";
        working?.Window(line.DateAt(from), line.DateAt(to));
        return null;
    }
}
