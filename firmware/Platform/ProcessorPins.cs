using System.Device.Gpio;
using Haip.Board;
using nanoFramework.Hardware.Esp32;

namespace Haip.Firmware.Platform
{
    /// <summary>Opens the pins of the processor board that the firmware runs on.</summary>
    public static class ProcessorPins
    {
        public const int DoseBus = 1;
        public const int HouseBus = 2;

        /// <summary>Opens the outputs into the given place, each low from then on, pump and valves first.</summary>
        /// <param name="pins">Filled one by one, so that whatever was opened before a failure can be released.</param>
        /// <exception cref="System.Exception">A pin is taken or cannot do what the map asks of it.</exception>
        public static void Open(GpioController gpio, PinMap map, BoardPins pins)
        {
            pins.PumpEnable = new NanoOutputPin(gpio, map.PumpEnable);
            pins.InletValve = new NanoOutputPin(gpio, map.InletValve);
            pins.OutletValve = new NanoOutputPin(gpio, map.OutletValve);
            pins.WatchdogKick = new NanoOutputPin(gpio, map.WatchdogKick);
            pins.AlarmLight = new NanoOutputPin(gpio, map.AlarmLight);
            pins.OkLight = new NanoOutputPin(gpio, map.OkLight);

            Configuration.SetPinFunction(map.Sounder, DeviceFunction.PWM1);
            pins.Sounder = new PwmTone(map.Sounder);

            Configuration.SetPinFunction(map.DoseData, DeviceFunction.I2C1_DATA);
            Configuration.SetPinFunction(map.DoseClock, DeviceFunction.I2C1_CLOCK);
            Configuration.SetPinFunction(map.HouseData, DeviceFunction.I2C2_DATA);
            Configuration.SetPinFunction(map.HouseClock, DeviceFunction.I2C2_CLOCK);
        }
    }
}
