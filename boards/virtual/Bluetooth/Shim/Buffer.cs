using System;

namespace nanoFramework.Device.Bluetooth;

/// <summary>Bytes that go to or come from the radio. Refers to the array that it was made of.</summary>
public class Buffer(byte[] array)
{
    private uint _length = (uint)array.Length;

    public uint Capacity => (uint)array.Length;

    /// <summary>Bytes in use, from the first.</summary>
    public uint Length
    {
        get => _length;
        set => _length = value <= Capacity ? value : throw new ArgumentException("Length greater than current buffer");
    }

    internal byte[] ToArray() => array[..(int)_length];
}
