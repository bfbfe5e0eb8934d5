namespace Haip.Board
{
    /// <summary>ESP32-DevKitC with a WROOM-32 module.</summary>
    /// <remarks>
    /// Left free: 6 to 11 are the flash; 0, 2, 5, 12 and 15 are read at reset; 1 and 3 are the debug port. 34 to 39 are inputs without
    /// pull-ups. 14 may be high for half a second after power-on, so it drives a light. On WROVER modules 16 belongs to the PSRAM:
    /// this map is not for them. Espressif ESP32 data sheet and hardware design guidelines.
    /// </remarks>
    public static class Esp32DevKitCPins
    {
        public static PinMap Create() => new PinMap
        {
            Board = "esp32-devkitc",
            Targets = new[] { "ESP32_BLE_REV0", "ESP32_BLE_REV3" },
            DoseData = 21,
            DoseClock = 22,
            HouseData = 25,
            HouseClock = 26,
            PumpEnable = 27,
            InletValve = 33,
            OutletValve = 32,
            WatchdogKick = 16,
            Sounder = 4,
            AlarmLight = 13,
            OkLight = 14,
            Button = 34,
            CardData = 18,
            CardUnused = 19,
        };
    }
}
