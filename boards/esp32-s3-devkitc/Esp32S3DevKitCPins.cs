namespace Haip.Board
{
    /// <summary>ESP32-S3-DevKitC-1, with or without PSRAM.</summary>
    /// <remarks>
    /// Left free: 26 to 32 are flash and PSRAM, 35 to 37 too on octal modules; 0, 3, 45 and 46 are read at reset; 19 and 20 are USB,
    /// 43 and 44 the debug port; 38 or 48 is the light on the board. Espressif ESP32-S3 data sheet.
    /// </remarks>
    public static class Esp32S3DevKitCPins
    {
        public static PinMap Create() => new PinMap
        {
            Board = "esp32-s3-devkitc",
            Targets = new[] { "ESP32_S3_QUAD", "ESP32_S3_OCTAL" },
            DoseData = 8,
            DoseClock = 9,
            HouseData = 17,
            HouseClock = 18,
            PumpEnable = 10,
            InletValve = 12,
            OutletValve = 11,
            WatchdogKick = 40,
            Sounder = 13,
            AlarmLight = 14,
            OkLight = 21,
            Button = 4,
            CardData = 15,
            CardUnused = 16,
        };
    }
}
