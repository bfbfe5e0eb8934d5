namespace Haip.Core.Log
{
    /// <summary>What must outlive a loss of power: every volume ever booked, and what was filled in.</summary>
    /// <code>
    /// byte  0          8          16         24              32               40
    ///       ordered    metered    missed     reservoir fill  metered at fill  (end)
    ///       i64 nL     i64 fL     i64 nL     i64 nL, 0 none  i64 nL
    /// </code>
    public sealed class Totals
    {
        public const int Length = 40;

        public long OrderedNl;
        public long MeteredFl;
        public long MissedNl;

        /// <summary>What a person filled in last; 0 when nobody ever did.</summary>
        public long ReservoirFillNl;
        public long MeteredAtFillNl;

        public void Write(byte[] buffer)
        {
            LittleEndian.Write64(buffer, 0, OrderedNl);
            LittleEndian.Write64(buffer, 8, MeteredFl);
            LittleEndian.Write64(buffer, 16, MissedNl);
            LittleEndian.Write64(buffer, 24, ReservoirFillNl);
            LittleEndian.Write64(buffer, 32, MeteredAtFillNl);
        }

        public void Read(byte[] buffer)
        {
            OrderedNl = LittleEndian.Read64(buffer, 0);
            MeteredFl = LittleEndian.Read64(buffer, 8);
            MissedNl = LittleEndian.Read64(buffer, 16);
            ReservoirFillNl = LittleEndian.Read64(buffer, 24);
            MeteredAtFillNl = LittleEndian.Read64(buffer, 32);
        }
    }
}
