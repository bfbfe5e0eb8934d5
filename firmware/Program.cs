using System;
using System.Device.Gpio;
using Haip.Board;
using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Display;
using Haip.Core.Log;
using Haip.Core.Protocol;
using Haip.Core.Safety;
using Haip.Firmware.Platform;
using nanoFramework.Runtime.Native;

namespace Haip.Firmware
{
    /// <summary>The application: composes the pump for the board it runs on, then reads, ticks, drives, publishes and kicks for ever.</summary>
    public static class Program
    {
        /// <summary>One thread owns the pump, this one. Every way out of <see cref="Run"/> is a failure.</summary>
        public static void Main()
        {
            PinMap map = ProcessorBoards.Find(SystemInfo.TargetName);

            if (map == null)
            {
                DebugPort.Refuse(SystemInfo.TargetName);
                return;
            }

            var clock = new MicrosecondClock();
            var stop = new SafeStop { Pins = new BoardPins() };

            try
            {
                Restart.ReleaseBefore(stop);
                Run(map, clock, stop);
            }
            catch (Exception)
            {
                // What failed is in stop.Doing. An exception that left Main would leave the outputs driven.
            }

            try
            {
                DebugPort.Stopped(stop.Stop(clock.NowMs));
            }
            finally
            {
                Restart.Now();
            }
        }

        private static void Run(PinMap map, MicrosecondClock clock, SafeStop stop)
        {
            var gpio = new GpioController();
            ProcessorPins.Open(gpio, map, stop.Pins);

            var dose = new NanoI2cBus(ProcessorPins.DoseBus, BusAddresses.Dose(), clock);
            var house = new NanoI2cBus(ProcessorPins.HouseBus, BusAddresses.House(), clock);
            var profile = new BoardProfile();
            var board = new ReferenceBoard(dose, house, stop.Pins, profile);

            // Whether all of it answers is for the alarms to say: the pump's driver has no power before the watchdog's first kick.
            board.Start(new NanoDelay(), clock.NowMs);
            DebugPort.Started(map);

            var screen = new StatusScreen(AlarmTable.Rows);
            var hash = new NanoKeyedHash();
            var loop = new ControlLoop(board, new Pump(profile), hash);
            stop.Store = loop.Memory.Stops;
            string notice = WhyRestarted(loop.Memory);

            var random = new HardwareRandom();
            var programmer = new Programmer(loop.Pump, loop.Memory, board.Memory, board, hash, random);
            var radio = new RadioServer(programmer.Mailbox, random);
            programmer.Link = radio.TryStart(programmer.Name) ? radio : null; // without a radio the pump works as before

            var card = new CardReader(new CardPort(map), programmer);
            var button = new PanelButton(gpio, map.Button, stop);
            var display = new OledDisplay(house);
            var port = new DebugPort();

            while (stop.Asked == StopReason.None)
            {
                stop.Doing = StopReason.Beat;
                long beganMs = clock.NowMs;

                if (button.TakeAcknowledge())
                {
                    loop.Pump.Acknowledge();
                    notice = null;
                }

                if (button.TakePairing())
                {
                    radio.OpenPairing(beganMs);
                }

                loop.Readings.ButtonDown = button.Down;

                // Reads, ticks, keeps what changed, drives, kicks the watchdog.
                int periodMs = loop.Beat(beganMs);

                stop.Doing = StopReason.Radio;
                programmer.Serve(loop.Readings);
                radio.Beat(beganMs);
                DebugPort.Card(card.Serve(), card.KeyId);

                stop.Doing = StopReason.Display;
                screen.Say(radio.Notice ?? notice);
                Publish(loop.Pump, screen, display);
                port.Report(loop.Pump.Status, dose, house);
                NanoDelay.Until(beganMs + periodMs, clock.NowMs);
            }
        }

        // A notice until somebody acknowledges; null when the start before ended well.
        private static string WhyRestarted(PumpMemory memory)
        {
            if (memory.StoppedBefore == StopReason.None)
            {
                return null;
            }

            DebugPort.Restarted(memory.StoppedBefore, memory.StoppedAfterMs);
            return "Restarted: fault";
        }

        // In the time that is left until the next beat, and never while a packet is in flight: drawing takes longer than its period.
        private static void Publish(Pump pump, StatusScreen screen, OledDisplay display)
        {
            screen.Take(pump.Status, pump.Alarms);

            if (screen.Changed && pump.Status.Phase == PacketPhase.Rest)
            {
                display.Draw(screen);
            }
        }
    }
}
