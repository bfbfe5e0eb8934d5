using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Metering;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>A packet meter with packets whose pressures and flow are chosen. Ten pascals of the nominal chamber are a nanolitre.</summary>
internal sealed class MeterBench
{
    public const int PaPerNl = 10;
    public const int ArteryPa = 12_000;
    public const int WantedNl = 200;
    public const int FullPa = ArteryPa + (WantedNl * PaPerNl);

    private const int TickMs = 50;
    private const int TicksToThirdSample = 5; // the valve's movement, the settling time and two samples

    private readonly PacketSequencer _packet;
    private readonly FlowIntegral _flow = new();
    private readonly Readings _readings = new();
    private readonly Meters _meters;
    private long _bookedAtMs;

    public MeterBench()
    {
        _packet = new PacketSequencer(Board);
        _meters = new Meters(Board, Status, new PendingEvents());
        Meter = new PacketMeter(Status, _meters);
    }

    public BoardProfile Board { get; } = new();

    public DeliveryStatus Status { get; } = new();

    public Ledger Ledger { get; } = new();

    public PacketMeter Meter { get; }

    /// <summary>The board's numbers changed, or the temperature.</summary>
    public void Prepare() => _meters.Prepare(_readings);

    /// <summary>The sealed chamber at the end of a rest, and what the next packet's first pressure makes of it.</summary>
    public void Rest(int? pa, long restedMs)
    {
        Start();
        RunTo(PacketStep.Measured, pa);
        Meter.JudgeRest(_packet, _bookedAtMs + restedMs);
    }

    /// <summary>A fill between these pressures. What was in the chamber before and was not let out stays there.</summary>
    /// <param name="flowNl">What the flow sensor sees; null when it sees nothing exact.</param>
    /// <param name="fallPa">By how much more the first half of the full chamber's samples show.</param>
    public void Fill(int fullPa = FullPa, int? flowNl = WantedNl, int? beforePa = ArteryPa, int fallPa = 0)
    {
        Start();
        RunTo(PacketStep.Measured, beforePa);
        _flow.Begin();
        _readings.FlowValid = flowNl.HasValue;
        _readings.FlowNlPerHour = (flowNl ?? 0) * 1_000;
        _flow.Add(_readings, Units.MsPerHour / 1_000);
        RunTo(PacketStep.Filled, fullPa, fallPa);
        Meter.JudgeFill(_packet, _flow, _readings.NowMs);
    }

    /// <summary>A whole packet.</summary>
    /// <param name="swingPa">How far the chamber goes up and down while V2 is open.</param>
    public void Packet(int fullPa = FullPa, int? endPa = ArteryPa, int? flowNl = WantedNl, int? beforePa = ArteryPa, int swingPa = 0)
    {
        Fill(fullPa, flowNl, beforePa);
        _packet.Release(_readings.NowMs);
        RunTo(PacketStep.Emptied, endPa);
        _bookedAtMs = _readings.NowMs;
        Meter.Book(_packet, WantedNl, swingPa, 0, _bookedAtMs, Ledger);
    }

    private void Start()
    {
        for (_packet.Abort(_readings.NowMs); _packet.Phase != PacketPhase.Rest; _readings.NowMs += TickMs)
        {
            _packet.Tick(_readings, new Outputs());
        }

        Prepare();
        _packet.Start(_readings.NowMs, 90_000, 300, 3_000);
    }

    private void RunTo(PacketStep step, int? chamberPa, int fallPa = 0)
    {
        int settling = 0;

        for (int i = 0; i < 200; i++)
        {
            settling += _packet.Phase == PacketPhase.SettleFull ? 1 : 0;
            _readings.NowMs += TickMs;
            _readings.ChamberAtMs = _readings.NowMs - TickMs;
            _readings.ChamberValid = chamberPa.HasValue;
            _readings.ChamberPa = (chamberPa ?? 0) + (settling < TicksToThirdSample ? fallPa : 0);

            if (_packet.Tick(_readings, new Outputs()) == step)
            {
                return;
            }
        }

        Assert.Fail($"no {step}");
    }
}
