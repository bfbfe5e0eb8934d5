using System;
using System.Collections.Generic;
using System.Linq;
using Haip.Core.Delivery;
using Haip.Core.Safety;

namespace Haip.VirtualBoard.Campaigns.Faults;

/// <summary>A fault in a state of the pump.</summary>
/// <param name="Number">Its place in the whole table, which also chooses its noise.</param>
public sealed record FaultCase(int Number, FaultRow Row, PumpSituation Situation)
{
    private const double TestSeconds = 60;

    public string Name => $"{Row.Group} / {Row.Name} / {Situation.State}";

    /// <summary>What must tell. A self-test that fails tells as well.</summary>
    public IReadOnlyList<string> Alarms => Tests ? [.. Row.Alarms, nameof(AlarmId.SelfTestFailed)] : Row.Alarms;

    /// <summary>A person has to start delivery before the fault can show.</summary>
    public bool NeedsStart => !Situation.Delivers && !Tests && (Row.InDelivery || Row.Alarms.Contains(Situation.StandingAlarm));

    /// <summary>Delivery goes on by itself when the self-test has passed.</summary>
    public bool Tests => Situation.State == PumpState.SelfTest;

    public bool Harmless => Row.HarmlessIn?.Contains(Situation.State) == true;

    /// <summary>From the fault, or from the start of delivery when that comes after it.</summary>
    public double BoundSeconds =>
        Math.Round(Row.BoundSeconds + (Tests ? TestSeconds : 0) + (Row.BoundPackets * (NeedsStart || Tests ? PumpSituations.TherapyPacketSeconds : Situation.PacketSeconds)));
}
