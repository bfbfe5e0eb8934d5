using System;
using System.Security.Cryptography;
using Haip.Core;
using Haip.Core.Log;
using Haip.Core.Ports;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>Whose calibration the pump goes by.</summary>
[Trait("Category", "Safety")]
[Trait("Requirement", "SR-176")]
public class CalibrationSealTests
{
    private static readonly byte[] s_serial = "HAIP-0001"u8.ToArray();
    private static readonly byte[] s_key = [.. RandomBytes(32)];

    private readonly FlakyMemory _memory = new();

    [Fact]
    public void A_signed_calibration_comes_back_whole()
    {
        Assert.True(Store(Seal()).TrySave(new BoardProfile(), Found()));
        var board = new BoardProfile();
        CalibrationStore after = Store(Seal());

        Assert.Equal(LoadResult.Whole, after.Load(board));
        Assert.Equal((101_000, 1_500, 36_900, 1_020_000, -300, 1u), (board.ChamberFlPerPa, board.ChamberPpmPerC, board.CalibratedMilliC, board.FlowGainPpm, board.FlowPpmPerC, board.CalibrationVersion));
        Assert.Equal((1u, 1_767_225_600L), (after.Version, after.AtUtcSeconds));
        Assert.True(after.TryPass(board, 3_600_000));
    }

    [Fact]
    public void No_byte_of_it_can_be_changed_by_who_does_not_know_the_secret()
    {
        Assert.True(Store(Seal()).TrySave(new BoardProfile(), Found()));

        for (int i = 0; i < CalibrationRecord.Length; i++)
        {
            byte[] payload = new byte[CalibrationRecord.Length];
            var record = new TwoSlotRecord(_memory, MemoryMap.CalibrationAddress, CalibrationRecord.Length);
            Assert.NotEqual(LoadResult.Damaged, record.Load(payload));
            payload[i] ^= 1;
            Assert.True(record.TrySave(payload)); // with a right check sum

            AssertRefused(Seal());

            payload[i] ^= 1;
            Assert.True(record.TrySave(payload));
        }

        Assert.Equal(LoadResult.Whole, Store(Seal()).Load(new BoardProfile()));
    }

    [Fact]
    public void Another_pumps_calibration_is_refused()
    {
        Assert.True(Store(Seal(serial: "HAIP-0002"u8.ToArray())).TrySave(new BoardProfile(), Found()));

        AssertRefused(Seal());
    }

    [Fact]
    public void A_calibration_of_another_secret_or_of_another_number_of_secret_is_refused()
    {
        Assert.True(Store(Seal(key: RandomBytes(32))).TrySave(new BoardProfile(), Found()));
        AssertRefused(Seal());
        Assert.True(Store(Seal(keyId: 2)).TrySave(new BoardProfile(), Found()));
        AssertRefused(Seal());
    }

    [Fact]
    public void A_board_without_a_secret_takes_what_nobody_signed_and_a_pump_with_one_does_not()
    {
        Assert.True(Store(null).TrySave(new BoardProfile(), Found()));

        Assert.Equal(LoadResult.Whole, Store(null).Load(new BoardProfile()));
        AssertRefused(Seal());
    }

    [Fact]
    public void A_signature_that_cannot_be_checked_is_none()
    {
        Assert.True(Store(Seal()).TrySave(new BoardProfile(), Found()));

        AssertRefused(null);
    }

    [Fact]
    [Trait("Requirement", "SR-505")]
    public void A_refused_calibration_is_an_alarm_like_a_damaged_one()
    {
        var before = new MemoryWorld(_memory);
        Assert.True(before.Memory.Calibration.TrySave(before.Pump.Board, Found()));
        var memory = new FlakyMemory(_memory.Bytes);
        var pump = new Pump(new BoardProfile());
        var after = new PumpMemory(memory, pump, Seal());

        Assert.True(after.Restore());
        Assert.True(after.RecordsDamaged);
        Assert.Equal(BoardProfile.NominalChamberFlPerPa, pump.Board.ChamberFlPerPa);
    }

    [Theory]
    [InlineData(nameof(CalibrationRecord.ChamberPpmPerC))]
    [InlineData(nameof(CalibrationRecord.CalibratedMilliC))]
    [InlineData(nameof(CalibrationRecord.FlowGainPpm))]
    [InlineData(nameof(CalibrationRecord.FlowPpmPerC))]
    [InlineData(nameof(CalibrationRecord.ChamberFlPerPa))]
    [Trait("Requirement", "SR-501")]
    public void What_no_bench_finds_is_not_taken(string field)
    {
        CalibrationRecord found = Found();
        typeof(CalibrationRecord).GetField(field)!.SetValue(found, 20_000);
        var board = new BoardProfile();

        Assert.False(Store(Seal()).TrySave(board, found));
        Assert.Equal((BoardProfile.NominalChamberFlPerPa, 0u), (board.ChamberFlPerPa, board.CalibrationVersion));
    }

    [Fact]
    public void The_record_has_its_golden_bytes()
    {
        CalibrationRecord found = Found();
        found.Version = 7;
        Seal(key: new byte[32]).Sign(found);
        byte[] bytes = new byte[CalibrationRecord.Length];
        found.Write(bytes);

        Assert.Equal("888A0100DC050000249000006090" + "0F00D4FEFFFF0700000000B955690000000001000000", Convert.ToHexString(bytes, 0, CalibrationRecord.SignedLength));
        byte[] message = [.. "CAL1"u8, .. bytes.AsSpan(0, CalibrationRecord.SignedLength), .. s_serial];
        Assert.Equal(HMACSHA256.HashData(new byte[32], message)[..CalibrationSeal.TagLength], found.Tag);
    }

    private static CalibrationRecord Found() => new()
    {
        ChamberFlPerPa = 101_000,
        ChamberPpmPerC = 1_500,
        CalibratedMilliC = 36_900,
        FlowGainPpm = 1_020_000,
        FlowPpmPerC = -300,
        AtUtcSeconds = 1_767_225_600,
    };

    private static byte[] RandomBytes(int count) => RandomNumberGenerator.GetBytes(count);

    private static CalibrationSeal Seal(byte[]? key = null, uint keyId = 1, byte[]? serial = null) => CalibrationSeal.Of(new Hmac(), key ?? s_key, keyId, serial ?? s_serial);

    private CalibrationStore Store(CalibrationSeal? seal) => new(_memory, seal);

    private void AssertRefused(CalibrationSeal? seal)
    {
        var board = new BoardProfile();
        CalibrationStore store = Store(seal);

        Assert.Equal(LoadResult.Damaged, store.Load(board));
        Assert.False(store.Calibrated);
        Assert.Equal((BoardProfile.NominalChamberFlPerPa, 0, 0u), (board.ChamberFlPerPa, board.FlowGainPpm, board.CalibrationVersion));
    }

    private sealed class Hmac : IKeyedHash
    {
        public void Sign(byte[] key, byte[] data, int length, byte[] tag) => HMACSHA256.HashData(key, data.AsSpan(0, length), tag);
    }
}
