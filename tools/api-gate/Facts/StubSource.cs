using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Haip.ApiGate.Facts;

/// <summary>Writes the C# declarations of a library's facts. Bodies are empty: what is compiled from them is for compiling against, never for running.</summary>
internal sealed class StubSource
{
    // A C# name for what the facts spell as metadata does.
    private static readonly Dictionary<string, string> s_operators = new()
    {
        ["op_Equality"] = "==",
        ["op_Inequality"] = "!=",
        ["op_GreaterThan"] = ">",
        ["op_GreaterThanOrEqual"] = ">=",
        ["op_LessThan"] = "<",
        ["op_LessThanOrEqual"] = "<=",
        ["op_Addition"] = "+",
        ["op_Subtraction"] = "-",
        ["op_UnaryNegation"] = "-",
        ["op_UnaryPlus"] = "+",
    };

    private readonly ApiTypes _types;
    private readonly ApiAssembly _assembly;
    private readonly StringBuilder _text = new();

    private StubSource(ApiAssembly assembly, ApiTypes types)
    {
        _assembly = assembly;
        _types = types;
    }

    public static string Of(ApiAssembly assembly, ApiTypes types)
    {
        var source = new StubSource(assembly, types);

        foreach (ApiType type in assembly.Types.Where(type => source.Outer(type) is null))
        {
            int dot = type.FullName.LastIndexOf('.');
            source._text.Append("namespace ").Append(type.FullName.AsSpan(0, dot)).Append(" {\n");
            source.Type(type);
            source._text.Append("}\n");
        }

        return source._text.ToString();
    }

    /// <summary>A type as C# names it from anywhere.</summary>
    private static string Name(string type) => type == "System.Void" ? "void" : "global::" + type;

    private static string ShortName(ApiType type) => type.FullName[(type.FullName.LastIndexOf('.') + 1)..];

    private ApiType? Outer(ApiType type) =>
        _assembly.Types.FirstOrDefault(other => other.FullName == type.FullName[..type.FullName.LastIndexOf('.')]);

    private void Type(ApiType type)
    {
        Attributes(type.Tags);
        _text.Append(type.IsProtected ? "protected " : "public ");

        if (type.Signature is { } signature)
        {
            _text.Append($"delegate {Name(signature.Type)} {ShortName(type)}({Parameters(signature)});\n");
            return;
        }

        _text.Append($"{type.Kind} {ShortName(type)}");

        if (type.Bases.Count > 0)
        {
            _text.Append(" : ").AppendJoin(", ", type.Bases.Select(Name));
        }

        _text.Append(" {\n");

        if (type.Kind == "enum")
        {
            _text.AppendJoin(",\n", type.Members.Select(EnumMember));
        }
        else
        {
            Body(type);
        }

        _text.Append("}\n");
    }

    private void Body(ApiType type)
    {
        foreach (string tag in type.Tags.Where(tag => tag.StartsWith("PrivateState", StringComparison.Ordinal)))
        {
            bool references = tag.EndsWith("references", StringComparison.Ordinal);
            bool isReadonly = type.Kind.StartsWith("readonly", StringComparison.Ordinal);
            _text.Append($"private {(isReadonly ? "readonly " : "")}{(references ? "object" : "int")} _state;\n");
        }

        // Without an accessible constructor the compiler would add a public one.
        if (type.Kind is "class" or "sealed class" or "abstract class" && !type.Members.Any(member => member.Name == ".ctor"))
        {
            _text.Append($"internal {ShortName(type)}() {{ }}\n");
        }

        // Object has a destructor that the facts leave out: those of all other classes override it.
        if (type.FullName == "System.Object")
        {
            _text.Append("~Object() { }\n");
        }

        foreach (ApiMember member in type.Members)
        {
            Member(type, member);
        }

        foreach ((string owner, ApiMember member) in _types.ExplicitMembers(type))
        {
            Declare(member, "", Name(owner) + ".", hasBody: true);
        }

        foreach (ApiType nested in _assembly.Types.Where(nested => Outer(nested) == type))
        {
            Type(nested);
        }
    }

    private void Member(ApiType type, ApiMember member)
    {
        bool isInterface = type.Kind == "interface";
        Attributes(member.Tags);

        if (member.Name == "Finalize" && member.Has("override"))
        {
            _text.Append($"~{ShortName(type)}() {{ }}\n");
            return;
        }

        string modifiers = isInterface ? "" : (member.Has("protected") ? "protected " : "public ")
            + string.Concat(member.Modifiers.Where(modifier => modifier is not ("protected" or "event")).Select(modifier => modifier + " "));

        if (member.Name == ".ctor")
        {
            _text.Append($"{modifiers}{ShortName(type)}({Parameters(member)}) {{ }}\n");
        }
        else if (member.Name is "op_Implicit" or "op_Explicit")
        {
            string kind = member.Name == "op_Implicit" ? "implicit" : "explicit";
            _text.Append($"{modifiers}{kind} operator {Name(member.Type)}({Parameters(member)}) {{ throw null; }}\n");
        }
        else if (s_operators.TryGetValue(member.Name, out string? symbol))
        {
            _text.Append($"{modifiers}{Name(member.Type)} operator {symbol}({Parameters(member)}) {{ throw null; }}\n");
        }
        else
        {
            Declare(member, modifiers, "", hasBody: !isInterface && !member.Has("abstract"));
        }
    }

    private void Declare(ApiMember member, string modifiers, string owner, bool hasBody)
    {
        string type = Name(member.Type);
        string name = owner + (member.Name == "this" ? "this" : "@" + member.Name);

        _text.Append(member.Kind switch
        {
            ApiMemberKind.Constant => $"{modifiers}{type} {name} = {Value(member.Type, member.Value)};\n",
            ApiMemberKind.Field => $"{modifiers}{type} {name};\n",
            ApiMemberKind.Event => $"{modifiers}event {type} {name}{(hasBody ? " { add { } remove { } }" : ";")}\n",
            ApiMemberKind.Property => $"{modifiers}{type} {name}{(member.Parameters.Count > 0 ? $"[{Parameters(member)}]" : "")} {Accessors(member, hasBody)}\n",
            ApiMemberKind.Method => $"{modifiers}{type} {name}({Parameters(member)}){(hasBody ? " { throw null; }" : ";")}\n",
            _ => throw new InvalidOperationException("kind of member: " + member.Kind),
        });
    }

    private static string Accessors(ApiMember member, bool hasBody) =>
        hasBody ? member.Value.Replace("get;", "get { throw null; }", StringComparison.Ordinal).Replace("set;", "set { }", StringComparison.Ordinal) : member.Value;

    private string EnumMember(ApiMember member)
    {
        string obsolete = string.Concat(member.Tags.Select(StubAttributes.Of));
        return $"{obsolete}@{member.Name} = {member.Value}";
    }

    private string Parameters(ApiMember member) => string.Join(", ", member.Parameters.Select(Parameter));

    private string Parameter(ApiParameter parameter)
    {
        string caller = parameter.CallerArgument == "" ? ""
            : $"[global::System.Runtime.CompilerServices.CallerArgumentExpression(\"{parameter.CallerArgument}\")] ";
        string modifier = parameter.Modifier == "" ? "" : parameter.Modifier + " ";
        string value = parameter.Default is null ? "" : " = " + Value(parameter.Type, parameter.Default);
        return $"{caller}{modifier}{Name(parameter.Type)} @{parameter.Name}{value}";
    }

    private string Value(string type, string text)
    {
        if (type is "System.Double" or "System.Single")
        {
            return text switch
            {
                "NaN" => "0.0f / 0.0f",
                "Infinity" => "1.0f / 0.0f",
                "-Infinity" => "-1.0f / 0.0f",
                _ => type == "System.Single" ? text + "f" : text,
            };
        }

        bool isEnum = _types.Find(type)?.Kind == "enum";
        return isEnum && text != "default" ? $"({Name(type)})({text})" : text;
    }

    private void Attributes(IEnumerable<string> tags) => _text.AppendJoin("", tags.Select(StubAttributes.Of));
}
