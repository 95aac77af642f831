namespace Touchstone.Indices;

/// <summary>Reads <c>selection</c> and <c>fastEntry</c>.</summary>
internal static class SelectionBlock
{
    private static readonly string[] RankedKeys = ["count", "buffer", "turnoverLimit", "reserve", "replacesFromReserve"];

    /// <summary>Reads <c>selection</c>.</summary>
    /// <param name="block">The block.</param>
    public static Selection? Read(YamlBlock block)
    {
        var before = block.Faults.Count;
        var method = block.Word<SelectionMethod>("method") ?? SelectionMethod.Ranked;
        var isRanked = method == SelectionMethod.Ranked;
        var count = block.Whole("count", 1, required: isRanked && block.Faults.Count == before);
        var buffer = block.Block("buffer");
        var enter = buffer?.Whole("enter", 1);
        var stay = buffer?.Whole("stay", 1);
        var once = buffer?.Truth("once");
        Buffer(buffer, count, enter, stay, once);
        var turnover = block.Share("turnoverLimit");
        var reserve = block.Whole("reserve", 0);
        var replaces = block.Truth("replacesFromReserve");
        foreach (var key in RankedKeys.Where(key => !isRanked && block.Has(key)))
        {
            block.Fault(key, $"says nothing when {(method == SelectionMethod.All ? "all that pass are taken" : "the members are the published ones")}; expected 'method: ranked', or no {key}.");
        }

        if (replaces == true && reserve is null or 0)
        {
            block.Fault("replacesFromReserve", "is true without a reserve list; expected 'reserve' of 1 or more.");
        }

        block.Close();
        return block.Faults.Count != before ? null : new Selection
        {
            Method = method,
            Count = count,
            EnterWithin = enter,
            StayWithin = stay,
            StayOnce = once ?? false,
            TurnoverLimit = turnover,
            Reserve = reserve ?? 0,
            ReplacesFromReserve = replaces ?? false,
        };
    }

    /// <summary>Reads <c>fastEntry</c>.</summary>
    /// <param name="block">The block.</param>
    public static FastEntry? ReadFastEntry(YamlBlock block)
    {
        var before = block.Faults.Count;
        var rank = block.Whole("rankWithin", 1, required: true);
        var session = block.Whole("rankSession", 1, 1000, required: true);
        var join = block.Whole("joinAfterSessions", 1, 1000, required: true);
        var removes = block.Truth("removesLast") ?? false;
        if (join < session)
        {
            block.Fault("joinAfterSessions", $"is {join}, before the rank is known after session {session}; expected {session} or more.");
        }

        block.Close();
        return block.Faults.Count == before ? new FastEntry(rank!.Value, session!.Value, join!.Value, removes) : null;
    }

    private static void Buffer(YamlBlock? buffer, int? count, int? enter, int? stay, bool? once)
    {
        if (buffer is null)
        {
            return;
        }

        if (!buffer.Has("enter") && !buffer.Has("stay"))
        {
            buffer.Faults.Add(buffer.Line, $"{buffer.Path} is empty; expected 'enter', 'stay' or both.");
        }

        if (enter > count)
        {
            buffer.Fault("enter", $"is {enter}; expected at most the count of {count}: a name below it cannot join for certain.");
        }

        if (stay < count)
        {
            buffer.Fault("stay", $"is {stay}; expected at least the count of {count}: a member within it does not leave.");
        }

        if (once == true && !buffer.Has("stay"))
        {
            buffer.Fault("once", "says nothing without 'stay'; expected both.");
        }

        buffer.Close();
    }
}
