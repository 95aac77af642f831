namespace Touchstone.Studies;

/// <summary>
/// A few doubles that are computed on at once. Every operation is rounded once, in every lane and on every machine, so eight lanes, four
/// lanes and one give the same bits.
/// </summary>
/// <typeparam name="TSelf">The kind of lanes.</typeparam>
internal interface ILanes<TSelf>
    where TSelf : unmanaged, ILanes<TSelf>
{
    /// <summary>How many doubles there are.</summary>
    static abstract int Width { get; }

    /// <summary>The same number in every lane.</summary>
    static abstract TSelf Of(double value);

    /// <summary>Numbers that stand one after another.</summary>
    static abstract TSelf Load(ref double first);

    /// <summary>Writes the lanes one after another.</summary>
    static abstract void Store(TSelf value, ref double first);

    /// <summary>Sum.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>Difference.</summary>
    static abstract TSelf operator -(TSelf left, TSelf right);

    /// <summary>Product.</summary>
    static abstract TSelf operator *(TSelf left, TSelf right);

    /// <summary>Quotient.</summary>
    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>Size without sign.</summary>
    static abstract TSelf Abs(TSelf value);

    /// <summary>left × right + sum, rounded once.</summary>
    static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf sum);

    /// <summary>sum − left × right, rounded once.</summary>
    static abstract TSelf MultiplySubtract(TSelf left, TSelf right, TSelf sum);

    /// <summary>In each lane the one choice where left is above right, the other elsewhere (also where a side is no number).</summary>
    static abstract TSelf WhereAbove(TSelf left, TSelf right, TSelf chosen, TSelf otherwise);

    /// <summary>Whether any lane is above zero.</summary>
    static abstract bool AnyPositive(TSelf value);
}
