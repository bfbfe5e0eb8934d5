using System.Threading;
using Haip.Board;
using Haip.Core.Ports;
using Haip.Drivers;
using nanoFramework.TestFramework;

namespace Haip.DeviceTests
{
    /// <summary>Each part on the bus: that it is itself and says something plausible. A part that is not there is skipped.</summary>
    [TestClass]
    public class PartTests
    {
        private const int PatienceMs = 2_000;
        private const int PauseMs = 50;
        private const int LastBytes = Mb85rc256vMemory.SizeBytes - 16;

        [TestMethod]
        public void The_flow_sensor_sees_a_flow_within_its_range()
        {
            var part = new Slf3sFlowSensor(Wired(BoardUnderTest.Dose()));
            Bring(part, BoardUnderTest.Dose(), Slf3sFlowSensor.I2cAddress);
            int flowNlPerHour;

            for (int waitedMs = 0; !part.TryRead(BoardUnderTest.NowMs(), out flowNlPerHour); waitedMs += PauseMs)
            {
                Wait(waitedMs);
            }

            Within(flowNlPerHour, -195_000_000, 195_000_000);
        }

        [TestMethod]
        public void The_chamber_sensor_sees_a_pressure() => Gauge(ReferenceBoard.ChamberAddress);

        [TestMethod]
        public void The_catheter_sensor_sees_a_pressure() => Gauge(ReferenceBoard.CatheterAddress);

        [TestMethod]
        public void The_pump_driver_is_itself() => Bring(new Drv2667PumpDriver(Wired(BoardUnderTest.Dose())), BoardUnderTest.Dose(), Drv2667PumpDriver.I2cAddress);

        [TestMethod]
        public void The_reservoir_sensor_sees_the_air_of_this_earth()
        {
            var part = new Ms5837PressureSensor(Wired(BoardUnderTest.Dose()));
            Bring(part, BoardUnderTest.Dose(), Ms5837PressureSensor.I2cAddress);
            int pressurePa;

            for (int waitedMs = 0; !part.TryRead(BoardUnderTest.NowMs(), out pressurePa); waitedMs += PauseMs)
            {
                Wait(waitedMs);
            }

            Within(pressurePa, 50_000, 150_000);
        }

        [TestMethod]
        public void The_air_pressure_sensor_sees_the_air_of_this_earth()
        {
            var part = new Lps22hbPressureSensor(Wired(BoardUnderTest.House()));
            Bring(part, BoardUnderTest.House(), Lps22hbPressureSensor.I2cAddress);
            int pressurePa;

            for (int waitedMs = 0; !part.TryRead(BoardUnderTest.NowMs(), out pressurePa); waitedMs += PauseMs)
            {
                Wait(waitedMs);
            }

            Within(pressurePa, 50_000, 110_000);
        }

        [TestMethod]
        public void The_drug_thermometer_sees_a_room_or_a_body() => Thermometer(ReferenceBoard.DrugTemperatureAddress);

        [TestMethod]
        public void The_board_thermometer_sees_a_room_or_a_body() => Thermometer(ReferenceBoard.BoardTemperatureAddress);

        [TestMethod]
        public void The_fuel_gauge_sees_a_cell()
        {
            var part = new Max17048FuelGauge(Wired(BoardUnderTest.House()));
            Bring(part, BoardUnderTest.House(), Max17048FuelGauge.I2cAddress);
            int cellMilliVolts;

            for (int waitedMs = 0; !part.TryRead(BoardUnderTest.NowMs(), out cellMilliVolts, out int _); waitedMs += PauseMs)
            {
                Wait(waitedMs);
            }

            Within(cellMilliVolts, 2_500, 4_500);
        }

        [TestMethod]
        public void The_wall_clock_is_itself() => Bring(new Ds3231Clock(Wired(BoardUnderTest.House())), BoardUnderTest.House(), Ds3231Clock.I2cAddress);

        [TestMethod]
        public void The_memory_can_be_read_to_its_end()
        {
            var part = new Mb85rc256vMemory(Wired(BoardUnderTest.House()));
            Bring(part, BoardUnderTest.House(), Mb85rc256vMemory.I2cAddress);

            // Nothing is written: a pump's totals may be in it.
            Assert.IsTrue(part.TryRead(LastBytes, new byte[16], 16));
        }

        private static void Gauge(byte address)
        {
            var part = new Abp2PressureSensor(Wired(BoardUnderTest.Dose()), address);
            Bring(part, BoardUnderTest.Dose(), address);
            int pressurePa;

            for (int waitedMs = 0; !part.TryRead(BoardUnderTest.NowMs(), out pressurePa); waitedMs += PauseMs)
            {
                Wait(waitedMs);
            }

            Within(pressurePa, -700, 35_200);
        }

        private static void Thermometer(byte address)
        {
            var part = new Tmp117TemperatureSensor(Wired(BoardUnderTest.House()), address);
            Bring(part, BoardUnderTest.House(), address);
            int temperatureMilliC;

            for (int waitedMs = 0; !part.TryRead(BoardUnderTest.NowMs(), out temperatureMilliC); waitedMs += PauseMs)
            {
                Wait(waitedMs);
            }

            Within(temperatureMilliC, 5_000, 60_000);
        }

        private static II2cBus Wired(II2cBus bus)
        {
            if (bus == null)
            {
                Assert.SkipTest("there is no board of ours here");
            }

            return bus;
        }

        // A part that acknowledges but is not what it should be is a failure; one that does not is only absent.
        private static void Bring(IPart part, II2cBus bus, byte address)
        {
            part.TryReset();
            Thread.Sleep(Settling.ResetMs);

            if (!part.TryStart(BoardUnderTest.NowMs()))
            {
                Assert.IsFalse(bus.Read(address, new byte[1], 1), "something else answers at this address");
                Assert.SkipTest("the part does not answer");
            }
        }

        private static void Wait(int waitedMs)
        {
            Assert.IsTrue(waitedMs < PatienceMs, "the part gives no reading");
            Thread.Sleep(PauseMs);
        }

        private static void Within(int value, int lowest, int highest)
        {
            OutputHelper.WriteLine(value.ToString());
            Assert.IsTrue(value >= lowest && value <= highest, "reads " + value.ToString());
        }
    }
}
