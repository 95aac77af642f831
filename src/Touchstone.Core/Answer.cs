using System.Diagnostics.CodeAnalysis;

namespace Touchstone;

/// <summary>A value with its working, or the problem that stands in its place.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly struct Answer<T> : IEquatable<Answer<T>>
{
    private readonly T? _value;
    private readonly Working? _working;
    private readonly Problem? _problem;

    private Answer(T value, Working working) => (_value, _working, _problem) = (value, working, null);

    private Answer(Problem problem) => (_value, _working, _problem) = (default, null, problem);

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool HasValue => _working is not null;

    /// <summary>The value; asking a problem for its value is a mistake of the caller.</summary>
    public T Value => HasValue ? _value! : throw new InvalidOperationException($"There is no value: {Problem.Message}");

    /// <summary>How the value was reached; asking a problem for it is a mistake of the caller.</summary>
    public Working Working => _working ?? throw new InvalidOperationException($"There is no working: {Problem!.Message}");

    /// <summary>The reason there is no value, or null when there is one.</summary>
    public Problem? Problem => HasValue ? null : _problem ?? NeverAsked;

    private static Problem NeverAsked { get; } = new(ProblemKind.Undefined, "The question was never asked.");

    /// <summary>A value with its working.</summary>
    /// <param name="value">The value.</param>
    /// <param name="working">How it was reached.</param>
    public static Answer<T> Of(T value, Working working) => new(value, working ?? throw new ArgumentNullException(nameof(working)));

    /// <summary>No value, for a reason.</summary>
    /// <param name="problem">The reason.</param>
    public static Answer<T> Of(Problem problem) => new(problem ?? throw new ArgumentNullException(nameof(problem)));

    /// <summary>A problem is an answer.</summary>
    /// <param name="problem">The reason.</param>
    public static implicit operator Answer<T>(Problem problem) => Of(problem);

    /// <summary>Applies a function to the value; a problem passes through.</summary>
    /// <typeparam name="TResult">The new value's type.</typeparam>
    /// <param name="map">The function.</param>
    public Answer<TResult> Map<TResult>(Func<T, TResult> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return HasValue ? Answer<TResult>.Of(map(_value!), _working!) : Answer<TResult>.Of(Problem);
    }

    /// <inheritdoc/>
    public bool Equals(Answer<T> other) =>
        EqualityComparer<T?>.Default.Equals(_value, other._value) && Equals(_working, other._working) && Equals(_problem, other._problem);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Answer<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_value, _problem);

    /// <summary>Same value and working, or same problem.</summary>
    public static bool operator ==(Answer<T> left, Answer<T> right) => left.Equals(right);

    /// <summary>Another value, working or problem.</summary>
    public static bool operator !=(Answer<T> left, Answer<T> right) => !left.Equals(right);
}
