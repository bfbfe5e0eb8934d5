using System;
using System.Collections.Generic;
using Haip.Core.Log;
using Haip.Core.Ports;
using Haip.Core.Protocol;
using Haip.Drivers;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Radio;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.Benchmarks;

/// <summary>Notes what the radio's share of each beat costs while a pump delivers. Runs in the counting copy of this program.</summary>
/// <remarks>Each row has a programmer of its own beside the pump's, so that nothing but its own work is counted. The hash counts as one call: the device has it in its image.</remarks>
public sealed class RadioProbe : IBeatProbe, IRadioLink
{
    private const double BeginSeconds = 600;
    private const double EndSeconds = 4_200;
    private const ushort MostEntriesCount = ushort.MaxValue;

    private readonly Func<long> _read;
    private readonly Action _reset;
    private readonly SortedDictionary<string, long[]> _rows = [];
    private readonly Programmer _alone;
    private readonly Programmer _heard;
    private readonly Outgoing _outgoing;
    private readonly LogExport _export;
    private readonly byte[] _exportAll = new byte[CommandFrame.PayloadOffset + LogRequest.ExportLength];
    private readonly AnswerFrame _answer;
    private readonly byte[] _tag = new byte[FrameTag.Length];
    private readonly byte[] _otherTag = new byte[FrameTag.Length];

    private RadioProbe(PumpSimulation simulation, Func<long> read, Action reset)
    {
        _read = read;
        _reset = reset;
        _alone = Programmer(simulation);
        _heard = Programmer(simulation);
        _heard.Link = this;
        Pair(_heard.Mailbox);

        var memory = new Mb85rc256vMemory(simulation.Rig.House);
        var hash = new KeyedHash();
        var tag = new FrameTag(hash);
        var mailbox = new Mailbox();
        Pair(mailbox);
        _outgoing = new Outgoing(mailbox) { Link = this };
        _answer = new AnswerFrame(tag);
        _export = new LogExport(simulation.Loop.Memory, new Session(hash, new RandomSource(), new SecretStore(memory), new FailureDelay(memory), new PendingEvents()), tag);
        _exportAll[CommandFrame.PayloadOffset] = SafeCode.Of(0);
        LittleEndian.Write16(_exportAll, CommandFrame.PayloadOffset + LogRequest.EntryLength, MostEntriesCount);
    }

    /// <summary>Row to number of times, instructions in all, and instructions in the worst.</summary>
    /// <param name="read">The instructions counted since the last reset.</param>
    public static SortedDictionary<string, long[]> Measure(Func<long> read, Action reset)
    {
        var start = new ScenarioStep(30_000, ScenarioVerb.StartTherapy, 1.3, 86_400, ScenarioPart.None);
        var simulation = new PumpSimulation(new PlantParameters(), new Scenario("bench radio", "", 1, 1, [], [start]), seed: 1);
        simulation.RunTo(BeginSeconds);
        var probe = new RadioProbe(simulation, read, reset);
        simulation.Probe = probe;
        simulation.RunTo(EndSeconds);
        probe.CompareTags();
        return probe._rows;
    }

    public void BeforeBeat()
    {
    }

    public void AfterBeat(PumpSimulation simulation)
    {
        Count("nobody", () => _alone.Serve(simulation.Loop.Readings));
        Count("linked", () => _heard.Serve(simulation.Loop.Readings));

        if (!_export.Running)
        {
            _answer.Begin(0, 0, Opcode.Export, AnswerCode.Done);
            _export.Start(_exportAll, _answer);
        }

        Count("export", () => _export.Send(_outgoing, simulation.Pump.Status));
    }

    /// <summary>Whoever is connected has room for everything.</summary>
    public bool Notify(GattCharacteristic characteristic, byte[] frame, int length) => true;

    private static Programmer Programmer(PumpSimulation simulation) =>
        new(simulation.Pump, simulation.Loop.Memory, new Mb85rc256vMemory(simulation.Rig.House), null!, new KeyedHash(), new RandomSource());

    private static void Pair(Mailbox mailbox)
    {
        mailbox.Connected();
        mailbox.FrameLengthChanged(GattTable.LongestFrameLength);
        mailbox.SecurityChanged(true);
    }

    // Which byte differs must not show in the work.
    private void CompareTags()
    {
        Count("tag same", () => FrameTag.Same(_tag, 0, _otherTag, 0));

        for (int i = 0; i < FrameTag.Length; i++)
        {
            _otherTag[i] = 1;
            Count("tag other", () => FrameTag.Same(_tag, 0, _otherTag, 0));
            _otherTag[i] = 0;
        }
    }

    private void Count(string name, Action what)
    {
        _reset();
        what();
        long count = _read();

        if (!_rows.TryGetValue(name, out long[]? row))
        {
            row = new long[3];
            _rows[name] = row;
        }

        row[0]++;
        row[1] += count;
        row[2] = Math.Max(row[2], count);
    }
}
