using System;
using System.Linq;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>A fault in a state of the pump.</summary>
/// <param name="Number">Its place in the whole table, which also chooses its noise.</param>
public sealed record FaultCase(int Number, FaultRow Row, PumpSituation Situation)
{
    public string Name => $"{Row.Group} / {Row.Name} / {Situation.State}";

    /// <summary>A person has to start delivery before the fault can show.</summary>
    public bool NeedsStart => !Situation.Delivers && (Row.InDelivery || Row.Alarms.Contains(Situation.StandingAlarm));

    public bool Harmless => Row.HarmlessIn?.Contains(Situation.State) == true;

    /// <summary>From the fault, or from the start of delivery when that comes after it.</summary>
    public double BoundSeconds => Math.Round(Row.BoundSeconds + (Row.BoundPackets * (NeedsStart ? PumpSituations.TherapyPacketSeconds : Situation.PacketSeconds)));
}
