namespace Haip.Core.Metering
{
    /// <summary>What the sealed chamber loses between packets, and what that takes from a packet while it leaves.</summary>
    /// <remarks>
    /// Between packets the chamber stands at the artery's mean. A leak of V2 then moves nothing on average. One of V1 lets fluid go back towards the
    /// reservoir, which stands 10 kPa lower, at rest as well as while V2 is open. At rest it costs nothing, for the next fill makes it good. But from the full pressure to the
    /// end pressure it takes its part of the step, and that part does not reach the patient. The same holds, with the other sign, when the reservoir stands
    /// higher. While the packet leaves, the chamber stands a little higher than at rest (0.4 kPa of 10): that 4 % of the leak is left out.
    /// It cannot tell V1's leak from one of V2 under an artery that falls for minutes, nor from a chamber that creeps; so the correction is bounded.
    /// </remarks>
    public sealed class SealedLeak
    {
        private const int AverageShift = 4;
        private const int FewestRests = 8;
        private const int ScaleShift = 8;              // sub-pascal steps of the average
        private const int MostPaPerSecond = 9;         // no rest counts as more: 3 uL/h, beyond what the leak alarm lets stand
        private const int NoisePaPerMinute = 10;       // 60 nL/h: two standard deviations of what is left of two settled pressures 6 s apart
        private const int MostOfPacketPpm = 15_000;
        private const int MsPerSecond = 1_000;

        private long _fellPaScaled;
        private long _restedMs;
        private int _rests;

        /// <summary>Takes a rest: what the sealed chamber fell by and in what time.</summary>
        public void Rested(int fellPa, long restedMs)
        {
            long mostPa = MostPaPerSecond * restedMs / MsPerSecond;
            _fellPaScaled += ((Units.Clamp(fellPa, -mostPa, mostPa) << ScaleShift) - _fellPaScaled) >> AverageShift;
            _restedMs += (restedMs - _restedMs) >> AverageShift;
            _rests += _rests < FewestRests ? 1 : 0;
        }

        /// <summary>The part of a packet's step that went elsewhere; negative when fluid came in.</summary>
        /// <param name="stepFl">The packet as the step shows it.</param>
        /// <param name="flPerPa">The chamber's compliance.</param>
        /// <param name="leavingMs">Time between the two pressures of the step.</param>
        public long TakenFl(long stepFl, int flPerPa, long leavingMs)
        {
            if (_rests < FewestRests || _restedMs <= 0)
            {
                return 0;
            }

            bool noise = (Units.Size(_fellPaScaled) * Units.MsPerMinute >> ScaleShift) < NoisePaPerMinute * _restedMs;
            long mostFl = Units.Size(stepFl) * MostOfPacketPpm / Units.FullPpm;
            return noise ? 0 : Units.Clamp((_fellPaScaled * leavingMs / _restedMs * flPerPa) >> ScaleShift, -mostFl, mostFl);
        }
    }
}
