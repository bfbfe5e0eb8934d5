using Haip.Core.Delivery;

namespace Haip.VirtualBoard.Campaigns.Faults;

/// <summary>A state of the pump in which a fault may come.</summary>
/// <param name="PacketSeconds">Between two packets of the rate that runs; nothing runs in the states that do not deliver.</param>
/// <param name="StandingAlarm">What stands in this state already: the same alarm is news only when it outlives an acknowledgement.</param>
public sealed record PumpSituation(PumpState State, bool Delivers, double PacketSeconds, string StandingAlarm = "");
