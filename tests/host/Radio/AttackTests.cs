using System;
using System.Linq;
using Haip.Core.Delivery;
using Haip.Core.Protocol;
using Xunit;

namespace Haip.HostTests.Radio;

/// <summary>What somebody can try who has a link, or who hears and repeats what others say.</summary>
[Trait("Category", "Radio")]
public class AttackTests
{
    private const int RateNlPerHour = 54_167;

    [Fact]
    [Trait("Requirement", "SR-801")]
    public void A_link_that_is_not_authenticated_hears_nothing_reads_nothing_and_writes_nothing()
    {
        RadioWorld world = RadioWorld.Infusing();
        byte[] frame = world.Client.Frame(Opcode.Suspend);
        world.Mailbox.Disconnected();
        world.Tick();
        world.Link.Clear();
        world.Mailbox.Connected();
        world.Mailbox.FrameLengthChanged(100);
        world.Memory.World.Distort += readings => readings.AirInLine = true;

        foreach (GattRow row in GattTable.Rows)
        {
            byte[] read = world.Read(row.Characteristic);
            Assert.Equal(row.CanRead && row.Protection == GattProtection.Open, read.Length > 0);
            Assert.Equal(row.CanWrite ? WriteAnswer.NotAuthenticated : WriteAnswer.NotWritable, world.Mailbox.Write(row.Characteristic, frame, row.CanWrite ? 20 : 1));
        }

        world.Run(30);
        Assert.Empty(world.Link.Sent);
        Assert.Equal(PumpState.Stopped, world.Status.State); // the alarm did it
    }

    [Fact]
    [Trait("Requirement", "SR-801")]
    public void A_link_that_loses_its_security_hears_no_more()
    {
        RadioWorld world = RadioWorld.Infusing();
        world.Mailbox.SecurityChanged(false);
        world.Tick();
        world.Link.Clear();
        world.Run(10);

        Assert.Empty(world.Link.Sent);
        Assert.Empty(world.Read(GattCharacteristic.Status));
    }

    [Fact]
    [Trait("Requirement", "SR-804")]
    public void Every_flipped_bit_of_a_command_leaves_everything_as_it_was()
    {
        RadioWorld world = RadioWorld.Infusing();

        foreach ((Opcode opcode, byte[] payload) in Commands())
        {
            int length = 26 + payload.Length;

            for (int bit = 0; bit < length * 8; bit++)
            {
                if (!world.Programmer.SessionOpen)
                {
                    world.Run(70); // the delay after three bad tags
                    world.Client.Open();
                }

                byte[] frame = world.Client.FrameOf(world.Client.Session, world.Client.Number + 1, opcode, payload);
                frame[bit / 8] ^= (byte)(1 << (bit % 8));
                Unmoved(world, GattCharacteristic.Command, frame);
            }
        }
    }

    [Fact]
    [Trait("Requirement", "SR-804")]
    public void A_flipped_bit_in_any_byte_of_any_command_leaves_everything_as_it_was()
    {
        RadioWorld world = RadioWorld.Infusing();
        var random = new Random(2);

        foreach (CommandRow row in CommandTable.Rows)
        {
            for (int place = 0; place < 26 + row.PayloadLength; place++)
            {
                if (!world.Programmer.SessionOpen)
                {
                    world.Run(70);
                    world.Client.Open();
                }

                byte[] frame = world.Client.FrameOf(world.Client.Session, world.Client.Number + 1, row.Opcode, new byte[row.PayloadLength]);
                frame[place] ^= (byte)(1 << random.Next(8));
                Unmoved(world, GattCharacteristic.Command, frame);
            }
        }
    }

    [Fact]
    [Trait("Requirement", "SR-802")]
    public void Every_flipped_bit_of_a_hello_opens_nothing()
    {
        RadioWorld world = RadioWorld.Ready();

        for (int bit = 0; bit < 20 * 8; bit++)
        {
            byte[] hello = world.Client.HelloFrame();
            hello[bit / 8] ^= (byte)(1 << (bit % 8));
            byte[] said = world.Client.SayHello(hello);
            Assert.Contains(said[0], new byte[] { 0x33, 0x66 });

            if (said[0] == 0x33)
            {
                Assert.Equal(0x66, world.Say(GattCharacteristic.Session, world.Client.ProofFrame())[0]); // the nonce was another
                world.Run(61);
            }

            Assert.False(world.Programmer.SessionOpen);
        }
    }

    [Fact]
    [Trait("Requirement", "SR-804")]
    public void Every_truncated_or_prolonged_command_leaves_everything_as_it_was()
    {
        RadioWorld world = RadioWorld.Infusing();

        foreach ((Opcode opcode, byte[] payload) in Commands())
        {
            for (int length = 1; length <= 100; length++)
            {
                if (!world.Programmer.SessionOpen)
                {
                    world.Run(70);
                    world.Client.Open();
                }

                byte[] frame = world.Client.FrameOf(world.Client.Session, world.Client.Number + 1, opcode, payload);

                if (length != frame.Length)
                {
                    Array.Resize(ref frame, length);
                    Unmoved(world, GattCharacteristic.Command, frame);
                }
            }
        }
    }

    [Fact]
    [Trait("Requirement", "SR-802")]
    public void Every_flipped_bit_of_a_handshake_opens_nothing()
    {
        RadioWorld world = RadioWorld.Ready();

        for (int bit = 0; bit < 24 * 8; bit++)
        {
            world.Client.Hello();
            byte[] proof = world.Client.ProofFrame();
            proof[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Equal(0x66, world.Say(GattCharacteristic.Session, proof)[0]);
            Assert.False(world.Programmer.SessionOpen);
            world.Run(61);
        }
    }

    [Fact]
    [Trait("Requirement", "SR-804")]
    [Trait("Requirement", "SR-805")]
    public void A_recorded_conversation_replayed_in_any_order_does_nothing()
    {
        RadioWorld world = RadioWorld.WithDrug();
        TestProgrammer client = world.Client;
        Answer echo = client.Ask(Opcode.StageTherapy, Payloads.Therapy(RateNlPerHour, 336, 8_330));
        byte[][] recorded =
        [
            client.FrameOf(client.Session, client.Number, Opcode.StageTherapy, Payloads.Therapy(RateNlPerHour, 336, 8_330)),
            client.Frame(Opcode.Commit, [.. echo.Tag, 0x33]),
            client.Frame(Opcode.Suspend),
            client.Frame(Opcode.Resume),
        ];

        foreach (byte[] frame in recorded[1..])
        {
            world.Say(GattCharacteristic.Command, frame);
        }

        client.Ask(Opcode.KeepAlive);
        var random = new Random(5);

        for (int i = 0; i < 200; i++)
        {
            Unmoved(world, GattCharacteristic.Command, recorded[random.Next(recorded.Length)]);
        }
    }

    [Fact]
    [Trait("Requirement", "SR-804")]
    public void Frames_of_another_pump_or_of_another_session_do_nothing()
    {
        RadioWorld one = RadioWorld.Infusing();
        RadioWorld other = RadioWorld.Infusing();
        one.Client.Open();

        foreach ((Opcode opcode, byte[] payload) in Commands())
        {
            Unmoved(one, GattCharacteristic.Command, other.Client.FrameOf(other.Client.Session, other.Client.Number + 1, opcode, payload));
        }

        // Even under this session's number.
        Unmoved(one, GattCharacteristic.Command, other.Client.FrameOf(one.Client.Session, one.Client.Number + 1, Opcode.Suspend, []));
        Assert.Equal(AnswerCode.Done, one.Client.Ask(Opcode.KeepAlive).Code);
    }

    [Fact]
    [Trait("Requirement", "SR-804")]
    public void The_pumps_own_frames_sent_back_to_it_do_nothing()
    {
        RadioWorld world = RadioWorld.Infusing();
        world.Client.Ask(Opcode.ReadStatus);

        foreach ((GattCharacteristic characteristic, byte[] frame) in world.Link.Sent.ToArray())
        {
            GattRow row = GattTable.Find(characteristic);

            if (row.CanWrite && characteristic != GattCharacteristic.Session)
            {
                Unmoved(world, characteristic, frame);
            }
        }
    }

    [Fact]
    [Trait("Requirement", "SR-801")]
    public void A_frame_of_a_link_that_is_gone_is_gone_with_it()
    {
        RadioWorld world = RadioWorld.Infusing();
        byte[] frame = world.Client.Frame(Opcode.Suspend);
        world.Mailbox.Write(GattCharacteristic.Command, frame, frame.Length);
        world.Mailbox.Disconnected();
        world.Pair();
        world.Tick(3);

        Assert.Equal(PumpState.Infusing, world.Status.State);
    }

    private static (Opcode Opcode, byte[] Payload)[] Commands() =>
    [
        (Opcode.Suspend, []),
        (Opcode.Commit, [.. new byte[16], 0x33]),
        (Opcode.StageTherapy, Payloads.Therapy(80_000, 336, 8_330)),
    ];

    // Reservoir and volumes go on; orders, drug, secret and state do not.
    private static void Unmoved(RadioWorld world, GattCharacteristic characteristic, byte[] frame)
    {
        string before = world.Truth();
        PumpState state = world.Status.State;
        world.Mailbox.Write(characteristic, frame, frame.Length);
        world.Tick(2);

        Assert.Equal(before, world.Truth());
        Assert.Equal(state, world.Status.State);
    }
}
