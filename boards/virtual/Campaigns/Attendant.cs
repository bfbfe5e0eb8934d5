using Haip.Core.Delivery;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>A person who goes on with what a false alarm has stopped, so that every day counts.</summary>
internal sealed class Attendant(PumpSimulation simulation)
{
    private const int ComesAfterMinutes = 10;

    private int _heldMinutes;

    /// <summary>Once a minute.</summary>
    public void Look()
    {
        bool held = simulation.Pump.Status.State is PumpState.Stopped or PumpState.Patency or PumpState.Suspended;
        _heldMinutes = held ? _heldMinutes + 1 : 0;

        if (_heldMinutes >= ComesAfterMinutes)
        {
            simulation.Person.Acknowledge();
            simulation.Person.Resume();
            _heldMinutes = 0;
        }
    }
}
