using System.Runtime.CompilerServices;

namespace Touchstone.Tests;

/// <summary>Compares output with a file that a person can read. UPDATE_GOLDEN=1 rewrites the file; read the diff before you commit it.</summary>
public static class Golden
{
    /// <summary>Whether files are to be rewritten.</summary>
    public static bool Update => Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    /// <summary>The output must equal <c>Expected/name</c> beside the test's source file.</summary>
    public static void Matches(string actual, string name, [CallerFilePath] string testFile = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(testFile)!, "Expected", name);
        if (Update)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{path} is missing; run the tests once with UPDATE_GOLDEN=1 and read what they write.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
