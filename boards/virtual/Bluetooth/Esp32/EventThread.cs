using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Haip.VirtualBluetooth.Esp32;

/// <summary>The one thread that delivers events to handlers, in order. A handler that throws ends it, and nobody is told.</summary>
internal sealed class EventThread : IDisposable
{
    private readonly BlockingCollection<Action> _events = [];
    private readonly Action<Exception> _died;

    public EventThread(Action<Exception> died)
    {
        _died = died;
        new Thread(Deliver) { IsBackground = true, Name = "Bluetooth events" }.Start();
    }

    public void Post(Action deliver)
    {
        try
        {
            _events.Add(deliver);
        }
        catch (InvalidOperationException)
        {
            // Restarted in the meantime: an event of a time that is over.
        }
    }

    /// <summary>Delivers nothing more. Does not wait for a handler that runs.</summary>
    public void Dispose() => _events.CompleteAdding();

    private void Deliver()
    {
        try
        {
            foreach (Action deliver in _events.GetConsumingEnumerable())
            {
                if (_events.IsAddingCompleted)
                {
                    return;
                }

                deliver();
            }
        }
        catch (Exception e)
        {
            _died(e);
        }
    }
}
