using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Haip.HostTests.Device;

/// <summary>How much of the device's heap an object takes, with everything that it holds.</summary>
/// <remarks>
/// Measured on nanoFramework's interpreter: the heap has blocks of 12 bytes; an object takes one and one for each field, whatever
/// its type; an array 20 bytes and its elements, 12 bytes for a reference; literal text stays in the flash.
/// </remarks>
public static class DeviceHeap
{
    public const int BlockBytes = 12;

    private const int ArrayHeaderBytes = 20;
    private const int DelegateBytes = 3 * BlockBytes;
    private const BindingFlags Fields = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>An object or struct with so many fields: the device keeps structs on the heap too.</summary>
    public static int ObjectBytes(int fieldCount) => BlockBytes * (1 + fieldCount);

    public static int ArrayBytes(int length, int elementBytes) => (ArrayHeaderBytes + (length * elementBytes) + BlockBytes - 1) / BlockBytes * BlockBytes;

    /// <summary>The roots and the statics of the assemblies, each object once.</summary>
    public static int Measure(IEnumerable<Assembly> assemblies, params object[] roots)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        FieldInfo[] statics = [.. assemblies.SelectMany(assembly => assembly.GetTypes()).SelectMany(type => type.GetFields(Fields | BindingFlags.Static)).Where(field => !field.IsLiteral)];

        return roots.Sum(root => Measure(root, assemblies, seen))
            + statics.Sum(field => BlockBytes + Measure(field.FieldType.IsPrimitive ? null : field.GetValue(null), assemblies, seen));
    }

    private static int Measure(object? value, IEnumerable<Assembly> assemblies, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return 0;
        }

        if (value is Delegate)
        {
            return DelegateBytes;
        }

        if (value is Array array)
        {
            Type element = array.GetType().GetElementType()!;
            int elementBytes = element.IsPrimitive ? Buffer.ByteLength(array) / Math.Max(1, array.Length) : BlockBytes;
            return ArrayBytes(array.Length, elementBytes) + (element.IsPrimitive ? 0 : ((IEnumerable)array).Cast<object?>().Sum(item => Measure(item, assemblies, seen)));
        }

        // What stands in for hardware on the PC is not on the device.
        if (!assemblies.Contains(value.GetType().Assembly))
        {
            return 0;
        }

        FieldInfo[] fields = value.GetType().GetFields(Fields | BindingFlags.Instance);
        return ObjectBytes(fields.Length) + fields.Sum(field => Measure(field.GetValue(value), assemblies, seen));
    }
}
