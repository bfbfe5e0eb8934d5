using System;
using System.Linq;
using Haip.Core.Delivery;
using Haip.Core.Protocol;
using Xunit;

namespace Haip.HostTests.Radio;

/// <summary>What the pump says to orders that it does not take.</summary>
[Trait("Category", "Radio")]
public class RefusalTests
{
    private const int RateNlPerHour = 54_167;

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

    /// <summary>Every number that a command carries, and how.</summary>
    public static TheoryData<OrderField, Func<int, (Opcode, byte[])>> Carried => new()
    {
        { OrderField.TherapyRate, n => (Opcode.StageTherapy, Payloads.Therapy(n, 336, 8_330)) },
        { OrderField.TherapyDuration, n => (Opcode.StageTherapy, Payloads.Therapy(RateNlPerHour, (ushort)n, 8_330)) },
        { OrderField.SegmentCount, n => (Opcode.StageTherapy, With(n == 0 ? Payloads.Profile(336, 8_330) : Payloads.Therapy(RateNlPerHour, 336, 8_330), 8, (byte)n)) },
        { OrderField.SegmentStart, n => (Opcode.StageTherapy, Payloads.Profile(336, 8_330, (0, RateNlPerHour), (n, RateNlPerHour))) },
        { OrderField.PatencyRate, n => (Opcode.StageTherapy, Payloads.Therapy(RateNlPerHour, 336, n)) },
        { OrderField.ResumeWithin, n => (Opcode.StageTherapy, With(Payloads.Therapy(RateNlPerHour, 336, 8_330), 2, (byte)n, (byte)(n >> 8))) },
        { OrderField.FlushVolume, n => (Opcode.StageBolus, Payloads.Bolus(false, n, 500_000)) },
        { OrderField.FlushRate, n => (Opcode.StageBolus, Payloads.Bolus(false, 100_000, n)) },
        { OrderField.PerfusionTestVolume, n => (Opcode.StageBolus, Payloads.Bolus(true, n, 500_000)) },
        { OrderField.PerfusionTestRate, n => (Opcode.StageBolus, Payloads.Bolus(true, 100_000, n)) },
        { OrderField.ReservoirFill, n => (Opcode.StageRefill, Payloads.Refill(n, -1)) },
        { OrderField.ResidualVolume, n => (Opcode.StageRefill, Payloads.Refill(30_000_000, n)) },
        { OrderField.Concentration, n => (Opcode.StageDrug, Payloads.Drug(1, true, n, "FUDR")) },
        { OrderField.PatientWeight, n => (Opcode.StageLimits, Payloads.Limits(n, 20_000, 300)) },
        { OrderField.DoseLimit, n => (Opcode.StageLimits, Payloads.Limits(70_000, n, 300)) },
        { OrderField.DosePerKgLimit, n => (Opcode.StageLimits, Payloads.Limits(70_000, 20_000, n)) },
        { OrderField.ChamberCompliance, n => (Opcode.StageCalibration, Calibration(0, n)) },
        { OrderField.ComplianceChange, n => (Opcode.StageCalibration, Calibration(1, n)) },
        { OrderField.CalibrationTemperature, n => (Opcode.StageCalibration, Calibration(2, n)) },
        { OrderField.FlowGain, n => (Opcode.StageCalibration, Calibration(3, n)) },
        { OrderField.FlowGainChange, n => (Opcode.StageCalibration, Calibration(4, n)) },
        { OrderField.WallClock, n => (Opcode.StageClock, Payloads.I32(n)) },
    };

    [Theory]
    [MemberData(nameof(Carried), DisableDiscoveryEnumeration = true)]
    [Trait("Requirement", "SR-812")]
    public void Every_number_of_every_command_is_refused_beyond_its_hard_limits_by_field_number_and_limit(OrderField field, Func<int, (Opcode, byte[])> order)
    {
        RadioWorld world = RadioWorld.WithDrug();
        OrderLimit row = OrderLimits.Rows[(int)field];
        int refused = 0;

        foreach ((int number, Verdict verdict, int limit) in new[] { (row.HardLow - 1, Verdict.BelowHardLimit, row.HardLow), (row.HardHigh + 1, Verdict.AboveHardLimit, row.HardHigh) })
        {
            // -1 says "not measured", and a start that is negative is one that is too large.
            if (number >= 0 || field is not (OrderField.ResidualVolume or OrderField.SegmentStart or OrderField.ResumeWithin))
            {
                (Opcode opcode, byte[] payload) = order(number);
                Assert.Equal((verdict, field, number, limit), Refusal(world, opcode, payload));
                refused++;
            }
        }

        Assert.InRange(refused, 1, 2);
    }

    [Fact]
    public void No_number_that_a_command_carries_is_left_out()
    {
        // An identity and a nature have no limits to exceed; a scan is yes or no; the two volumes of a day are sums (DoseTests).
        OrderField[] others = [OrderField.DrugId, OrderField.DrugNature, OrderField.DailyDose, OrderField.PerfusionScan, OrderField.BolusDayVolume];

        Assert.Equal(Enum.GetValues<OrderField>().Order(), Carried.Select(data => (OrderField)data[0]).Concat(others).Order());
    }

    private static byte[] With(byte[] payload, int place, params byte[] bytes)
    {
        bytes.CopyTo(payload, place);
        return payload;
    }

    private static byte[] Calibration(int place, int number)
    {
        int[] numbers = [100_000, 2_000, 37_000, 1_000_000, 0];
        numbers[place] = number;
        return [.. numbers.SelectMany(Payloads.I32)];
    }

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
