using System;
using Haip.Core;
using Haip.Core.Catheter;
using Haip.Core.Delivery;
using Xunit;

namespace Haip.HostTests.Core;

[Trait("Category", "Accuracy")]
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
            Packet(200, seconds, offsetPa);
        }

        Assert.InRange(_status.DecayMs, seconds * 930, seconds * 1_080);
    }

    private void Packet(int volumeNl, double seconds, int offsetPa)
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

        _status.DeliveredNl = volumeNl;
        _status.EndKnown = true;
        _status.EndPa = ArteryPa + offsetPa;
        _chamber.PacketMetered(ArteryPa);
    }
}
