using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Haip.ApiGate.Facts;

/// <summary>Assemblies without code that declare what the facts say: the device's own mscorlib instead of the PC's, and the libraries above it.</summary>
public static class ReferenceAssemblies
{
    private static readonly Lock s_building = new();
    private static readonly Dictionary<string, (byte[] Image, MetadataReference Reference)> s_built = [];

    /// <summary>The assembly's file, made when it is first asked for; null when there are no facts of that name.</summary>
    /// <exception cref="FormatException">The facts do not compile.</exception>
    public static byte[]? TryGet(string assemblyName) => TryGetBoth(assemblyName)?.Image;

    /// <summary>The same for the compiler, which reads it only once.</summary>
    /// <exception cref="FormatException">The facts do not compile.</exception>
    public static MetadataReference? TryGetReference(string assemblyName) => TryGetBoth(assemblyName)?.Reference;

    private static (byte[] Image, MetadataReference Reference)? TryGetBoth(string assemblyName)
    {
        lock (s_building)
        {
            return ApiAssembly.All.FirstOrDefault(assembly => assembly.Name == assemblyName) is { } facts ? Get(facts) : null;
        }
    }

    private static (byte[] Image, MetadataReference Reference) Get(ApiAssembly assembly)
    {
        if (!s_built.TryGetValue(assembly.Name, out (byte[], MetadataReference) both))
        {
            byte[] image = Build(assembly);
            both = (image, MetadataReference.CreateFromImage(image));
            s_built.Add(assembly.Name, both);
        }

        return both;
    }

    private static byte[] Build(ApiAssembly assembly)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            assembly.Name,
            [CSharpSyntaxTree.ParseText(StubSource.Of(assembly, new ApiTypes(assembly, ApiAssembly.All)))],
            Below(assembly).Select(used => Get(used).Reference),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, warningLevel: 0));

        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image, options: new EmitOptions(metadataOnly: true, runtimeMetadataVersion: "v4.0.30319"));

        if (!result.Success)
        {
            IEnumerable<Diagnostic> errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            throw new FormatException($"the facts of {assembly.Name} do not compile:\n{string.Join("\n", errors)}");
        }

        return image.ToArray();
    }

    // What a library's types are made from may be made from types of yet another one.
    private static IEnumerable<ApiAssembly> Below(ApiAssembly assembly)
    {
        IReadOnlyList<ApiAssembly> used = new ApiTypes(assembly, ApiAssembly.All).Uses;
        return used.Concat(used.SelectMany(Below)).Distinct();
    }
}
