using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Haip.ApiGate.Facts;

/// <summary>Takes a line of facts apart.</summary>
internal static partial class FactLine
{
    private static readonly string[] s_modifiers = ["const", "static", "readonly", "volatile", "abstract", "virtual", "override", "sealed", "protected", "event"];

    /// <summary>The type that a line declares; null when it declares a member.</summary>
    public static ApiType? TryType(string fact)
    {
        (string declaration, List<string> tags) = SplitTags(fact);
        Match match = TypeLine().Match(declaration);

        if (!match.Success)
        {
            return null;
        }

        string kind = match.Groups["kind"].Value;
        string rest = match.Groups["rest"].Value;
        bool isProtected = match.Groups["protected"].Success;

        if (kind == "delegate")
        {
            ApiMember signature = Method([], rest, []);
            return new ApiType(kind, isProtected, signature.Name, [], signature, tags);
        }

        string[] parts = rest.Split(" : ");
        return new ApiType(kind, isProtected, parts[0], parts.Length > 1 ? parts[1].Split(", ") : [], null, tags);
    }

    /// <summary>The member that a line declares.</summary>
    /// <exception cref="FormatException">The line names another type.</exception>
    public static ApiMember Member(string fact, string typeName)
    {
        (string declaration, List<string> tags) = SplitTags(fact);
        List<string> modifiers = [];
        string rest = declaration;

        while (rest[..rest.IndexOf(' ', StringComparison.Ordinal)] is var word && s_modifiers.Contains(word))
        {
            modifiers.Add(word);
            rest = rest[(word.Length + 1)..];
        }

        int space = rest.IndexOf(' ', StringComparison.Ordinal);

        if (!rest.AsSpan(space + 1).StartsWith(typeName + "."))
        {
            throw new FormatException($"not a member of {typeName}: {fact}");
        }

        string type = rest[..space];
        string named = rest[(space + 2 + typeName.Length)..];

        if (modifiers.Contains("const"))
        {
            string[] parts = named.Split(" = ", 2);
            return new ApiMember(ApiMemberKind.Constant, modifiers, type, parts[0], [], parts[1], tags);
        }

        if (modifiers.Contains("event"))
        {
            return new ApiMember(ApiMemberKind.Event, modifiers, type, named, [], "", tags);
        }

        if (named.EndsWith(" }", StringComparison.Ordinal))
        {
            int brace = named.LastIndexOf(" { ", StringComparison.Ordinal);
            string[] indexer = named[..brace].Split('[', 2);
            List<ApiParameter> parameters = indexer.Length > 1 ? Parameters(indexer[1].TrimEnd(']')) : [];
            return new ApiMember(ApiMemberKind.Property, modifiers, type, indexer[0], parameters, named[(brace + 1)..], tags);
        }

        return named.Contains('(', StringComparison.Ordinal)
            ? Method(modifiers, type + " " + named, tags)
            : new ApiMember(ApiMemberKind.Field, modifiers, type, named, [], "", tags);
    }

    private static ApiMember Method(List<string> modifiers, string text, List<string> tags)
    {
        int space = text.IndexOf(' ', StringComparison.Ordinal);
        int open = text.IndexOf('(', StringComparison.Ordinal);
        return new ApiMember(ApiMemberKind.Method, modifiers, text[..space], text[(space + 1)..open], Parameters(text[(open + 1)..^1]), "", tags);
    }

    private static List<ApiParameter> Parameters(string text)
    {
        var parameters = new List<ApiParameter>();

        foreach (Match match in Parameter().Matches(text))
        {
            parameters.Add(new ApiParameter(
                match.Groups["caller"].Value,
                match.Groups["modifier"].Value,
                match.Groups["type"].Value,
                match.Groups["name"].Value,
                match.Groups["default"].Success ? match.Groups["default"].Value : null));
        }

        return parameters;
    }

    private static (string Declaration, List<string> Tags) SplitTags(string fact)
    {
        string[] parts = fact.Split("  [");
        return (parts[0], [.. parts.Skip(1).Select(tag => tag[..^1])]);
    }

    [GeneratedRegex("^(?<protected>protected )?(?<kind>(sealed |abstract |static )?class|(readonly )?(ref )?struct|interface|enum|delegate) (?<rest>.*)$")]
    private static partial Regex TypeLine();

    [GeneratedRegex("""\G(, )?(\[CallerArgumentExpression (?<caller>\w+)\] )?((?<modifier>this|params|ref|out|in) )?(?<type>[\w.\[\]]+) (?<name>\w+)( = (?<default>"([^"\\]|\\.)*"|'[^']*'|[^,]+))?""")]
    private static partial Regex Parameter();
}
