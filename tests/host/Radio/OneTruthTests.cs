using System;
using System.Linq;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Protocol;
using Xunit;

namespace Haip.HostTests.Radio;

/// <summary>What an order changed is in the memory when its answer comes, and can be read when none came.</summary>
[Trait("Category", "Radio")]
public class OneTruthTests
{
    private const int RateNlPerHour = 54_167;

    [Fact]
    [Trait("Requirement", "SR-811")]
    public void Every_change_is_logged_with_before_after_and_the_key()
    {
        RadioWorld world = RadioWorld.Infusing();
        world.Done(Opcode.StageTherapy, Payloads.Therapy(60_000, 300, 8_330));

        // The answer came, so it is all in the memory.
        LogEntry[] entries = [.. world.Memory.Events];
        Assert.Contains(Changes(entries), change => change == (OrderField.TherapyRate, RateNlPerHour, 60_000));
        Assert.Contains(Changes(entries), change => change == (OrderField.TherapyDuration, 336, 300));
        Assert.Contains(Changes(entries), change => change == (OrderField.Concentration, 0, RadioWorld.ConcentrationUgPerMl));
        Assert.Contains(Changes(entries), change => change == (OrderField.PerfusionScan, 0, 1));
        Assert.Equal((EventId.Programmed, RadioWorld.KeyId, (int)Opcode.StageTherapy), (entries[^1].Id, entries[^1].First, entries[^1].Second));
        world.Client.Ask(Opcode.Suspend);
        Assert.Equal((int)Opcode.Suspend, world.Memory.Events.Last().Second);
    }

    [Fact]
    [Trait("Requirement", "SR-811")]
    [Trait("Requirement", "SR-817")]
    public void What_the_memory_does_not_take_is_answered_as_not_kept()
    {
        RadioWorld world = RadioWorld.WithDrug();
        Answer echo = world.Client.Ask(Opcode.StageTherapy, Payloads.Therapy(RateNlPerHour, 336, 8_330));
        world.Memory.Fram.Silent = true;
        Answer answer = world.Client.Commit(echo.Tag);

        Assert.Equal(AnswerCode.NotKept, answer.Code);
        Assert.Equal((byte)AnswerCode.NotKept, world.Client.Ask(Opcode.ReadLastCommit).At(8));
        Assert.True(world.Pump.Records.HasTherapy);
        world.Memory.Fram.Silent = false;
        world.Run(2);
        Assert.True(world.Memory.Memory.KeptAll);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Requirement", "SR-817")]
    public void A_link_lost_between_commit_and_answer_leaves_one_truth(bool taken)
    {
        RadioWorld world = RadioWorld.WithDrug();
        Answer echo = world.Client.Ask(Opcode.StageTherapy, Payloads.Therapy(RateNlPerHour, 336, 8_330));
        byte[] commit = world.Client.Frame(Opcode.Commit, [.. echo.Tag, 0x33]);
        world.Mailbox.Write(GattCharacteristic.Command, commit, commit.Length);

        if (taken)
        {
            world.Tick();
        }

        world.Link.Clear();
        world.Mailbox.Disconnected();
        world.Run(5);
        Assert.Empty(world.Link.Sent);
        world.Pair();
        world.Client.Open();

        Answer last = world.Client.Ask(Opcode.ReadLastCommit);
        Answer therapy = world.Client.Ask(Opcode.ReadTherapy);
        Assert.Equal(taken ? PumpState.Infusing : PumpState.Standby, world.Status.State);
        Assert.Equal(taken ? 0x33 : 0x0F, therapy.At(0));
        Assert.Equal(taken, last.Payload.AsSpan(0, 8).SequenceEqual(echo.Tag.AsSpan(0, 8)));
    }

    private static (OrderField Field, int Before, int After)[] Changes(LogEntry[] entries) =>
    [
        .. from i in Enumerable.Range(0, entries.Length - 1)
           where entries[i].Id == EventId.ChangedFrom && entries[i + 1].Id == EventId.ChangedTo && entries[i].First == entries[i + 1].First
           select ((OrderField)entries[i].First, entries[i].Second, entries[i + 1].Second),
    ];
}
