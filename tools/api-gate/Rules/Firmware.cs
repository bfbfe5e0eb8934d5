using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Haip.ApiGate.Facts;
using Haip.ApiGate.Projects;
using Microsoft.CodeAnalysis;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Haip.ApiGate.Rules;

/// <summary>The instructions of compiled projects, and where in the sources they come from.</summary>
internal sealed class Firmware : IAssemblyResolver
{
    private readonly Dictionary<string, AssemblyDefinition> _assemblies = [];
    private readonly Dictionary<string, CompiledProject> _projects = [];
    private readonly Lazy<Tick> _tick;

    public Firmware(IEnumerable<CompiledProject> projects)
    {
        foreach (CompiledProject project in projects)
        {
            var parameters = new ReaderParameters
            {
                AssemblyResolver = this,
                ReadSymbols = true,
                SymbolReaderProvider = new PortablePdbReaderProvider(),
                SymbolStream = new MemoryStream(project.Symbols),
            };

            AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(new MemoryStream(project.Image), parameters);
            _assemblies.Add(project.AssemblyName, assembly);
            _projects.Add(project.AssemblyName, project);
            Modules.Add(assembly.MainModule);
        }

        _tick = new Lazy<Tick>(() => new Tick(this));
    }

    /// <summary>One for each project.</summary>
    public List<ModuleDefinition> Modules { get; } = [];

    /// <summary>Every type of every project, nested and compiler-made ones too.</summary>
    public IEnumerable<TypeDefinition> Types => Modules.SelectMany(module => module.GetTypes());

    /// <summary>The types of what runs in the pump: all but those of test projects.</summary>
    public IEnumerable<TypeDefinition> PumpTypes => Modules.Where(module => !_projects[module.Assembly.Name.Name].IsTest).SelectMany(module => module.GetTypes());

    /// <summary>What a tick may execute.</summary>
    public Tick Tick => _tick.Value;

    public AssemblyDefinition Resolve(AssemblyNameReference name) => Resolve(name, new ReaderParameters());

    public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters)
    {
        if (!_assemblies.TryGetValue(name.Name, out AssemblyDefinition? assembly))
        {
            byte[] image = ReferenceAssemblies.TryGet(name.Name) ?? throw new AssemblyResolutionException(name);
            assembly = AssemblyDefinition.ReadAssembly(new MemoryStream(image), new ReaderParameters { AssemblyResolver = this });
            _assemblies.Add(name.Name, assembly);
        }

        return assembly;
    }

    public void Dispose()
    {
        foreach (AssemblyDefinition assembly in _assemblies.Values)
        {
            assembly.Dispose();
        }
    }

    /// <summary>File and line of a finding.</summary>
    public (string File, int Line) Locate(Finding finding)
    {
        if (finding.Member is MethodDefinition { HasBody: true } method)
        {
            // What the compiler made up itself has no line of its own: the one before it, or the first.
            IEnumerable<SequencePoint> visible = method.DebugInformation.SequencePoints.Where(point => !point.IsHidden);
            SequencePoint? point = visible.LastOrDefault(point => point.Offset <= (finding.At?.Offset ?? 0)) ?? visible.FirstOrDefault();

            if (point is not null)
            {
                return (point.Document.Url, point.StartLine);
            }
        }

        return Declaration(finding.Member);
    }

    private (string File, int Line) Declaration(IMemberDefinition member)
    {
        TypeDefinition type = member as TypeDefinition ?? member.DeclaringType;
        CompiledProject project = _projects[type.Module.Assembly.Name.Name];
        INamedTypeSymbol? symbol = project.Compilation.Assembly.GetTypeByMetadataName(type.FullName.Replace('/', '+'));

        if (symbol is null)
        {
            return type.DeclaringType is null ? (project.AssemblyName, 0) : Declaration(type.DeclaringType);
        }

        ISymbol declared = member == type ? symbol : symbol.GetMembers(member.Name).FirstOrDefault() ?? symbol;
        FileLinePositionSpan span = declared.Locations[0].GetLineSpan();
        return span.IsValid ? (span.Path, span.StartLinePosition.Line + 1) : (project.AssemblyName, 0);
    }
}
