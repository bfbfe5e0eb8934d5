using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;
using Haip.Flash.Processes;

namespace Haip.Flash.Therapy;

/// <summary>Listens to the debug port for two seconds; the application prints its state once a second.</summary>
/// <remarks>Nothing is sent. Not run on hardware; a system on which the port cannot be read this way answers Unknown, which is the safe side.</remarks>
public sealed class SerialTherapyQuery : ITherapyQuery
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    public TherapyAnswer Ask(string port, IProcessRunner runner)
    {
        if (!runner.Run(PortSetup.For(port)).Succeeded)
        {
            return new TherapyAnswer(TherapyState.Unknown, "the port could not be prepared");
        }

        try
        {
            return StatusLine.Judge(Listen(PortSetup.PathOf(port)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return new TherapyAnswer(TherapyState.Unknown, $"the port could not be read: {e.Message}");
        }
    }

    private static string Listen(string path)
    {
        using var port = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.Asynchronous);
        using var limit = new CancellationTokenSource(s_patience);
        var clock = Stopwatch.StartNew();
        var text = new StringBuilder();
        byte[] bytes = new byte[1024];

        try
        {
            while (clock.Elapsed < s_patience)
            {
                int count = port.ReadAsync(bytes, limit.Token).AsTask().GetAwaiter().GetResult();

                // A silent port gives nothing for half a second; a file, which only a test reads, gives nothing at once.
                if (count == 0)
                {
                    limit.Token.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(10));
                }

                text.Append(Encoding.Latin1.GetString(bytes, 0, count));
            }
        }
        catch (OperationCanceledException)
        {
            // Two seconds are over.
        }

        return text.ToString();
    }
}
