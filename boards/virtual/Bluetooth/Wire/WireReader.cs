using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Text;

namespace Haip.VirtualBluetooth.Wire;

/// <summary>Values out of little-endian D-Bus bytes. Whatever is wrong with them is one kind of exception, and nothing is read beyond their end.</summary>
/// <remarks>
/// A byte array comes as byte[], another array as object[], a dictionary as Dictionary of objects, a structure as object[], a signature as
/// string. File descriptors come as the number that they are on the wire and mean nothing here.
/// </remarks>
/// <param name="bytes">A body, or a whole message: alignment counts from its first byte.</param>
public sealed class WireReader(byte[] bytes, int position = 0)
{
    // Variants may hold variants; the specification's limit for all containers together.
    private const int MaxDepth = 64;

    private static readonly UTF8Encoding s_text = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private int _depth;

    public int Position { get; private set; } = position;

    /// <summary>One value for each complete type of the signature.</summary>
    /// <exception cref="WireException">The signature is none, or the bytes are not of it.</exception>
    public object[] ReadAll(string signature)
    {
        Signature.Check(signature);
        var values = new List<object>();

        for (int at = 0; at < signature.Length;)
        {
            int end = Signature.End(signature, at);
            values.Add(Read(signature[at..end]));
            at = end;
        }

        return [.. values];
    }

    /// <summary>A value of one complete type that was checked.</summary>
    /// <exception cref="WireException">The bytes are not of it.</exception>
    public object Read(string type) => type[0] switch
    {
        'y' => Take(1, 1)[0],
        'b' => ReadFlag(),
        'n' => BinaryPrimitives.ReadInt16LittleEndian(Take(2, 2)),
        'q' => BinaryPrimitives.ReadUInt16LittleEndian(Take(2, 2)),
        'i' => BinaryPrimitives.ReadInt32LittleEndian(Take(4, 4)),
        'u' or 'h' => ReadUInt32(),
        'x' => BinaryPrimitives.ReadInt64LittleEndian(Take(8, 8)),
        't' => BinaryPrimitives.ReadUInt64LittleEndian(Take(8, 8)),
        'd' => BinaryPrimitives.ReadDoubleLittleEndian(Take(8, 8)),
        's' => ReadText(ReadUInt32()),
        'o' => new ObjectPath(ReadText(ReadUInt32())),
        'g' => ReadText(Take(1, 1)[0]),
        'v' => Nested(ReadVariant),
        'a' => Nested(() => ReadArray(type[1..])),
        '(' => Nested(() => ReadStructure(type)),
        _ => throw new WireException("an unknown type"),
    };

    public uint ReadUInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4, 4));

    private ReadOnlySpan<byte> Take(int alignment, uint length)
    {
        int from = Aligned(alignment);

        if (from > bytes.Length || length > (uint)(bytes.Length - from))
        {
            throw new WireException("it ends too early");
        }

        Position = from + (int)length;
        return bytes.AsSpan(from, (int)length);
    }

    private int Aligned(int alignment) => (Position + alignment - 1) / alignment * alignment;

    private object Nested(Func<object> read)
    {
        if (++_depth > MaxDepth)
        {
            throw new WireException("values nested too deeply");
        }

        object value = read();
        _depth--;
        return value;
    }

    private bool ReadFlag() => ReadUInt32() switch
    {
        0 => false,
        1 => true,
        _ => throw new WireException("a flag that is neither 0 nor 1"),
    };

    private string ReadText(uint length)
    {
        try
        {
            string text = s_text.GetString(Take(1, length));
            return Take(1, 1)[0] == 0 && !text.Contains('\0') ? text : throw new WireException("a text without its end");
        }
        catch (ArgumentException)
        {
            throw new WireException("a text that is not UTF-8");
        }
    }

    private Variant ReadVariant()
    {
        string type = ReadText(Take(1, 1)[0]);
        Signature.Check(type);
        return type.Length > 0 && Signature.End(type, 0) == type.Length
            ? new Variant(type, Read(type))
            : throw new WireException("a variant of not one type");
    }

    private object ReadArray(string element)
    {
        uint length = ReadUInt32();
        Position = Aligned(Signature.AlignmentOf(element[0]));

        if (element == "y")
        {
            return Take(1, length).ToArray();
        }

        long end = Position + (long)length;

        if (end > bytes.Length)
        {
            throw new WireException("an array that ends too late");
        }

        object value = element[0] == '{' ? ReadEntries(element, end) : ReadElements(element, end);
        return Position == end ? value : throw new WireException("an array whose elements do not fill it");
    }

    private object[] ReadElements(string element, long end)
    {
        var elements = new List<object>();

        while (Position < end)
        {
            elements.Add(Read(element));
        }

        return [.. elements];
    }

    private Dictionary<object, object> ReadEntries(string element, long end)
    {
        var entries = new Dictionary<object, object>();
        string keyType = element[1..2];
        string valueType = element[2..^1];

        while (Position < end)
        {
            Position = Aligned(8);
            object key = Read(keyType);
            entries[key] = Read(valueType);
        }

        return entries;
    }

    private object[] ReadStructure(string type)
    {
        Position = Aligned(8);
        var members = new List<object>();

        for (int at = 1; type[at] != ')';)
        {
            int end = Signature.End(type, at);
            members.Add(Read(type[at..end]));
            at = end;
        }

        return [.. members];
    }
}
