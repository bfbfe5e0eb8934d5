using Microsoft.CodeAnalysis.CSharp;

namespace Haip.ApiGate.Projects;

/// <summary>A project that compiled.</summary>
/// <param name="IsTest">Its types stand in for hardware, and are no part of what runs in the pump.</param>
/// <param name="Image">The assembly's file.</param>
/// <param name="Symbols">Its portable PDB.</param>
/// <param name="Compilation">Knows where what has no instructions is declared.</param>
public sealed record CompiledProject(string AssemblyName, bool IsTest, byte[] Image, byte[] Symbols, CSharpCompilation Compilation);
