using System;
using System.Runtime.InteropServices;
using Haip.Flash.Processes;

namespace Haip.Flash.Therapy;

/// <summary>The system's own command that prepares a serial port, so that the port can be read like a file.</summary>
public static class PortSetup
{
    // nanoFramework's debug port (nf-interpreter, CONFIG_TARGET_SERIAL_BAUDRATE); boards with native USB ignore it.
    private const string Baud = "921600";

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(5);

    /// <remarks>
    /// On a DevKitC the lines DTR and RTS reset the chip when they differ. Linux and macOS raise both when a port is opened; -hupcl keeps
    /// them raised afterwards. mode raises both. On Linux and macOS a read gives up after half a second of silence ("min 0 time 5").
    /// </remarks>
    public static ProcessCall For(string port, string baud = Baud)
    {
        if (OperatingSystem.IsWindows())
        {
            return new ProcessCall("mode.com", [$"{port}:", $"BAUD={baud}", "PARITY=N", "DATA=8", "STOP=1", "DTR=ON", "RTS=ON"], s_limit);
        }

        string fileOption = RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? "-f" : "-F";
        return new ProcessCall("stty", [fileOption, port, baud, "raw", "-echo", "-hupcl", "clocal", "min", "0", "time", "5"], s_limit);
    }

    /// <summary>The port's name as a file.</summary>
    public static string PathOf(string port) => OperatingSystem.IsWindows() ? $@"\\.\{port}" : port;
}
