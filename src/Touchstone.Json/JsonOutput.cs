using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Touchstone.Json;

/// <summary>The one way JSON leaves Touchstone, by command line and by REST: indented, UTF-8, every member written, absent values as null.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",

        // "Unsafe" is about JSON pasted into HTML, which this is not; quotes and accents stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes one document and a line feed.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="write">Writes the document.</param>
    public static void Write(TextWriter output, Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            write(json);
        }

        output.Write(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
        output.Write('\n');
    }

    /// <summary>A text, or null.</summary>
    public static void Text(this Utf8JsonWriter json, string name, string? value) => json.WriteString(name, value);

    /// <summary>A day in ISO form, or null.</summary>
    public static void Day(this Utf8JsonWriter json, string name, DateOnly? value) => json.WriteString(name, value?.ToString("yyyy-MM-dd"));

    /// <summary>A number with all its digits, or null.</summary>
    public static void Number(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>True, false or null.</summary>
    public static void Truth(this Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } truth)
        {
            json.WriteBoolean(name, truth);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>A list of objects.</summary>
    public static void List<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A list of texts.</summary>
    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStringValue(item);
        }

        json.WriteEndArray();
    }

    /// <summary>An object, or null.</summary>
    public static void Object<T>(this Utf8JsonWriter json, string name, T? item, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        if (item is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        write(json, item);
        json.WriteEndObject();
    }
}
