using Haip.Drivers;

namespace Haip.Board
{
    /// <summary>Every address that is spoken to on the two buses of the reference board: a bus refuses any other.</summary>
    public static class BusAddresses
    {
        /// <summary>The status display, an SSD1306 with its address pin low.</summary>
        public const byte Display = 0x3C;

        public static byte[] Dose() => new[]
        {
            Slf3sFlowSensor.I2cAddress,
            ReferenceBoard.ChamberAddress,
            ReferenceBoard.CatheterAddress,
            Drv2667PumpDriver.I2cAddress,
            Ms5837PressureSensor.I2cAddress,
        };

        public static byte[] House() => new[]
        {
            Max17048FuelGauge.I2cAddress,
            Display,
            ReferenceBoard.DrugTemperatureAddress,
            ReferenceBoard.BoardTemperatureAddress,
            Mb85rc256vMemory.I2cAddress,
            Lps22hbPressureSensor.I2cAddress,
            Ds3231Clock.I2cAddress,
            Mb85rc256vMemory.IdentityAddress,
        };
    }
}
