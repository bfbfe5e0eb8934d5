using System;
using Haip.Core;
using Haip.Core.Delivery;
using Haip.HostTests.Core;
using Xunit;

namespace Haip.HostTests.Safety;

[Trait("Category", "Safety")]
[Trait("Requirement", "SR-606")]
public class BolusInAlarmTests
{
    private const int RateNlPerHour = 54_000;

    [Fact]
    public void An_alarm_that_holds_delivery_ends_the_bolus_on_top_for_good() =>
        AlarmDuringBolus(readings => readings.CatheterValid = false, PumpState.Patency);

    [Fact]
    public void An_alarm_that_stops_delivery_ends_the_bolus_on_top_for_good() =>
        AlarmDuringBolus(readings => readings.ChamberValid = false, PumpState.Stopped);

    private static void AlarmDuringBolus(Action<Readings> fault, PumpState state)
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(600);
        Assert.Equal(Verdict.Accepted, world.Pump.StartBolus(new BolusOrder { Kind = BolusKind.Flush, VolumeNl = 500_000, RateNlPerHour = 300_000 }, confirmed: true));
        world.Run(60);
        Assert.True(world.Status.BolusLeftNl > 0);

        world.Distort = fault;
        Assert.True(world.RunUntil(() => world.Status.State == state, seconds: 60));
        Assert.Equal(Verdict.NotInThisState, world.Pump.StartBolus(new BolusOrder { Kind = BolusKind.Flush, VolumeNl = 500_000, RateNlPerHour = 300_000 }, confirmed: true));
        world.Distort = null;
        world.Run(10);
        world.Pump.Acknowledge();
        world.Pump.Resume();
        world.Run(60);

        Assert.Equal(PumpState.Infusing, world.Status.State);
        Assert.Equal(0, world.Status.BolusLeftNl);
        Assert.Equal(RateNlPerHour, world.Status.RateNlPerHour);
    }
}
