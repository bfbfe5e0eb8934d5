using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Parts;

namespace Haip.VirtualBoard.Simulation;

/// <summary>One part of the rig: its bus, its address, its model, and how it differs from the truth when it measures something.</summary>
public sealed record RigPart(ScenarioPart Part, VirtualI2cBus Bus, byte Address, I2cPart Model, SensorError? Error = null);
