using System;
using System.Linq;
using System.Text;
using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Protocol;
using Xunit;

namespace Haip.HostTests.Radio;

/// <summary>The tables, and that what is published fits them.</summary>
[Trait("Category", "Radio")]
public class GattTableTests
{
    [Fact]
    public void A_row_stands_where_its_number_says()
    {
        Assert.Equal(Enum.GetValues<GattCharacteristic>()[1..], GattTable.Rows.Select(row => row.Characteristic));
        Assert.All(GattTable.Rows, row => Assert.Same(row, GattTable.Find(row.Characteristic)));
        Assert.Null(GattTable.Find(GattCharacteristic.None));
        Assert.Null(GattTable.Find((GattCharacteristic)99));
    }

    [Fact]
    public void Rows_have_their_own_UUID_and_fit_a_frame()
    {
        Assert.Equal(GattTable.Rows.Length, GattTable.Rows.Select(row => row.Uuid).Distinct().Count());
        Assert.All(GattTable.Rows, row =>
        {
            Assert.True(Guid.TryParse(row.Uuid, out _) && Guid.TryParse(row.ServiceUuid, out _));
            Assert.InRange(row.Length, 1, GattTable.LongestFrameLength);
            Assert.NotEmpty(row.Description);

            if (row.ServiceUuid == GattTable.ServiceUuid)
            {
                Assert.Equal($"{GattTable.ServiceUuid[..4]}{(int)row.Characteristic:x4}{GattTable.ServiceUuid[8..]}", row.Uuid);
            }
        });
    }

    [Fact]
    [Trait("Requirement", "SR-801")]
    public void Only_what_names_the_pump_is_open()
    {
        GattCharacteristic[] open = [GattCharacteristic.Identity, GattCharacteristic.Manufacturer, GattCharacteristic.Model, GattCharacteristic.FirmwareRevision];

        Assert.Equal(open, GattTable.Rows.Where(row => row.Protection == GattProtection.Open).Select(row => row.Characteristic));
        Assert.All(open, row => Assert.False(GattTable.Find(row).CanWrite || GattTable.Find(row).CanNotify));
    }

    [Fact]
    public void Every_command_has_one_row_and_every_frame_fits()
    {
        Opcode[] notCommands = [Opcode.None, Opcode.Entries, Opcode.EntriesEnd];

        Assert.Equal(Enum.GetValues<Opcode>().Except(notCommands), CommandTable.Rows.Select(row => row.Opcode));
        Assert.All(CommandTable.Rows, row => Assert.InRange(row.PayloadLength + CommandFrame.ShortestLength, 1, GattTable.LongestFrameLength));
    }

    [Fact]
    public void Everything_that_can_be_read_is_there_after_the_first_second()
    {
        RadioWorld world = RadioWorld.Ready();
        world.Run(2);

        foreach (GattRow row in GattTable.Rows.Where(row => row.CanRead))
        {
            Assert.NotEmpty(world.Read(row.Characteristic));
        }

        Assert.Equal("HAIP", Encoding.ASCII.GetString(world.Read(GattCharacteristic.Manufacturer)));
        Assert.Equal(80, Assert.Single(world.Read(GattCharacteristic.BatteryLevel)));
        Assert.Equal(RadioWorld.Serial, Encoding.ASCII.GetString(world.Read(GattCharacteristic.Identity)[4..16]));
    }

    [Fact]
    [Trait("Requirement", "SR-819")]
    public void The_status_comes_once_a_second_and_says_what_the_pump_does()
    {
        RadioWorld world = RadioWorld.Infusing();
        world.Run(1_000);
        world.Client.Open();
        world.Link.Clear();
        world.Run(60);
        byte[][] told = world.Link.Of(GattCharacteristic.Status);
        byte[] status = told[^1];

        Assert.InRange(told.Length, 45, 61);
        Assert.Equal(73, status.Length);
        Assert.Equal(RadioWorld.Check16(status[..^2]), status[^2] | (status[^1] << 8));
        Assert.Equal(0x33, status[0]); // infusing
        Assert.Equal(54_167, BitConverter.ToInt32(status, 8));
        Assert.InRange(BitConverter.ToInt32(status, 16), 52_000, 56_500); // measured over the last quarter of an hour
        Assert.InRange(world.Status.MeteredNl - BitConverter.ToInt64(status, 28), 0, 500);
        Assert.InRange(world.Status.ReservoirNl - BitConverter.ToInt32(status, 52), -500, 500);
        ushort flags = BitConverter.ToUInt16(status, 2);
        Assert.Equal(StatusMessage.Delivers | StatusMessage.TherapyOrdered | StatusMessage.SessionOpen, flags & (StatusMessage.Delivers | StatusMessage.TherapyOrdered | StatusMessage.SessionOpen));
        Assert.Equal(StatusMessage.Cytotoxic | StatusMessage.ScanAccepted, flags & (StatusMessage.Cytotoxic | StatusMessage.ScanAccepted));
        Assert.Equal(status[..6], world.Client.Ask(Opcode.ReadStatus).Payload[..6]);
        Assert.Equal(PumpState.Infusing, world.Status.State);
    }

    [Fact]
    [Trait("Requirement", "SR-819")]
    public void The_measurements_come_once_a_second_and_say_what_the_sensors_say()
    {
        RadioWorld world = RadioWorld.Infusing();
        world.Run(1_000);
        world.Link.Clear();
        world.Run(60);
        byte[][] told = world.Link.Of(GattCharacteristic.Measurements);
        byte[] measured = told[^1];

        Assert.InRange(told.Length, 45, 61);
        Assert.Equal(37, measured.Length);
        Assert.Equal(RadioWorld.Check16(measured[..^2]), measured[^2] | (measured[^1] << 8));
        Assert.Equal(0x33, measured[0]); // open
        Assert.Equal(0, measured[1]);
        Assert.InRange(BitConverter.ToInt32(measured, 2), 0, 34_000);
        Assert.InRange(BitConverter.ToInt32(measured, 6), world.Status.CatheterMeanPa - 1_000, world.Status.CatheterMeanPa + 1_000);
        Assert.InRange(BitConverter.ToInt32(measured, 10), world.Status.PulsePa - 500, world.Status.PulsePa + 500);
        Readings readings = world.Memory.World.Readings;
        Assert.InRange(BitConverter.ToInt32(measured, 14), readings.ReservoirPa - 100, readings.ReservoirPa + 100);
        Assert.InRange(BitConverter.ToInt32(measured, 18), readings.AmbientPa - 10, readings.AmbientPa + 10);
        Assert.InRange(BitConverter.ToInt32(measured, 22), readings.DrugMilliC - 10, readings.DrugMilliC + 10);
        Assert.InRange(BitConverter.ToInt32(measured, 26), readings.BoardMilliC - 10, readings.BoardMilliC + 10);
        Assert.InRange((world.Status.NowMs / 1_000) - BitConverter.ToUInt32(measured, 30), 0, 2);
        Assert.Equal(measured, world.Read(GattCharacteristic.Measurements));
    }

    [Fact]
    [Trait("Requirement", "SR-819")]
    public void What_a_sensor_does_not_say_is_not_measured()
    {
        RadioWorld world = RadioWorld.Ready();
        Action<Readings>? before = world.Memory.World.Distort;
        world.Memory.World.Distort = readings =>
        {
            before?.Invoke(readings);
            readings.ReservoirValid = readings.DrugTemperatureValid = readings.BoardTemperatureValid = false;
        };
        world.Run(10);
        byte[] measured = world.Read(GattCharacteristic.Measurements);

        Assert.NotEqual(int.MinValue, BitConverter.ToInt32(measured, 2));
        Assert.All([14, 22, 26], offset => Assert.Equal(int.MinValue, BitConverter.ToInt32(measured, offset)));
    }
}
