namespace Haip.Core.Safety
{
    /// <summary>Stable numbers: they travel over the air and live in the log. Never reuse one.</summary>
    public enum AlarmId
    {
        CatheterOccluded = 1,
        CatheterDisconnected = 2,
        FreeFlow = 3,
        OverInfusion = 4,
        UnderInfusion = 5,
        MeteringDisagreement = 6,
        PumpNotPumping = 7,
        ChamberLeak = 8,
        AirInLine = 9,
        ReservoirEmpty = 10,
        ReservoirLow = 11,
        ChamberSensorLost = 12,
        CatheterSensorLost = 13,
        FlowSensorLost = 14,
        PumpDriverLost = 15,
        ReservoirSensorLost = 16,
        AmbientSensorLost = 17,
        TemperatureSensorLost = 18,
        TemperatureOutOfRange = 19,
        AmbientPressureOutOfRange = 20,
        BatteryLow = 21,
        PulseLost = 22,
    }
}
