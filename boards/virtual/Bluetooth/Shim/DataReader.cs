using System;

namespace nanoFramework.Device.Bluetooth;

/// <summary>Takes bytes out of a buffer.</summary>
public class DataReader
{
    private readonly byte[] _bytes;
    private int _position;

    private DataReader(byte[] bytes) => _bytes = bytes;

    public uint UnconsumedBufferLength => (uint)(_bytes.Length - _position);

    public static DataReader FromBuffer(Buffer buffer) => new(buffer.ToArray());

    /// <summary>Fills the whole array.</summary>
    public void ReadBytes(byte[] value)
    {
        Array.Copy(_bytes, _position, value, 0, value.Length);
        _position += value.Length;
    }
}
