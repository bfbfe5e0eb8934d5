using System.Collections.Generic;
using Haip.Core.Delivery;
using Haip.VirtualBoard.Files;

namespace Haip.VirtualBoard.Campaigns.Faults;

/// <summary>One fault and what the pump has to do about it, in every state.</summary>
/// <param name="Group">The part, or the place in the plant.</param>
/// <param name="Name">Of the fault.</param>
/// <param name="Steps">What happens, with times from the beginning of the fault.</param>
/// <param name="Alarms">Names of <see cref="Core.Safety.AlarmId"/>: at least one of them must be raised. The alarm's own row says what delivery does then.</param>
/// <param name="BoundSeconds">In which the alarm must come.</param>
/// <param name="BoundPackets">As many packets of the state's rate may go by besides.</param>
/// <param name="InDelivery">
/// The fault shows and harms only while packets go out: in a state without any, a person acknowledges and starts delivery a minute later,
/// and the bound counts from there.
/// </param>
/// <param name="MayGoOn">Instead of an alarm the pump may be found in the state that it was in before: the fault was over by itself.</param>
/// <param name="RailOffSeconds">In which the watchdog must have taken the power of pump and valves; 0 asks for nothing.</param>
/// <param name="Harmless">Why the fault can neither show nor harm in <paramref name="HarmlessIn"/>; nothing but the order may be delivered all the same.</param>
public sealed record FaultRow(
    string Group,
    string Name,
    IReadOnlyList<ScenarioStep> Steps,
    IReadOnlyList<string> Alarms,
    double BoundSeconds,
    int BoundPackets = 0,
    bool InDelivery = false,
    bool MayGoOn = false,
    double RailOffSeconds = 0,
    string Harmless = "",
    IReadOnlyList<PumpState>? HarmlessIn = null);
