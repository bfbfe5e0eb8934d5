using System;
using System.Buffers.Binary;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Haip.VirtualBluetooth.Wire;

/// <summary>Little-endian D-Bus bytes out of values. Takes what <see cref="WireReader"/> gives, and any array or dictionary of the type.</summary>
/// <exception cref="WireException">A value is not of its type.</exception>
public sealed class WireWriter
{
    private readonly List<byte> _bytes = [];

    public int Length => _bytes.Count;

    public byte[] ToArray() => [.. _bytes];

    public void Align(int alignment)
    {
        while (_bytes.Count % alignment != 0)
        {
            _bytes.Add(0);
        }
    }

    /// <summary>One value for each complete type of the signature.</summary>
    public void WriteAll(string signature, object[] values)
    {
        int next = 0;

        for (int at = 0; at < signature.Length;)
        {
            int end = Signature.End(signature, at);
            Write(signature[at..end], next < values.Length ? values[next++] : throw new WireException("a value is missing"));
            at = end;
        }
    }

    public void Write(string type, object value)
    {
        try
        {
            WriteValue(type, value);
        }
        catch (Exception e) when (e is InvalidCastException or FormatException or OverflowException)
        {
            throw new WireException($"a {value.GetType().Name} is no {type}");
        }
    }

    /// <summary>A number of four bytes at a place that was written before.</summary>
    public void Patch(int at, uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);

        for (int i = 0; i < bytes.Length; i++)
        {
            _bytes[at + i] = bytes[i];
        }
    }

    public void WriteRaw(byte[] bytes) => _bytes.AddRange(bytes);

    private void WriteValue(string type, object value)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;

        switch (type[0])
        {
            case 'y':
                _bytes.Add(Convert.ToByte(value, culture));
                break;
            case 'b':
                WriteNumber((bool)value ? 1u : 0u, 4);
                break;
            case 'n':
                WriteNumber((ulong)Convert.ToInt16(value, culture), 2);
                break;
            case 'q':
                WriteNumber(Convert.ToUInt16(value, culture), 2);
                break;
            case 'i':
                WriteNumber((ulong)Convert.ToInt32(value, culture), 4);
                break;
            case 'u' or 'h':
                WriteNumber(Convert.ToUInt32(value, culture), 4);
                break;
            case 'x':
                WriteNumber((ulong)Convert.ToInt64(value, culture), 8);
                break;
            case 't':
                WriteNumber(Convert.ToUInt64(value, culture), 8);
                break;
            case 'd':
                WriteNumber(BitConverter.DoubleToUInt64Bits((double)value), 8);
                break;
            case 's' or 'o':
                WriteText(value.ToString()!);
                break;
            case 'g':
                WriteSignature((string)value);
                break;
            case 'v':
                var variant = (Variant)value;
                WriteSignature(variant.Signature);
                Write(variant.Signature, variant.Value);
                break;
            case '(':
                Align(8);
                WriteAll(type[1..^1], (object[])value);
                break;
            case 'a':
                WriteArray(type[1..], (IEnumerable)value);
                break;
            default:
                throw new WireException("an unknown type");
        }
    }

    private void WriteNumber(ulong value, int length)
    {
        Align(length);

        for (int i = 0; i < length; i++)
        {
            _bytes.Add((byte)(value >> (8 * i)));
        }
    }

    private void WriteText(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        WriteNumber((uint)bytes.Length, 4);
        _bytes.AddRange(bytes);
        _bytes.Add(0);
    }

    private void WriteSignature(string signature)
    {
        _bytes.Add((byte)signature.Length);
        _bytes.AddRange(Encoding.ASCII.GetBytes(signature));
        _bytes.Add(0);
    }

    private void WriteArray(string element, IEnumerable values)
    {
        WriteNumber(0, 4);
        int lengthAt = Length - 4;
        Align(Signature.AlignmentOf(element[0]));
        int start = Length;

        if (values is byte[] bytes && element == "y")
        {
            _bytes.AddRange(bytes);
        }
        else if (values is IDictionary entries)
        {
            WriteEntries(element, entries);
        }
        else
        {
            foreach (object value in values)
            {
                Write(element, value);
            }
        }

        Patch(lengthAt, (uint)(Length - start));
    }

    private void WriteEntries(string element, IDictionary entries)
    {
        foreach (DictionaryEntry entry in entries)
        {
            Align(8);
            Write(element[1..2], entry.Key);
            Write(element[2..^1], entry.Value!);
        }
    }
}
