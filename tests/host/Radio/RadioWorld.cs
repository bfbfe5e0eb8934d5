using System;
using System.Linq;
using System.Text;
using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Protocol;
using Haip.HostTests.Safety;
using Haip.VirtualBoard.Radio;
using Xunit;

namespace Haip.HostTests.Radio;

/// <summary>A pump with its memory and a radio, in the order of the application: tick, keep, drive, serve.</summary>
internal sealed class RadioWorld : IPumpInRange
{
    public const string Serial = "HAIP-0000017";
    public const int KeyId = 7;
    public const int WeightGrams = 70_000;
    public const int ConcentrationUgPerMl = 6_460;

    public static readonly byte[] Secret = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    public RadioWorld(FlakyMemory? memory = null, int seed = 1, bool installed = true)
    {
        Memory = new MemoryWorld(memory ?? new FlakyMemory());
        Programmer = new Programmer(Memory.Pump, Memory.Memory, Memory.Fram, Clock, new KeyedHash(), new CountedRandom(seed)) { Link = Link };
        Client = new TestProgrammer(this, Secret);
        Action keep = Memory.World.AfterTick!;
        Memory.World.AfterTick = () =>
        {
            keep();
            long before = GC.GetAllocatedBytesForCurrentThread();
            Programmer.Serve(Memory.World.Readings);
            ServeBytes += GC.GetAllocatedBytesForCurrentThread() - before;
        };

        if (installed)
        {
            Assert.True(Programmer.Install(Card()));
        }
    }

    public MemoryWorld Memory { get; }

    public Programmer Programmer { get; }

    public RecordedLink Link { get; } = new();

    public TestClock Clock { get; } = new();

    public TestProgrammer Client { get; }

    /// <summary>Allocated by the radio's share of all beats.</summary>
    public long ServeBytes { get; set; }

    public Mailbox Mailbox => Programmer.Mailbox;

    public Pump Pump => Memory.Pump;

    public DeliveryStatus Status => Pump.Status;

    public EventId[] Events => [.. Memory.Events.Select(entry => entry.Id)];

    /// <summary>A pump that has passed its self-test, with 30 mL of saline, linked and paired over a wide link.</summary>
    public static RadioWorld Ready(FlakyMemory? memory = null)
    {
        var world = new RadioWorld(memory);
        world.Pump.Refill(30_000_000, confirmed: true);
        world.Memory.PassSelfTest();
        world.Pair();
        return world;
    }

    /// <summary>With a session.</summary>
    public static RadioWorld InSession(FlakyMemory? memory = null)
    {
        RadioWorld world = Ready(memory);
        world.Client.Open();
        return world;
    }

    /// <summary>With drug, limits and an accepted scan.</summary>
    public static RadioWorld WithDrug()
    {
        RadioWorld world = InSession();
        world.Done(Opcode.StageScan, Payloads.Scan(true));
        world.Done(Opcode.StageLimits, Payloads.Limits(WeightGrams, 21_000, 300));
        world.Done(Opcode.StageDrug, Payloads.Drug(1, cytotoxic: true, ConcentrationUgPerMl, "FUDR"));
        return world;
    }

    /// <summary>A therapy of 1.3 mL/day runs that was ordered over the radio.</summary>
    public static RadioWorld Infusing()
    {
        RadioWorld world = WithDrug();
        world.Done(Opcode.StageTherapy, Payloads.Therapy(54_167, 336, 8_330));
        Assert.Equal(PumpState.Infusing, world.Status.State);
        return world;
    }

    public static SecretCard Card(int keyId = KeyId, byte[]? secret = null)
    {
        var card = new SecretCard();
        Assert.True(card.TryRead(CardText(Serial, keyId, secret ?? Secret), SecretCard.Length));
        return card;
    }

    public static byte[] CardText(string serial, int keyId, byte[] secret)
    {
        string text = $"HAIP1:{serial}:{keyId:X4}:{Convert.ToHexString(secret)}";
        return Encoding.ASCII.GetBytes($"{text}:{Check16(Encoding.ASCII.GetBytes(text)):X4}");
    }

    /// <summary>CRC-16 of CCITT, bit by bit.</summary>
    public static ushort Check16(byte[] data)
    {
        int crc = 0xFFFF;

        foreach (byte value in data)
        {
            crc ^= value << 8;

            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc << 1) ^ ((crc & 0x8000) == 0 ? 0 : 0x11021);
            }
        }

        return (ushort)crc;
    }

    public void Pair(int frameLength = 100)
    {
        Mailbox.Connected();
        Mailbox.FrameLengthChanged(frameLength);
        Mailbox.SecurityChanged(true);
        Tick();
    }

    public void Tick(int count = 1)
    {
        for (int i = 0; i < count; i++)
        {
            Memory.World.Tick();
        }
    }

    public void Run(double seconds) => Memory.World.Run(seconds);

    /// <summary>Writes a frame and waits for what the pump says to it.</summary>
    public byte[] Say(GattCharacteristic characteristic, byte[] frame)
    {
        Assert.Equal(WriteAnswer.Taken, Mailbox.Write(characteristic, frame, frame.Length));
        return Hear() ?? throw new InvalidOperationException("the pump says nothing");
    }

    /// <summary>The next answer on the session or command characteristic; null when there is none within four seconds.</summary>
    public byte[]? Hear()
    {
        int heard = Link.Sent.Count;

        for (int i = 0; i < 80; i++)
        {
            Tick();

            foreach ((GattCharacteristic characteristic, byte[] frame) in Link.Sent.Skip(heard))
            {
                if (characteristic is GattCharacteristic.Session or GattCharacteristic.Command)
                {
                    return frame;
                }
            }

            heard = Link.Sent.Count;
        }

        return null;
    }

    /// <summary>An order that is taken.</summary>
    public Answer Done(Opcode opcode, byte[] payload)
    {
        Answer answer = Client.Order(opcode, payload);
        Assert.True(answer.Code == AnswerCode.Done, $"{opcode}: {answer.Code} {Convert.ToHexString(answer.Payload)}");
        return answer;
    }

    public byte[] Read(GattCharacteristic characteristic)
    {
        byte[] buffer = new byte[100];
        return buffer[..Mailbox.Read(characteristic, buffer)];
    }

    /// <summary>What must not change by anything that is not an order: state, orders, drug, calibration, secret.</summary>
    public string Truth()
    {
        var order = new OrderRecord();
        byte[] bytes = new byte[OrderRecord.Length];
        Pump.Records.CopyOrder(order);
        order.Write(bytes);
        Drug drug = Pump.Orders.Drug;
        return $"{Status.State} {Convert.ToHexString(bytes)} {Status.BolusLeftNl} {drug.Id} {drug.Nature} {drug.ConcentrationUgPerMl} {drug.WeightGrams} "
            + $"{drug.MostUgPerDay} {drug.MostUgPerKgPerDay} {drug.PerfusionAccepted} {Pump.Board.ChamberFlPerPa} {Clock.SetToUtcSeconds} "
            + Convert.ToHexString(Memory.Fram.Bytes.AsSpan(MemoryMap.SecretAddress, 106));
    }
}
