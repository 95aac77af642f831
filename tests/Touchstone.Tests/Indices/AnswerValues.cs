using System.Diagnostics.CodeAnalysis;

namespace Touchstone.Tests.Indices;

internal static class AnswerValues
{
    /// <summary>The value, when there is one.</summary>
    public static bool TryValue<T>(this Answer<T> answer, [NotNullWhen(true)] out T? value)
        where T : class
    {
        value = answer.HasValue ? answer.Value : null;
        return answer.HasValue;
    }
}
