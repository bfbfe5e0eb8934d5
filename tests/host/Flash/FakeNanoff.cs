using System;
using System.Collections.Generic;
using System.Linq;
using Haip.Flash.Processes;

namespace Haip.HostTests.Flash;

/// <summary>Plays nanoff: a good bench, unless a test gives one of the calls another end.</summary>
public sealed class FakeNanoff : IProcessRunner
{
    public const string Version = "--version";
    public const string Ports = "--listports";
    public const string Firmware = "--update";
    public const string Application = "--deploy";
    public const string Details = "--nanodevice";
    public const string Chip = "--devicedetails";

    private readonly Dictionary<string, Queue<ProcessResult>> _ends = new()
    {
        [Version] = new([Exit(0, "nanoff 2.5.162+baccab8\n")]),
        [Ports] = new([Exit(0, "Available COM ports:\n  COM7\n\n")]),
        [Firmware] = new([Exit(0, "")]),
        [Application] = new([Exit(0, "")]),
        [Details] = new([Exit(0, DeviceText.Of())]),
        [Chip] = new([Exit(0, DeviceText.OfChip())]),
    };

    public List<ProcessCall> Calls { get; } = [];

    public IEnumerable<string> Kinds => Calls.Select(Kind);

    /// <summary>How calls of a kind end, one after the other; the last end repeats.</summary>
    public void Ends(string kind, params ProcessResult[] results) => _ends[kind] = new(results);

    public ProcessResult Run(ProcessCall invocation)
    {
        Calls.Add(invocation);
        Queue<ProcessResult> ends = _ends[Kind(invocation)];
        return ends.Count > 1 ? ends.Dequeue() : ends.Peek();
    }

    public static ProcessResult Exit(int code, string output) => new(ProcessEnd.Exited, code, output);

    public static ProcessResult Hang() => new(ProcessEnd.TimedOut, 0, "Connecting...");

    /// <summary>The way nanoff fails when it says little: the code, on Linux cut to a byte, and the code again as text.</summary>
    public static ProcessResult Fails(int code) => Exit(code % 256, $"\nE{code}\n");

    private string Kind(ProcessCall call) => _ends.Keys.First(kind => call.Arguments.Contains(kind, StringComparer.Ordinal));
}
