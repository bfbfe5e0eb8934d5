using System;
using Haip.Board;
using Haip.Core.Log;
using Haip.Core.Ports;
using Haip.Drivers;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Parts;
using Xunit;

namespace Haip.HostTests.Device;

[Trait("Category", "Device")]
public class SafeStopTests
{
    private readonly OutputPin _pump = new();
    private readonly OutputPin _inlet = new();
    private readonly OutputPin _outlet = new();
    private readonly OutputPin _alarm = new();
    private readonly OutputPin _ok = new();
    private readonly ToneRecorder _sounder = new();
    private readonly Mb85rc256vMemory _memory;
    private readonly SafeStop _stop;

    public SafeStopTests()
    {
        var bus = new VirtualI2cBus();
        bus.Attach(Mb85rc256vMemory.I2cAddress, new Mb85rc256vPart());
        _memory = new Mb85rc256vMemory(bus);
        var pins = new BoardPins { PumpEnable = _pump, InletValve = _inlet, OutletValve = _outlet, AlarmLight = _alarm, OkLight = _ok, Sounder = _sounder };
        _stop = new SafeStop { Pins = pins, Store = new StopStore(_memory) };

        foreach (OutputPin pin in new[] { _pump, _inlet, _outlet, _ok })
        {
            pin.Write(true);
        }
    }

    [Fact]
    [Trait("Requirement", "SR-707")]
    public void Pump_and_valves_lose_their_power_and_a_person_is_called()
    {
        _stop.Doing = StopReason.Beat;

        Assert.Equal(StopReason.Beat, _stop.Stop(5_000));
        Assert.False(_pump.High || _inlet.High || _outlet.High || _ok.High);
        Assert.True(_alarm.High);
        Assert.NotEqual(0, _sounder.FrequencyHz);
    }

    [Fact]
    [Trait("Requirement", "SR-707")]
    public void The_reason_is_said_once_after_the_restart()
    {
        _stop.Doing = StopReason.Display;
        _stop.Stop(5_000);
        var store = new StopStore(_memory);

        Assert.True(store.TryTake(out StopReason reason, out long afterMs));
        Assert.Equal((StopReason.Display, 5_000), (reason, afterMs));
        Assert.False(store.TryTake(out reason, out _));
        Assert.Equal(StopReason.None, reason);
    }

    [Fact]
    public void A_later_reason_replaces_an_earlier_one_that_was_taken()
    {
        var store = new StopStore(_memory);
        Assert.True(store.TrySave(StopReason.Start, 1));
        Assert.True(store.TryTake(out _, out _));
        Assert.True(store.TrySave(StopReason.Button, 2));

        Assert.True(new StopStore(_memory).TryTake(out StopReason reason, out _));
        Assert.Equal(StopReason.Button, reason);
    }

    [Fact]
    public void A_memory_that_never_held_a_reason_gives_none() => Assert.False(new StopStore(_memory).TryTake(out _, out _));

    [Fact]
    public void The_first_thread_that_asks_gives_the_reason()
    {
        _stop.Ask(StopReason.Button);
        _stop.Ask(StopReason.Display);
        _stop.Doing = StopReason.Beat;

        Assert.Equal(StopReason.Button, _stop.Asked);
        Assert.Equal(StopReason.Button, _stop.Stop(0));
    }

    [Fact]
    [Trait("Requirement", "SR-707")]
    public void A_pin_that_fails_keeps_no_other_from_being_released()
    {
        _stop.Pins.PumpEnable = new BrokenPin();
        _stop.Pins.OkLight = new BrokenPin();

        _stop.Stop(0);
        Assert.False(_inlet.High || _outlet.High);
        Assert.True(_alarm.High);
    }

    [Fact]
    public void A_start_that_opened_nothing_can_be_stopped()
    {
        new SafeStop { Pins = new BoardPins() }.Stop(0);
        new SafeStop().Stop(0);
    }

    [Fact]
    [Trait("Requirement", "SR-707")]
    public void A_sounder_that_fails_leaves_the_reason_kept_and_the_light_on()
    {
        _stop.Pins.Sounder = new BrokenTone();
        _stop.Doing = StopReason.Beat;

        Assert.Equal(StopReason.Beat, _stop.Stop(0));
        Assert.False(_pump.High);
        Assert.True(_alarm.High);
        Assert.True(new StopStore(_memory).TryTake(out StopReason reason, out _));
        Assert.Equal(StopReason.Beat, reason);
    }

    [Fact]
    [Trait("Requirement", "SR-707")]
    public void A_memory_that_fails_leaves_the_light_and_the_sounder_on()
    {
        _stop.Store = new StopStore(new BrokenMemory());

        _stop.Stop(0);
        Assert.False(_pump.High);
        Assert.True(_alarm.High);
        Assert.NotEqual(0, _sounder.FrequencyHz);
    }

    private sealed class BrokenPin : IOutputPin
    {
        public void Write(bool high) => throw new InvalidOperationException();
    }

    private sealed class BrokenMemory : IMemory
    {
        public int SizeBytes => 32_768;

        public bool TryRead(int address, byte[] buffer, int length) => throw new InvalidOperationException();

        public bool TryWrite(int address, byte[] data, int length) => throw new InvalidOperationException();
    }

    private sealed class BrokenTone : IToneOutput
    {
        public void Play(int frequencyHz) => throw new InvalidOperationException();
    }
}
