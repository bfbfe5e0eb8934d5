using System;
using System.Buffers.Binary;
using System.Linq;
using System.Text;

namespace Haip.HostTests.Flash;

/// <summary>Deployment images, byte by byte from CLR_RECORD_ASSEMBLY of nf-interpreter.</summary>
public static class ImageBytes
{
    /// <summary>An application on top of two libraries, one of them with a name that is not stored.</summary>
    public static byte[] Pump(string name = "HaipFirmware", ushort minor = 1) =>
        [.. Assembly(null, 1, 17), .. Assembly("nanoFramework.Runtime.Events", 1, 11, 37), .. Assembly(name, 0, minor)];

    public static byte[] Assembly(string? name, ushort major, ushort minor, ushort build = 0)
    {
        const int Header = 124;
        byte[] text = Encoding.UTF8.GetBytes((name ?? "x") + "\0");
        byte[] bytes = new byte[(Header + 1 + text.Length + 3) / 4 * 4];

        Encoding.ASCII.GetBytes("NFMRK1").CopyTo(bytes, 0);
        ushort[] version = [major, minor, build, 0];

        foreach ((int index, ushort number) in version.Index())
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(28 + (2 * index)), number);
        }

        // The first string of a table is the empty one, so a name's index is never 0.
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(36), name is null ? (ushort)0xFF10 : (ushort)1);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(84), Header);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(100), (uint)bytes.Length);
        text.CopyTo(bytes, Header + 1);
        return bytes;
    }
}
