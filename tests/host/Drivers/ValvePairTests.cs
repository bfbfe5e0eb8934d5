using System;
using Haip.Core.Ports;
using Haip.Drivers;
using Haip.VirtualBoard.Parts;
using Xunit;

namespace Haip.HostTests.Drivers;

[Trait("Category", "Drivers")]
public class ValvePairTests
{
    private const int TravelMs = 700;

    private readonly OutputPin _inlet = new();
    private readonly OutputPin _outlet = new();
    private readonly ValvePair _valves;

    public ValvePairTests() => _valves = new ValvePair(_inlet, _outlet, TravelMs);

    [Fact]
    [Trait("Requirement", "SR-708")]
    public void Nothing_opens_before_the_travel_time_after_a_restart()
    {
        _valves.Drive(10_000, inletOpen: true, outletOpen: false);
        _valves.Drive(10_699, inletOpen: true, outletOpen: false);
        Assert.False(_inlet.High);

        _valves.Drive(10_700, inletOpen: true, outletOpen: false);

        Assert.True(_inlet.High);
        Assert.True(_valves.InletOpen);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_valve_closes_at_once_and_the_other_opens_after_the_travel_time(bool inletFirst)
    {
        OutputPin first = inletFirst ? _inlet : _outlet;
        OutputPin second = inletFirst ? _outlet : _inlet;
        Open(5000, inletFirst);

        _valves.Drive(6000, !inletFirst, inletFirst);
        Assert.False(first.High);
        _valves.Drive(6650, !inletFirst, inletFirst);
        Assert.False(second.High);
        _valves.Drive(6700, !inletFirst, inletFirst);

        Assert.True(second.High);
    }

    [Fact]
    public void The_travel_counts_from_the_closing_and_not_from_the_last_call()
    {
        Open(5000, inlet: true);

        for (long nowMs = 6000; nowMs < 6700; nowMs += 100)
        {
            _valves.Drive(nowMs, inletOpen: false, outletOpen: false);
        }

        _valves.Drive(6700, inletOpen: false, outletOpen: true);

        Assert.True(_valves.OutletOpen);
    }

    [Theory]
    [Trait("Requirement", "SR-102")]
    [InlineData(true)]
    [InlineData(false)]
    public void Both_requested_closes_both(bool inletFirst)
    {
        Open(5000, inletFirst);

        _valves.Drive(5050, inletOpen: true, outletOpen: true);

        Assert.False(_inlet.High);
        Assert.False(_outlet.High);
        Assert.False(_valves.InletOpen);
        Assert.False(_valves.OutletOpen);
    }

    [Fact]
    public void A_valve_may_open_again_while_the_other_stayed_closed()
    {
        Open(5000, inlet: true);
        _valves.Drive(5050, inletOpen: false, outletOpen: false);

        _valves.Drive(5100, inletOpen: true, outletOpen: false);

        Assert.True(_inlet.High);
    }

    [Fact]
    [Trait("Requirement", "SR-708")]
    public void Closed_is_written_on_every_call_and_open_only_once()
    {
        var inlet = new WriteCounter();
        var outlet = new WriteCounter();
        var valves = new ValvePair(inlet, outlet, TravelMs);
        valves.Drive(0, inletOpen: false, outletOpen: false);

        for (long nowMs = 1000; nowMs < 1500; nowMs += 50)
        {
            valves.Drive(nowMs, inletOpen: true, outletOpen: false);
        }

        Assert.Equal(1, inlet.HighWrites);
        Assert.Equal(11, outlet.LowWrites);
    }

    [Fact]
    [Trait("Requirement", "SR-102")]
    public void No_sequence_of_requests_opens_a_valve_within_the_travel_of_the_other()
    {
        var random = new Random(7);
        long inletHighMs = -TravelMs;
        long outletHighMs = -TravelMs;
        int opened = 0;
        int request = 0;

        for (long nowMs = 0; nowMs < 2_000_000; nowMs += 50)
        {
            // Requests that hold for a while, so that valves do open.
            request = random.Next(40) == 0 ? random.Next(4) : request;
            _valves.Drive(nowMs, (request & 1) != 0, (request & 2) != 0);

            inletHighMs = _inlet.High ? nowMs : inletHighMs;
            outletHighMs = _outlet.High ? nowMs : outletHighMs;
            opened += _inlet.High || _outlet.High ? 1 : 0;
            Assert.False(_inlet.High && nowMs - outletHighMs < TravelMs, "inlet at " + nowMs);
            Assert.False(_outlet.High && nowMs - inletHighMs < TravelMs, "outlet at " + nowMs);
        }

        Assert.InRange(opened, 5000, 40_000);
    }

    private void Open(long nowMs, bool inlet)
    {
        _valves.Drive(0, inletOpen: false, outletOpen: false);
        _valves.Drive(nowMs, inlet, !inlet);
        Assert.True(inlet ? _inlet.High : _outlet.High);
    }

    private sealed class WriteCounter : IOutputPin
    {
        public int HighWrites { get; private set; }

        public int LowWrites { get; private set; }

        public void Write(bool high)
        {
            HighWrites += high ? 1 : 0;
            LowWrites += high ? 0 : 1;
        }
    }
}
