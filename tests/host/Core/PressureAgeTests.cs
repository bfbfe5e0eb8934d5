using System;
using Haip.Core;
using Haip.Core.Catheter;
using Haip.Core.Delivery;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>P2 is as old as the tick before, and ticks are shorter while a packet is in flight.</summary>
[Trait("Category", "Accuracy")]
[Trait("Requirement", "SR-461")]
public class PressureAgeTests
{
    private const double HeartHz = 1.03;

    // A whole number of beats: the pulse stands in the same place in every packet.
    private const double BetweenSeconds = 29 / HeartHz;

    [Theory]
    [InlineData(0)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(0.75)]
    public void Packets_in_step_with_the_heart_raise_nothing_in_an_open_catheter(double phase)
    {
        var status = new DeliveryStatus { DeliveredNl = 200, EndKnown = true, EndPa = 12_000 };
        var readings = new Readings { CatheterValid = true };
        var monitor = new CatheterMonitor(new BoardProfile(), status);
        int packet = 0;

        while (packet < 40)
        {
            double sinceSeconds = (readings.NowMs / 1_000.0) - (BetweenSeconds * packet);
            bool flies = sinceSeconds >= 20 && sinceSeconds < 25;
            status.Phase = !flies ? PacketPhase.Rest : sinceSeconds < 22 ? PacketPhase.Fill : PacketPhase.Empty;
            readings.CatheterPa = 12_000 + (int)(4_000 * Math.Sin(2 * Math.PI * ((HeartHz * readings.NowMs / 1_000) + phase)));
            readings.NowMs += flies ? 50 : 100;
            monitor.Take(readings);

            if (sinceSeconds >= BetweenSeconds)
            {
                packet++;
            }
        }

        Assert.InRange(status.BumpPa, -25, 25);
    }
}
