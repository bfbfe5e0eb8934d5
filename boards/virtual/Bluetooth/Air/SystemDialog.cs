using System;
using System.Threading;
using System.Threading.Tasks;

namespace Haip.VirtualBluetooth.Air;

/// <summary>The dialog of a modelled operating system: tests and the console type into it.</summary>
public sealed class SystemDialog : IPairingDialog
{
    private readonly Lock _gate = new();
    private TaskCompletionSource<int?>? _open;

    /// <summary>The dialog opened. Told on the radio's thread; the answer may be given at once.</summary>
    public event Action? Opened;

    public bool IsOpen
    {
        get
        {
            lock (_gate)
            {
                return _open is not null;
            }
        }
    }

    /// <returns>False when no dialog is open.</returns>
    public bool Type(int passkey) => Answer(passkey);

    /// <returns>False when no dialog is open.</returns>
    public bool Cancel() => Answer(null);

    /// <inheritdoc/>
    public async Task<int?> AskPasskeyAsync(IPeripheral peripheral, CancellationToken cancel)
    {
        var open = new TaskCompletionSource<int?>(TaskCreationOptions.RunContinuationsAsynchronously);

        lock (_gate)
        {
            _open = open;
        }

        try
        {
            Opened?.Invoke();
            return await open.Task.WaitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        finally
        {
            lock (_gate)
            {
                _open = null;
            }
        }
    }

    private bool Answer(int? passkey)
    {
        lock (_gate)
        {
            return _open?.TrySetResult(passkey) ?? false;
        }
    }
}
