using Haip.Core.Delivery;
using Haip.Core.Metering;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>P1 against P2 at the end of packets: sensors that differ, drug that is thick, coughs.</summary>
[Trait("Category", "Accuracy")]
[Trait("Requirement", "SR-233")]
public class SensorOffsetTests
{
    private const int ArteryPa = 12_000;
    private const int PacketPa = 2_000;

    private readonly DeliveryStatus _status = new() { EndKnown = true, FellPa = PacketPa };
    private readonly SensorOffset _offset;

    public SensorOffsetTests() => _offset = new SensorOffset(_status);

    [Theory]
    [InlineData(400, 1)]
    [InlineData(-1_500, 1)]
    [InlineData(-4_000, 5)]
    [InlineData(4_000, 5)]
    public void Sensors_that_differ_are_found_with_the_first_packet_and_beyond_what_two_sound_ones_do_with_the_fifth(int offsetPa, int packets)
    {
        Packets(packets, offsetPa);

        Assert.Equal((offsetPa, offsetPa), (_status.EndOffsetPa, _status.SensorOffsetPa));
    }

    [Theory]
    [InlineData(1_600, 0)]
    [InlineData(-4_000, 0)]
    [InlineData(7_000, 0)]
    public void What_one_packet_shows_beyond_that_may_be_a_cough_and_is_no_difference(int foundPa, int offsetPa)
    {
        Packets(2, foundPa);

        Assert.Equal((offsetPa, offsetPa), (_status.EndOffsetPa, _status.SensorOffsetPa));
    }

    [Fact]
    public void Thick_drug_that_stays_in_the_chamber_is_aimed_by_and_is_no_difference_of_sensors()
    {
        _status.EndRested = false;
        Packets(50, PacketPa * 5 / 4);

        Assert.Equal((PacketPa * 5 / 4, 0), (_status.EndOffsetPa, _status.SensorOffsetPa));
    }

    [Theory]
    [InlineData(7_000, 4_000)]
    [InlineData(-4_000, -4_000)]
    public void What_the_packet_cannot_have_left_is_the_sensors(int foundPa, int sensorsPa)
    {
        _status.EndRested = false;
        Packets(8, foundPa);

        Assert.Equal(sensorsPa, _status.SensorOffsetPa);
    }

    [Fact]
    public void A_packet_that_ran_backwards_left_nothing()
    {
        _status.EndRested = false;
        _status.FellPa = -PacketPa;
        Packets(1, 1_000);

        Assert.Equal(1_000, _status.SensorOffsetPa);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 2_000)]
    public void Two_packets_may_be_coughs_and_a_third_is_none(int packets, int offsetPa)
    {
        Packets(10, 0);
        Packets(packets, 4_000);

        Assert.Equal(offsetPa, _status.EndOffsetPa);
    }

    [Fact]
    public void An_artery_on_its_way_shows_another_difference_with_each_packet_and_is_no_drift()
    {
        Packets(10, 300);
        _status.EndEarly = true;
        Packets(1, 900);
        Packets(1, 500);

        foreach (int foundPa in new[] { 2_800, 4_200, 5_700, 3_100 })
        {
            Packets(1, foundPa);
            Assert.Equal((300, 300), (_status.EndOffsetPa, _status.SensorOffsetPa));
        }
    }

    [Fact]
    public void At_the_patency_rate_a_drift_moves_on_between_packets_and_is_followed()
    {
        Packets(10, 300);

        for (int foundPa = 1_900; foundPa <= 9_100; foundPa += 1_800)
        {
            _status.NowMs += 86_400;
            Packets(1, foundPa);
        }

        Assert.InRange(_status.SensorOffsetPa, 4_000, 9_100);
    }

    [Fact]
    public void A_drift_is_followed()
    {
        for (int pa = 0; pa <= 6_000; pa += 100)
        {
            Packets(1, pa);
        }

        Assert.InRange(_status.SensorOffsetPa, 5_000, 6_000);
    }

    [Fact]
    public void A_chamber_that_was_shut_early_says_only_what_the_offset_is_below()
    {
        Packets(10, 500);
        _status.EndEarly = true;

        Packets(2, 1_300);
        Assert.Equal(500, _status.EndOffsetPa);

        Packets(1, 100);
        Assert.Equal(450, _status.EndOffsetPa);

        // However many: a P1 that drifts upwards has the chamber filled too low, and none is shut early.
        Packets(9, 4_000);
        Assert.Equal((450, 450), (_status.EndOffsetPa, _status.SensorOffsetPa));

        _status.EndEarly = false;
        Packets(3, 4_000);
        Assert.Equal(2_225, _status.EndOffsetPa);
    }

    [Fact]
    public void A_strong_pump_whose_first_packets_are_all_shut_early_has_sensors_that_agree()
    {
        _status.EndEarly = true;

        foreach (int foundPa in new[] { 4_100, 4_000, 3_900, 3_500 })
        {
            Packets(1, foundPa);
            Assert.Equal((0, 0), (_status.EndOffsetPa, _status.SensorOffsetPa));
        }
    }

    private void Packets(int count, int foundPa)
    {
        for (int i = 0; i < count; i++)
        {
            _status.EndPa = ArteryPa + foundPa;
            _offset.Take(ArteryPa);
        }
    }
}
