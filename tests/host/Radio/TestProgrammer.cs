using System;
using System.Buffers.Binary;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Haip.Core.Protocol;
using Xunit;

namespace Haip.HostTests.Radio;

/// <summary>The other end: speaks the protocol from its description and shares no code with the firmware.</summary>
internal sealed class TestProgrammer(IPumpInRange pump, byte[] secret)
{
    private readonly byte[] _nonce = [.. Enumerable.Range(0, 16).Select(i => (byte)(0xC0 + i))];
    private byte[] _commandKey = [];
    private byte[] _answerKey = [];

    public uint Session { get; set; }

    public uint Number { get; set; }

    public byte[] Challenge { get; private set; } = [];

    /// <summary>Opens a session.</summary>
    public void Open()
    {
        Hello();
        byte[] opened = Prove();
        Assert.Equal(0x55, opened[0]);
    }

    /// <returns>What the pump said to a hello.</returns>
    public byte[] Hello(byte role = 0x3C, byte version = 1) => SayHello(HelloFrame(role, version));

    public byte[] HelloFrame(byte role = 0x3C, byte version = 1) => [0x0F, version, role, 0, .. _nonce];

    /// <returns>What the pump said to this hello.</returns>
    public byte[] SayHello(byte[] hello)
    {
        Challenge = pump.Say(GattCharacteristic.Session, hello);
        return Challenge;
    }

    /// <returns>What the pump said to a proof.</returns>
    public byte[] Prove(byte role = 0x3C)
    {
        byte[] opened = pump.Say(GattCharacteristic.Session, ProofFrame(role));

        if (opened[0] == 0x55)
        {
            Session = BinaryPrimitives.ReadUInt32LittleEndian(Challenge.AsSpan(4));
            Number = 0;
            _commandKey = Derive(0x3C, role);
            _answerKey = Derive(0x55, role);
            Assert.Equal(Derive(0x33, role)[..16], opened[8..24]);
            Assert.Equal(Session, BinaryPrimitives.ReadUInt32LittleEndian(opened.AsSpan(4)));
        }

        return opened;
    }

    public byte[] ProofFrame(byte role = 0x3C) => [0x3C, 0, 0, 0, .. Challenge[4..8], .. Derive(0x0F, role)[..16]];

    /// <summary>The next command.</summary>
    public byte[] Frame(Opcode opcode, params byte[] payload) => FrameOf(Session, ++Number, opcode, payload);

    public byte[] FrameOf(uint session, uint number, Opcode opcode, byte[] payload)
    {
        byte[] head = new byte[10];
        BinaryPrimitives.WriteUInt32LittleEndian(head, session);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(4), number);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(8), (ushort)opcode);
        byte[] text = [.. head, .. payload];
        return [.. text, .. HMACSHA256.HashData(_commandKey, text)[..16]];
    }

    /// <summary>Sends a command and waits for its answer.</summary>
    public Answer Ask(Opcode opcode, params byte[] payload) => Trusted(pump.Say(GattCharacteristic.Command, Frame(opcode, payload)));

    /// <summary>Stages, then commits what the echo says.</summary>
    public Answer Order(Opcode opcode, byte[] payload, bool confirmed = true)
    {
        Answer echo = Ask(opcode, payload);
        Assert.Equal(AnswerCode.Staged, echo.Code);
        return Commit(echo.Tag, confirmed);
    }

    public Answer Commit(byte[] digest, bool confirmed = true) => Ask(Opcode.Commit, [.. digest, (byte)(confirmed ? 0x33 : 0x0F)]);

    /// <summary>An answer of this session, if its tag is right.</summary>
    public Answer Trusted(byte[] frame)
    {
        Assert.True(IsTrusted(frame), Convert.ToHexString(frame));
        return new Answer(frame);
    }

    public bool IsTrusted(byte[] frame) =>
        frame.Length >= 26 && HMACSHA256.HashData(_answerKey, frame.AsSpan(0, frame.Length - 16)).AsSpan(0, 16).SequenceEqual(frame.AsSpan(frame.Length - 16))
        && BinaryPrimitives.ReadUInt32LittleEndian(frame) == Session;

    private byte[] Derive(byte purpose, byte role)
    {
        byte[] text =
        [
            .. Encoding.ASCII.GetBytes("HAI1"), purpose, 1, role, 0, .. _nonce, .. Challenge[12..28],
            .. Encoding.ASCII.GetBytes(RadioWorld.Serial), .. Challenge[8..12], .. Challenge[4..8], .. Challenge[2..4],
        ];
        return HMACSHA256.HashData(secret, text);
    }
}
