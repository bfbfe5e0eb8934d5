using System.Linq;
using Haip.Core.Protocol;
using Haip.Core.Safety;
using Xunit;

namespace Haip.HostTests.Radio;

/// <summary>Alarms over the air.</summary>
[Trait("Category", "Radio")]
public class AlarmFeedTests
{
    private const byte Raised = 0x33;
    private const byte Changed = 0x3C;
    private const byte Cleared = 0x55;

    private readonly RadioWorld _world = RadioWorld.Infusing();
    private bool _air;
    private bool _cold;

    public AlarmFeedTests()
    {
        _world.Memory.World.Distort += readings =>
        {
            readings.AirInLine = _air;
            readings.DrugMilliC = _cold ? 30_000 + (int)(_world.Memory.World.NowMs % 7) : readings.DrugMilliC;
        };
        _world.Tick(3);
        _world.Link.Clear();
    }

    [Fact]
    [Trait("Requirement", "SR-813")]
    public void An_alarm_is_told_in_the_tick_in_which_it_is_raised()
    {
        _air = true;

        while (!_world.Pump.Alarms.IsRaised(AlarmId.AirInLine))
        {
            Assert.Empty(Alarms());
            _world.Tick();
        }

        byte[] frame = Assert.Single(Alarms());
        Assert.Equal((Raised, (int)AlarmId.AirInLine), (frame[0], frame[2] | (frame[3] << 8)));
        Assert.Equal(18, frame.Length);
        Assert.Equal(0x3C, frame[1]); // of medium priority
        Assert.Equal(0x3C, frame[8]); // it stops delivery
    }

    [Fact]
    [Trait("Requirement", "SR-813")]
    public void It_is_told_every_two_seconds_until_its_receipt_comes()
    {
        _air = true;
        _world.Run(9);
        byte[][] told = Alarms();
        Assert.InRange(told.Length, 4, 6);
        Assert.All(told, frame => Assert.Equal(told[0][..8], frame[..8]));
        Assert.Equal(told.Length, told.Select(frame => frame[15]).Distinct().Count()); // the counter moves on

        Receive(told[0]);
        _world.Tick(2);
        _world.Link.Clear();
        _world.Run(10);
        Assert.Empty(Alarms());
    }

    [Fact]
    [Trait("Requirement", "SR-813")]
    public void A_wrong_receipt_is_none()
    {
        _air = true;
        _world.Run(1);
        byte[] told = Alarms()[0];

        for (int bit = 0; bit < 48; bit++)
        {
            byte[] receipt = Receipt(told);
            receipt[bit / 8] ^= (byte)(1 << (bit % 8));
            _world.Mailbox.Write(GattCharacteristic.Alarms, receipt, receipt.Length);
            _world.Tick();
        }

        _world.Link.Clear();
        _world.Run(3);
        Assert.NotEmpty(Alarms());
    }

    [Fact]
    [Trait("Requirement", "SR-813")]
    public void Its_change_and_its_end_are_told_too()
    {
        _air = true;
        _world.Run(1);
        Receive(Alarms()[0]);
        _world.Tick(2);
        _world.Link.Clear();
        _world.Pump.PauseAudio();
        _world.Tick(2);
        byte[] changed = Assert.Single(Alarms());
        Assert.Equal((Changed, 1), (changed[0], changed[9]));
        Receive(changed);

        _air = false;
        _world.Tick(5);
        _world.Pump.Acknowledge();
        _world.Link.Clear();
        _world.Tick();
        byte[] cleared = Assert.Single(Alarms());
        Assert.Equal((Cleared, changed[4], (byte)0), (cleared[0], cleared[4], cleared[14]));
    }

    [Fact]
    [Trait("Requirement", "SR-813")]
    public void An_alarm_that_comes_back_is_another_instance()
    {
        _cold = true;
        _world.Run(40);
        byte[] first = Alarms()[0];
        _cold = false;
        _world.Run(5);
        _cold = true;
        _world.Link.Clear();
        _world.Run(40);

        byte[] again = Alarms().Last(frame => frame[0] == Raised);
        Assert.Equal(first[2], again[2]);
        Assert.NotEqual(first[4], again[4]);
    }

    [Fact]
    [Trait("Requirement", "SR-813")]
    public void A_new_link_is_told_all_that_stands()
    {
        _air = true;
        _world.Run(1);
        Receive(Alarms()[0]);
        _world.Tick(2);
        _world.Mailbox.Disconnected();
        _world.Tick(3);
        _world.Link.Clear();
        _world.Pair();
        _world.Tick();

        Assert.Contains(Alarms(), frame => frame[0] == Raised && frame[2] == (int)AlarmId.AirInLine);
    }

    [Fact]
    [Trait("Requirement", "SR-813")]
    public void What_a_link_missed_before_it_was_authenticated_it_is_told_then()
    {
        _world.Mailbox.Disconnected();
        _world.Mailbox.Connected();
        _air = true;
        _world.Run(3);
        Assert.Empty(Alarms());
        _world.Mailbox.SecurityChanged(true);
        _world.Tick();

        Assert.Contains(Alarms(), frame => frame[0] == Raised && frame[2] == (int)AlarmId.AirInLine);
    }

    [Fact]
    [Trait("Requirement", "SR-820")]
    public void Alarms_fit_a_link_that_nobody_widened()
    {
        _world.Mailbox.Disconnected();
        _world.Pair(frameLength: 20);
        _air = true;
        _world.Run(2);

        Assert.NotEmpty(Alarms());
        Assert.All(_world.Link.Sent, sent => Assert.InRange(sent.Frame.Length, 1, 20));
    }

    [Fact]
    [Trait("Requirement", "SR-813")]
    public void A_radio_without_room_delays_an_alarm_and_loses_none()
    {
        _world.Link.Full = true;
        _air = true;
        _world.Run(5);
        _world.Link.Full = false;
        _world.Tick();

        Assert.NotEmpty(Alarms());
    }

    [Fact]
    public void All_that_stand_can_be_read_the_most_urgent_first()
    {
        _cold = true;
        _air = true;
        _world.Run(40);
        byte[] list = _world.Read(GattCharacteristic.Alarms);

        Assert.Equal(_world.Pump.Alarms.StandingCount, list[0]);
        Assert.Equal(list[0], list[1]);
        Assert.Equal((byte)AlarmId.AirInLine, list[2]);
        Assert.Contains((byte)AlarmId.TemperatureOutOfRange, Enumerable.Range(0, list[1]).Select(i => list[2 + (4 * i)]));
        Assert.Equal(RadioWorld.Check16(list[..^2]), list[^2] | (list[^1] << 8));
    }

    private byte[][] Alarms() => _world.Link.Of(GattCharacteristic.Alarms);

    private void Receive(byte[] told)
    {
        byte[] receipt = Receipt(told);
        _world.Mailbox.Write(GattCharacteristic.Alarms, receipt, receipt.Length);
    }

    private static byte[] Receipt(byte[] told) => [0x5A, 0, .. told[4..8]];
}
