using System;
using System.Linq;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Protocol;
using Haip.Core.Safety;
using Xunit;

namespace Haip.HostTests.Radio;

/// <summary>What a clinician can do, and what the pump says to it.</summary>
[Trait("Category", "Radio")]
public class CommandTests
{
    private const int RateNlPerHour = 54_167;

    [Fact]
    [Trait("Requirement", "SR-807")]
    public void A_therapy_is_staged_read_back_and_committed()
    {
        RadioWorld world = RadioWorld.WithDrug();
        byte[] payload = Payloads.Profile(336, 8_330, (0, 40_000), (360, 60_000), (900, 80_000));

        Answer echo = world.Client.Ask(Opcode.StageTherapy, payload);
        Assert.Equal(AnswerCode.Staged, echo.Code);
        Assert.Equal(payload, echo.Payload[15..]);
        Assert.Equal(PumpState.Standby, world.Status.State);

        Answer done = world.Client.Commit(echo.Tag);
        Assert.Equal(AnswerCode.Done, done.Code);
        Assert.Equal(PumpState.Infusing, world.Status.State);

        Answer read = world.Client.Ask(Opcode.ReadTherapy);
        Assert.Equal(0x33, read.At(0));
        Assert.Equal(payload, read.Payload[1..58]);
    }

    [Fact]
    [Trait("Requirement", "SR-809")]
    public void The_echo_says_the_dose_before_and_after_and_that_it_changes()
    {
        RadioWorld world = RadioWorld.Infusing();

        Answer echo = world.Client.Ask(Opcode.StageTherapy, Payloads.Therapy(2 * RateNlPerHour, 336, 8_330));

        // 1.3 mL/day of 6.46 mg/mL are 8.4 mg/day.
        Assert.Equal(0x02, echo.At(1) & 0x02);
        Assert.InRange(echo.U32(7), 8_398u, 8_400u);
        Assert.InRange(echo.U32(11), 16_796u, 16_800u);

        Answer same = world.Client.Ask(Opcode.StageTherapy, Payloads.Therapy(RateNlPerHour, 200, 8_330));
        Assert.Equal(0, same.At(1) & 0x02);
    }

    [Fact]
    [Trait("Requirement", "SR-602")]
    [Trait("Requirement", "SR-812")]
    public void The_unusual_is_named_and_taken_only_when_a_person_confirms()
    {
        RadioWorld world = RadioWorld.WithDrug();
        Answer echo = world.Client.Ask(Opcode.StageTherapy, Payloads.Therapy(90_000, 336, 8_330));
        Assert.Equal((AnswerCode.Staged, (byte)Verdict.NeedsConfirmation, 0x01), (echo.Code, echo.At(0), echo.At(1) & 1));
        Assert.Equal(((byte)OrderField.TherapyRate, 83_400), (echo.At(2), echo.I32(3)));

        Answer refused = world.Client.Commit(echo.Tag, confirmed: false);
        Assert.Equal((AnswerCode.Refused, (byte)Verdict.NeedsConfirmation), (refused.Code, refused.At(0)));
        Assert.Equal(PumpState.Standby, world.Status.State);

        Assert.Equal(AnswerCode.Done, world.Client.Commit(echo.Tag, confirmed: true).Code);
        Assert.Equal(PumpState.Infusing, world.Status.State);
    }

    [Fact]
    [Trait("Requirement", "SR-812")]
    public void Every_hard_limit_is_named_with_field_number_and_limit()
    {
        RadioWorld world = RadioWorld.WithDrug();

        Assert.Equal((Verdict.AboveHardLimit, OrderField.TherapyRate, 130_000, 125_000), Refusal(world, Opcode.StageTherapy, Payloads.Therapy(130_000, 336, 8_330)));
        Assert.Equal((Verdict.BelowHardLimit, OrderField.TherapyDuration, 0, 1), Refusal(world, Opcode.StageTherapy, Payloads.Therapy(RateNlPerHour, 0, 8_330)));
        Assert.Equal((Verdict.AboveHardLimit, OrderField.PatencyRate, 50_000, 41_700), Refusal(world, Opcode.StageTherapy, Payloads.Therapy(RateNlPerHour, 336, 50_000)));
        Assert.Equal((Verdict.BelowHardLimit, OrderField.FlushVolume, 1, 50_000), Refusal(world, Opcode.StageBolus, Payloads.Bolus(false, 1, 500_000)));
        Assert.Equal((Verdict.AboveHardLimit, OrderField.PerfusionTestRate, 700_000, 600_000), Refusal(world, Opcode.StageBolus, Payloads.Bolus(true, 100_000, 700_000)));
        Assert.Equal((Verdict.BelowHardLimit, OrderField.ReservoirFill, -5, 1_000_000), Refusal(world, Opcode.StageRefill, Payloads.Refill(-5, -1)));
        Assert.Equal((Verdict.BelowHardLimit, OrderField.ResidualVolume, -2, 0), Refusal(world, Opcode.StageRefill, Payloads.Refill(30_000_000, -2)));
        Assert.Equal((Verdict.AboveHardLimit, OrderField.Concentration, 60_000, 50_000), Refusal(world, Opcode.StageDrug, Payloads.Drug(1, true, 60_000, "FUDR")));
        Assert.Equal((Verdict.Contradiction, OrderField.Concentration, 5, 0), Refusal(world, Opcode.StageDrug, Payloads.Drug(1, false, 5, "SALINE")));
        Assert.Equal((Verdict.BelowHardLimit, OrderField.PatientWeight, 0, 20_000), Refusal(world, Opcode.StageLimits, Payloads.Limits(0, 20_000, 300)));
        Assert.Equal((Verdict.AboveHardLimit, OrderField.DosePerKgLimit, 301, 300), Refusal(world, Opcode.StageLimits, Payloads.Limits(70_000, 20_000, 301)));
        Assert.Equal((Verdict.AboveHardLimit, OrderField.ChamberCompliance, 110_001, 110_000), Refusal(world, Opcode.StageCalibration, Payloads.Calibration(110_001)));
        Assert.Equal((Verdict.BelowHardLimit, OrderField.WallClock, 1_000_000_000, 1_767_225_600), Refusal(world, Opcode.StageClock, Payloads.I32(1_000_000_000)));
    }

    [Fact]
    [Trait("Requirement", "SR-812")]
    public void Bytes_that_mean_nothing_and_wrong_lengths_are_named()
    {
        RadioWorld world = RadioWorld.WithDrug();
        byte[] beyond = Payloads.Therapy(RateNlPerHour, 336, 8_330);
        beyond[^1] = 1;

        Assert.Equal(AnswerCode.BadPayload, world.Client.Ask(Opcode.StageTherapy, beyond).Code);
        Assert.Equal(AnswerCode.BadPayload, world.Client.Ask(Opcode.StageDrug, Payloads.Drug(1, true, 5_000, "A\0B")).Code);
        Assert.Equal(AnswerCode.BadPayload, world.Client.Ask(Opcode.StageScan, 0x3C).Code);
        Answer length = world.Client.Ask(Opcode.Acknowledge, 1, 2, 3);
        Assert.Equal((AnswerCode.BadPayload, (byte)2), (length.Code, length.At(0)));
        Assert.Equal(AnswerCode.UnknownCommand, world.Client.Ask((Opcode)0x7777).Code);
        Assert.Equal(AnswerCode.UnknownCommand, world.Client.Ask(Opcode.Entries).Code);
    }

    [Fact]
    [Trait("Requirement", "SR-807")]
    public void A_commit_needs_the_echo_and_the_echo_grows_old()
    {
        RadioWorld world = RadioWorld.WithDrug();
        Assert.Equal(AnswerCode.NothingStaged, world.Client.Commit(new byte[16]).Code);

        Answer echo = world.Client.Ask(Opcode.StageTherapy, Payloads.Therapy(RateNlPerHour, 336, 8_330));
        world.Run(58);
        Assert.Equal(AnswerCode.Done, world.Client.Commit(echo.Tag).Code);
        Assert.Equal(AnswerCode.NothingStaged, world.Client.Commit(echo.Tag).Code);

        Answer late = world.Client.Ask(Opcode.StageEnd);
        world.Run(61);
        Assert.Equal(AnswerCode.TooLate, world.Client.Commit(late.Tag).Code);
        Assert.Equal(AnswerCode.NothingStaged, world.Client.Commit(late.Tag).Code);
        Assert.Equal(PumpState.Infusing, world.Status.State);
    }

    [Fact]
    [Trait("Requirement", "SR-807")]
    public void A_swapped_digest_commits_nothing_and_drops_what_was_staged()
    {
        RadioWorld world = RadioWorld.WithDrug();
        Answer first = world.Client.Ask(Opcode.StageTherapy, Payloads.Therapy(RateNlPerHour, 336, 8_330));
        Answer second = world.Client.Ask(Opcode.StageTherapy, Payloads.Therapy(80_000, 336, 8_330));
        string before = world.Truth();

        Assert.Equal(AnswerCode.OtherDigest, world.Client.Commit(first.Tag).Code);
        Assert.Equal(AnswerCode.NothingStaged, world.Client.Commit(second.Tag).Code);
        Assert.Equal(before, world.Truth());
    }

    [Fact]
    [Trait("Requirement", "SR-805")]
    public void The_same_number_again_gets_the_same_answer_and_nothing_is_done_twice()
    {
        RadioWorld world = RadioWorld.WithDrug();
        world.Done(Opcode.StageTherapy, Payloads.Therapy(RateNlPerHour, 336, 8_330));
        Answer echo = world.Client.Ask(Opcode.StageBolus, Payloads.Bolus(false, 100_000, 500_000));
        byte[] commit = world.Client.Frame(Opcode.Commit, [.. echo.Tag, 0x33]);

        byte[] first = world.Say(GattCharacteristic.Command, commit);
        byte[] again = world.Say(GattCharacteristic.Command, commit);

        Assert.Equal(first, again);
        world.Tick(3);
        Assert.Single(world.Events, EventId.BolusOrdered);
    }

    [Fact]
    [Trait("Requirement", "SR-804")]
    public void A_command_out_of_order_is_told_the_next_number_and_does_nothing()
    {
        RadioWorld world = RadioWorld.Infusing();
        TestProgrammer client = world.Client;

        foreach (uint number in new[] { client.Number + 2, client.Number - 1, 0u, uint.MaxValue })
        {
            Answer answer = client.Trusted(world.Say(GattCharacteristic.Command, client.FrameOf(client.Session, number, Opcode.Suspend, [])));
            Assert.Equal((AnswerCode.OutOfOrder, client.Number + 1), (answer.Code, answer.U32(0)));
        }

        Assert.Equal(PumpState.Infusing, world.Status.State);
    }

    [Fact]
    public void Suspend_and_resume_are_immediate()
    {
        RadioWorld world = RadioWorld.Infusing();

        Assert.Equal((AnswerCode.Done, (byte)0x5A), Pair(world.Client.Ask(Opcode.Suspend)));
        Assert.Equal(PumpState.Suspended, world.Status.State);
        Assert.Equal((AnswerCode.Done, (byte)0x33), Pair(world.Client.Ask(Opcode.Resume)));
        Assert.Equal(PumpState.Infusing, world.Status.State);

        Answer refused = world.Client.Ask(Opcode.Resume);
        Assert.Equal((AnswerCode.Refused, (byte)Verdict.NotInThisState), Pair(refused));
    }

    [Fact]
    public void Ending_the_therapy_takes_two_steps_and_says_so()
    {
        RadioWorld world = RadioWorld.Infusing();
        Answer echo = world.Client.Ask(Opcode.StageEnd);

        Assert.Equal(0x06, echo.At(1) & 0x06); // the dose changes, the therapy ends
        Assert.Equal(AnswerCode.Done, world.Client.Commit(echo.Tag).Code);
        Assert.Equal(PumpState.Standby, world.Status.State);
        Assert.Equal(0x0F, world.Client.Ask(Opcode.ReadTherapy).At(0));
    }

    [Fact]
    public void A_refill_compares_what_was_drawn_out()
    {
        RadioWorld world = RadioWorld.InSession();
        world.Done(Opcode.StageRefill, Payloads.Refill(25_000_000, 20_000_000));
        world.Run(1);

        Assert.Equal(25_000_000, world.Status.ReservoirNl);
        Assert.True(world.Pump.Alarms.IsRaised(AlarmId.ResidualMismatch));
        Assert.NotEqual(0, world.Read(GattCharacteristic.Event)[0] & EventFlags.Reservoir);
    }

    [Fact]
    public void The_clock_is_set_to_the_time_of_the_commit_and_no_dose_follows()
    {
        RadioWorld world = RadioWorld.Infusing();
        Answer echo = world.Client.Ask(Opcode.StageClock, Payloads.I32(1_800_000_000));
        world.Run(20);
        long orderedNl = world.Status.OrderedNl;
        Assert.Equal(AnswerCode.Done, world.Client.Commit(echo.Tag).Code);

        Assert.InRange(world.Clock.SetToUtcSeconds, 1_800_000_019, 1_800_000_022);
        Assert.InRange(world.Status.OrderedNl - orderedNl, 0, 100);

        world.Clock.Broken = true;
        echo = world.Client.Ask(Opcode.StageClock, Payloads.I32(1_810_000_000));
        Assert.Equal((AnswerCode.Refused, (byte)Verdict.NotKept), Pair(world.Client.Commit(echo.Tag)));
    }

    [Fact]
    public void The_chamber_is_calibrated_at_rest_only()
    {
        RadioWorld world = RadioWorld.Infusing();
        Assert.Equal(Verdict.NotInThisState, Refusal(world, Opcode.StageCalibration, Payloads.Calibration(101_000)).Verdict);
        world.Client.Ask(Opcode.Suspend);
        world.Done(Opcode.StageCalibration, Payloads.Calibration(101_000));

        Assert.Equal(101_000, world.Pump.Board.ChamberFlPerPa);
    }

    [Fact]
    [Trait("Requirement", "SR-814")]
    public void Nobody_answers_for_an_alarm_that_nobody_has_seen()
    {
        RadioWorld world = RadioWorld.Infusing();
        Assert.Equal(AnswerCode.NotThere, world.Client.Ask(Opcode.Acknowledge, Payloads.U16(1)).Code);
        bool air = true;
        bool hot = false;
        world.Memory.World.Distort += readings =>
        {
            readings.AirInLine = air;
            readings.BoardMilliC = hot ? 60_000 + (int)(world.Memory.World.NowMs % 7) : readings.BoardMilliC;
        };
        world.Run(5);
        int first = world.Read(GattCharacteristic.Alarms)[4];
        hot = true;
        world.Run(40);
        air = false;
        world.Run(1);

        Answer unseen = world.Client.Ask(Opcode.Acknowledge, Payloads.U16(first));
        Assert.Equal((AnswerCode.AlarmUnseen, (ushort)(first + 1)), (unseen.Code, unseen.U16(0)));
        Assert.Equal(AnswerCode.AlarmUnseen, world.Client.Ask(Opcode.PauseAudio, Payloads.U16(first)).Code);
        Assert.True(world.Pump.Alarms.IsRaised(AlarmId.AirInLine));

        Assert.Equal(AnswerCode.Done, world.Client.Ask(Opcode.PauseAudio, Payloads.U16(first + 1)).Code);
        Assert.Equal(AlarmPriority.None, world.Pump.Alarms.Audible);
        Answer seen = world.Client.Ask(Opcode.Acknowledge, Payloads.U16(first + 1));
        Assert.Equal((AnswerCode.Done, (byte)1), Pair(seen));
        Assert.False(world.Pump.Alarms.IsRaised(AlarmId.AirInLine));
        Assert.Equal(PumpState.Stopped, world.Status.State); // acknowledging starts nothing
    }

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

    [Fact]
    [Trait("Requirement", "SR-812")]
    public void The_pump_tells_its_own_limits()
    {
        RadioWorld world = RadioWorld.InSession();

        foreach (OrderLimit row in OrderLimits.Rows)
        {
            Answer answer = world.Client.Ask(Opcode.ReadLimit, (byte)row.Field);
            Assert.Equal(((byte)row.Field, row.HardLow, row.SoftLow, row.SoftHigh, row.HardHigh), (answer.At(0), answer.I32(1), answer.I32(5), answer.I32(9), answer.I32(13)));
        }

        Assert.Equal(AnswerCode.NotThere, world.Client.Ask(Opcode.ReadLimit, (byte)OrderLimits.Rows.Length).Code);
    }

    [Fact]
    public void Events_stay_up_until_a_programmer_knows()
    {
        RadioWorld world = RadioWorld.Infusing();
        int up = world.Read(GattCharacteristic.Event)[0];
        Assert.Equal(EventFlags.Started | EventFlags.State | EventFlags.Order | EventFlags.Drug, up & ~EventFlags.Alarms & ~EventFlags.Reservoir);

        Answer answer = world.Client.Ask(Opcode.ClearEvents, Payloads.U16(EventFlags.State | EventFlags.Order));
        Assert.Equal(up & ~(EventFlags.State | EventFlags.Order), answer.U16(0));
    }

    [Fact]
    public void A_radio_without_room_gets_the_answer_later()
    {
        RadioWorld world = RadioWorld.InSession();
        world.Link.Full = true;
        byte[] frame = world.Client.Frame(Opcode.KeepAlive);
        world.Mailbox.Write(GattCharacteristic.Command, frame, frame.Length);
        world.Tick(5);
        world.Link.Full = false;

        Assert.Equal(AnswerCode.Done, world.Client.Trusted(world.Hear()!).Code);
    }

    private static (AnswerCode Code, byte First) Pair(Answer answer) => (answer.Code, answer.At(0));

    private static (Verdict Verdict, OrderField Field, int Number, int Limit) Refusal(RadioWorld world, Opcode opcode, byte[] payload)
    {
        string before = world.Truth();
        Answer answer = world.Client.Ask(opcode, payload);
        Assert.Equal(AnswerCode.Refused, answer.Code);
        Assert.Equal(AnswerCode.NothingStaged, world.Client.Commit(answer.Tag).Code);
        Assert.Equal(before, world.Truth());
        return ((Verdict)answer.At(0), (OrderField)answer.At(1), answer.I32(2), answer.I32(6));
    }

    private static (OrderField Field, int Before, int After)[] Changes(LogEntry[] entries) =>
    [
        .. from i in Enumerable.Range(0, entries.Length - 1)
           where entries[i].Id == EventId.ChangedFrom && entries[i + 1].Id == EventId.ChangedTo && entries[i].First == entries[i + 1].First
           select ((OrderField)entries[i].First, entries[i].Second, entries[i + 1].Second),
    ];
}
