using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Haip.VirtualBluetooth.Bus;

/// <summary>How a client says who it is before the first message (D-Bus specification, authentication protocol). Everybody is believed.</summary>
/// <remarks>The socket lies in a folder that only its owner can enter. File descriptors are never passed.</remarks>
internal static class BusHandshake
{
    private const int MaxLineLength = 512;
    private const int MaxLines = 32;

    /// <returns>False when the client left, or said something else.</returns>
    public static async Task<bool> RunAsync(Stream stream, string serverId, CancellationToken cancel)
    {
        bool known = false;

        for (int lines = 0; lines < MaxLines; lines++)
        {
            if (await ReadLineAsync(stream, cancel) is not string line)
            {
                return false;
            }

            string word = line.Split(' ')[0];

            if (word == "BEGIN")
            {
                return known;
            }

            bool accepted = line.StartsWith("AUTH EXTERNAL", StringComparison.Ordinal) || line.StartsWith("AUTH ANONYMOUS", StringComparison.Ordinal) || word == "DATA";
            known |= accepted;

            string answer = accepted ? $"OK {serverId}" : word == "AUTH" ? "REJECTED EXTERNAL ANONYMOUS" : "ERROR";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"), cancel);
        }

        return false;
    }

    // The byte 0 that comes first carries credentials on some systems, and means nothing here.
    private static async Task<string?> ReadLineAsync(Stream stream, CancellationToken cancel)
    {
        var line = new StringBuilder();
        byte[] one = new byte[1];

        while (line.Length < MaxLineLength && await stream.ReadAsync(one, cancel) == 1)
        {
            switch (one[0])
            {
                case (byte)'\n':
                    return line.ToString();
                case 0 or (byte)'\r':
                    break;
                default:
                    line.Append((char)one[0]);
                    break;
            }
        }

        return null;
    }
}
