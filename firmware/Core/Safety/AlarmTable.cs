using Haip.Core.Catheter;
using Haip.Core.Delivery;

namespace Haip.Core.Safety
{
    /// <summary>Every alarm this pump can raise, the most urgent first. To add one: add a row, an id and a test.</summary>
    /// <remarks>"GIP" is the FDA generic infusion pump requirement list, version 1.0, 2009.</remarks>
    public static class AlarmTable
    {
        private const int EmptySuctionPa = -6_000;           // the bellows is on its stop: a full one is never below -3 kPa
        private const long LowReservoirNl = 2_000_000;       // deliverable; default of implanted pumps
        private const long LowReservoirMs = 72L * Units.MsPerHour;
        private const int ColdMilliC = 35_000;
        private const int WarmMilliC = 39_000;
        private const int ThinAirPa = 70_000;                // ISO 14708-4: 70 to 150 kPa
        private const int ThickAirPa = 150_000;
        private const int BatteryLowPermille = 150;
        private const int SuctionPersistMs = 3_000;          // two sensors make the suction: one bad reading of either is none
        private const int SensorPersistMs = 2_000;           // a single corrupt frame is no lost sensor
        private const int PulsePersistMs = 60_000;           // longer than any arrhythmia that a patient survives untreated
        private const int SlowSensorPersistMs = 30_000;      // read about once a second, and needed for compensation only

#pragma warning disable format // columns
        public static readonly Alarm[] Rows =
        {
            //   id                                priority              response                   persist ms           latched  condition
            new(AlarmId.FreeFlow,                  AlarmPriority.High,   AlarmResponse.Stop,         1_000,               true,  (r, s) => s.FlowWhileClosed,
                "Fluid flows although the valves are closed", "GIP 1.2.2: free flow at once"),
            new(AlarmId.OverInfusion,              AlarmPriority.High,   AlarmResponse.Stop,             0,               true,  (r, s) => s.OverInfusion,
                "More than 10 % too much over 15 minutes", "GIP 1.2.2"),
            new(AlarmId.MeteringDisagreement,      AlarmPriority.High,   AlarmResponse.Stop,             0,               true,  (r, s) => s.DisagreeingPackets >= DeliveryStatus.PacketsToFault,
                "Chamber and flow sensor disagree about the packets", "two measures of every packet"),
            new(AlarmId.PumpNotPumping,            AlarmPriority.High,   AlarmResponse.Stop,             0,               true,  (r, s) => s.WrongFillPackets >= DeliveryStatus.PacketsToFault,
                "The pump does not fill the chamber", "FDA infusion pump guidance 2014: mechanism failure"),
            new(AlarmId.ReservoirEmpty,            AlarmPriority.High,   AlarmResponse.Stop, SuctionPersistMs,            true,  (r, s) => (s.ReservoirKnown && s.ReservoirNl <= Reservoir.ResidualNl) || (s.ReservoirGaugeKnown && s.ReservoirGaugePa < EmptySuctionPa),
                "The reservoir is empty", "GIP 1.5.6; an artery without flow clots"),
            new(AlarmId.ChamberSensorLost,         AlarmPriority.High,   AlarmResponse.Stop, SensorPersistMs,             true,  (r, s) => !r.ChamberValid,
                "The chamber's pressure sensor does not answer", "no packet can be metered"),
            new(AlarmId.PumpDriverLost,            AlarmPriority.High,   AlarmResponse.Stop, SensorPersistMs,             true,  (r, s) => !r.PumpDriverValid,
                "The pump's driver does not answer", "no packet can be pumped"),
            new(AlarmId.CatheterOccluded,          AlarmPriority.High,   AlarmResponse.Stop,             0,               true,  (r, s) => s.OccludedPackets >= DeliveryStatus.PacketsToFault || s.BlockedPackets >= DeliveryStatus.PacketsToFault,
                "The catheter is blocked", "GIP 1.10.2"),
            new(AlarmId.CatheterDisconnected,      AlarmPriority.High,   AlarmResponse.Stop,        10_000,               true,  (r, s) => s.PulseKnown && s.PressureLost,
                "The catheter no longer ends in the artery", "FDA infusion pump guidance 2014: leakage"),

            new(AlarmId.AirInLine,                 AlarmPriority.Medium, AlarmResponse.Stop,           200,               true,  (r, s) => r.FlowValid && r.AirInLine,
                "Air in the line", "GIP 1.9"),
            new(AlarmId.ChamberLeak,               AlarmPriority.Medium, AlarmResponse.Stop,             0,               true,  (r, s) => s.LeakyPackets >= DeliveryStatus.PacketsToFault,
                "A valve leaks", "two closed valves are the free-flow protection"),
            new(AlarmId.FlowSensorLost,            AlarmPriority.Medium, AlarmResponse.PatencyRate, SensorPersistMs,      true,  (r, s) => !r.FlowValid,
                "The flow sensor does not answer", "packets lack their second measure"),
            new(AlarmId.SecondMeasureLost,         AlarmPriority.Medium, AlarmResponse.PatencyRate,      0,               true,  (r, s) => s.UnconfirmedPackets >= DeliveryStatus.UnconfirmedToFault,
                "The flow sensor's readings cannot confirm the packets", "packets lack their second measure"),
            new(AlarmId.CatheterSensorLost,        AlarmPriority.Medium, AlarmResponse.PatencyRate, SensorPersistMs,      true,  (r, s) => !r.CatheterValid,
                "The catheter's pressure sensor does not answer", "occlusion cannot be seen"),
            new(AlarmId.PulseLost,                 AlarmPriority.Medium, AlarmResponse.Continue,    PulsePersistMs,           false,  (r, s) => s.Delivers && (!s.PulseKnown || s.PulsePa < CatheterMonitor.NoPulsePa),
                "The catheter shows no pulse", "a patient without one, a narrow catheter or a stuck sensor: occlusion cannot be told"),
            new(AlarmId.MemoryLost,                AlarmPriority.Medium, AlarmResponse.Continue, SensorPersistMs,         false,  (r, s) => !r.MemoryValid,
                "The memory does not keep the totals", "volumes would be lost with the power"),
            new(AlarmId.UnderInfusion,             AlarmPriority.Medium, AlarmResponse.Continue,         0,              false,  (r, s) => s.UnderInfusion,
                "More than 10 % too little over an hour", "GIP 1.2.3"),

            new(AlarmId.ReservoirLow,              AlarmPriority.Low,    AlarmResponse.Continue,     1_000,              false,  (r, s) => s.ReservoirKnown && (s.ReservoirNl - Reservoir.ResidualNl < LowReservoirNl || s.DryInMs < LowReservoirMs),
                "Less than three days or 2 mL of drug left", "GIP 1.5.5; time-based, Mayo neurosurgery 2004"),
            new(AlarmId.TemperatureOutOfRange,     AlarmPriority.Low,    AlarmResponse.Continue, SlowSensorPersistMs,    false,  (r, s) => r.DrugTemperatureValid && (r.DrugMilliC < ColdMilliC || r.DrugMilliC > WarmMilliC),
                "Drug below 35 or above 39 degrees", "GIP 7.1: implanted, 35 to 40 C"),
            new(AlarmId.AmbientPressureOutOfRange, AlarmPriority.Low,    AlarmResponse.Continue, SlowSensorPersistMs,    false,  (r, s) => r.AmbientValid && (r.AmbientPa < ThinAirPa || r.AmbientPa > ThickAirPa),
                "Air pressure outside 70 to 150 kPa", "ISO 14708-4"),
            new(AlarmId.ReservoirSensorLost,       AlarmPriority.Low,    AlarmResponse.Continue, SlowSensorPersistMs,    false,  (r, s) => !r.ReservoirValid || (r.AmbientValid && !s.ReservoirGaugeKnown),
                "The reservoir's pressure is not known", "compensation and the check for empty are blind"),
            new(AlarmId.AmbientSensorLost,         AlarmPriority.Low,    AlarmResponse.Continue, SlowSensorPersistMs,    false,  (r, s) => !r.AmbientValid,
                "The air pressure sensor does not answer", "compensation is blind"),
            new(AlarmId.TemperatureSensorLost,     AlarmPriority.Low,    AlarmResponse.Continue, SlowSensorPersistMs,    false,  (r, s) => !r.DrugTemperatureValid,
                "The drug's temperature sensor does not answer", "compensation is blind"),
            new(AlarmId.FuelGaugeLost,             AlarmPriority.Low,    AlarmResponse.Continue, SlowSensorPersistMs,    false,  (r, s) => !r.BatteryValid,
                "The battery gauge does not answer", "nobody would know when the battery ends"),
            new(AlarmId.ClockLost,                 AlarmPriority.Low,    AlarmResponse.Continue, SlowSensorPersistMs,    false,  (r, s) => !r.ClockValid,
                "The clock is not to be trusted", "records lack their time; a therapy that runs keeps its own"),
            new(AlarmId.BatteryLow,                AlarmPriority.Low,    AlarmResponse.Continue, SlowSensorPersistMs,    false,  (r, s) => r.BatteryValid && r.BatteryPermille < BatteryLowPermille,
                "The battery is low", "GIP 5.1"),
        };
#pragma warning restore format
    }
}
