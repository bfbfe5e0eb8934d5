using System;
using System.Linq;
using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Display;
using Haip.Core.Log;
using Haip.Core.Safety;
using Xunit;

namespace Haip.HostTests.Device;

[Trait("Category", "Device")]
public class StatusScreenTests
{
    private static readonly Alarm[] s_alarms =
    [
        new(AlarmId.CatheterOccluded, AlarmPriority.High, AlarmResponse.Stop, 0, true, 0, (r, s) => r.AirInLine, "The catheter's pressure sensor does not answer", "", "", ""),
        new(AlarmId.BatteryLow, AlarmPriority.Low, AlarmResponse.Continue, 0, false, 0, (r, s) => r.BatteryValid, "The battery is low", "", "", ""),
    ];

    private readonly StatusScreen _screen = new(s_alarms);
    private readonly AlarmMonitor _monitor = new(s_alarms, new PendingEvents());
    private readonly Readings _readings = new();
    private readonly DeliveryStatus _status = new();

    [Fact]
    public void It_says_the_state_and_the_most_urgent_alarm_broken_between_words()
    {
        _readings.AirInLine = true;
        _readings.BatteryValid = true;
        Look(PumpState.Stopped);

        Assert.Equal("Stopped", _screen.RowText(0));
        Assert.Equal(["The catheter's", "pressure sensor does", "not answer", ""], Enumerable.Range(2, 4).Select(_screen.RowText));
    }

    [Fact]
    public void It_changes_only_when_there_is_something_new()
    {
        Look(PumpState.Standby);
        Assert.True(_screen.Changed);
        _screen.Shown();

        Look(PumpState.Standby);
        Assert.False(_screen.Changed);

        Look(PumpState.Infusing);
        Assert.True(_screen.Changed);
        _screen.Shown();

        _readings.BatteryValid = true;
        Look(PumpState.Infusing);
        Assert.True(_screen.Changed);
        Assert.Equal("The battery is low", _screen.RowText(2));
        _screen.Shown();

        _readings.BatteryValid = false;
        Look(PumpState.Infusing);
        Assert.True(_screen.Changed);
        Assert.Equal("", _screen.RowText(2));
    }

    [Fact]
    public void Looking_allocates_nothing_while_nothing_changes()
    {
        _readings.BatteryValid = true;
        Look(PumpState.Infusing);
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int i = 0; i < 100; i++)
        {
            _screen.Take(_status, _monitor);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void A_notice_comes_and_goes()
    {
        _screen.Say("123 456");
        Assert.Equal("123 456", _screen.RowText(7));
        _screen.Shown();

        _screen.Say("123 456");
        Assert.False(_screen.Changed);

        _screen.Say(null);
        Assert.True(_screen.Changed);
        Assert.Equal("", _screen.RowText(7));
    }

    [Fact]
    public void A_word_that_is_longer_than_a_row_is_broken_and_what_does_not_fit_is_cut()
    {
        _screen.Say(new string('x', 50));
        Assert.Equal(new string('x', StatusScreen.RowLength), _screen.RowText(7));
    }

    [Fact]
    public void Rows_are_handed_out_once_and_again_after_a_change()
    {
        byte[] columns = new byte[StatusScreen.RowPixels];
        _screen.Say("I");

        for (int row = 0; row < StatusScreen.Rows; row++)
        {
            Assert.Equal(row, _screen.NextRow);
            _screen.TakeRow(columns);
        }

        // A capital I, and nothing after it.
        Assert.Equal([0x00, 0x41, 0x7F, 0x41, 0x00, 0x00], columns[..6]);
        Assert.All(columns[6..], column => Assert.Equal(0, column));
        Assert.Equal(StatusScreen.Rows, _screen.NextRow);

        _screen.Redraw();
        Assert.Equal(0, _screen.NextRow);
    }

    [Fact]
    public void Every_alarm_fits_and_every_letter_of_it_has_a_picture() => Assert.All(AlarmTable.Rows, (row, index) =>
    {
        var screen = new StatusScreen(AlarmTable.Rows);
        var monitor = new AlarmMonitor([.. AlarmTable.Rows.Select((_, other) => Only(other == index))], new PendingEvents());
        monitor.Update(_readings, _status, 0);
        screen.Take(_status, monitor);

        Assert.Equal(row.Text, string.Join(' ', Enumerable.Range(2, 4).Select(screen.RowText)).Trim());
        Assert.All(row.Text, character => Assert.True(Glyphs.Has(character), $"no picture of {character}"));
    });

    [Fact]
    public void Every_state_has_a_name()
    {
        foreach (PumpState state in Enum.GetValues<PumpState>())
        {
            Look(state);
            Assert.NotEqual("", _screen.RowText(0));
            Assert.All(_screen.RowText(0), character => Assert.True(Glyphs.Has(character)));
        }
    }

    private static Alarm Only(bool raised) =>
        new(AlarmId.BatteryLow, AlarmPriority.Low, AlarmResponse.Continue, 0, false, 0, (r, s) => raised, "", "", "", "");

    private void Look(PumpState state)
    {
        _status.State = state;
        _monitor.Update(_readings, _status, 0);
        _screen.Take(_status, _monitor);
    }
}
