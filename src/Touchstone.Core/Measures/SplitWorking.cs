namespace Touchstone.Measures;

/// <summary>Says in the working that a split lies between two closes as traded.</summary>
internal static class SplitWorking
{
    public static void ExplainSplit(this Line line, WorkingBuilder working, int from, int to)
    {
        var split = line.SplitBetween(from, to);
        if (split == 1)
        {
            return;
        }

        working.Step("split", $"{WorkingBuilder.Text(split)} shares for one between {line.DateAt(from):yyyy-MM-dd} and {line.DateAt(to):yyyy-MM-dd}", split, Unit.Number);
        foreach (var action in line.Subject.Splits.Where(action => action.ExDate > line.DateAt(from) && action.ExDate <= line.DateAt(to)))
        {
            working.Input(new Input(line.Subject.Id, action.Kind, action.ExDate, action.Ratio!.Value, Unit.Number, action.Source.ToString(), action.Source.File?.Sha256 ?? ""));
        }

        working.Convention($"Closes are as traded; {WorkingBuilder.Text(split)} new shares for one old between the two days are allowed for.");
    }
}
