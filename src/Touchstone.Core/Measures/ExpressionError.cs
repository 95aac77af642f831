namespace Touchstone.Measures;

/// <summary>Why a text is not an expression, and where.</summary>
/// <param name="Text">The text that was read.</param>
/// <param name="Position">The first wrong character, from 0; the length of the text when something is missing at its end.</param>
/// <param name="Message">A sentence for the person who typed it.</param>
/// <param name="Suggestion">The nearest name that would have been right, or null.</param>
public sealed record ExpressionError(string Text, int Position, string Message, string? Suggestion = null)
{
    /// <summary>The text, and a line below it with a caret under the first wrong character.</summary>
    public string Pointer() => $"{Text}\n{new string(' ', Position)}^";

    /// <summary>The message, with the suggestion as a question when there is one.</summary>
    public override string ToString() => Suggestion is null ? Message : $"{Message} Did you mean '{Suggestion}'?";
}

/// <summary>An expression, or why the text is none.</summary>
public sealed record ParsedExpression
{
    private ParsedExpression(Expression? value, ExpressionError? error) => (Value, Error) = (value, error);

    /// <summary>The expression, or null when there is an error.</summary>
    public Expression? Value { get; }

    /// <summary>The error, or null when there is an expression.</summary>
    public ExpressionError? Error { get; }

    internal static ParsedExpression Of(Expression value) => new(value, null);

    internal static ParsedExpression Of(ExpressionError error) => new(null, error);
}
