using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Protocol;
using Xunit;

namespace Haip.HostTests.Radio;

/// <summary>Orders in two steps, each done once.</summary>
[Trait("Category", "Radio")]
public class StagedOrderTests
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
    public void Ending_the_therapy_takes_two_steps_and_says_so()
    {
        RadioWorld world = RadioWorld.Infusing();
        Answer echo = world.Client.Ask(Opcode.StageEnd);

        Assert.Equal(0x06, echo.At(1) & 0x06); // the dose changes, the therapy ends
        Assert.Equal(AnswerCode.Done, world.Client.Commit(echo.Tag).Code);
        Assert.Equal(PumpState.Standby, world.Status.State);
        Assert.Equal(0x0F, world.Client.Ask(Opcode.ReadTherapy).At(0));
    }
}
