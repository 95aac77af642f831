using System.Text;
using Touchstone.Indices;

namespace Touchstone.Tests.Indices.Rulebooks;

/// <summary>Whatever bytes are given, there is a rulebook or there are problems, soon.</summary>
public class HostileTextTests
{
    public static TheoryData<string, byte[], string> Texts => new()
    {
        { "nothing", [], "1: The file is empty; expected a rulebook, beginning with 'identity:'." },
        { "comments alone", "# nothing\n\n"u8.ToArray(), "1: The file is empty; expected a rulebook, beginning with 'identity:'." },
        { "an empty document", "---\n"u8.ToArray(), "1: The file is empty; expected a rulebook, beginning with 'identity:'." },
        { "a word", "hello\n"u8.ToArray(), "1: The file holds 'hello'; expected the keys of a rulebook, beginning with 'identity:'." },
        { "a list", "\n- a\n"u8.ToArray(), "2: The file holds a list; expected the keys of a rulebook, beginning with 'identity:'." },
        { "UTF-16, little end first", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(RulebookTexts.Good)], "1: The file is UTF-16; save it as UTF-8." },
        { "UTF-16, big end first", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(RulebookTexts.Good)], "1: The file is UTF-16; save it as UTF-8." },
        { "UTF-16 without a mark", Encoding.Unicode.GetBytes(RulebookTexts.Good), "1: The file is UTF-16; save it as UTF-8." },
        { "Latin-1", [.. "identity:\n  name: Caf"u8, 0xE9, .. "\n"u8], "2: Byte 0xE9 is not UTF-8; save the file as UTF-8." },
        { "cut within a letter", [.. "a: 1\nb: "u8, 0xE6, 0xB2], "2: Byte 0xE6 is not UTF-8; save the file as UTF-8." },
        { "binary", [.. "identity:\n  id: "u8, 0x07, 0x00], "2: Character U+0007 has no place in a text; remove it." },
        { "a mark that ends lines in YAML alone", Encoding.UTF8.GetBytes("a: 1\nb: \u2028c\n"), "2: Character U+2028 has no place in a text; remove it." },
        { "tabs", "identity:\n\tid: X\n \tname: X\n"u8.ToArray(), "2: A tab stands before the text of the line; indent with spaces.\n3: A tab stands before the text of the line; indent with spaces." },
        { "deep brackets", Encoding.UTF8.GetBytes("a: " + new string('[', 100_000)), "1: Blocks stand inside blocks more than 24 deep; no rulebook needs that." },
        { "deep braces", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{a: ", 100_000))), "1: Blocks stand inside blocks more than 24 deep; no rulebook needs that." },
        { "deep lists", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("- ", 100_000))), "1: Blocks stand inside blocks more than 24 deep; no rulebook needs that." },
        { "too large", new byte[(1 << 20) + 1], "1: The file has more than 1048576 bytes, which no rulebook needs; expected a smaller file." },
        { "two documents", "a: 1\n---\nb: 1\n"u8.ToArray(), "2: A second document begins; a file holds one rulebook." },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_IsRefusedInWords(string what, byte[] bytes, string faults)
    {
        var problems = RulebookReader.Read("x", bytes).Problems;
        Assert.True(problems.Select(problem => problem.ToString()["x:".Length..]).SequenceEqual(faults.Split('\n')), $"{what}: {string.Join('\n', problems)}");
    }

    [Fact]
    public void NestedAliases_AreRefusedBeforeTheyGrow()
    {
        var text = "a: &a [x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 20).Select(i => $"b{i}: &b{i} [{string.Join(", ", Enumerable.Repeat(i == 1 ? "*a" : $"*b{i - 1}", 9))}]\n"));
        var problems = RulebookReader.Read("x.yaml", Encoding.UTF8.GetBytes(text)).Problems;
        Assert.Equal(1 + (20 * 10), problems.Length);
        Assert.Equal("x.yaml:1: &a names a part for repeating; write the values out.", problems[0].ToString());
    }

    [Fact]
    public void ManyFaults_AreCountedBeyondAThousand()
    {
        var text = "reviews:\n" + string.Concat(Enumerable.Repeat("- x\n", 200_000));
        var problems = RulebookReader.Read("x.yaml", Encoding.UTF8.GetBytes(text)).Problems;
        Assert.Equal(1001, problems.Length);
        Assert.Equal("x.yaml: There are 199003 more faults; mend these first.", problems[^1].ToString());
    }

    [Fact]
    public void LongWords_AreCut()
    {
        var text = RulebookTexts.Changed("HKD", new string('x', 500_000)) + "\n" + new string('y', 200_000) + ": 1\n";
        Assert.All(RulebookReader.Read("x.yaml", Encoding.UTF8.GetBytes(text)).Problems, problem => Assert.InRange(problem.Message.Length, 1, 400));
    }

    [Fact]
    public void ChangedBytes_GiveARulebookOrProblems() => Property.Holds(
        random =>
        {
            var bytes = Encoding.UTF8.GetBytes(RulebookTexts.Good).ToList();
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                Change(bytes, random);
            }

            IsWhole(bytes.ToArray());
        },
        1500);

    [Fact]
    public void ChangedLines_GiveARulebookOrProblems() => Property.Holds(
        random =>
        {
            var lines = RulebookTexts.Good.Split('\n').ToList();
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                var (from, to) = (random.Next(lines.Count), random.Next(lines.Count));
                switch (random.Next(4))
                {
                    case 0: lines.RemoveAt(from); break;
                    case 1: lines.Insert(to, lines[from]); break;
                    case 2: (lines[from], lines[to]) = (lines[to], lines[from]); break;
                    default: lines[from] = new string(' ', random.Next(8)) + lines[from].TrimStart(); break;
                }
            }

            IsWhole(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        },
        1500);

    private static void Change(List<byte> bytes, Random random)
    {
        var marks = ":-[]{},&*!|>'\"%@`#?~\n \t0123456789abcXYZ\0\u00E9"u8;
        var at = random.Next(bytes.Count);
        switch (random.Next(4))
        {
            case 0: bytes[at] = marks[random.Next(marks.Length)]; break;
            case 1: bytes.Insert(at, marks[random.Next(marks.Length)]); break;
            case 2: bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at)); break;
            default: bytes[at] = (byte)random.Next(256); break;
        }
    }

    // A rulebook without problems, or problems with lines of the file and no rulebook; the same each time.
    private static void IsWhole(byte[] bytes)
    {
        var loaded = RulebookReader.Read("x.yaml", bytes);
        Assert.Equal(loaded.Problems.IsEmpty, loaded.Value is not null);
        Assert.Equal(loaded.Problems.ToArray(), RulebookReader.Read("x.yaml", bytes).Problems.ToArray());
        var lines = bytes.Count(one => one == (byte)'\n') + 1;
        Assert.All(loaded.Problems, problem => Assert.InRange(int.Parse(problem.Source!.Split(':')[1]), 1, lines));
    }
}
