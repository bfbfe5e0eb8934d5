using System;
using System.Collections.Generic;
using System.Text.Json;

namespace Haip.VirtualBoard.Files;

/// <summary>A JSON value that knows its file and its path, so that whatever is wrong with it can be said in one line.</summary>
internal readonly record struct InputValue(string File, string Path, JsonElement Element)
{
    private const int LongestShown = 60;

    public bool IsObject => Element.ValueKind == JsonValueKind.Object;

    /// <summary>The members of an object, in the order of the file.</summary>
    /// <exception cref="InputFileException">Not an object, or a key stands twice: nobody can know which of the two was meant.</exception>
    public OrderedDictionary<string, InputValue> Members()
    {
        Require(JsonValueKind.Object, "an object");
        var members = new OrderedDictionary<string, InputValue>();

        foreach (JsonProperty property in Element.EnumerateObject())
        {
            string name = Decoded(() => property.Name);
            var value = new InputValue(File, Path.Length == 0 ? name : $"{Path}.{name}", property.Value);

            if (!members.TryAdd(name, value))
            {
                throw value.Error("stands here twice");
            }
        }

        return members;
    }

    /// <exception cref="InputFileException">Not an array.</exception>
    public List<InputValue> Items()
    {
        Require(JsonValueKind.Array, "an array");
        var items = new List<InputValue>();

        foreach (JsonElement item in Element.EnumerateArray())
        {
            items.Add(new InputValue(File, $"{Path}[{items.Count}]", item));
        }

        return items;
    }

    /// <exception cref="InputFileException">Not a number, or outside its range.</exception>
    public double Number(double min, double max, string unit)
    {
        Require(JsonValueKind.Number, "a number");
        double value = Element.GetDouble();

        if (min <= value && value <= max)
        {
            return value;
        }

        (string side, double limit) = value < min ? ("below", min) : ("above", max);
        throw Error($"{Shown(Element.GetRawText())} is {side} {NumberText.WithUnit(NumberText.Of(limit), unit)}; allowed {NumberText.Range(min, max, unit)}");
    }

    /// <exception cref="InputFileException">Not a whole number, or outside its range.</exception>
    public int WholeNumber(int min, int max)
    {
        double value = Number(min, max, "");
        return value == Math.Truncate(value) ? (int)value : throw Error($"{Shown(Element.GetRawText())} is not a whole number");
    }

    /// <exception cref="InputFileException">Not text.</exception>
    public string Text()
    {
        Require(JsonValueKind.String, "text");
        JsonElement element = Element;
        return Decoded(() => element.GetString()!);
    }

    /// <summary>"file: path: what is wrong".</summary>
    public InputFileException Error(string what) => new(Path.Length == 0 ? $"{File}: {what}" : $"{File}: {Shown(Path)}: {what}");

    /// <summary>"file: path is not a key; did you mean X?"</summary>
    /// <param name="owner">Whose keys these are, in the words of the message: "a key" or "a key of occlude".</param>
    /// <param name="typed">The key as written, without the path above it.</param>
    /// <param name="names">What it could have been.</param>
    /// <param name="document">Where all keys are listed, for a key that is near to none.</param>
    public InputFileException UnknownKey(string owner, string typed, IEnumerable<string> names, string document)
    {
        string hint = Nearest.Hint(typed, names);
        return new InputFileException($"{File}: {Shown(Path)} is not {owner}{(hint.Length == 0 ? $"; {document} lists them" : hint)}");
    }

    /// <summary>Text from outside, short enough for one line.</summary>
    public static string Shown(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "...";

    private void Require(JsonValueKind kind, string needed)
    {
        if (Element.ValueKind != kind)
        {
            throw Error($"{needed} is needed, not {Kind(Element.ValueKind)}");
        }
    }

    // Half of a surrogate pair, written as an escape, passes the parser and fails only here.
    private string Decoded(Func<string> text)
    {
        try
        {
            return text();
        }
        catch (InvalidOperationException)
        {
            throw Error("holds an escape that is no character");
        }
    }

    private static string Kind(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
