using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Haip.ApiGate;

/// <summary>About how much of the deployment partition an assembly takes.</summary>
/// <remarks>
/// The device's file format holds the same instructions and tables in its own, denser way, so an estimate from the PC's format should
/// rather be too high than too low. It has not been compared with a real build.
/// </remarks>
/// <param name="CodeBytes">Instructions and exception tables of all methods.</param>
/// <param name="MetadataBytes">Names, signatures and tables.</param>
/// <param name="DataBytes">Initial values of arrays.</param>
public sealed record SizeEstimate(int CodeBytes, int MetadataBytes, int DataBytes)
{
    public int TotalBytes => CodeBytes + MetadataBytes + DataBytes;

    /// <summary>Estimates from an assembly's file.</summary>
    public static SizeEstimate Of(byte[] image)
    {
        using var file = new PEReader(ImmutableArray.Create(image));
        MetadataReader metadata = file.GetMetadataReader();
        int code = metadata.MethodDefinitions
            .Select(handle => metadata.GetMethodDefinition(handle).RelativeVirtualAddress)
            .Sum(address => address == 0 ? 0 : file.GetMethodBody(address).Size);

        using var stream = new MemoryStream(image);
        using Mono.Cecil.ModuleDefinition module = Mono.Cecil.ModuleDefinition.ReadModule(stream);
        int data = module.GetTypes().SelectMany(type => type.Fields).Sum(field => field.InitialValue?.Length ?? 0);

        return new SizeEstimate(code, file.PEHeaders.MetadataSize, data);
    }
}
