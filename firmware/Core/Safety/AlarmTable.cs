using Haip.Core.Catheter;
using Haip.Core.Delivery;
using Haip.Core.SelfTest;

namespace Haip.Core.Safety
{
    /// <summary>Every alarm this pump can raise, the most urgent first. To add one: add a row, an id and a test.</summary>
    /// <remarks>
    /// "GIP" is the FDA generic infusion pump requirement list, version 1.0, 2009; "Open PCA" the Open PCA pump requirements 1.0.0, 2020.
    /// A stopped pump in an artery clots: only what makes actuator, metering or line untrustworthy stops it. Each row says why.
    /// </remarks>
    public static class AlarmTable
    {
        private const int FreeFlowNlPerHour = 300_000;       // with both valves shut: far above the sensor's zero, far below an open line
        private const int EmptySuctionPa = -6_000;           // the bellows is on its stop: a full one is never below -3 kPa
        private const long LowReservoirNl = 2_000_000;       // deliverable; default of implanted pumps
        private const long LowReservoirMs = 72L * Units.MsPerHour;
        private const long CriticalReservoirNl = 200_000;    // a day at the patency rate
        private const long CriticalReservoirMs = 24L * Units.MsPerHour;
        private const int ColdMilliC = 35_000;
        private const int WarmMilliC = 39_000;
        private const int HotBoardMilliC = 55_000;           // battery and sensors are specified to 60 C and above
        private const int ThinAirPa = 70_000;                // ISO 14708-4: 70 to 150 kPa
        private const int ThickAirPa = 120_000;              // the sensor ends at 126 kPa: a dive of 2 m
        private const int MeasurableAirPa = 125_000;
        private const int LargestOffsetPa = 3_500;           // two ABP2 of 34 kPa differ by 1 kPa over their life
        private const int BatteryLowPermille = 150;
        private const int BatteryDepletedPermille = 50;
        private const int BatteryDepletedMilliVolts = 3_300; // below it the supply no longer holds the pump's drive
        private const int SuctionPersistMs = 3_000;          // two sensors make the suction: one bad reading of either is none
        private const int SensorPersistMs = 2_000;           // a single corrupt frame is no lost sensor
        private const int PulsePersistMs = 60_000;           // longer than any arrhythmia that a patient survives untreated
        private const int SlowSensorPersistMs = 30_000;      // read about once a second, and needed for compensation only
        private const int StuckButtonMs = Units.MsPerMinute;

#pragma warning disable format // columns
        public static readonly Alarm[] Rows =
        {
            //   id                                 priority              response                         persist ms  latched escalates after min  condition
            new(AlarmId.FreeFlow,                  AlarmPriority.High,   AlarmResponse.Stop,                      1_000, true,    0,  (r, s) => s.Phase == PacketPhase.Rest && r.FlowValid && Units.Size(r.FlowNlPerHour) > FreeFlowNlPerHour,
                "Fluid flows although the valves are closed",
                "what should be shut is not", "GIP 1.2.2: free flow at once", "SR-214"),
            new(AlarmId.SupervisorStopped,         AlarmPriority.High,   AlarmResponse.Stop,                          0, true,    0,  (r, s) => s.Supervision != SupervisorFinding.None,
                "The supervisor stopped the pump",
                "a second opinion does not trust the first", "two opinions; FDA infusion pump guidance 2014: mechanism failure", "SR-310"),
            new(AlarmId.OverInfusion,              AlarmPriority.High,   AlarmResponse.Stop,                          0, true,    0,  (r, s) => s.OverInfusion,
                "More than 10 % too much over 15 minutes",
                "metering or valves are not to be trusted", "GIP 1.2.2", "SR-215"),
            new(AlarmId.MeteringDisagreement,      AlarmPriority.High,   AlarmResponse.Stop,                          0, true,    0,  (r, s) => s.DisagreeingPackets >= DeliveryStatus.PacketsToFault,
                "Chamber and flow sensor disagree about the packets",
                "one of the two measures is wrong, and nobody knows which", "two measures of every packet", "SR-103"),
            new(AlarmId.PumpNotPumping,            AlarmPriority.High,   AlarmResponse.Stop,                          0, true,    0,  (r, s) => s.WrongFillPackets >= DeliveryStatus.PacketsToFault,
                "The pump does not fill the chamber",
                "the actuator is not to be trusted", "FDA infusion pump guidance 2014: mechanism failure", "SR-219"),
            new(AlarmId.ReservoirEmpty,            AlarmPriority.High,   AlarmResponse.Stop,           SuctionPersistMs, true,    0,  (r, s) => (s.ReservoirKnown && s.ReservoirNl <= Reservoir.ResidualNl) || (s.ReservoirGaugeKnown && s.ReservoirGaugePa < EmptySuctionPa),
                "The reservoir is empty",
                "nothing is left to keep the artery open with, and the next stroke draws air", "GIP 1.5.6", "SR-221"),
            new(AlarmId.ChamberSensorLost,         AlarmPriority.High,   AlarmResponse.Stop,            SensorPersistMs, true,    0,  (r, s) => !r.ChamberValid,
                "The chamber's pressure sensor does not answer",
                "no packet can be metered", "FDA infusion pump guidance 2014: sensor failure", "SR-223"),
            new(AlarmId.PumpDriverLost,            AlarmPriority.High,   AlarmResponse.Stop,            SensorPersistMs, true,    0,  (r, s) => !r.PumpDriverValid,
                "The pump's driver does not answer",
                "no packet can be pumped", "FDA infusion pump guidance 2014: mechanism failure", "SR-223"),
            new(AlarmId.CatheterOccluded,          AlarmPriority.High,   AlarmResponse.Stop,                          0, true,    0,  (r, s) => s.OccludedPackets >= DeliveryStatus.PacketsToOcclusion || s.BlockedPackets >= DeliveryStatus.PacketsToFault,
                "The catheter is blocked",
                "every packet would wait behind the clot and be released at once", "GIP 1.10.2", "SR-217"),
            new(AlarmId.CatheterDisconnected,      AlarmPriority.High,   AlarmResponse.Stop,                          0, true,    0,  (r, s) => s.PulseKnown && s.PressureLost,
                "The catheter no longer ends in the artery",
                "drug beside the artery harms and keeps nothing open", "FDA infusion pump guidance 2014: leakage", "SR-218"),
            new(AlarmId.SelfTestFailed,            AlarmPriority.High,   AlarmResponse.Stop,                          0, true,    0,  (r, s) => s.SelfTest == SelfTestResult.Failed,
                "The self-test failed",
                "nothing is delivered by a pump that did not pass", "GIP 3.4", "SR-405"),
            new(AlarmId.RecordsDamaged,            AlarmPriority.High,   AlarmResponse.Stop,                          0, true,    0,  (r, s) => r.RecordsDamaged,
                "The memory is damaged",
                "orders and totals may be another's; a person decides", "GIP 3.3; FDA infusion pump guidance 2014: critical value integrity", "SR-505"),

            new(AlarmId.AirInLine,                 AlarmPriority.Medium, AlarmResponse.Stop,                        200, true,   30,  (r, s) => r.FlowValid && r.AirInLine,
                "Air in the line",
                "air must not reach the artery", "GIP 1.9", "SR-220"),
            new(AlarmId.ChamberLeak,               AlarmPriority.Medium, AlarmResponse.Stop,                          0, true,   30,  (r, s) => s.LeakyPackets >= DeliveryStatus.PacketsToFault,
                "A valve leaks",
                "two closed valves are the free-flow protection", "GIP 1.2.2", "SR-407"),
            new(AlarmId.RepeatedStops,             AlarmPriority.Medium, AlarmResponse.Stop,                          0, true,   30,  (r, s) => s.RepeatedStops,
                "Stopped and started three times in ten minutes",
                "starting again does not help; it only gives drug behind a fault", "Open PCA EC23", "SR-210"),
            new(AlarmId.BoardTooHot,               AlarmPriority.Medium, AlarmResponse.Stop,        SlowSensorPersistMs, true,   30,  (r, s) => r.BoardTemperatureValid && r.BoardMilliC > HotBoardMilliC,
                "The electronics are too hot",
                "electronics outside their range are not to be trusted, and tissue burns", "GIP 7.1: overheat; ISO 14708-4", "SR-229"),
            new(AlarmId.FlowSensorLost,            AlarmPriority.Medium, AlarmResponse.PatencyRate,     SensorPersistMs, true,   30,  (r, s) => !r.FlowValid,
                "The flow sensor does not answer",
                "packets lack their second measure; the chamber still meters them", "GIP 1.2", "SR-223"),
            new(AlarmId.SecondMeasureLost,         AlarmPriority.Medium, AlarmResponse.PatencyRate,                   0, true,   30,  (r, s) => s.UnconfirmedPackets >= DeliveryStatus.UnconfirmedToFault,
                "The flow sensor's readings cannot confirm the packets",
                "packets lack their second measure; the chamber still meters them", "GIP 1.2", "SR-223"),
            new(AlarmId.CatheterSensorLost,        AlarmPriority.Medium, AlarmResponse.PatencyRate,     SensorPersistMs, true,   30,  (r, s) => !r.CatheterValid,
                "The catheter's pressure sensor does not answer",
                "occlusion cannot be seen; packets are still metered", "GIP 1.10.2", "SR-223"),
            new(AlarmId.ReservoirCritical,         AlarmPriority.Medium, AlarmResponse.PatencyRate,     SensorPersistMs, true,   60,  (r, s) => s.ReservoirKnown && IsCritical(s),
                "Less than a day of drug left",
                "a dry pump ends in a clotted artery: what is left keeps it open", "dry pump time; GIP 1.5.5", "SR-222"),
            new(AlarmId.ResidualMismatch,          AlarmPriority.Medium, AlarmResponse.PatencyRate,                   0, true,   60,  (r, s) => s.ResidualMismatch,
                "The residual volume is not what was metered",
                "the dose of the last weeks is in doubt; nothing says that packets are wrong now", "residual against expected, 15 %; HAI refill practice", "SR-232"),
            new(AlarmId.AmbientPressureTooHigh,    AlarmPriority.Medium, AlarmResponse.PatencyRate, SlowSensorPersistMs, true,   60,  (r, s) => r.AmbientValid && r.AmbientPa > MeasurableAirPa,
                "The air pressure is beyond what can be measured",
                "compensation and the check for empty are blind at depth; the chamber still meters packets", "ISO 14708-4; sensor's end of scale", "SR-224"),
            new(AlarmId.BatteryDepleted,           AlarmPriority.Medium, AlarmResponse.PatencyRate, SlowSensorPersistMs, true,   60,  (r, s) => r.BatteryValid && (r.BatteryPermille < BatteryDepletedPermille || r.BatteryMilliVolts < BatteryDepletedMilliVolts),
                "The battery is nearly empty",
                "what is left keeps the artery open longer", "GIP 5.1", "SR-225"),
            new(AlarmId.MemoryLost,                AlarmPriority.Medium, AlarmResponse.PatencyRate,     SensorPersistMs, true,   60,  (r, s) => !r.MemoryValid,
                "The memory does not keep the totals",
                "packets would be forgotten with the power; few of them at the patency rate", "GIP 4.1; nothing is lost", "SR-510"),
            new(AlarmId.PulseLost,                 AlarmPriority.Medium, AlarmResponse.Continue,         PulsePersistMs, false,  60,  (r, s) => s.Delivers && (!s.PulseKnown || s.PulsePa < CatheterMonitor.NoPulsePa),
                "The catheter shows no pulse",
                "a patient without one, a narrow catheter or a stuck sensor: occlusion cannot be told; packets still go out", "physics of the catheter", "SR-218"),
            new(AlarmId.AirInChamber,              AlarmPriority.Medium, AlarmResponse.Continue,                      0, false,  60,  (r, s) => s.ChamberAir,
                "Air in the metering chamber",
                "packets count as what the flow sensor sees, which is more: the dose is never above the order, and microlitres of air dissolve", "compliance of a bubble; GIP 1.9", "SR-172"),
            new(AlarmId.UnderInfusion,             AlarmPriority.Medium, AlarmResponse.Continue,                      0, false,  60,  (r, s) => s.UnderInfusion || s.UnderInfusionByFlow,
                "More than 10 % too little",
                "less drug is no hazard at once, none is", "GIP 1.2.3", "SR-216"),
            new(AlarmId.TherapyWaits,              AlarmPriority.Medium, AlarmResponse.Continue,                      0, false,  60,  (r, s) => s.TherapyWaits,
                "The therapy waits for a person",
                "nothing starts by itself; an artery without flow clots within hours", "GIP 2.2.2", "SR-226"),
            new(AlarmId.BolusLost,                 AlarmPriority.Medium, AlarmResponse.Continue,                      0, true,    0,  (r, s) => s.BolusLost,
                "A bolus was not given in full",
                "it may have been a perfusion test, and nobody else gives the rest", "GIP 1.2.3; 1.4.9: bolus history", "SR-236"),
            new(AlarmId.FailedBefore,              AlarmPriority.Medium, AlarmResponse.Continue,                      0, true,    0,  (r, s) => r.FailedBefore,
                "The firmware failed and was started again",
                "what failed has been restarted and has passed its self-test", "FDA infusion pump guidance 2014: watchdog", "SR-506"),

            new(AlarmId.CatheterNarrowing,         AlarmPriority.Low,    AlarmResponse.Continue,        SensorPersistMs, false,   0,  (r, s) => s.CatheterNarrow,
                "The catheter is getting narrow",
                "packets still arrive; flushing early saves the catheter", "physics of the catheter", "SR-231"),
            new(AlarmId.ReservoirLow,              AlarmPriority.Low,    AlarmResponse.Continue,                  1_000, false,   0,  (r, s) => s.ReservoirKnown && IsLow(s) && !IsCritical(s),
                "Less than three days or 2 mL of drug left",
                "time to plan a refill", "GIP 1.5.5; time-based, Mayo neurosurgery 2004", "SR-222"),
            new(AlarmId.TemperatureOutOfRange,     AlarmPriority.Low,    AlarmResponse.Continue,    SlowSensorPersistMs, false,   0,  (r, s) => r.DrugTemperatureValid && (r.DrugMilliC < ColdMilliC || r.DrugMilliC > WarmMilliC),
                "Drug below 35 or above 39 degrees",
                "packets are metered by volume and do not depend on viscosity", "GIP 7.1: implanted, 35 to 40 C", "SR-224"),
            new(AlarmId.AmbientPressureOutOfRange, AlarmPriority.Low,    AlarmResponse.Continue,    SlowSensorPersistMs, false,   0,  (r, s) => r.AmbientValid && (r.AmbientPa < ThinAirPa || (r.AmbientPa > ThickAirPa && r.AmbientPa <= MeasurableAirPa)),
                "Air pressure outside 70 to 120 kPa",
                "the drive follows the reservoir's pressure", "ISO 14708-4", "SR-224"),
            new(AlarmId.PressureSensorsDisagree,   AlarmPriority.Low,    AlarmResponse.Continue,    SlowSensorPersistMs, false,   0,  (r, s) => s.SensorOffsetPa > LargestOffsetPa || s.SensorOffsetPa < -LargestOffsetPa,
                "The two pressure sensors drift apart",
                "a packet is a difference of one sensor's readings", "two measures of the artery's mean", "SR-233"),
            new(AlarmId.MetersDriftApart,          AlarmPriority.Low,    AlarmResponse.Continue,        SensorPersistMs, false,   0,  (r, s) => s.MetersApart,
                "Chamber and flow sensor drift apart",
                "the larger counts beyond 2 %; which of them is wrong, the next refill tells", "FDA infusion pump guidance 2014: out of calibration", "SR-173"),
            new(AlarmId.ReservoirSensorLost,       AlarmPriority.Low,    AlarmResponse.Continue,    SlowSensorPersistMs, false,   0,  (r, s) => !r.ReservoirValid || (r.AmbientValid && !s.ReservoirGaugeKnown),
                "The reservoir's pressure is not known",
                "compensation and the check for empty are blind; the books still count", "FDA infusion pump guidance 2014: sensor failure", "SR-223"),
            new(AlarmId.AmbientSensorLost,         AlarmPriority.Low,    AlarmResponse.Continue,    SlowSensorPersistMs, false,   0,  (r, s) => !r.AmbientValid,
                "The air pressure sensor does not answer",
                "compensation is blind; every fill is still measured", "FDA infusion pump guidance 2014: sensor failure", "SR-223"),
            new(AlarmId.TemperatureSensorLost,     AlarmPriority.Low,    AlarmResponse.Continue,    SlowSensorPersistMs, false,   0,  (r, s) => !r.DrugTemperatureValid,
                "The drug's temperature sensor does not answer",
                "nothing is dosed by temperature", "FDA infusion pump guidance 2014: sensor failure", "SR-223"),
            new(AlarmId.BoardSensorLost,           AlarmPriority.Low,    AlarmResponse.Continue,    SlowSensorPersistMs, false,   0,  (r, s) => !r.BoardTemperatureValid,
                "The board's temperature sensor does not answer",
                "overheating would not be seen", "FDA infusion pump guidance 2014: sensor failure", "SR-223"),
            new(AlarmId.FuelGaugeLost,             AlarmPriority.Low,    AlarmResponse.Continue,    SlowSensorPersistMs, false,   0,  (r, s) => !r.BatteryValid,
                "The battery gauge does not answer",
                "nobody would know when the battery ends", "GIP 5.1", "SR-223"),
            new(AlarmId.ClockLost,                 AlarmPriority.Low,    AlarmResponse.Continue,    SlowSensorPersistMs, false,   0,  (r, s) => !r.ClockValid,
                "The clock is not to be trusted",
                "records lack their time; a therapy that runs keeps its own", "GIP 3.4", "SR-235"),
            new(AlarmId.BatteryLow,                AlarmPriority.Low,    AlarmResponse.Continue,    SlowSensorPersistMs, false,   0,  (r, s) => r.BatteryValid && r.BatteryPermille < BatteryLowPermille,
                "The battery is low",
                "time to plan a change", "GIP 5.1", "SR-225"),
            new(AlarmId.ButtonStuck,               AlarmPriority.Low,    AlarmResponse.Continue,          StuckButtonMs, false,   0,  (r, s) => r.ButtonDown,
                "The button is held down or stuck",
                "a stuck button halts once, as one that is held, and acknowledges nothing", "GIP 2.3", "SR-230"),
        };
#pragma warning restore format

        private static bool IsLow(DeliveryStatus s) => s.ReservoirNl - Reservoir.ResidualNl < LowReservoirNl || s.DryInMs < LowReservoirMs;

        private static bool IsCritical(DeliveryStatus s) => s.ReservoirNl - Reservoir.ResidualNl < CriticalReservoirNl || s.DryInMs < CriticalReservoirMs;
    }
}
