using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Touchstone.Indices;

/// <summary>Reads YAML text into nodes with lines: one document of keys, lists and values, without anchors, aliases and tags.</summary>
internal sealed class YamlDocument
{
    private const int Deepest = 24;

    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private readonly RulebookFaults _faults;
    private readonly int _lines;
    private bool _isTooDeep;

    private YamlDocument(string text, RulebookFaults faults)
    {
        _scanner = new Scanner(new StringReader(text));
        _parser = new Parser(_scanner);
        _faults = faults;
        _lines = text.AsSpan().TrimEnd().Count('\n') + 1;
    }

    /// <summary>Reads a text; null when it is no such document.</summary>
    /// <param name="text">The text.</param>
    /// <param name="faults">Where faults go.</param>
    public static YamlMap? Read(string text, RulebookFaults faults)
    {
        var before = faults.Count;
        var document = new YamlDocument(text, faults);
        try
        {
            var map = document.Root();
            return faults.Count == before ? map : null;
        }
        catch (YamlException) when (document._isTooDeep)
        {
            return null;
        }
        catch (YamlException broken)
        {
            faults.Add(document.LineOf(broken.Start), NotYaml(broken.Message));
            return null;
        }
        catch (InvalidOperationException)
        {
            // The scanner's own state, after brackets that are not closed.
            faults.Add(document.LineOf(document._scanner.CurrentPosition), NotYaml("brackets or keys are not closed"));
            return null;
        }
    }

    private YamlMap? Root()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            _faults.Add(1, "The file is empty; expected a rulebook, beginning with 'identity:'.");
            return null;
        }

        var root = Node(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
        {
            _faults.Add(LineOf(second.Start), "A second document begins; a file holds one rulebook.");
            return null;
        }

        switch (root)
        {
            case YamlMap map:
                return map;
            case YamlText { IsEmpty: true }:
                _faults.Add(1, "The file is empty; expected a rulebook, beginning with 'identity:'.");
                return null;
            default:
                _faults.Add(root.Line, $"The file holds {root.Shown}; expected the keys of a rulebook, beginning with 'identity:'.");
                return null;
        }
    }

    private YamlNode Node(int depth)
    {
        var met = _parser.Consume<ParsingEvent>();
        var line = LineOf(met.Start);
        if (depth > Deepest)
        {
            _faults.Add(line, $"Blocks stand inside blocks more than {Deepest} deep; no rulebook needs that.");
            _isTooDeep = true;
            throw new YamlException(met.Start, met.End, "too deep");
        }

        if (met is AnchorAlias alias)
        {
            _faults.Add(line, $"*{YamlText.Short(alias.Value.Value)} repeats another part; write the values out.");
            return new YamlText(line, "", false);
        }

        if (met is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            _faults.Add(line, $"&{YamlText.Short(anchored.Anchor.Value)} names a part for repeating; write the values out.");
        }

        if (met is NodeEvent { Tag.IsEmpty: false } tagged)
        {
            _faults.Add(line, $"{YamlText.Short(tagged.Tag.Value)} is a type tag; write the value alone.");
        }

        return met switch
        {
            Scalar scalar => new YamlText(line, scalar.Value, scalar.Style != ScalarStyle.Plain),
            SequenceStart => List(line, depth),
            _ => Map(line, depth),
        };
    }

    private YamlList List(int line, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(depth + 1));
        }

        return new YamlList(line, items.DrainToImmutable());
    }

    private YamlMap Map(int line, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(depth + 1);
            var value = Node(depth + 1);
            if (key is YamlText text)
            {
                entries.Add(new YamlEntry(text.Value, key.Line, value is YamlText { Value: "" } nothing ? nothing with { Line = key.Line } : value));
            }
            else
            {
                _faults.Add(key.Line, $"A key is {key.Shown}; expected a word.");
            }
        }

        return new YamlMap(line, entries.DrainToImmutable());
    }

    private static string NotYaml(string reason) =>
        $"This is not YAML: {reason.TrimEnd('.')}. Look at colons, indentation, brackets and quotation marks here and above.";

    // The end of the text may be met on a line after the last.
    private int LineOf(Mark mark) => (int)Math.Clamp(mark.Line, 1, _lines);
}
