using System;
using Haip.Core.Catheter;
using Haip.Core.Delivery;
using Xunit;

namespace Haip.HostTests.Core;

[Trait("Category", "Accuracy")]
[Trait("Requirement", "SR-463")]
public class PatencyVerdictTests
{
    public static TheoryData<CatheterPatency, Action<DeliveryStatus>> Causes => new()
    {
        { CatheterPatency.Open, _ => { } },
        { CatheterPatency.Unknown, s => s.PulseKnown = false },
        { CatheterPatency.Narrowed10, s => s.Narrowed = CatheterPatency.Narrowed10 },
        { CatheterPatency.Narrowed30, s => s.Narrowed = CatheterPatency.Narrowed30 },
        { CatheterPatency.Narrowed100, s => s.Narrowed = CatheterPatency.Narrowed100 },
        { CatheterPatency.Narrowed100, s => { s.Narrowed = CatheterPatency.Narrowed100; s.PulsePa = 100; } },
        { CatheterPatency.PulseLost, s => s.PulsePa = 100 },
        { CatheterPatency.PulseLost, s => { s.PulsePa = 100; s.Narrowed = CatheterPatency.Narrowed10; } },
        { CatheterPatency.AirInLine, s => s.ChamberAir = true },
        { CatheterPatency.Occluded, s => { s.PulsePa = 10; s.OccludedPackets = DeliveryStatus.PacketsToOcclusion; } },
        { CatheterPatency.Occluded, s => s.BlockedPackets = DeliveryStatus.PacketsToFault },
        { CatheterPatency.Disconnected, s => { s.PulsePa = 10; s.PressureLost = true; s.OccludedPackets = DeliveryStatus.PacketsToOcclusion; } },
        { CatheterPatency.Unknown, s => { s.PulseKnown = false; s.PressureLost = true; } },
    };

    [Theory]
    [MemberData(nameof(Causes))]
    public void The_most_urgent_class_is_told(CatheterPatency patency, Action<DeliveryStatus> cause)
    {
        var status = new DeliveryStatus { PulseKnown = true, PulsePa = 1_500 };

        cause(status);

        Assert.Equal(patency, PatencyVerdict.Of(status, known: true));
    }

    [Fact]
    public void Before_enough_packets_have_been_seen_a_catheter_with_a_pulse_is_not_called_open()
    {
        Assert.Equal(CatheterPatency.Unknown, PatencyVerdict.Of(new DeliveryStatus { PulseKnown = true, PulsePa = 1_500 }, known: false));
    }
}
