using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Protocol;
using Xunit;
using Xunit.Abstractions;

namespace Haip.HostTests.Radio;

/// <summary>The log over the air.</summary>
[Trait("Category", "Radio")]
public class LogExportTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Requirement", "SR-818")]
    public void The_whole_log_arrives_complete_in_order_and_signed()
    {
        RadioWorld world = RadioWorld.Infusing();

        for (int i = 0; i < 1_500; i++)
        {
            world.Memory.Note();
            world.Tick();
        }

        world.Tick(5);
        Answer logs = world.Client.Ask(Opcode.ReadLogs);
        uint next = logs.U32(0);
        world.Link.Clear();
        Answer started = world.Client.Ask(Opcode.Export, [0x0F, .. Payloads.I32(0), .. Payloads.U16(2_000)]);
        Assert.Equal((next - 1_024, (ushort)1_024), (started.U32(0), started.U16(4)));
        double meteredNl = world.Status.MeteredNl;
        world.Run(240);

        byte[][] frames = world.Link.Of(GattCharacteristic.Data);
        Assert.All(frames, frame => Assert.True(world.Client.IsTrusted(frame)));
        Assert.Equal(Enumerable.Range(0, frames.Length), frames.Select(frame => (int)BinaryPrimitives.ReadUInt32LittleEndian(frame.AsSpan(4))));
        Assert.Equal((ushort)Opcode.EntriesEnd, BinaryPrimitives.ReadUInt16LittleEndian(frames[^1].AsSpan(8)));

        uint[] numbers = [.. Entries(frames).Select(entry => BinaryPrimitives.ReadUInt32LittleEndian(entry))];
        Assert.Equal(Enumerable.Range(0, numbers.Length).Select(i => numbers[0] + (uint)i), numbers);
        Assert.InRange(numbers.Length, 1_000, 1_024); // what was written meanwhile took the place of the oldest
        Assert.Equal(numbers.Length, BinaryPrimitives.ReadUInt16LittleEndian(frames[^1].AsSpan(11)));
        Assert.InRange(world.Status.MeteredNl - meteredNl, 54_167 * 240 / 3_600 * 0.9, 54_167 * 240 / 3_600 * 1.1);
        Assert.Equal(PumpState.Infusing, world.Status.State);
    }

    [Fact]
    [Trait("Requirement", "SR-816")]
    [Trait("Requirement", "SR-818")]
    public void Thirty_days_of_entries_leave_a_pump_that_delivers_beside_a_status_a_second_and_no_beat_is_late()
    {
        SimulatedPump pump = SimulatedPump.Infusing(300);
        SimulatedPump quiet = SimulatedPump.Infusing(300);

        // An entry every hour and eight others a day are 960; the ring holds 1,024.
        for (int i = 0; i < 1_100; i++)
        {
            pump.Simulation.Pump.Events.Add(EventId.Acknowledged, i, 0);
            pump.Simulation.Tick();
        }

        pump.Client.Open();
        pump.Run(5);
        Assert.Equal(1_024, pump.Client.Ask(Opcode.Export, [0x0F, .. Payloads.I32(0), .. Payloads.U16(2_000)]).U16(4));
        double beganSeconds = pump.Simulation.Rig.Clock.NowSeconds;
        var statusAtMs = new List<long>();
        long longestBeatMs = 0;
        bool ended = false;

        while (!ended)
        {
            int heard = pump.Link.Sent.Count;
            long beganMs = pump.Simulation.Rig.Clock.NowMs;
            pump.Simulation.Tick();
            longestBeatMs = Math.Max(longestBeatMs, pump.Simulation.Rig.Clock.NowMs - beganMs - pump.Simulation.Loop.Outputs.NextTickMs);
            (GattCharacteristic Characteristic, byte[] Frame)[] sent = [.. pump.Link.Sent.Skip(heard)];
            statusAtMs.AddRange(sent.Where(one => one.Characteristic == GattCharacteristic.Status).Select(_ => beganMs));
            ended = sent.Any(one => one.Characteristic == GattCharacteristic.Data && BinaryPrimitives.ReadUInt16LittleEndian(one.Frame.AsSpan(8)) == (ushort)Opcode.EntriesEnd);
        }

        byte[][] frames = pump.Link.Of(GattCharacteristic.Data);
        double tookSeconds = pump.Simulation.Rig.Clock.NowSeconds - beganSeconds;
        long[] gapsMs = [.. statusAtMs.Skip(1).Zip(statusAtMs, (later, earlier) => later - earlier)];
        output.WriteLine($"{Entries(frames).Count()} entries in {frames.Length} frames and {tookSeconds:F1} s; status every {gapsMs.Average():F0} ms, {gapsMs.Max()} at most; no beat later than asked by more than {longestBeatMs} ms");

        Assert.InRange(Entries(frames).Count(), 1_000, 1_024);
        Assert.InRange(tookSeconds, 1, 300);
        Assert.InRange(gapsMs.Max(), 900, 1_400);
        Assert.Equal(0, longestBeatMs);
        quiet.Simulation.RunTo(pump.Simulation.Rig.Clock.NowSeconds);
        Assert.Equal((quiet.Status.PacketCount, quiet.Status.OrderedNl), (pump.Status.PacketCount, pump.Status.OrderedNl));
    }

    [Fact]
    [Trait("Requirement", "SR-818")]
    public void An_entry_arrives_as_it_was_written_with_the_time_to_hold_it_against()
    {
        RadioWorld world = RadioWorld.Infusing();
        LogEntry written = world.Memory.Events.First(entry => entry.Id == EventId.TherapyOrdered);
        uint number = (uint)world.Memory.Events.ToList().FindIndex(entry => entry.Id == EventId.TherapyOrdered);

        Answer answer = world.Client.Ask(Opcode.ReadEntry, [0x0F, .. Payloads.I32((int)number)]);

        Assert.Equal(AnswerCode.Done, answer.Code);
        Assert.Equal((uint)world.Memory.World.Readings.UtcSeconds, answer.U32(0));
        Assert.Equal((uint)(world.Status.NowMs / 1_000), answer.U32(4));
        Assert.Equal((number, (uint)(written.AtMs / 1_000)), (answer.U32(8), answer.U32(12)));
        Assert.Equal((byte)(written.AtMs % 1_000 / 10), answer.At(16));
        Assert.Equal(((byte)EventId.TherapyOrdered, 54_167, 336), (answer.At(17), answer.I32(18), answer.I32(22)));
    }

    [Fact]
    public void An_entry_that_is_not_there_is_answered_with_the_next_number()
    {
        RadioWorld world = RadioWorld.InSession();
        Answer answer = world.Client.Ask(Opcode.ReadEntry, [0x33, .. Payloads.I32(500)]);

        Assert.Equal((AnswerCode.NotThere, world.Memory.Memory.Log.NextFaultNumber), (answer.Code, answer.U32(0)));
        Assert.Equal(AnswerCode.BadPayload, world.Client.Ask(Opcode.Export, [0x3C, .. Payloads.I32(0), .. Payloads.U16(1)]).Code);
    }

    [Fact]
    [Trait("Requirement", "SR-818")]
    public void A_radio_without_room_loses_no_frame_and_an_export_can_be_stopped()
    {
        RadioWorld world = RadioWorld.InSession();
        world.Client.Ask(Opcode.Export, [0x0F, .. Payloads.I32(0), .. Payloads.U16(100)]);
        world.Link.Full = true;
        world.Tick(10);
        world.Link.Full = false;
        world.Tick(20);
        byte[][] frames = world.Link.Of(GattCharacteristic.Data);
        Assert.Equal(Enumerable.Range(0, frames.Length), frames.Select(frame => (int)frame[4]));
        Assert.Equal((ushort)Opcode.EntriesEnd, BinaryPrimitives.ReadUInt16LittleEndian(frames[^1].AsSpan(8)));

        world.Link.Clear();
        world.Client.Ask(Opcode.Export, [0x0F, .. Payloads.I32(0), .. Payloads.U16(100)]);
        world.Client.Ask(Opcode.StopExport);
        int count = world.Link.Of(GattCharacteristic.Data).Length;
        world.Run(2);
        Assert.Equal(count, world.Link.Of(GattCharacteristic.Data).Length);
    }

    [Fact]
    [Trait("Requirement", "SR-816")]
    public void Status_alarms_and_an_export_allocate_nothing()
    {
        RadioWorld world = RadioWorld.Infusing();
        bool air = false;
        world.Memory.World.Distort += readings => readings.AirInLine = air;
        world.Client.Ask(Opcode.Export, [0x0F, .. Payloads.I32(0), .. Payloads.U16(1_024)]);
        world.Link.Forgets = true;
        air = true;
        world.Run(30); // what is compiled at its first call is compiled
        byte[] command = world.Client.Frame(Opcode.Export, [0x0F, .. Payloads.I32(0), .. Payloads.U16(1_024)]);
        int sent = world.Link.Count;
        world.ServeBytes = 0;
        world.Mailbox.Write(GattCharacteristic.Command, command, command.Length);
        world.Run(120);

        Assert.Equal(0, world.ServeBytes);
        Assert.True(world.Link.Count - sent > 180); // status, an alarm every two seconds, the log
    }

    private static IEnumerable<byte[]> Entries(byte[][] frames) =>
        from frame in frames
        where BinaryPrimitives.ReadUInt16LittleEndian(frame.AsSpan(8)) == (ushort)Opcode.Entries
        from i in Enumerable.Range(0, frame[10])
        select frame.AsSpan(11 + (18 * i), 18).ToArray();
}
