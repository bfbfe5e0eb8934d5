namespace Haip.VirtualBoard.Files;

/// <summary>What can happen to pump and patient in a scenario. <see cref="ScenarioVerbs"/> says what each needs.</summary>
public enum ScenarioVerb
{
    StartTherapy,
    StartBolus,
    Suspend,
    Resume,
    EndTherapy,
    Acknowledge,
    Refill,
    SetReservoir,
    Occlude,
    DisconnectCatheter,
    ConnectCatheter,
    Bubble,
    PumpStrength,
    LeakInlet,
    LeakOutlet,
    Unplug,
    Plug,
    BodyTemperature,
    AmbientPressure,
    ArteryMean,
    ArteryPulse,
    PowerOff,
    PowerOn,
}
