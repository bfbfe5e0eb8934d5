using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace Haip.ApiGate.Facts;

/// <summary>The public API of one nanoFramework class library, read from its file in <c>api/</c>.</summary>
/// <param name="Package">As in the file's header: id and version.</param>
public sealed record ApiAssembly(string Name, string Package, IReadOnlyList<ApiType> Types)
{
    private const string Folder = "api/";

    /// <summary>Every library whose facts are part of this program.</summary>
    public static IReadOnlyList<ApiAssembly> All { get; } =
        [.. typeof(ApiAssembly).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read)];

    private static ApiAssembly Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return Parse(reader.ReadToEnd());
    }

    /// <summary>Reads a file of facts; its format is described in <c>api/README.md</c>.</summary>
    /// <exception cref="FormatException">A line does not follow the format.</exception>
    public static ApiAssembly Parse(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] header = lines[0].Split(" · ");
        string name = header[0]["# assembly ".Length..];
        var types = new List<ApiType>();

        foreach (string line in lines.Skip(1))
        {
            string fact = line[(name.Length + 2)..];

            if (FactLine.TryType(fact) is { } type)
            {
                types.Add(type);
            }
            else
            {
                types[^1].Members.Add(FactLine.Member(fact, types[^1].FullName));
            }
        }

        return new ApiAssembly(name, header[1]["package ".Length..], types);
    }
}
