using System;
using System.IO;
using Haip.ApiGate;

namespace Haip.HostTests.ApiGate;

/// <summary>A folder of nanoFramework projects, each with one source file, that is gone when disposed.</summary>
internal sealed class NanoFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("haip-gate-");

    public string Root => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Adds a project that refers to mscorlib.</summary>
    /// <param name="properties">Lines of the property group.</param>
    /// <param name="items">Further lines of the item group.</param>
    public NanoFolder With(string name, string source, string properties = "", string items = "")
    {
        Write($"{name}/Source.cs", source);
        return WithProject(name, properties, """<Compile Include="Source.cs" /><Reference Include="mscorlib, Version=1.17.11.0, Culture=neutral" />""" + items);
    }

    /// <summary>Adds a project of which nothing but its name is given.</summary>
    public NanoFolder WithProject(string name, string properties, string items)
    {
        Write($"{name}/{name}.nfproj", $"""
            <Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
              <PropertyGroup><AssemblyName>{name}</AssemblyName><OutputType>Library</OutputType>{properties}</PropertyGroup>
              <ItemGroup>{items}</ItemGroup>
            </Project>
            """);
        return this;
    }

    public GateResult Check() => Gate.Check(Root, Gate.FindProjects(Root));

    /// <summary>The item that refers to another project of the folder.</summary>
    public static string ProjectReference(string name) => $"""<ProjectReference Include="..\{name}\{name}.nfproj" />""";

    /// <summary>The item that refers to a package's assembly.</summary>
    public static string Reference(string assembly) => $"""<Reference Include="{assembly}, Version=1.0.0.0" />""";

    /// <summary>The line, from 1, that a source marks.</summary>
    public static int MarkedLine(string source) => Array.FindIndex(source.Split('\n'), line => line.Contains("// bad", StringComparison.Ordinal)) + 1;

    private void Write(string path, string text)
    {
        string full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
