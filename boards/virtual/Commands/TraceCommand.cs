using System;
using System.CommandLine;
using System.IO;
using Haip.VirtualBoard.DeviceTrace;

namespace Haip.VirtualBoard.Commands;

/// <summary>Writes the run that the tests on the device replay.</summary>
internal sealed class TraceCommand : Command
{
    private readonly Argument<string> _file = new("FILE")
    {
        Description = "The source file of the device's tests",
        DefaultValueFactory = _ => "tests/device/TraceData.cs",
    };

    public TraceCommand()
        : base("trace", "Writes the run that the tests on the device replay")
    {
        Arguments.Add(_file);
        SetAction(Write);
    }

    private int Write(ParseResult parse)
    {
        string file = parse.GetRequiredValue(_file);

        try
        {
            File.WriteAllText(file, TraceSource.Text());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadArgumentException($"\"{file}\" cannot be written: {e.Message}");
        }

        return CommandLine.Done;
    }
}
