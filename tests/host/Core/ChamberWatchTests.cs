using System;
using Haip.Core;
using Haip.Core.Catheter;
using Haip.Core.Delivery;
using Xunit;

namespace Haip.HostTests.Core;

[Trait("Category", "Accuracy")]
[Trait("Requirement", "SR-220")]
public class ChamberWatchTests
{
    private const int ArteryPa = 12_000;

    private readonly DeliveryStatus _status = new() { PulseKnown = true };
    private readonly Readings _readings = new() { CatheterValid = true, ChamberValid = true };
    private readonly ChamberWatch _chamber;

    public ChamberWatchTests() => _chamber = new ChamberWatch(new BoardProfile(), _status);

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(1, 0)]
    [InlineData(1, 700)]
    [InlineData(2, -700)]
    public void The_decay_is_the_chambers_time_constant_whatever_the_two_sensors_differ_by(double seconds, int offsetPa)
    {
        for (int i = 0; i < 20; i++)
        {
            Packet(200, 1, seconds, offsetPa);
        }

        Assert.InRange(_status.DecayMs, seconds * 930, seconds * 1_080);
    }

    [Fact]
    public void A_microlitre_and_a_half_of_air_is_told_by_the_third_packet()
    {
        Packets(40, 200, 1);
        Packets(2, 200, 1.13);
        Assert.Equal(2, _status.AirPackets);
        Packets(1, 200, 1.13);
        Assert.Equal(DeliveryStatus.PacketsToFault, _status.AirPackets);

        // What stays is not learned away, but a person who has looked is believed.
        Packets(100, 200, 1.13);
        Assert.True(_status.AirPackets > 100);
        _status.ForgetFaults();
        Assert.Equal(0, _status.AirPackets);
    }

    [Fact]
    public void A_slow_disagreement_is_drift_and_no_air()
    {
        Packets(40, 200, 1);

        for (int i = 0; i < 600; i++)
        {
            Packets(1, 200, 1 + (i * 0.0005));
            Assert.Equal(0, _status.AirPackets);
        }
    }

    [Fact]
    public void A_bolus_of_larger_packets_is_judged_afresh()
    {
        Packets(40, 200, 1);
        Packets(40, 1_200, 1.12);

        Assert.Equal(0, _status.AirPackets);
    }

    [Fact]
    public void Without_a_second_measure_nothing_is_said()
    {
        Packets(40, 200, 1);
        _status.UnconfirmedPackets = 1;
        Packets(10, 200, 1.3);

        Assert.Equal(0, _status.AirPackets);
    }

    private void Packets(int count, int volumeNl, double softer)
    {
        for (int i = 0; i < count; i++)
        {
            Packet(volumeNl, softer, 1, 0);
        }
    }

    private void Packet(int volumeNl, double softer, double seconds, int offsetPa)
    {
        _readings.NowMs += 8_000;
        int stepPa = volumeNl * 10;

        for (int ms = 0; ms <= (int)(seconds * 8_000); ms += 50)
        {
            _readings.NowMs += 50;
            _readings.CatheterPa = ArteryPa;
            _readings.ChamberPa = ArteryPa + offsetPa + (int)(stepPa * Math.Exp(-ms / 1000.0 / seconds));
            _chamber.Take(_readings);
        }

        _status.FilledNl = volumeNl;
        _status.MeterDifferenceNl = volumeNl - (int)(volumeNl * softer);
        _status.DeliveredNl = volumeNl;
        _status.EndKnown = true;
        _status.EndPa = ArteryPa + offsetPa;
        _chamber.PacketMetered(ArteryPa);
    }
}
