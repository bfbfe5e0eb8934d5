using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace Haip.VirtualBoard.Benchmarks;

/// <summary>A second copy of some assemblies beside the ones the program runs; everything they need besides is shared.</summary>
internal sealed class CountingContext : AssemblyLoadContext
{
    private readonly Dictionary<string, MemoryStream> _images;

    public CountingContext(Dictionary<string, MemoryStream> images)
        : base("instruction counter", isCollectible: true) => _images = images;

    /// <summary>A null answer sends the runtime to the default context.</summary>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is null || !_images.TryGetValue(assemblyName.Name, out MemoryStream? image))
        {
            return null;
        }

        image.Position = 0;
        return LoadFromStream(image);
    }
}
