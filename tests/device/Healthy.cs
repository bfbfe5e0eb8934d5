using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.SelfTest;

namespace Haip.DeviceTests
{
    /// <summary>A pump that lacks nothing.</summary>
    public static class Healthy
    {
        public static Readings Readings() => new Readings
        {
            ChamberValid = true,
            ChamberPa = 12_400,
            CatheterValid = true,
            CatheterPa = 12_400,
            FlowValid = true,
            ReservoirValid = true,
            ReservoirPa = 103_325,
            AmbientValid = true,
            AmbientPa = 101_325,
            DrugTemperatureValid = true,
            DrugMilliC = 37_000,
            BoardTemperatureValid = true,
            BoardMilliC = 30_000,
            BatteryValid = true,
            BatteryMilliVolts = 3_900,
            BatteryPermille = 800,
            ClockValid = true,
            UtcSeconds = 1_767_225_600,
            PumpDriverValid = true,
            MemoryValid = true,
        };

        public static DeliveryStatus Status() => new DeliveryStatus
        {
            State = PumpState.Infusing,
            SelfTest = SelfTestResult.Passed,
            Delivers = true,
            PulseKnown = true,
            PulsePa = 1_500,
            ReservoirKnown = true,
            ReservoirNl = 20_000_000,
            ReservoirGaugeKnown = true,
            ReservoirGaugePa = 2_000,
            DryInMs = Reservoir.NeverMs,
        };
    }
}
