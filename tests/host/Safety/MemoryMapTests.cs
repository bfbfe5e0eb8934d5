using System.Linq;
using Haip.Core.Log;
using Haip.Core.Protocol;
using Haip.Drivers;
using Xunit;

namespace Haip.HostTests.Safety;

[Trait("Category", "Safety")]
public class MemoryMapTests
{
    [Fact]
    public void Nothing_overlaps_and_everything_fits()
    {
        int end = 0;

        foreach (MemoryArea row in MemoryMap.Rows)
        {
            Assert.True(row.Address >= end, row.Holds);
            Assert.True(row.Length > 0, row.Holds);
            end = row.Address + row.Length;
        }

        Assert.Equal(Mb85rc256vMemory.SizeBytes, MemoryMap.SizeBytes);
        Assert.True(end <= MemoryMap.SizeBytes);
    }

    [Fact]
    public void Every_record_has_one_row_and_room_is_left()
    {
        Assert.Equal(
            [MemoryRecord.Totals, MemoryRecord.Order, MemoryRecord.Calibration, MemoryRecord.Stop, MemoryRecord.Secret, MemoryRecord.Failures, MemoryRecord.Drug, MemoryRecord.Events, MemoryRecord.Faults],
            MemoryMap.Rows.Where(row => row.Record != MemoryRecord.None).Select(row => row.Record));
        Assert.True(MemoryMap.Rows.Where(row => row.Record == MemoryRecord.None).Sum(row => row.Length) >= 600);
    }

    [Fact]
    public void The_rows_are_as_long_as_what_is_written_there()
    {
        var memory = new FlakyMemory();
        Assert.Equal(Row(MemoryRecord.Totals).Length, new TwoSlotRecord(memory, 0, Totals.Length).Length);
        Assert.Equal(Row(MemoryRecord.Order).Length, new TwoSlotRecord(memory, 0, OrderRecord.Length).Length);
        Assert.Equal(Row(MemoryRecord.Calibration).Length, new TwoSlotRecord(memory, 0, CalibrationRecord.Length).Length);
        Assert.Equal(Row(MemoryRecord.Stop).Length, new TwoSlotRecord(memory, 0, StopStore.PayloadLength).Length);
        Assert.Equal(Row(MemoryRecord.Secret).Length, new TwoSlotRecord(memory, 0, SecretStore.PayloadLength).Length);
        Assert.Equal(Row(MemoryRecord.Failures).Length, new TwoSlotRecord(memory, 0, FailureDelay.PayloadLength).Length);
        Assert.Equal(Row(MemoryRecord.Drug).Length, new TwoSlotRecord(memory, 0, DrugStore.PayloadLength).Length);
    }

    [Fact]
    [Trait("Requirement", "SR-508")]
    public void Thirty_days_of_events_and_a_thousand_faults_fit()
    {
        const int Days = 30;
        const int HoursADay = 24;
        const int OthersADay = 8;
        Assert.True(MemoryMap.EventCount - 1 >= Days * (HoursADay + OthersADay)); // one may be torn
        Assert.True(MemoryMap.FaultCount - 1 >= 1_000);
    }

    private static MemoryArea Row(MemoryRecord record) => MemoryMap.Rows.Single(row => row.Record == record);
}
