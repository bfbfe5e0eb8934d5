using System;
using Haip.Core.Ports;
#if BOARD
using System.Device.Gpio;
using Haip.Board;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Native;
#endif

namespace Haip.DeviceTests
{
    /// <summary>What the tests ask of the machine they run on. On the PC another file of this name answers.</summary>
    /// <remarks>
    /// nanoCLR has no ESP32 hardware and refuses assemblies that need it: built for it (Emulator=true), the tests find no
    /// board.
    /// </remarks>
    public static class BoardUnderTest
    {
        public static bool IsDevice => true;

        public static long NowMs() => Environment.TickCount64;

        /// <summary>Free bytes after a collection. Without compaction: the emulator crashes in that.</summary>
        public static long FreeBytes() => nanoFramework.Runtime.Native.GC.Run(false);

#if BOARD
        private static II2cBus s_dose;
        private static II2cBus s_house;
        private static GpioController s_gpio;

        /// <summary>Null when the board is none of ours.</summary>
        public static II2cBus Dose()
        {
            PinMap map = ProcessorBoards.Find(SystemInfo.TargetName);

            if (s_dose == null && map != null)
            {
                Configuration.SetPinFunction(map.DoseData, DeviceFunction.I2C1_DATA);
                Configuration.SetPinFunction(map.DoseClock, DeviceFunction.I2C1_CLOCK);
                s_dose = new WiredBus(1);
            }

            return s_dose;
        }

        /// <summary>Null when the board is none of ours.</summary>
        public static II2cBus House()
        {
            PinMap map = ProcessorBoards.Find(SystemInfo.TargetName);

            if (s_house == null && map != null)
            {
                Configuration.SetPinFunction(map.HouseData, DeviceFunction.I2C2_DATA);
                Configuration.SetPinFunction(map.HouseClock, DeviceFunction.I2C2_CLOCK);
                s_house = new WiredBus(2);
            }

            return s_house;
        }

        /// <summary>A person holds the panel's button down: nothing moves otherwise.</summary>
        public static bool PersonConsents()
        {
            PinMap map = ProcessorBoards.Find(SystemInfo.TargetName);

            if (map == null)
            {
                return false;
            }

            Open(map.Button, PinMode.Input);
            return s_gpio.Read(map.Button) == PinValue.Low;
        }

        /// <summary>Rail; inlet valve; outlet valve; watchdog.</summary>
        public static int[] Actuators()
        {
            PinMap map = ProcessorBoards.Find(SystemInfo.TargetName);
            return new[] { map.PumpEnable, map.InletValve, map.OutletValve, map.WatchdogKick };
        }

        /// <summary>Drives an output until the next call for it.</summary>
        public static void Set(int pin, bool high)
        {
            Open(pin, PinMode.Output);
            s_gpio.Write(pin, high ? PinValue.High : PinValue.Low);
        }

        // A pin stays open: a closed one no longer drives.
        private static void Open(int pin, PinMode mode)
        {
            if (s_gpio == null)
            {
                s_gpio = new GpioController();
            }

            if (!s_gpio.IsPinOpen(pin))
            {
                s_gpio.OpenPin(pin, mode);
            }
        }
#else
        public static II2cBus Dose() => null;

        public static II2cBus House() => null;

        public static bool PersonConsents() => false;

        public static void Set(int pin, bool high)
        {
        }

        public static int[] Actuators() => new int[0];
#endif
    }
}
