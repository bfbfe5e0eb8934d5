using System;
using System.Linq;
using Haip.Board;
using Haip.Core;
using Haip.Core.Ports;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Radio;
using Haip.VirtualBoard.Simulation;
using Xunit;

namespace Haip.HostTests.Device;

[Trait("Category", "Device")]
public class BusAddressesTests
{
    [Fact]
    public void The_reference_board_speaks_to_no_other_address()
    {
        var rig = new Rig(new PlantParameters(), 1);
        var profile = new BoardProfile();
        var board = new ReferenceBoard(new Fenced(rig.Dose, BusAddresses.Dose()), new Fenced(rig.House, BusAddresses.House()), rig.Pins, profile);
        board.Start(new RigDelay(rig), rig.Clock.NowMs);
        var loop = new ControlLoop(board, new Pump(profile), new KeyedHash());

        while (rig.Clock.NowMs < 5_000)
        {
            rig.Advance(loop.Beat(rig.Clock.NowMs));
        }

        Readings found = loop.Readings;
        Assert.True(found.FlowValid && found.ChamberValid && found.CatheterValid && found.ReservoirValid && found.PumpDriverValid);
        Assert.True(found.AmbientValid && found.DrugTemperatureValid && found.BoardTemperatureValid && found.BatteryValid && found.ClockValid);
    }

    [Fact]
    [Trait("Requirement", "SR-709")]
    public void An_image_finds_its_board_and_another_finds_none()
    {
        Assert.Equal("esp32-devkitc", ProcessorBoards.Find("ESP32_BLE_REV0").Board);
        Assert.Equal("esp32-s3-devkitc", ProcessorBoards.Find("ESP32_S3_OCTAL").Board);
        Assert.Null(ProcessorBoards.Find("ESP32_REV3"));
        Assert.Null(ProcessorBoards.Find(""));
    }

    private sealed class Fenced(II2cBus bus, byte[] addresses) : II2cBus
    {
        public bool Write(byte address, byte[] data, int length) => bus.Write(Known(address), data, length);

        public bool Read(byte address, byte[] buffer, int length) => bus.Read(Known(address), buffer, length);

        public bool WriteRead(byte address, byte[] data, int dataLength, byte[] buffer, int bufferLength) =>
            bus.WriteRead(Known(address), data, dataLength, buffer, bufferLength);

        private byte Known(byte address) =>
            addresses.Contains(address) ? address : throw new InvalidOperationException($"0x{address:X2} is in no table");
    }
}
