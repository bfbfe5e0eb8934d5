using System;

namespace Haip.Core.Log
{
    /// <summary>What the bench found chamber and flow sensor to be, when, and who says so.</summary>
    /// <code>
    /// byte  0           4              8            12                 16         20       24         32              36       52
    ///       compliance  its change     temperature  flow gain          its change version  when       key             tag      (end)
    ///       i32 fL/Pa   i32 ppm per C  i32 mC       i32 ppm, 0 unknown i32 ppm/C  u32      i64 UTC s  u32, 0 unsigned 16 bytes
    /// </code>
    public sealed class CalibrationRecord
    {
        public const int Length = SignedLength + CalibrationSeal.TagLength;

        /// <summary>Bytes that the tag covers.</summary>
        public const int SignedLength = 36;

        /// <summary>A chamber further from nominal is no chamber of ours.</summary>
        public const int MostOffPermille = 100;

        private const int MostPpmPerC = 5_000;      // more is no silicone; five degrees of fever are then 2.5 %
        private const int ColdestMilliC = 32_000;   // the pump believes no thermometer that says less, or more
        private const int HottestMilliC = 42_000;

        public int ChamberFlPerPa = BoardProfile.NominalChamberFlPerPa;

        /// <summary>What the compliance gains for each degree.</summary>
        public int ChamberPpmPerC;

        /// <summary>The drug's temperature at which the two were found.</summary>
        public int CalibratedMilliC;

        /// <summary>What the flow sensor shows of each volume; 0 when it was not measured.</summary>
        public int FlowGainPpm;
        public int FlowPpmPerC;

        /// <summary>Moves on with every calibration of this pump.</summary>
        public uint Version;

        public long AtUtcSeconds;

        /// <summary>The secret that the tag was made with; 0 for none.</summary>
        public uint KeyId;

        /// <summary>Whoever knows the pump's secret has made this record for this pump.</summary>
        public readonly byte[] Tag = new byte[CalibrationSeal.TagLength];

        /// <summary>Values that a bench can have found: the compliance within <see cref="MostOffPermille"/> of <see cref="BoardProfile.NominalChamberFlPerPa"/>.</summary>
        public bool IsPlausible =>
            Units.Size((long)ChamberFlPerPa - BoardProfile.NominalChamberFlPerPa) * Units.FullPermille
                <= (long)BoardProfile.NominalChamberFlPerPa * MostOffPermille
            && Units.Size((long)ChamberPpmPerC) <= MostPpmPerC
            && CalibratedMilliC >= ColdestMilliC && CalibratedMilliC <= HottestMilliC
            && (FlowGainPpm == 0 || Units.Size((long)FlowGainPpm - Units.FullPpm) <= MeteringRecord.MostGainOffPpm)
            && Units.Size((long)FlowPpmPerC) <= MostPpmPerC;

        /// <summary>Makes the pump go by it.</summary>
        public void CopyTo(BoardProfile board)
        {
            board.ChamberFlPerPa = ChamberFlPerPa;
            board.ChamberPpmPerC = ChamberPpmPerC;
            board.CalibratedMilliC = CalibratedMilliC;
            board.FlowGainPpm = FlowGainPpm;
            board.FlowPpmPerC = FlowPpmPerC;
            board.CalibrationVersion = Version;
        }

        /// <summary>Takes what the pump goes by; what that does not know stays.</summary>
        public void CopyFrom(BoardProfile board)
        {
            ChamberFlPerPa = board.ChamberFlPerPa;
            ChamberPpmPerC = board.ChamberPpmPerC;
            CalibratedMilliC = board.CalibratedMilliC;
            FlowGainPpm = board.FlowGainPpm;
            FlowPpmPerC = board.FlowPpmPerC;
            Version = board.CalibrationVersion;
        }

        public void Write(byte[] buffer)
        {
            LittleEndian.Write32(buffer, 0, (uint)ChamberFlPerPa);
            LittleEndian.Write32(buffer, 4, (uint)ChamberPpmPerC);
            LittleEndian.Write32(buffer, 8, (uint)CalibratedMilliC);
            LittleEndian.Write32(buffer, 12, (uint)FlowGainPpm);
            LittleEndian.Write32(buffer, 16, (uint)FlowPpmPerC);
            LittleEndian.Write32(buffer, 20, Version);
            LittleEndian.Write64(buffer, 24, AtUtcSeconds);
            LittleEndian.Write32(buffer, 32, KeyId);
            Array.Copy(Tag, 0, buffer, SignedLength, CalibrationSeal.TagLength);
        }

        public void Read(byte[] buffer)
        {
            ChamberFlPerPa = (int)LittleEndian.Read32(buffer, 0);
            ChamberPpmPerC = (int)LittleEndian.Read32(buffer, 4);
            CalibratedMilliC = (int)LittleEndian.Read32(buffer, 8);
            FlowGainPpm = (int)LittleEndian.Read32(buffer, 12);
            FlowPpmPerC = (int)LittleEndian.Read32(buffer, 16);
            Version = LittleEndian.Read32(buffer, 20);
            AtUtcSeconds = LittleEndian.Read64(buffer, 24);
            KeyId = LittleEndian.Read32(buffer, 32);
            Array.Copy(buffer, SignedLength, Tag, 0, CalibrationSeal.TagLength);
        }
    }
}
