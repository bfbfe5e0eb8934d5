using Haip.Core.Delivery;
using Haip.Core.Log;

namespace Haip.Core.Protocol
{
    /// <summary>What the sensors say: for whoever wants to see why the pump does what it does.</summary>
    /// <code>
    /// byte  0        1     2        6              10      14         18       22      26      30     34    37
    ///       patency  zero  chamber  catheter mean  pulse   reservoir  ambient  drug    board   up     seal  (end)
    ///       u8       u8    i32 Pa   i32 Pa         i32 Pa  i32 Pa     i32 Pa   i32 mC  i32 mC  u32 s
    /// patency: SafeCode of CatheterPatency. chamber and catheter above the air's pressure, pulse as standard deviation, reservoir
    /// and ambient absolute. What is not known: the least number that fits.
    /// </code>
    public static class MeasurementsMessage
    {
        public const int Length = 37;

        private const int SealOffset = Length - FrameSeal.Length;
        private const int Unknown = int.MinValue;

        /// <summary>Writes the message.</summary>
        /// <returns>Its length.</returns>
        public static int Write(byte[] frame, CommandContext context, FrameSeal seal)
        {
            DeliveryStatus status = context.Pump.Status;
            Readings readings = context.Readings;
            frame[0] = SafeCode.Of((int)status.Patency);
            frame[1] = 0;
            Write(frame, 2, readings.ChamberValid, readings.ChamberPa);
            Write(frame, 6, status.PulseKnown, status.CatheterMeanPa);
            Write(frame, 10, status.PulseKnown, status.PulsePa);
            Write(frame, 14, readings.ReservoirValid, readings.ReservoirPa);
            Write(frame, 18, readings.AmbientValid, readings.AmbientPa);
            Write(frame, 22, readings.DrugTemperatureValid, readings.DrugMilliC);
            Write(frame, 26, readings.BoardTemperatureValid, readings.BoardMilliC);
            LittleEndian.Write32(frame, 30, (uint)(status.NowMs / 1_000));
            return seal.Close(frame, SealOffset);
        }

        private static void Write(byte[] frame, int offset, bool known, int value) =>
            LittleEndian.Write32(frame, offset, (uint)(known ? value : Unknown));
    }
}
