using System.Threading.Tasks;
using Haip.VirtualBoard.Radio;

namespace Haip.VirtualBoard.Web;

/// <summary>What the page may do to the world of its pump when it is shown without Bluetooth.</summary>
public interface IDemonstration
{
    /// <summary>The clinician's card of the pump, which nobody has to look for.</summary>
    string Card { get; }

    /// <summary>The way to the pump.</summary>
    DemoCentral Central { get; }

    /// <summary>Something happens to pump or patient.</summary>
    /// <returns>False when nobody knows such an action. Ends when it was done.</returns>
    Task<bool> TryDoAsync(string action);

    /// <summary>Simulated seconds a second.</summary>
    /// <returns>False when it is too slow or too fast. Ends when it holds.</returns>
    Task<bool> TrySetSpeedAsync(double speed);
}
