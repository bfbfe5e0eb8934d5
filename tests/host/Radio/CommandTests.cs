using Haip.Core.Delivery;
using Haip.Core.Protocol;
using Haip.Core.Safety;
using Xunit;

namespace Haip.HostTests.Radio;

/// <summary>What a clinician can do, and what the pump says to it.</summary>
[Trait("Category", "Radio")]
public class CommandTests
{
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
}
