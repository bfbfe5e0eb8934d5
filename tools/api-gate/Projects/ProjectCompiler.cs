using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using Haip.ApiGate.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Haip.ApiGate.Projects;

/// <summary>Compiles projects, those that others refer to first, against the device's API and nothing else.</summary>
/// <param name="root">Folder that paths in rejections are relative to.</param>
/// <param name="rejections">Where what does not compile is written to.</param>
public sealed class ProjectCompiler(string root, ICollection<Rejection> rejections)
{
    private const string ProjectRule = "project";

    // Where no arm fits, the PC's SwitchExpressionException is thrown, which the device lacks: the compiler takes another exception without a word.
    private static readonly string[] s_openSwitch = ["CS8509", "CS8524"];

    // DEBUG is defined so that calls which vanish from a release are judged too.
    private static readonly string[] s_symbols = ["NANOFRAMEWORK_1_0", "DEBUG", "TRACE"];

    private readonly Dictionary<string, CompiledProject?> _outputs = [];

    /// <summary>What compiled, in dependency order.</summary>
    public List<CompiledProject> Compiled { get; } = [];

    /// <summary>Compiles a project after those it refers to.</summary>
    /// <param name="path">Of the project file, which exists.</param>
    /// <returns>Null when it, or a project that it refers to, was rejected.</returns>
    public CompiledProject? Compile(string path)
    {
        string fullPath = Path.GetFullPath(path);

        if (!_outputs.TryGetValue(fullPath, out CompiledProject? output))
        {
            // Null until it is finished: projects that refer to each other in a ring end as rejected, below.
            _outputs[fullPath] = null;
            output = Read(fullPath) is { } project ? Compile(project) : null;
            _outputs[fullPath] = output;
        }

        return output;
    }

    private NanoProject? Read(string path)
    {
        try
        {
            return NanoProject.Read(path);
        }
        catch (XmlException problem)
        {
            rejections.Add(new Rejection(Relative(path), problem.LineNumber, ProjectRule, $"this is no project file: {problem.Message}"));
            return null;
        }
    }

    private CompiledProject? Compile(NanoProject project)
    {
        List<MetadataReference>? references = References(project);
        List<SyntaxTree>? sources = Sources(project);

        if (references is null || sources is null)
        {
            return null;
        }

        if (Compiled.Any(other => other.AssemblyName == project.AssemblyName))
        {
            Reject(project, 0, $"another project makes the assembly {project.AssemblyName} too.");
            return null;
        }

        CompiledProject? output = Emit(project, sources, references);

        if (output is not null)
        {
            Compiled.Add(output);
        }

        return output;
    }

    private List<MetadataReference>? References(NanoProject project)
    {
        var references = new List<MetadataReference>();
        bool complete = true;

        foreach (NanoItem item in project.References)
        {
            if (ReferenceAssemblies.TryGetReference(item.Include) is { } reference)
            {
                references.Add(reference);
            }
            else
            {
                complete = Reject(project, item.Line, $"there are no API facts for the assembly {item.Include}.");
            }
        }

        foreach (NanoItem item in project.Projects)
        {
            string path = project.Locate(item);

            if (!File.Exists(path))
            {
                complete = Reject(project, item.Line, $"{item.Include} does not exist.");
            }
            else if (Compile(path) is { } output)
            {
                references.Add(MetadataReference.CreateFromImage(output.Image));
            }
            else
            {
                complete = Reject(project, item.Line, $"{item.Include} does not compile, or refers back to this project.");
            }
        }

        return complete ? references : null;
    }

    private List<SyntaxTree>? Sources(NanoProject project)
    {
        bool complete = true;

        if (project.LangVersion != "9.0")
        {
            complete = Reject(project, 0, $"LangVersion is {project.LangVersion}; nanoFramework 1.x projects are C# 9.0.");
        }

        CSharpParseOptions options = new(LanguageVersion.CSharp9, preprocessorSymbols: s_symbols.Concat(project.Symbols));
        var sources = new List<SyntaxTree>();

        foreach (NanoItem item in project.Sources)
        {
            string path = project.Locate(item);

            if (File.Exists(path))
            {
                sources.Add(CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(path), Encoding.UTF8), options, Relative(path)));
            }
            else
            {
                complete = Reject(project, item.Line, $"{item.Include} does not exist.");
            }
        }

        return complete ? sources : null;
    }

    private CompiledProject? Emit(NanoProject project, List<SyntaxTree> sources, List<MetadataReference> references)
    {
        OutputKind kind = project.IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        CSharpCompilation compilation = CSharpCompilation.Create(project.AssemblyName, sources, references,
            new CSharpCompilationOptions(kind, optimizationLevel: OptimizationLevel.Release, checkOverflow: project.ChecksOverflow, deterministic: true));

        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        EmitResult result = compilation.Emit(image, symbols,
            options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb, runtimeMetadataVersion: "v4.0.30319"));

        bool accepted = result.Success;

        foreach (Diagnostic diagnostic in result.Diagnostics)
        {
            if (diagnostic.Severity == DiagnosticSeverity.Error || (s_openSwitch.Contains(diagnostic.Id) && !diagnostic.IsSuppressed))
            {
                accepted = false;
                rejections.Add(Rejected(project, sources, diagnostic));
            }
        }

        return accepted ? new CompiledProject(project.AssemblyName, project.IsTest, image.ToArray(), symbols.ToArray(), compilation) : null;
    }

    private Rejection Rejected(NanoProject project, List<SyntaxTree> sources, Diagnostic diagnostic)
    {
        FileLinePositionSpan position = diagnostic.Location.GetLineSpan();
        string reason = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);

        // The compiler does not say where it missed this type. It only misses it for one word.
        if (reason.Contains("System.Runtime.CompilerServices.IsVolatile", StringComparison.Ordinal))
        {
            position = sources.SelectMany(source => source.GetRoot().DescendantTokens()).First(token => token.IsKind(SyntaxKind.VolatileKeyword)).GetLocation().GetLineSpan();
        }

        return position.IsValid
            ? new Rejection(position.Path, position.StartLinePosition.Line + 1, diagnostic.Id, reason)
            : new Rejection(Relative(project.FullPath), 0, diagnostic.Id, reason);
    }

    private bool Reject(NanoProject project, int line, string reason)
    {
        rejections.Add(new Rejection(Relative(project.FullPath), line, ProjectRule, reason));
        return false;
    }

    private string Relative(string path) => Path.GetRelativePath(root, path).Replace('\\', '/');
}
