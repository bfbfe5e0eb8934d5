using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Text;

namespace Haip.Flash.Images;

/// <summary>Reads which assemblies a deployment image holds.</summary>
/// <remarks>
/// The image is a row of assemblies, each padded to four bytes (metadata-processor, GenerateBinaryOutputTask). Each begins with the
/// header CLR_RECORD_ASSEMBLY (nf-interpreter, src/CLR/Include/nanoCLR_Types.h, version 1), little-endian:
/// marker "NFMRK1" at 0, four version numbers of two bytes at 28, index of the name at 36, start of the strings at 84, total length at 100.
/// </remarks>
public static class ImageReader
{
    private const int VersionOffset = 28;
    private const int NameOffset = 36;
    private const int StringsOffset = 84;
    private const int LengthOffset = 100;
    private const int HeaderBytes = 104;

    private static ReadOnlySpan<byte> Marker => "NFMRK1\0\0"u8;

    /// <returns>False when the bytes are not a row of version 1 assemblies.</returns>
    public static bool TryRead(ReadOnlySpan<byte> image, out List<ImageAssembly> assemblies)
    {
        assemblies = [];

        while (image.Length > 0)
        {
            if (image.Length < HeaderBytes || !image.StartsWith(Marker))
            {
                return false;
            }

            uint length = BinaryPrimitives.ReadUInt32LittleEndian(image[LengthOffset..]);

            if (length < HeaderBytes || length > image.Length)
            {
                return false;
            }

            assemblies.Add(new ImageAssembly(Name(image[..(int)length]), Version(image[VersionOffset..])));
            image = image[Math.Min(image.Length, ((int)length + 3) & ~3)..];
        }

        return assemblies.Count > 0;
    }

    private static string Version(ReadOnlySpan<byte> numbers)
    {
        ushort Number(ReadOnlySpan<byte> bytes, int index) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[(2 * index)..]);
        return $"{Number(numbers, 0)}.{Number(numbers, 1)}.{Number(numbers, 2)}.{Number(numbers, 3)}";
    }

    // Common names are not stored: their index counts down from the top and lies behind the assembly's own strings.
    private static string? Name(ReadOnlySpan<byte> assembly)
    {
        long start = (long)BinaryPrimitives.ReadUInt32LittleEndian(assembly[StringsOffset..]) + BinaryPrimitives.ReadUInt16LittleEndian(assembly[NameOffset..]);

        if (start >= assembly.Length)
        {
            return null;
        }

        ReadOnlySpan<byte> text = assembly[(int)start..];
        int end = text.IndexOf((byte)0);
        return end > 0 ? Encoding.UTF8.GetString(text[..end]) : null;
    }
}
