namespace Haip.VirtualBoard.Files;

/// <summary>A part on one of the pump's buses that a scenario can unplug or spoil.</summary>
public enum ScenarioPart
{
    /// <summary>The step is about no part.</summary>
    None,
    Flow,
    Chamber,
    Catheter,
    Pump,
    Reservoir,
    Ambient,
    DrugTemperature,
    BoardTemperature,
    FuelGauge,
    Memory,
    Clock,
}
