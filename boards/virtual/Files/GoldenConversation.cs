using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Haip.Core;
using Haip.Core.Log;
using Haip.Core.Ports;
using Haip.Core.Protocol;
using Haip.VirtualBoard.Radio;

namespace Haip.VirtualBoard.Files;

/// <summary>A programmer and a pump that was just switched on, with nothing left to chance: vectors for whoever writes the other side.</summary>
public sealed class GoldenConversation : IRadioLink, IRandomSource, IWallClock, IMemory
{
    public const string Serial = "HAIP-0000017";
    public const int KeyId = 7;

    private const int MostBeats = 20;

    private readonly List<GoldenFrame> _frames = [];
    private readonly byte[] _memory = new byte[MemoryMap.SizeBytes];
    private readonly Readings _readings = new();
    private readonly byte[] _nonce = Bytes(0xC0, 16);
    private readonly Pump _pump = new(new BoardProfile());
    private readonly PumpMemory _records;
    private readonly Programmer _programmer;
    private byte[] _heard = [];
    private byte _drawn = 0x40;
    private bool _answered;

    private GoldenConversation()
    {
        _records = new PumpMemory(this, _pump);
        _records.Restore();
        _programmer = new Programmer(_pump, _records, this, this, new KeyedHash(), this) { Link = this };
        var card = new SecretCard();
        byte[] text = Encoding.ASCII.GetBytes(CardText);
        _programmer.Install(card.TryRead(text, text.Length) ? card : throw new InvalidOperationException("the card is not readable"));
    }

    /// <summary>The secret of the conversation.</summary>
    public static byte[] Secret { get; } = Bytes(0x01, 32);

    public static string CardText
    {
        get
        {
            string text = $"HAIP1:{Serial}:{KeyId:X4}:{Convert.ToHexString(Secret)}";
            return $"{text}:{Crc16.Of(Encoding.ASCII.GetBytes(text), text.Length):X4}";
        }
    }

    int IMemory.SizeBytes => _memory.Length;

    public static IReadOnlyList<GoldenFrame> Frames()
    {
        var conversation = new GoldenConversation();
        conversation.Hold();
        return conversation._frames;
    }

    bool IRadioLink.Notify(GattCharacteristic characteristic, byte[] frame, int length)
    {
        bool answer = characteristic is GattCharacteristic.Session or GattCharacteristic.Command;
        _answered |= answer;
        _heard = answer ? frame[..length] : _heard;
        _frames.Add(new("pump", "notify", characteristic, What(characteristic, frame), Convert.ToHexString(frame.AsSpan(0, length))));
        return true;
    }

    void IRandomSource.Fill(byte[] buffer)
    {
        for (int i = 0; i < buffer.Length; i++)
        {
            buffer[i] = _drawn++;
        }
    }

    bool IWallClock.TrySetClock(long utcSeconds) => true;

    bool IMemory.TryRead(int address, byte[] buffer, int length)
    {
        Array.Copy(_memory, address, buffer, 0, length);
        return true;
    }

    bool IMemory.TryWrite(int address, byte[] data, int length)
    {
        Array.Copy(data, 0, _memory, address, length);
        return true;
    }

    private static byte[] Bytes(byte first, int count) => [.. Enumerable.Range(first, count).Select(i => (byte)i)];

    private static string What(GattCharacteristic characteristic, byte[] frame) => characteristic switch
    {
        GattCharacteristic.Session => ((SessionCode)frame[0]).ToString(),
        GattCharacteristic.Command or GattCharacteristic.Data => $"{CommandFrame.OpcodeOf(frame)}: {(AnswerCode)frame[10]}",
        _ => characteristic.ToString(),
    };

    private void Hold()
    {
        Read(GattCharacteristic.Identity);
        _programmer.Mailbox.Connected();
        _programmer.Mailbox.FrameLengthChanged(GattTable.LongestFrameLength);
        _programmer.Mailbox.SecurityChanged(true);

        for (int i = 0; i < MostBeats; i++)
        {
            Beat();
        }

        Read(GattCharacteristic.Status);

        Write(GattCharacteristic.Session, "Hello", [0x0F, 1, 0x3C, 0, .. _nonce]);
        byte[] challenge = _heard;
        byte[] session = challenge[4..8];
        Write(GattCharacteristic.Session, "Proof", [0x3C, 0, 0, 0, .. session, .. Derive(challenge, 0x0F)[..16]]);
        byte[] key = Derive(challenge, 0x3C);

        Command(key, session, 1, Opcode.KeepAlive, []);
        Command(key, session, 2, Opcode.StageRefill, Convert.FromHexString("80C3C901FFFFFFFF")); // 30 mL, not measured
        byte[] digest = _heard[^16..];
        Command(key, session, 3, Opcode.Commit, [.. digest, 0x33]);
        Command(key, session, 4, Opcode.StageBolus, Convert.FromHexString("0F0001000000204E0000")); // 1 nL is too little
        Command(key, session, 5, Opcode.Suspend, [1]); // too long
        Command(key, session, 5, Opcode.Suspend, [1]); // the same again
        Command(key, session, 9, Opcode.KeepAlive, []); // not the next one
        Command(key, session, 6, Opcode.EndSession, []);
    }

    private void Command(byte[] key, byte[] session, byte number, Opcode opcode, byte[] payload)
    {
        byte[] text = [.. session, number, 0, 0, 0, (byte)opcode, (byte)((int)opcode >> 8), .. payload];
        Write(GattCharacteristic.Command, opcode.ToString(), [.. text, .. HMACSHA256.HashData(key, text)[..16]]);
    }

    private void Write(GattCharacteristic characteristic, string what, byte[] frame)
    {
        _frames.Add(new("programmer", "write", characteristic, what, Convert.ToHexString(frame)));
        _programmer.Mailbox.Write(characteristic, frame, frame.Length);
        _answered = false;

        for (int i = 0; i < MostBeats && !_answered; i++)
        {
            Beat();
        }
    }

    private void Read(GattCharacteristic characteristic)
    {
        byte[] buffer = new byte[GattTable.LongestFrameLength];
        int length = _programmer.Mailbox.Read(characteristic, buffer);
        _frames.Add(new("pump", "read", characteristic, characteristic.ToString(), Convert.ToHexString(buffer.AsSpan(0, length))));
    }

    // What belongs to the radio alone: how a pump lives its beats may change, these bytes may not.
    private void Beat()
    {
        _readings.NowMs += 10;
        _records.Keep(_readings);
        _programmer.Serve(_readings);
    }

    private byte[] Derive(byte[] challenge, byte purpose)
    {
        byte[] text =
        [
            .. "HAI1"u8, purpose, 1, 0x3C, 0, .. _nonce, .. challenge[12..28], .. Encoding.ASCII.GetBytes(Serial), .. challenge[8..12], .. challenge[4..8], .. challenge[2..4],
        ];
        return HMACSHA256.HashData(Secret, text);
    }
}
