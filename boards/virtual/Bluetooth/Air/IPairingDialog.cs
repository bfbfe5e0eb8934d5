using System.Threading;
using System.Threading.Tasks;

namespace Haip.VirtualBluetooth.Air;

/// <summary>Where a person at the central types the passkey that the peripheral shows: a dialog of the operating system.</summary>
public interface IPairingDialog
{
    /// <param name="peripheral">Whose passkey it is.</param>
    /// <returns>What was typed; null when the person cancelled.</returns>
    Task<int?> AskPasskeyAsync(IPeripheral peripheral, CancellationToken cancel);
}
