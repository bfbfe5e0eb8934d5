namespace Haip.Core
{
    /// <summary>The units this firmware speaks, and the only conversions between them.</summary>
    /// <remarks>
    /// A number's unit is the last word of its name. The closed list: <c>Ms</c>, <c>Seconds</c>, <c>Minutes</c>, <c>Hours</c>,
    /// <c>Nl</c>, <c>NlPerHour</c>, <c>Fl</c> femtolitres, <c>FlPerPa</c> compliance, <c>Pa</c>, <c>PaPerMinute</c>, <c>MilliC</c>,
    /// <c>MilliVolts</c>, <c>MilliPaPerVolt</c>, <c>MilliHz</c>, <c>Hz</c>, <c>Permille</c>, <c>Ppm</c>, <c>PpmPerC</c>, <c>Cycles</c>, <c>Count</c>, <c>Packets</c>,
    /// <c>Ug</c> micrograms of drug, <c>UgPerMl</c>, <c>UgPerDay</c>, <c>UgPerKgPerDay</c>, <c>Grams</c>.
    /// All are integers: exact, free of allocation, and the same on the PC and on the ESP32. Integer overflow wraps silently on the
    /// device, so products are taken in <c>long</c>.
    /// </remarks>
    public static class Units
    {
        public const int MsPerHour = 3_600_000;
        public const int MsPerMinute = 60_000;
        public const int SecondsPerMinute = 60;
        public const int MinutesPerDay = 1_440;
        public const int SecondsPerDay = 86_400;
        public const int FlPerNl = 1_000_000;
        public const int FullPermille = 1_000;
        public const int FullPpm = 1_000_000;

        /// <summary>The volume that flows at a constant rate, rounded towards zero.</summary>
        public static long VolumeNl(int rateNlPerHour, long durationMs) => rateNlPerHour * durationMs / MsPerHour;

        /// <summary>A value without its sign.</summary>
        public static long Size(long value) => value < 0 ? -value : value;

        /// <summary>Confines a value to a closed range.</summary>
        public static long Clamp(long value, long lowest, long highest) => value < lowest ? lowest : value > highest ? highest : value;

        /// <summary>A square root, rounded down; 0 for what is not positive.</summary>
        public static int SquareRoot(long value)
        {
            if (value <= 0)
            {
                return 0;
            }

            long root = value;
            long next = (root / 2) + 1;

            while (next < root)
            {
                root = next;
                next = (root + (value / root)) / 2;
            }

            return (int)root;
        }
    }
}
