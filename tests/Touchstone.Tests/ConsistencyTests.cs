using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Touchstone.Tests;

/// <summary>Rules about the whole library. A failure lists the offenders.</summary>
public class ConsistencyTests
{
    private static readonly string[] EmptyWords = ["Helper", "Helpers", "Manager", "Utils", "Util", "Service", "Impl"];

    /// <summary>What each folder may use: only what stands left of it in the story.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Data"] = [],
        ["Indices"] = ["Data"],
        ["Studies"] = ["Data"],
        ["Measures"] = ["Data", "Indices", "Studies"],
        ["Claims"] = ["Data", "Indices", "Studies", "Measures"],
        ["Briefs"] = ["Data", "Indices", "Studies", "Measures", "Claims"],
        ["Samples"] = [],
    };

    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static IEnumerable<Type> CoreTypes => typeof(Answer<>).Assembly.GetTypes().Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute), false) && type.Namespace?.StartsWith("Touchstone", StringComparison.Ordinal) == true);

    private static IEnumerable<Type> PublicTypes => CoreTypes.Where(type => type.IsVisible);

    [Fact]
    public void Structs_AreReadOnly() =>
        AssertNone(PublicTypes.Where(type => type.IsValueType && !type.IsEnum && !type.IsDefined(typeof(IsReadOnlyAttribute), false)));

    [Fact]
    public void Names_SayWhatThingsAre() =>
        AssertNone(CoreTypes.Where(type => EmptyWords.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal))));

    [Fact]
    public void Fields_AreNotPublic() =>
        AssertNone(PublicTypes.Where(type => !type.IsEnum).SelectMany(type => type.GetFields().Where(field => !field.IsLiteral && !field.IsInitOnly).Select(field => $"{type}.{field.Name}")));

    [Fact]
    public void Properties_CannotBeSetAfterMaking() =>
        AssertNone(PublicTypes.SelectMany(type => type.GetProperties(Declared).Where(property => property.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))).Select(property => $"{type}.{property.Name}")));

    [Fact]
    public void Interfaces_HaveMoreThanOneImplementation() =>
        AssertNone(PublicTypes.Where(type => type.IsInterface && CoreTypes.Count(other => !other.IsInterface && type.IsAssignableFrom(other)) < 2));

    [Fact]
    public void Folders_UseOnlyWhatStandsLeftOfThem()
    {
        var core = Repository.PathOf("src", "Touchstone.Core");
        var faults =
            from file in Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories)
            let folder = Path.GetRelativePath(core, file) is var inside && inside.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) ? inside.Split(Path.DirectorySeparatorChar)[0] : ""
            where folder is not ("obj" or "bin")
            from used in Regex.Matches(WithoutComments(File.ReadAllText(file)), @"\bTouchstone\.(Data|Indices|Measures|Studies|Claims|Briefs|Samples|Cli)\b").Select(match => match.Groups[1].Value).Distinct()
            where used != folder && !Allowed.GetValueOrDefault(folder, []).Contains(used)
            select $"{Path.GetRelativePath(core, file)} uses {used}";

        AssertNone(faults);
    }

    [Fact]
    public void Files_SpeakOfNoMachine()
    {
        var texts = new[] { "src", "docs", "samples", "README.md", "CHANGELOG.md", "CONTRIBUTING.md" }
            .Select(name => Repository.PathOf(name))
            .SelectMany(path => File.Exists(path) ? [path] : Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : Enumerable.Empty<string>())
            .Where(path => Path.GetExtension(path) is ".cs" or ".md" or ".json" or ".html");

        AssertNone(texts.Where(path => Regex.IsMatch(File.ReadAllText(path), @"(?<![\w.])/(work|home|root|Users)/")));
    }

    private static string WithoutComments(string code) => Regex.Replace(code, @"^\s*//.*$", "", RegexOptions.Multiline);

    private static void AssertNone(IEnumerable<object> offenders) => Assert.Equal("", string.Join('\n', offenders));
}
