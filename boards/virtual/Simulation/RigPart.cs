using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Parts;

namespace Haip.VirtualBoard.Simulation;

/// <summary>One part of the rig: its bus, its address, its model, and how it differs from the truth when it measures something.</summary>
/// <param name="IdentityAddress">A second address at which the same part says what it is; 0 when it has none.</param>
public sealed record RigPart(ScenarioPart Part, VirtualI2cBus Bus, byte Address, I2cPart Model, SensorError? Error = null, byte IdentityAddress = 0);
