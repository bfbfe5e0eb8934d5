using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;

namespace Haip.ApiGate.Projects;

/// <summary>What a nanoFramework project file (<c>.nfproj</c>) says about compiling it.</summary>
public sealed class NanoProject
{
    // NFProjectSystem.Default.props sets it for a project that is silent.
    private const string DefaultLangVersion = "9.0";

    // The project system's own symbols, which the compiler of this gate defines.
    private const string Inherited = "$(DefineConstants)";

    private NanoProject(string path, XDocument document)
    {
        FullPath = path;
        AssemblyName = Property(document, "AssemblyName") ?? Path.GetFileNameWithoutExtension(path);
        IsProgram = Property(document, "OutputType") == "Exe";
        IsTest = Property(document, "IsTestProject") is "true" or "True";
        LangVersion = Property(document, "LangVersion") ?? DefaultLangVersion;
        ChecksOverflow = Property(document, "CheckForOverflowUnderflow") is "true" or "True";
        Symbols = [.. (Property(document, "DefineConstants") ?? "").Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries).Where(symbol => symbol != Inherited)];
        Sources = [.. Items(document, "Compile").Select(FilePath)];
        Projects = [.. Items(document, "ProjectReference").Select(FilePath)];
        References = [.. Items(document, "Reference").Select(item => item with { Include = item.Include.Split(',')[0].Trim() })];
    }

    public string FullPath { get; }

    public string AssemblyName { get; }

    public bool IsProgram { get; }

    public bool IsTest { get; }

    public string LangVersion { get; }

    public bool ChecksOverflow { get; }

    /// <summary>Of conditional compilation.</summary>
    public IReadOnlyList<string> Symbols { get; }

    /// <summary>Relative to the project file.</summary>
    public IReadOnlyList<NanoItem> Sources { get; }

    /// <summary>Other project files, relative to this one.</summary>
    public IReadOnlyList<NanoItem> Projects { get; }

    /// <summary>Assemblies of packages.</summary>
    public IReadOnlyList<NanoItem> References { get; }

    /// <exception cref="XmlException">The file is not XML.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static NanoProject Read(string path) => new(Path.GetFullPath(path), XDocument.Load(path, LoadOptions.SetLineInfo));

    /// <summary>The absolute path of one of the project's items.</summary>
    public string Locate(NanoItem item) => Path.GetFullPath(item.Include, Path.GetDirectoryName(FullPath)!);

    private static NanoItem FilePath(NanoItem item) => item with { Include = item.Include.Replace('\\', '/') };

    private static string? Property(XDocument document, string name) =>
        document.Descendants().LastOrDefault(element => element.Name.LocalName == name && element.Parent?.Name.LocalName == "PropertyGroup")?.Value.Trim();

    private static IEnumerable<NanoItem> Items(XDocument document, string name) =>
        from element in document.Descendants()
        where element.Name.LocalName == name && element.Parent?.Name.LocalName == "ItemGroup"
        let include = element.Attribute("Include")
        where include is not null
        select new NanoItem(include.Value, ((IXmlLineInfo)element).LineNumber);
}
