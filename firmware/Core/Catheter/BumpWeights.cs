namespace Haip.Core.Catheter
{
    /// <summary>What ten seconds around the opening of V2 weigh, so that a packet's rise is seen and the artery's waves are not.</summary>
    /// <remarks>
    /// The least-squares solution for a chamber of 1.1 s whose pressure is averaged over a beat of 0.85 s, with the waves as noise: no answer to a
    /// constant or a slope, hardly any to a wave from 0.05 to 0.3 Hz ([docs/catheter.md]). The table holds the weights' running sum, so that a piece of
    /// pressure weighs as its two ends say, and the sum of that again, for pressures that go straight from one moment to the next. Times count from the window's beginning.
    /// </remarks>
    public static class BumpWeights
    {
        /// <summary>The window begins so long before V2 opens, and ends so long after.</summary>
        public const int BeforeMs = 2_800;
        public const int AfterMs = 7_200;

        public const int UnitPermille = 1_000;

        private const int NodeMs = 400;
        private const int WindowMs = BeforeMs + AfterMs;

        private static readonly int[] s_sums =
        {
            0, 136, -463, -373, 468, 1_019, -87, -1_544, -462, 1_252, 738, -250, -663, -393, 124, 411, 302, -14, -235, -228, -30, 174, 170, -11, -123, 0,
        };

        // The area under the sums, in ms: zero at both ends but for rounding, which is the answer to a slope.
        private static readonly int[] s_areasMs =
        {
            0, 27_200, -38_200, -205_400, -186_400, 111_000, 297_400, -28_800, -430_000, -272_000, 126_000, 223_600, 41_000,
            -170_200, -224_000, -117_000, 25_600, 83_200, 33_400, -59_200, -110_800, -82_000, -13_200, 18_600, -8_200, -32_800,
        };

        /// <summary>Sum of all weights before a moment, in thousandths.</summary>
        public static int SumAt(int inWindowMs)
        {
            if (inWindowMs <= 0 || inWindowMs >= WindowMs)
            {
                return 0;
            }

            int node = inWindowMs / NodeMs;
            int from = s_sums[node];
            return from + ((s_sums[node + 1] - from) * (inWindowMs - (node * NodeMs)) / NodeMs);
        }

        /// <summary>Sum of all sums before a moment, in thousandths times ms.</summary>
        public static int AreaAt(int inWindowMs)
        {
            if (inWindowMs <= 0)
            {
                return 0;
            }

            if (inWindowMs >= WindowMs)
            {
                return s_areasMs[WindowMs / NodeMs];
            }

            int node = inWindowMs / NodeMs;
            int intoMs = inWindowMs - (node * NodeMs);
            int from = s_sums[node];
            return s_areasMs[node] + (from * intoMs) + ((s_sums[node + 1] - from) * intoMs / NodeMs * intoMs / 2);
        }
    }
}
