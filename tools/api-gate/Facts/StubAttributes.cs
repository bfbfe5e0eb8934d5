using System;
using System.Linq;

namespace Haip.ApiGate.Facts;

/// <summary>Writes attributes that change what compiles, or what it compiles to.</summary>
internal static class StubAttributes
{
    /// <summary>The attribute that a tag of the facts stands for; empty when it stands for something else.</summary>
    /// <exception cref="FormatException">The format has no such tag.</exception>
    public static string Of(string tag)
    {
        string[] words = tag.Split(' ', 2);

        return words[0] switch
        {
            "Flags" => "[global::System.Flags]\n",
            "Conditional" => $"[global::System.Diagnostics.Conditional(\"{words[1]}\")]\n",
            "IndexerName" => $"[global::System.Runtime.CompilerServices.IndexerName(\"{words[1]}\")]\n",
            "Obsolete:" => $"[global::System.Obsolete({Quote(words[1])})]\n",
            "Obsolete" => $"[global::System.Obsolete({Quote(words[1]["error: ".Length..])}, true)]\n",
            "AttributeUsage" => Usage(words[1]),
            "PrivateState" => "",
            _ => throw new FormatException("unknown tag: " + tag),
        };
    }

    private static string Usage(string text)
    {
        string[] words = text.Split(' ');
        string targets = string.Join(" | ", words[0].Split('|').Select(target => "global::System.AttributeTargets." + target));
        return $"[global::System.AttributeUsage({targets}, {words[1].Replace("=", " = ", StringComparison.Ordinal)}, {words[2].Replace("=", " = ", StringComparison.Ordinal)})]\n";
    }

    private static string Quote(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
