namespace Haip.Core.Log
{
    /// <summary>What the bench found the chamber's compliance to be, and when.</summary>
    /// <code>
    /// byte  0                  4        8             16
    ///       compliance         version  when          (end)
    ///       i32 fL/Pa          u32      i64 UTC s
    /// </code>
    public sealed class CalibrationRecord
    {
        public const int Length = 16;

        /// <summary>A chamber further from nominal is no chamber of ours.</summary>
        public const int MostOffPermille = 100;

        public int ChamberFlPerPa;

        /// <summary>Moves on with every calibration of this pump.</summary>
        public uint Version;

        public long AtUtcSeconds;

        /// <summary>Within <see cref="MostOffPermille"/> of <see cref="BoardProfile.NominalChamberFlPerPa"/>.</summary>
        public bool IsPlausible =>
            Units.Size((long)ChamberFlPerPa - BoardProfile.NominalChamberFlPerPa) * Units.FullPermille
                <= (long)BoardProfile.NominalChamberFlPerPa * MostOffPermille;

        public void Write(byte[] buffer)
        {
            LittleEndian.Write32(buffer, 0, (uint)ChamberFlPerPa);
            LittleEndian.Write32(buffer, 4, Version);
            LittleEndian.Write64(buffer, 8, AtUtcSeconds);
        }

        public void Read(byte[] buffer)
        {
            ChamberFlPerPa = (int)LittleEndian.Read32(buffer, 0);
            Version = LittleEndian.Read32(buffer, 4);
            AtUtcSeconds = LittleEndian.Read64(buffer, 8);
        }
    }
}
