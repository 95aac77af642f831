using System.Security.Cryptography;
using System.Text;

namespace Touchstone.Web.Safety;

/// <summary>The name of an answer: a hash of the program, the package and the question, from which it follows.</summary>
internal static class ProgramHash
{
    private const int Length = 32;

    private static readonly string Program = string.Join(' ', new[] { typeof(ProgramHash), typeof(Answer<>), typeof(Charts.Chart), typeof(Figure), typeof(Json.CheckJson) }.Select(type => type.Module.ModuleVersionId.ToString("N")));

    /// <summary>The name, in hexadecimal.</summary>
    /// <param name="package">The hash of the package.</param>
    /// <param name="path">The path asked for.</param>
    /// <param name="question">What else was asked.</param>
    public static string With(string package, string? path, string question) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Program}\n{package}\n{path}\n{question}")))[..Length];
}
