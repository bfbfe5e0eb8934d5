using Haip.Core.Delivery;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>What a packet is said to hold, by two measures.</summary>
[Trait("Category", "Core")]
public class PacketMeterTests
{
    private const int WantedNl = MeterBench.WantedNl;
    private const int ArteryPa = MeterBench.ArteryPa;
    private const int FullPa = MeterBench.FullPa;
    private const int PaPerNl = MeterBench.PaPerNl;
    private const long FlPerNl = 1_000_000;

    private readonly MeterBench _bench = new();

    private DeliveryStatus Status => _bench.Status;

    [Fact]
    public void A_step_of_pressure_is_a_volume_by_the_chambers_compliance()
    {
        _bench.Board.ChamberFlPerPa = 80_000;
        _bench.Prepare();

        Assert.Equal(2_500, _bench.Meter.StepPa(WantedNl));
        _bench.Fill(ArteryPa + 2_500);
        Assert.Equal(WantedNl, Status.FilledNl);
    }

    [Theory]
    [InlineData(2_000, WantedNl)]
    [InlineData(1_000, WantedNl)]
    [InlineData(5_000, 500)]
    [InlineData(13_000, PacketPlanner.MaxPacketNl)]
    public void A_chamber_can_let_out_what_it_shows_and_no_less_than_was_wanted_and_no_more_than_any_packet(int abovePa, int largestNl)
    {
        Assert.Equal(largestNl, _bench.Meter.LargestNl(abovePa, WantedNl));
    }

    [Theory]
    [Trait("Requirement", "SR-103")]
    [InlineData(200, 160, 0)]
    [InlineData(200, 159, 1)]
    [InlineData(160, 200, 0)]
    [InlineData(159, 200, 1)]
    [InlineData(400, 50, 1)]
    [InlineData(400, 49, DeliveryStatus.PacketsToFault)]
    [InlineData(50, 400, 1)]
    [InlineData(49, 400, DeliveryStatus.PacketsToFault)]
    [InlineData(-200, -160, 0)]
    [InlineData(-200, -159, 1)]
    [InlineData(-159, -200, 1)]
    public void A_tenth_and_20_nl_are_forgiven_and_beyond_half_and_150_nl_one_packet_is_enough(int chamberNl, int flowNl, int disagreeing)
    {
        _bench.Fill(ArteryPa + (chamberNl * PaPerNl), flowNl);

        Assert.Equal(disagreeing, Status.DisagreeingPackets);
        Assert.Equal(chamberNl - flowNl, Status.MeterDifferenceNl);
    }

    [Fact]
    [Trait("Requirement", "SR-103")]
    public void Only_packets_that_disagree_in_a_row_count()
    {
        _bench.Fill(flowNl: 300);
        _bench.Fill(flowNl: 300);
        Assert.Equal(2, Status.DisagreeingPackets);

        _bench.Fill();
        Assert.Equal(0, Status.DisagreeingPackets);
    }

    [Fact]
    public void What_the_flow_sensor_saw_is_summed_with_every_packet()
    {
        _bench.Packet(flowNl: 190);
        _bench.Packet(flowNl: 205);

        Assert.Equal(395, Status.FlowNl);
    }

    [Fact]
    public void A_fill_without_its_second_measure_is_counted_until_one_has_it_and_neither_agrees_nor_disagrees()
    {
        _bench.Fill(flowNl: 300);
        _bench.Fill(flowNl: null);
        _bench.Fill(flowNl: null);

        Assert.Equal((2, 1, 0L), (Status.UnconfirmedPackets, Status.DisagreeingPackets, Status.MeterDifferenceNl));
        Assert.Equal(WantedNl, Status.FilledNl);

        _bench.Fill();
        Assert.Equal(0, Status.UnconfirmedPackets);
    }

    [Fact]
    public void A_fill_from_an_unknown_pressure_is_unconfirmed_and_holds_nobody_knows_what()
    {
        _bench.Fill(beforePa: null);

        Assert.Equal((1, 0L, 0L), (Status.UnconfirmedPackets, Status.FilledNl, Status.FlowNl));
    }

    [Fact]
    public void A_packet_is_what_the_chamber_fell_by()
    {
        _bench.Packet(endPa: ArteryPa - 55);

        Assert.Equal((WantedNl + 5L, 1L), (Status.DeliveredNl, Status.PacketCount));
        Assert.Equal((WantedNl * FlPerNl) + (FlPerNl * 11 / 2), _bench.Ledger.MeteredFl);
        Assert.Equal((true, ArteryPa - 55), (_bench.Meter.EndKnown, _bench.Meter.EndPa));

        _bench.Packet();
        Assert.Equal(2, Status.PacketCount);
    }

    [Theory]
    [Trait("Requirement", "SR-104")]
    [InlineData(300, 300)]
    [InlineData(150, WantedNl)]
    [InlineData(205, WantedNl)]
    public void Of_two_measures_that_disagree_the_larger_is_booked_and_of_two_that_agree_the_chambers(int flowNl, int bookedNl)
    {
        _bench.Packet(flowNl: flowNl);

        Assert.Equal(bookedNl, Status.DeliveredNl);
    }

    [Fact]
    [Trait("Requirement", "SR-104")]
    public void A_packet_whose_end_is_not_seen_counts_as_its_fill_and_no_less_than_was_wanted()
    {
        _bench.Packet(FullPa + 300, endPa: null, flowNl: 230);
        Assert.Equal(230, Status.DeliveredNl);
        Assert.False(_bench.Meter.EndKnown);

        _bench.Packet(FullPa - 300, endPa: null, flowNl: 170);
        Assert.Equal(WantedNl, Status.DeliveredNl);
    }

    [Theory]
    [Trait("Requirement", "SR-104")]
    [InlineData(50, 50, 50)]
    [InlineData(50, 90, WantedNl)]
    [InlineData(51, 90, 90)]
    public void A_fill_that_the_chamber_alone_hardly_showed_counts_as_the_packet_that_was_wanted(int filledNl, int flowNl, int bookedNl)
    {
        _bench.Packet(ArteryPa + (filledNl * PaPerNl), flowNl: flowNl);

        Assert.Equal(bookedNl, Status.DeliveredNl);
    }

    [Fact]
    [Trait("Requirement", "SR-104")]
    public void A_packet_that_was_filled_from_an_unknown_pressure_counts_as_the_packet_that_was_wanted()
    {
        _bench.Packet(FullPa - 1_000, beforePa: null);

        Assert.Equal(WantedNl, Status.DeliveredNl);
    }

    [Theory]
    [Trait("Requirement", "SR-104")]
    [InlineData(FullPa + 500, 0)]
    [InlineData(FullPa - 20_000, PacketPlanner.MaxPacketNl)]
    public void No_packet_counts_as_less_than_nothing_or_as_more_than_the_largest(int endPa, int bookedNl)
    {
        _bench.Packet(endPa: endPa);

        Assert.Equal(bookedNl, _bench.Ledger.MeteredNl);
    }
}
