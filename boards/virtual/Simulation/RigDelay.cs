using Haip.Core.Ports;

namespace Haip.VirtualBoard.Simulation;

/// <summary>Waiting on the virtual board: time passes in the rig.</summary>
public sealed class RigDelay(Rig rig) : IDelay
{
    public void Wait(int durationMs) => rig.Advance(durationMs);
}
