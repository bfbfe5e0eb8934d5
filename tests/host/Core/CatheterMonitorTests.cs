using System;
using Haip.Core;
using Haip.Core.Catheter;
using Haip.Core.Delivery;
using Xunit;

namespace Haip.HostTests.Core;

[Trait("Category", "Core")]
public class CatheterMonitorTests
{
    private const int MeanPa = 12_400;
    private const double HeartHz = 1.2;

    private readonly BoardProfile _board = new();
    private readonly DeliveryStatus _status = new();
    private readonly Readings _readings = new() { CatheterValid = true };
    private readonly CatheterMonitor _monitor;

    public CatheterMonitorTests() => _monitor = new CatheterMonitor(_board, _status);

    [Theory]
    [InlineData(100)]
    [InlineData(50)]
    public void The_pulse_of_a_sine_is_its_amplitude_over_the_root_of_two(int tickMs)
    {
        Quiet(seconds: 20, amplitudePa: 2_000, tickMs: tickMs);

        Assert.True(_status.PulseKnown);
        Assert.InRange(_status.PulsePa, 2_000 / Math.Sqrt(2) * 0.9, 2_000 / Math.Sqrt(2) * 1.1);
        Assert.InRange(_status.CatheterMeanPa, MeanPa - 300, MeanPa + 300);
        Assert.False(_status.PressureLost);
    }

    [Fact]
    public void A_steady_pressure_has_no_pulse_wherever_it_lies()
    {
        foreach (int meanPa in new[] { 0, -500, 12_400, 34_000 })
        {
            Quiet(seconds: 6, amplitudePa: 0, meanPa: meanPa);
            Assert.Equal(0, _status.PulsePa);
            Assert.Equal(meanPa, _status.CatheterMeanPa);
        }
    }

    [Fact]
    public void Nothing_is_known_before_two_seconds_have_been_seen()
    {
        Quiet(seconds: 1.5, amplitudePa: 2_000);

        Assert.False(_status.PulseKnown);
    }

    [Fact]
    public void Too_few_samples_are_no_pulse()
    {
        Quiet(seconds: 20, amplitudePa: 2_000, tickMs: 1_000);

        Assert.False(_status.PulseKnown);
    }

    [Fact]
    public void One_bad_frame_changes_nothing_and_two_silent_seconds_end_what_was_known_until_there_is_more()
    {
        Quiet(seconds: 6, amplitudePa: 2_000);

        _readings.CatheterValid = false;
        Take(PacketPhase.Rest, 0);
        Assert.True(_status.PulseKnown);
        _readings.NowMs += 2_100;
        Take(PacketPhase.Rest, 0);
        Assert.False(_status.PulseKnown);

        _readings.CatheterValid = true;
        Quiet(seconds: 6, amplitudePa: 2_000);
        Assert.True(_status.PulseKnown);
    }

    [Fact]
    public void What_an_invalid_sample_shows_is_never_used()
    {
        for (int i = 0; i < 200; i++)
        {
            _readings.CatheterValid = false;
            Take(PacketPhase.Rest, int.MaxValue);
        }

        _readings.CatheterValid = true;
        Quiet(seconds: 6, amplitudePa: 0);
        Assert.Equal((0, MeanPa), (_status.PulsePa, _status.CatheterMeanPa));
    }

    [Theory]
    [InlineData(PacketPhase.Empty)]
    [InlineData(PacketPhase.CloseOutlet)]
    public void The_bump_of_a_packet_is_not_taken_for_a_pulse(PacketPhase phase)
    {
        for (int packet = 0; packet < 5; packet++)
        {
            Quiet(seconds: 3, amplitudePa: 0);

            for (int i = 0; i < 80; i++)
            {
                _readings.NowMs += 50;
                Take(phase, MeanPa + (i * 100));
            }
        }

        Quiet(seconds: 3, amplitudePa: 0);
        Assert.InRange(_status.PulsePa, 0, CatheterMonitor.NoPulsePa - 1);
    }

    [Fact]
    [Trait("Requirement", "SR-217")]
    public void No_pulse_and_packets_that_stay_are_an_occlusion()
    {
        for (int packet = 0; packet < DeliveryStatus.PacketsToOcclusion; packet++)
        {
            Assert.Equal(packet, _status.OccludedPackets);
            Packet(amplitudePa: 0, retained: 1, packet);
        }

        Assert.Equal(DeliveryStatus.PacketsToOcclusion, _status.OccludedPackets);
    }

    [Fact]
    public void No_pulse_alone_is_none()
    {
        for (int packet = 0; packet < 10; packet++)
        {
            Packet(amplitudePa: 0, retained: 0, packet);
        }

        Assert.Equal(0, _status.OccludedPackets);
    }

    [Fact]
    public void A_rising_artery_with_a_pulse_is_none()
    {
        for (int packet = 0; packet < 10; packet++)
        {
            Packet(amplitudePa: 2_000, retained: 1, packet);
        }

        Assert.Equal(0, _status.OccludedPackets);
    }

    [Fact]
    public void A_pulse_that_comes_back_ends_the_suspicion()
    {
        Packet(amplitudePa: 0, retained: 1, 0);
        Packet(amplitudePa: 0, retained: 1, 1);
        Assert.Equal(2, _status.OccludedPackets);

        Quiet(seconds: 6, amplitudePa: 2_000);

        Assert.Equal(0, _status.OccludedPackets);
    }

    [Theory]
    [InlineData(6_000, 3_000, false)]  // closed at the trough of its pulse
    [InlineData(6_000, 2_300, true)]   // in tissue
    [InlineData(12_400, 3_900, true)]
    [InlineData(3_500, 2_400, true)]
    public void A_low_pressure_without_a_pulse_is_another_place_when_no_trough_of_this_artery_is_so_low(int arteryPa, int flatPa, bool expected)
    {
        Quiet(seconds: 20, amplitudePa: 1_500, meanPa: arteryPa);
        Quiet(seconds: 7, amplitudePa: 0, meanPa: flatPa);

        Assert.Equal(expected, _status.PressureLost);
    }

    [Fact]
    [Trait("Requirement", "SR-218")]
    public void Hardly_any_pressure_and_no_pulse_is_no_artery()
    {
        Quiet(seconds: 6, amplitudePa: 20, meanPa: 1_000);

        Assert.True(_status.PressureLost);
        Assert.Equal(0, _status.OccludedPackets);
    }

    [Theory]
    [InlineData(1_000, 2_000)] // a weak artery that beats
    [InlineData(9_000, 0)]     // an occluded catheter
    public void Either_alone_is_still_an_artery(int meanPa, double amplitudePa)
    {
        Quiet(seconds: 6, amplitudePa: amplitudePa, meanPa: meanPa);

        Assert.False(_status.PressureLost);
    }

    [Fact]
    public void What_the_chamber_will_end_at_is_the_catheters_mean_and_what_the_two_sensors_differ_by()
    {
        Assert.False(_status.ExpectedEndKnown);

        Quiet(seconds: 6, amplitudePa: 0);
        Assert.True(_status.ExpectedEndKnown);
        Assert.Equal(MeanPa, _status.ExpectedEndPa);

        for (int packet = 0; packet < 60; packet++)
        {
            Metered(MeanPa + 200);
        }

        Quiet(seconds: 6, amplitudePa: 0);
        Assert.InRange(_status.ExpectedEndPa, MeanPa + 190, MeanPa + 200);
    }

    [Fact]
    public void A_packet_whose_end_is_unknown_teaches_nothing_about_the_sensors()
    {
        Quiet(seconds: 6, amplitudePa: 0);

        _status.EndKnown = false;
        _status.EndPa = 0;
        _monitor.PacketMetered();
        Quiet(seconds: 6, amplitudePa: 0);

        Assert.Equal(MeanPa, _status.ExpectedEndPa);
    }

    [Fact]
    public void Blind_the_monitor_expects_what_the_last_packet_ended_at_and_nothing_before_the_first()
    {
        _readings.CatheterValid = false;
        _readings.NowMs += 2_100;
        Take(PacketPhase.Rest, 0);
        Assert.False(_status.ExpectedEndKnown);

        Metered(11_800);
        Take(PacketPhase.Rest, 0);

        Assert.Equal((true, 11_800), (_status.ExpectedEndKnown, _status.ExpectedEndPa));
    }

    // A packet of 200 nL: a closed catheter of nominal compliance rises by 1.7 kPa.
    private void Packet(double amplitudePa, double retained, int before)
    {
        const long PacketNl = 200;
        double stepPa = PacketNl * 1e6 / _board.CatheterFlPerPa * retained;
        Quiet(seconds: 4.5, amplitudePa, (int)(MeanPa + (stepPa * before)));
        _status.DeliveredNl = PacketNl;
        Metered(MeanPa);
        _readings.NowMs += 50;
        Take(PacketPhase.Empty, MeanPa);
        Quiet(seconds: 2.5, amplitudePa, (int)(MeanPa + (stepPa * (before + 1))));
    }

    private void Quiet(double seconds, double amplitudePa, int meanPa = MeanPa, int tickMs = 100)
    {
        long endMs = _readings.NowMs + (long)(seconds * 1000);

        while (_readings.NowMs < endMs)
        {
            _readings.NowMs += tickMs;
            Take(PacketPhase.Rest, meanPa + (int)Math.Round(amplitudePa * Math.Sin(2 * Math.PI * HeartHz * _readings.NowMs / 1000)));
        }
    }

    private void Take(PacketPhase phase, int catheterPa)
    {
        _readings.CatheterPa = catheterPa;
        _status.Phase = phase;
        _monitor.Take(_readings);
    }

    private void Metered(int endPa)
    {
        _status.EndKnown = true;
        _status.EndPa = endPa;
        _monitor.PacketMetered();
    }
}
