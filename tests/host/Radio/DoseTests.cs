using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Protocol;
using Haip.HostTests.Safety;
using Xunit;

namespace Haip.HostTests.Radio;

/// <summary>What stands between an order and too much drug.</summary>
[Trait("Category", "Radio")]
public class DoseTests
{
    private const int RateNlPerHour = 54_167;

    [Fact]
    [Trait("Requirement", "SR-808")]
    public void No_cytotoxic_order_is_taken_before_the_scan_is_accepted()
    {
        RadioWorld world = RadioWorld.InSession();
        world.Done(Opcode.StageLimits, Payloads.Limits(RadioWorld.WeightGrams, 21_000, 300));
        world.Done(Opcode.StageDrug, Payloads.Drug(1, cytotoxic: true, RadioWorld.ConcentrationUgPerMl, "FUDR"));

        Assert.Equal(Verdict.ScanNotAccepted, Refused(world, Opcode.StageTherapy, Payloads.Therapy(RateNlPerHour, 336, 8_330)));
        Assert.Equal(Verdict.ScanNotAccepted, Refused(world, Opcode.StageBolus, Payloads.Bolus(true, 100_000, 500_000)));
        Assert.Equal(Verdict.ScanNotAccepted, world.Pump.StartTherapy(TherapyOrder.Constant(RateNlPerHour, 336, 8_330), confirmed: true));

        world.Done(Opcode.StageScan, Payloads.Scan(true));
        world.Done(Opcode.StageTherapy, Payloads.Therapy(RateNlPerHour, 336, 8_330));
        Assert.Equal(PumpState.Infusing, world.Status.State);
    }

    [Fact]
    [Trait("Requirement", "SR-808")]
    public void A_perfusion_test_with_a_carrier_needs_no_scan_and_a_scan_can_be_taken_back()
    {
        RadioWorld world = RadioWorld.InSession();
        Assert.Equal(Verdict.DrugUnknown, Refused(world, Opcode.StageBolus, Payloads.Bolus(true, 100_000, 500_000)));
        world.Done(Opcode.StageDrug, Payloads.Drug(2, cytotoxic: false, 0, "SALINE"));
        world.Done(Opcode.StageBolus, Payloads.Bolus(true, 100_000, 500_000));
        Assert.Equal(PumpState.Bolus, world.Status.State);
        world.Run(1_200);
        world.Client.Open();

        world.Done(Opcode.StageScan, Payloads.Scan(true));
        world.Done(Opcode.StageScan, Payloads.Scan(false));
        world.Done(Opcode.StageLimits, Payloads.Limits(RadioWorld.WeightGrams, 21_000, 300));
        world.Done(Opcode.StageDrug, Payloads.Drug(1, cytotoxic: true, RadioWorld.ConcentrationUgPerMl, "FUDR"));
        Assert.Equal(Verdict.ScanNotAccepted, Refused(world, Opcode.StageTherapy, Payloads.Therapy(RateNlPerHour, 336, 8_330)));
    }

    [Fact]
    [Trait("Requirement", "SR-809")]
    public void Concentration_times_rate_stays_within_the_limit_a_day()
    {
        RadioWorld world = World(weightGrams: 100_000, mostUgPerDay: 8_000, mostUgPerKgPerDay: 300);

        // 8,000 ug/day of 6,460 ug/mL are 51,599 nL/h.
        Assert.Equal(Verdict.DoseTooHigh, Refused(world, Opcode.StageTherapy, Payloads.Therapy(51_700, 336, 8_330), out Answer answer));
        Assert.Equal((OrderField.DailyDose, 8_016, 8_000), ((OrderField)answer.At(1), answer.I32(2), answer.I32(6)));
        world.Done(Opcode.StageTherapy, Payloads.Therapy(51_500, 336, 8_330));
    }

    [Fact]
    [Trait("Requirement", "SR-809")]
    public void Concentration_times_rate_stays_within_the_limit_a_day_and_kilogram()
    {
        RadioWorld world = World(weightGrams: 50_000, mostUgPerDay: 30_000, mostUgPerKgPerDay: 120);

        Assert.Equal(Verdict.DoseTooHigh, Refused(world, Opcode.StageTherapy, Payloads.Therapy(38_800, 336, 8_330), out Answer answer));
        Assert.Equal(6_000, answer.I32(6));
        world.Done(Opcode.StageTherapy, Payloads.Therapy(38_600, 336, 8_330));
    }

    [Fact]
    [Trait("Requirement", "SR-809")]
    public void A_profile_counts_over_its_day_and_boluses_count_on_top()
    {
        RadioWorld world = World(weightGrams: 100_000, mostUgPerDay: 8_000, mostUgPerKgPerDay: 300);
        Assert.Equal(Verdict.DoseTooHigh, Refused(world, Opcode.StageTherapy, Payloads.Profile(336, 8_330, (0, 30_000), (720, 80_000))));
        world.Done(Opcode.StageTherapy, Payloads.Profile(336, 8_330, (0, 20_000), (720, 60_000)));

        // 40,000 nL/h are 6.2 mg; a flush of 0.2 mL is 1.3 mg, and a second one is too much.
        world.Done(Opcode.StageBolus, Payloads.Bolus(false, 200_000, 500_000));
        world.Run(1_800);
        world.Client.Open();
        Assert.Equal(Verdict.DoseTooHigh, Refused(world, Opcode.StageBolus, Payloads.Bolus(false, 200_000, 500_000)));
        Assert.Equal(Verdict.DoseTooHigh, Refused(world, Opcode.StageTherapy, Payloads.Therapy(45_000, 336, 8_330)));
    }

    [Fact]
    [Trait("Requirement", "SR-809")]
    public void Without_limits_there_is_no_cytotoxic_order()
    {
        RadioWorld world = RadioWorld.InSession();
        world.Done(Opcode.StageScan, Payloads.Scan(true));
        world.Done(Opcode.StageDrug, Payloads.Drug(1, cytotoxic: true, RadioWorld.ConcentrationUgPerMl, "FUDR"));

        Assert.Equal(Verdict.DoseLimitUnknown, Refused(world, Opcode.StageTherapy, Payloads.Therapy(RateNlPerHour, 336, 8_330)));
    }

    [Theory]
    [InlineData(Opcode.StageDrug)]
    [InlineData(Opcode.StageLimits)]
    [InlineData(Opcode.StageScan)]
    [Trait("Requirement", "SR-810")]
    public void What_the_dose_was_judged_by_changes_only_at_rest_and_ends_the_therapy(Opcode opcode)
    {
        RadioWorld world = RadioWorld.Infusing();
        byte[] payload = opcode switch
        {
            Opcode.StageDrug => Payloads.Drug(1, cytotoxic: true, 2 * RadioWorld.ConcentrationUgPerMl, "FUDR"),
            Opcode.StageLimits => Payloads.Limits(60_000, 21_000, 300),
            _ => Payloads.Scan(false),
        };
        Assert.Equal(Verdict.NotInThisState, Refused(world, opcode, payload));

        world.Client.Ask(Opcode.Suspend);
        Answer echo = world.Client.Ask(opcode, payload);
        Assert.Equal(0x04, echo.At(1) & 0x04);
        Assert.Equal(AnswerCode.Done, world.Client.Commit(echo.Tag).Code);
        Assert.False(world.Pump.Records.HasTherapy);
        world.Client.Ask(Opcode.Resume);
        world.Run(60);
        Assert.False(world.Status.Delivers);
    }

    [Fact]
    [Trait("Requirement", "SR-810")]
    public void Drug_limits_and_scan_survive_a_reset()
    {
        RadioWorld before = RadioWorld.WithDrug();
        byte[] drug = before.Client.Ask(Opcode.ReadDrug).Payload;

        var after = new RadioWorld(new FlakyMemory(before.Memory.Fram.Bytes), seed: 2, installed: false);
        after.Pair();
        after.Client.Open();

        Assert.Equal(drug, after.Client.Ask(Opcode.ReadDrug).Payload);
        Assert.Equal("0100" + "3C33" + "3C190000" + "70110100" + "08520000" + "2C010000", System.Convert.ToHexString(drug)[..40]);
    }

    [Fact]
    [Trait("Requirement", "SR-505")]
    public void A_damaged_drug_is_told_and_no_drug()
    {
        RadioWorld before = RadioWorld.WithDrug();

        for (int i = 0; i < 90 * 8; i++)
        {
            byte[] image = [.. before.Memory.Fram.Bytes];
            image[MemoryMap.DrugAddress + (i / 8)] ^= (byte)(1 << (i % 8));
            var after = new RadioWorld(new FlakyMemory(image), installed: false);
            Drug drug = after.Pump.Orders.Drug;

            Assert.True(!drug.Known || (drug.ConcentrationUgPerMl == RadioWorld.ConcentrationUgPerMl && drug.PerfusionAccepted && drug.WeightGrams == RadioWorld.WeightGrams));
        }
    }

    private static RadioWorld World(int weightGrams, int mostUgPerDay, int mostUgPerKgPerDay)
    {
        RadioWorld world = RadioWorld.InSession();
        world.Done(Opcode.StageScan, Payloads.Scan(true));
        world.Done(Opcode.StageLimits, Payloads.Limits(weightGrams, mostUgPerDay, mostUgPerKgPerDay));
        world.Done(Opcode.StageDrug, Payloads.Drug(1, cytotoxic: true, RadioWorld.ConcentrationUgPerMl, "FUDR"));
        return world;
    }

    private static Verdict Refused(RadioWorld world, Opcode opcode, byte[] payload) => Refused(world, opcode, payload, out _);

    private static Verdict Refused(RadioWorld world, Opcode opcode, byte[] payload, out Answer answer)
    {
        answer = world.Client.Ask(opcode, payload);
        Assert.Equal(AnswerCode.Refused, answer.Code);
        return (Verdict)answer.At(0);
    }
}
