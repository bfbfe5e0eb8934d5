using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text;
using Haip.Board;
using Haip.Drivers;

namespace Haip.VirtualBoard.Files;

/// <summary>docs/pins.md: the pin tables of the processor boards and the addresses on the two buses.</summary>
internal static class PinsDocument
{
    private const string Introduction = """
        # Pins and addresses

        *Printed by `dotnet run --project boards/virtual -- docs` from the pin tables in `boards/esp32-*` and from
        `boards/reference/BusAddresses.cs`; edit those instead.*

        Numbers are GPIOs. The firmware takes the column of the nanoFramework image that it runs on; under any other image it drives no
        pin. What is around the pins: [hardware.md](hardware.md).


        """;

    // By the name of the field: a pin without a row here has no document.
    private static readonly Dictionary<string, string> s_wiring = new()
    {
        [nameof(PinMap.DoseData)] = "SDA of the dose bus; 2.2 to 4.7 kohm to 3.3 V",
        [nameof(PinMap.DoseClock)] = "SCL of the dose bus; 2.2 to 4.7 kohm to 3.3 V",
        [nameof(PinMap.HouseData)] = "SDA of the house bus; 2.2 to 4.7 kohm to 3.3 V",
        [nameof(PinMap.HouseClock)] = "SCL of the house bus; 2.2 to 4.7 kohm to 3.3 V",
        [nameof(PinMap.PumpEnable)] = "load switch of pump and valves, behind the AND with the watchdog's latch; 100 kohm to ground",
        [nameof(PinMap.InletValve)] = "request for V1, pump side; interlock; 100 kohm to ground",
        [nameof(PinMap.OutletValve)] = "request for V2, catheter side; interlock; 100 kohm to ground",
        [nameof(PinMap.WatchdogKick)] = "WDI of the TPS3430 and the latch",
        [nameof(PinMap.Sounder)] = "passive piezo, PWM",
        [nameof(PinMap.AlarmLight)] = "red light, lit when high",
        [nameof(PinMap.OkLight)] = "green light, lit when high",
        [nameof(PinMap.Button)] = "to ground when pressed; 10 kohm to 3.3 V",
        [nameof(PinMap.CardData)] = "at bring-up only: TX of a USB serial adapter of 3.3 V; open otherwise",
        [nameof(PinMap.CardUnused)] = "nothing; the platform takes it with the pin above",
    };

    // By the address: a part that is spoken to and has no row here has no document.
    private static readonly Dictionary<byte, string> s_parts = new()
    {
        [Slf3sFlowSensor.I2cAddress] = "Sensirion SLF3S-0600F: flow",
        [ReferenceBoard.ChamberAddress] = "Honeywell ABP2: chamber, P1",
        [ReferenceBoard.CatheterAddress] = "Honeywell ABP2: catheter, P2",
        [Drv2667PumpDriver.I2cAddress] = "TI DRV2667 on the mp-Lowdriver: pump",
        [Ms5837PressureSensor.I2cAddress] = "TE MS5837-02BA: reservoir",
        [Max17048FuelGauge.I2cAddress] = "Maxim MAX17048: battery",
        [BusAddresses.Display] = "SSD1306: display",
        [ReferenceBoard.DrugTemperatureAddress] = "TI TMP117: drug",
        [ReferenceBoard.BoardTemperatureAddress] = "TI TMP117: board",
        [Mb85rc256vMemory.I2cAddress] = "Fujitsu MB85RC256V: memory",
        [Lps22hbPressureSensor.I2cAddress] = "ST LPS22HB: air pressure",
        [Ds3231Clock.I2cAddress] = "Maxim DS3231: clock",
        [Mb85rc256vMemory.IdentityAddress] = "the memory again, with its identity",
    };

    public static string Markdown()
    {
        var text = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        AddPins(text, ProcessorBoards.All());

        text.Append("\n| bus | address | part |\n|---|---|---|\n");
        AddAddresses(text, "dose", BusAddresses.Dose());
        AddAddresses(text, "house", BusAddresses.House());
        return text.ToString();
    }

    private static void AddPins(StringBuilder text, PinMap[] boards)
    {
        text.Append($"| pin | {string.Join(" | ", boards.Select(board => board.Board))} | goes to |\n");
        text.Append($"|---|{string.Concat(boards.Select(_ => "---|"))}---|\n");

        foreach (FieldInfo pin in typeof(PinMap).GetFields().Where(field => field.FieldType == typeof(int)))
        {
            text.Append($"| {pin.Name} | {string.Join(" | ", boards.Select(board => pin.GetValue(board)))} | {s_wiring[pin.Name]} |\n");
        }

        text.Append($"| *images* | {string.Join(" | ", boards.Select(board => string.Join(", ", board.Targets)))} | |\n");
    }

    private static void AddAddresses(StringBuilder text, string bus, byte[] addresses)
    {
        foreach (byte address in addresses)
        {
            text.Append($"| {bus} | 0x{address:X2} | {s_parts[address]} |\n");
        }
    }
}
