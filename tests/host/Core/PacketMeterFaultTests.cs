using Haip.Core.Catheter;
using Haip.Core.Delivery;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>What the chamber's pressures say about valves and restrictor: leaks, and packets that stay.</summary>
[Trait("Category", "Core")]
public class PacketMeterFaultTests
{
    private const int ArteryPa = MeterBench.ArteryPa;
    private const int FullPa = MeterBench.FullPa;
    private const int StayedNl = (MeterBench.WantedNl / 4) - 1;
    private const int ThousandthOfAnHourMs = 3_600; // a nanolitre in it is 1000 nL/h

    private readonly MeterBench _bench = new();

    private DeliveryStatus Status => _bench.Status;

    [Theory]
    [Trait("Requirement", "SR-407")]
    [InlineData(0, 0, 0)]
    [InlineData(20, 2_000, 0)]
    [InlineData(30, 3_000, 1)]
    [InlineData(-20, -2_000, 0)]
    [InlineData(-30, -3_000, 1)]
    public void What_the_sealed_chamber_lost_or_won_is_a_leak_beyond_2_ul_an_hour(int lostPa, int leakNlPerHour, int leakyPackets)
    {
        _bench.Packet();
        _bench.Rest(ArteryPa - lostPa, ThousandthOfAnHourMs);

        Assert.Equal((leakNlPerHour, leakyPackets), (Status.LeakNlPerHour, Status.LeakyPackets));
    }

    [Theory]
    [Trait("Requirement", "SR-407")]
    [InlineData(0, 1)]
    [InlineData(40, 0)]
    public void What_a_noisy_sensor_shows_in_a_short_rest_is_no_leak(int noisePa, int leakyPackets)
    {
        for (int i = 0; i < 100; i++)
        {
            _bench.Fill(fallPa: i % 2 == 0 ? noisePa / 2 : -noisePa / 2);
        }

        _bench.Packet();
        _bench.Rest(ArteryPa - 50, ThousandthOfAnHourMs);

        Assert.Equal(leakyPackets, Status.LeakyPackets);
    }

    [Fact]
    [Trait("Requirement", "SR-407")]
    public void Only_leaks_in_a_row_count()
    {
        for (int i = 1; i <= 2; i++)
        {
            _bench.Packet();
            _bench.Rest(ArteryPa - 30, ThousandthOfAnHourMs);
            Assert.Equal(i, Status.LeakyPackets);
        }

        _bench.Packet();
        _bench.Rest(ArteryPa, ThousandthOfAnHourMs);
        Assert.Equal(0, Status.LeakyPackets);
    }

    [Theory]
    [InlineData(2_999, 0)]
    [InlineData(3_000, 1)]
    public void A_rest_shorter_than_three_seconds_tells_nothing(long restedMs, int leakyPackets)
    {
        _bench.Packet();
        _bench.Rest(ArteryPa - 500, restedMs);

        Assert.Equal(leakyPackets, Status.LeakyPackets);
    }

    [Fact]
    public void A_rest_is_judged_once_and_only_between_two_pressures_that_were_seen()
    {
        _bench.Rest(ArteryPa, ThousandthOfAnHourMs);
        Assert.Equal(0, Status.LeakyPackets); // no packet has left yet

        _bench.Packet();
        _bench.Rest(pa: null, ThousandthOfAnHourMs);
        Assert.Equal(0, Status.LeakyPackets);
        _bench.Rest(0, ThousandthOfAnHourMs);
        Assert.Equal(0, Status.LeakyPackets);

        _bench.Packet(endPa: null);
        _bench.Rest(ArteryPa, ThousandthOfAnHourMs);
        Assert.Equal(0, Status.LeakyPackets);
    }

    [Theory]
    [InlineData(500_000_000, -1_000_000_000)]
    [InlineData(-500_000_000, 1_000_000_000)]
    public void An_absurd_leak_keeps_its_sign(int pa, int leakNlPerHour)
    {
        _bench.Packet();
        _bench.Rest(pa, ThousandthOfAnHourMs);

        Assert.Equal((leakNlPerHour, 1), (Status.LeakNlPerHour, Status.LeakyPackets));
    }

    [Theory]
    [Trait("Requirement", "SR-407")]
    [InlineData(9, 0)]
    [InlineData(10, DeliveryStatus.PacketsToFault)]
    [InlineData(-9, 0)]
    [InlineData(-10, DeliveryStatus.PacketsToFault)]
    public void A_full_chamber_that_falls_packet_after_packet_leaks_under_pressure(int fallPa, int leakyPackets)
    {
        for (int i = 0; i < 100; i++)
        {
            _bench.Fill(fallPa: fallPa);
        }

        Assert.Equal(leakyPackets, Status.LeakyPackets);
    }

    [Fact]
    [Trait("Requirement", "SR-407")]
    public void A_large_fall_is_told_at_once_and_then_judged_afresh()
    {
        _bench.Fill(fallPa: 250);
        Assert.Equal(DeliveryStatus.PacketsToFault, Status.LeakyPackets);

        Status.ForgetFaults();
        _bench.Fill(fallPa: 144);
        Assert.Equal(0, Status.LeakyPackets);
    }

    [Theory]
    [Trait("Requirement", "SR-217")]
    [InlineData(StayedNl, 1)]
    [InlineData(StayedNl + 1, 0)]
    public void A_packet_of_which_less_than_a_quarter_left_was_blocked(int leftNl, int blocked)
    {
        _bench.Packet(endPa: FullPa - (leftNl * MeterBench.PaPerNl));

        Assert.Equal(blocked, Status.BlockedPackets);
    }

    [Theory]
    [Trait("Requirement", "SR-217")]
    [InlineData(true, 2 * CatheterMonitor.NoPulsePa, -61, 0)]
    [InlineData(true, 2 * CatheterMonitor.NoPulsePa, 61, 0)]
    [InlineData(true, 2 * CatheterMonitor.NoPulsePa, -60, 1)]
    [InlineData(true, 2 * CatheterMonitor.NoPulsePa, 60, 1)]
    [InlineData(true, (2 * CatheterMonitor.NoPulsePa) - 1, 61, 1)]
    [InlineData(false, 2 * CatheterMonitor.NoPulsePa, 61, 1)]
    public void With_a_pulse_a_chamber_that_moved_met_an_artery_that_had_risen(bool pulseKnown, int pulsePa, int movedPa, int blocked)
    {
        Status.PulseKnown = pulseKnown;
        Status.PulsePa = pulsePa;

        _bench.Packet(endPa: FullPa + movedPa);

        Assert.Equal(blocked, Status.BlockedPackets);
    }

    [Theory]
    [Trait("Requirement", "SR-217")]
    [InlineData(2 * CatheterMonitor.NoPulsePa, 201, 0)]
    [InlineData(2 * CatheterMonitor.NoPulsePa, 200, 1)]
    [InlineData((2 * CatheterMonitor.NoPulsePa) - 1, 201, 1)]
    public void With_a_pulse_a_chamber_that_went_up_and_down_while_open_has_a_way_to_the_artery(int pulsePa, int swingPa, int blocked)
    {
        Status.PulseKnown = true;
        Status.PulsePa = pulsePa;

        _bench.Packet(endPa: FullPa, swingPa: swingPa);

        Assert.Equal(blocked, Status.BlockedPackets);
    }

    [Fact]
    [Trait("Requirement", "SR-217")]
    public void A_packet_that_was_hardly_filled_and_whose_end_nobody_saw_is_a_blocked_one()
    {
        Status.PulseKnown = true;
        Status.PulsePa = 2_000;

        _bench.Packet(ArteryPa + (StayedNl * MeterBench.PaPerNl), endPa: null);

        Assert.Equal(1, Status.BlockedPackets);
    }

    [Fact]
    [Trait("Requirement", "SR-217")]
    public void Only_blocked_packets_in_a_row_count_and_a_fill_that_nobody_saw_is_none()
    {
        _bench.Packet(endPa: FullPa);
        _bench.Packet(endPa: FullPa);
        Assert.Equal(2, Status.BlockedPackets);

        _bench.Packet(endPa: FullPa, beforePa: null);
        Assert.Equal(0, Status.BlockedPackets);
    }
}
