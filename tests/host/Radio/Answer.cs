using System;
using System.Buffers.Binary;
using Haip.Core.Protocol;

namespace Haip.HostTests.Radio;

/// <summary>An answer whose tag was right, and what a reader without the firmware's code finds in it.</summary>
internal sealed record Answer(byte[] Frame)
{
    public uint Session => BinaryPrimitives.ReadUInt32LittleEndian(Frame);

    public uint Number => BinaryPrimitives.ReadUInt32LittleEndian(Frame.AsSpan(4));

    public Opcode Opcode => (Opcode)BinaryPrimitives.ReadUInt16LittleEndian(Frame.AsSpan(8));

    public AnswerCode Code => (AnswerCode)Frame[10];

    public byte[] Payload => Frame[11..^16];

    public byte[] Tag => Frame[^16..];

    public byte At(int place) => Payload[place];

    public ushort U16(int place) => BinaryPrimitives.ReadUInt16LittleEndian(Payload.AsSpan(place));

    public int I32(int place) => BinaryPrimitives.ReadInt32LittleEndian(Payload.AsSpan(place));

    public uint U32(int place) => BinaryPrimitives.ReadUInt32LittleEndian(Payload.AsSpan(place));
}
