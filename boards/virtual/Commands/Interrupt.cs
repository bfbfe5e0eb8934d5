using System;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;

namespace Haip.VirtualBoard.Commands;

/// <summary>Ctrl+C, a polite kill and a closed terminal end the program at its next step, with the terminal put back in order.</summary>
internal sealed class Interrupt : IDisposable
{
    private static readonly PosixSignal[] s_signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    public Interrupt() => _registrations = [.. s_signals.Select(signal => PosixSignalRegistration.Create(signal, Note))];

    public bool Happened => _source.IsCancellationRequested;

    /// <summary>Sleeps, or less when interrupted.</summary>
    public void Wait(TimeSpan time)
    {
        if (time > TimeSpan.Zero)
        {
            _source.Token.WaitHandle.WaitOne(time);
        }
    }

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }

        _source.Dispose();
    }

    private void Note(PosixSignalContext context)
    {
        context.Cancel = true;
        _source.Cancel();
    }
}
