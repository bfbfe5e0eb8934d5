using System;
using System.Linq;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Protocol;
using Haip.HostTests.Safety;
using Xunit;

namespace Haip.HostTests.Radio;

/// <summary>A card comes over the wire.</summary>
[Trait("Category", "Radio")]
[Trait("Requirement", "SR-815")]
public class CardReaderTests
{
    private const int NextKey = RadioWorld.KeyId + 1;

    private static readonly byte[] s_secret = [.. RadioWorld.Secret.Reverse()];
    private static readonly byte[] s_line = RadioWorld.CardText(RadioWorld.Serial, NextKey, s_secret);

    private readonly FakeWire _wire = new();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(93)]
    [InlineData(200)]
    public void A_line_is_installed_when_it_ends_however_it_comes(int pieceLength)
    {
        RadioWorld world = RadioWorld.Ready();
        CardReader reader = Reader(world);

        foreach (byte[] piece in ((byte[])[(byte)'\n', .. s_line]).Chunk(pieceLength))
        {
            _wire.Put(piece);
            Assert.Equal(CardAnswer.None, Said(reader));
        }

        _wire.Put("\r\n");
        Assert.Equal((CardAnswer.Installed, NextKey), (Said(reader), reader.KeyId));
        new TestProgrammer(world, s_secret).Open();
        Assert.Contains(EventId.SecretInstalled, world.Events);
    }

    [Fact]
    public void A_pump_that_never_had_a_secret_takes_one()
    {
        var world = new RadioWorld(installed: false);
        world.Memory.PassSelfTest();
        world.Pair();
        CardReader reader = Reader(world);
        _wire.PutLine(RadioWorld.CardText(RadioWorld.Serial, RadioWorld.KeyId, RadioWorld.Secret));

        Assert.Equal(CardAnswer.Installed, Said(reader));
        world.Client.Open();
    }

    [Fact]
    public void The_same_card_twice_does_no_harm()
    {
        RadioWorld world = RadioWorld.Ready();
        CardReader reader = Reader(world);
        _wire.PutLine(s_line);
        Assert.Equal(CardAnswer.Installed, Said(reader));
        _wire.PutLine(s_line);
        Assert.Equal(CardAnswer.Installed, Said(reader));

        new TestProgrammer(world, s_secret).Open();
        var after = new RadioWorld(new FlakyMemory(world.Memory.Fram.Bytes), installed: false);
        after.Pair();
        new TestProgrammer(after, s_secret).Open();
    }

    [Fact]
    public void A_line_that_is_not_whole_changes_nothing_and_says_so()
    {
        RadioWorld world = RadioWorld.Ready();
        CardReader reader = Reader(world);
        string before = world.Truth();

        for (int place = 0; place < s_line.Length; place++)
        {
            byte[] wrong = [.. s_line];
            wrong[place] = (byte)(wrong[place] == 'A' ? 'B' : 'A');
            Refused(reader, wrong);
            Refused(reader, s_line[..place].Length == 0 ? [(byte)' '] : s_line[..place]);
        }

        Refused(reader, [.. s_line, (byte)'0']);
        Refused(reader, [.. s_line, .. s_line]);
        Refused(reader, RadioWorld.CardText(RadioWorld.Serial, NextKey, [.. Enumerable.Repeat((byte)0x0A, 32)]).Select(b => (byte)char.ToLowerInvariant((char)b)).ToArray());
        Assert.Equal(before, world.Truth());
        world.Client.Open();
    }

    [Fact]
    public void What_comes_while_the_pump_delivers_is_refused_and_not_kept_for_later()
    {
        RadioWorld world = RadioWorld.Infusing();
        CardReader reader = Reader(world);
        string before = world.Truth();
        _wire.PutLine(s_line);
        Assert.Equal(CardAnswer.NotAtRest, Said(reader));
        Assert.Equal(before, world.Truth());
        Assert.True(world.Programmer.SessionOpen);

        world.Pump.Suspend();
        world.Run(30);
        Assert.Equal((PumpState.Suspended, CardAnswer.None), (world.Status.State, Said(reader)));
        Assert.True(world.Programmer.SessionOpen);

        _wire.PutLine(s_line);
        Assert.Equal(CardAnswer.Installed, Said(reader));
        Assert.False(world.Programmer.SessionOpen);
        Assert.True(world.Pump.Records.HasTherapy);
    }

    [Theory]
    [InlineData(PumpState.SelfTest, false)]
    [InlineData(PumpState.Standby, true)]
    [InlineData(PumpState.Infusing, false)]
    [InlineData(PumpState.Bolus, false)]
    [InlineData(PumpState.Patency, false)]
    [InlineData(PumpState.Suspended, true)]
    [InlineData(PumpState.Stopped, true)]
    public void Only_a_pump_at_rest_takes_a_card(PumpState state, bool takes)
    {
        RadioWorld world = In(state);
        CardReader reader = Reader(world);
        _wire.PutLine(s_line);

        Assert.Equal(takes ? CardAnswer.Installed : CardAnswer.NotAtRest, Said(reader));
        Assert.Equal(state, world.Status.State);
    }

    [Fact]
    public void A_memory_that_does_not_take_it_leaves_the_card_before()
    {
        RadioWorld world = RadioWorld.Ready();
        CardReader reader = Reader(world);
        world.Memory.Fram.Silent = true;
        _wire.PutLine(s_line);
        Assert.Equal((CardAnswer.NotKept, 0), (Said(reader), reader.KeyId));

        world.Memory.Fram.Silent = false;
        world.Run(2);
        world.Client.Open();
    }

    [Fact]
    public void Noise_changes_nothing_and_takes_no_memory()
    {
        RadioWorld world = RadioWorld.Ready();
        CardReader reader = Reader(world);
        string before = world.Truth();
        var random = new Random(3);
        byte[] noise = new byte[100];
        long allocated = 0;

        for (int i = 0; i < 1_000; i++)
        {
            random.NextBytes(noise);
            _wire.Put(noise);
            long bytes = GC.GetAllocatedBytesForCurrentThread();
            Assert.True(reader.Serve() is CardAnswer.None or CardAnswer.Unreadable);
            Assert.True(reader.Serve() is CardAnswer.None or CardAnswer.Unreadable);
            allocated = GC.GetAllocatedBytesForCurrentThread() - bytes;
        }

        Assert.Equal(0, allocated);
        Assert.Equal(before, world.Truth());
        _wire.Put("\n");
        reader.Serve();
        _wire.PutLine(s_line);
        Assert.Equal(CardAnswer.Installed, Said(reader));
    }

    private static RadioWorld In(PumpState state)
    {
        if (state == PumpState.SelfTest)
        {
            var woken = new RadioWorld();
            woken.Tick();
            return woken;
        }

        RadioWorld world = state is PumpState.Standby or PumpState.Bolus ? RadioWorld.Ready() : RadioWorld.Infusing();
        bool air = false;
        bool blind = false;
        world.Memory.World.Distort += readings =>
        {
            readings.AirInLine = air;
            readings.CatheterValid &= !blind;
        };

        switch (state)
        {
            case PumpState.Bolus:
                world.Pump.StartBolus(new BolusOrder { Kind = BolusKind.PerfusionTest, VolumeNl = 500_000, RateNlPerHour = 300_000 }, confirmed: true);
                break;
            case PumpState.Patency:
                blind = true;
                break;
            case PumpState.Suspended:
                world.Pump.Suspend();
                break;
            case PumpState.Stopped:
                air = true;
                break;
            default:
                break;
        }

        world.Run(60);
        Assert.Equal(state, world.Status.State);
        return world;
    }

    private CardReader Reader(RadioWorld world) => new(_wire, world.Programmer);

    // As many beats as it takes to read all that came.
    private static CardAnswer Said(CardReader reader)
    {
        CardAnswer last = CardAnswer.None;

        for (int i = 0; i < 4; i++)
        {
            CardAnswer answer = reader.Serve();
            last = answer == CardAnswer.None ? last : answer;
        }

        return last;
    }

    private void Refused(CardReader reader, byte[] line)
    {
        _wire.PutLine(line);
        Assert.Equal(CardAnswer.Unreadable, Said(reader));
    }
}
