namespace Haip.Drivers
{
    /// <summary>Between seconds since 1970 and the seven time registers of a DS3231.</summary>
    /// <remarks>
    /// Seconds, minutes, hours, weekday, date, month, year, in decimal digits, four bits each. 24-hour mode, century bit 0: the
    /// years 2000 to 2099, in which every fourth is a leap year without exception. Weekday 1 is Sunday, as Linux writes it.
    /// </remarks>
    internal static class Ds3231Calendar
    {
        private const long FirstUnixSeconds = 946684800;  // 2000-01-01 00:00:00 UTC
        private const long EndUnixSeconds = 4102444800;   // 2100-01-01 00:00:00 UTC
        private const int SecondsPerDay = 86400;
        private const int DaysPerFourYears = 1461;
        private const int FirstWeekday = 6;               // 2000-01-01 was a Saturday; Sunday is 0

        private static readonly int[] s_daysBeforeMonth = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 };

        /// <summary>Reads the registers at the start of the frame.</summary>
        /// <param name="unixSeconds">0 when the call returns false.</param>
        /// <returns>False for a digit above 9, a day that is not in its month, a field out of range, 12-hour mode or the next century.</returns>
        public static bool TryDecode(byte[] frame, out long unixSeconds)
        {
            unixSeconds = 0;

            // Each limit also refuses the bits above its field: 12-hour mode in the hours, the century in the month.
            if (!TryDigits(frame[0], 0, 59, out int second)
                || !TryDigits(frame[1], 0, 59, out int minute)
                || !TryDigits(frame[2], 0, 23, out int hour)
                || !TryDigits(frame[3], 1, 7, out _)
                || !TryDigits(frame[5], 1, 12, out int month)
                || !TryDigits(frame[6], 0, 99, out int year)
                || !TryDigits(frame[4], 1, DaysInMonth(year, month), out int date))
            {
                return false;
            }

            int day = DaysBeforeYear(year) + DaysBeforeMonth(year, month) + date - 1;
            unixSeconds = FirstUnixSeconds + (long)day * SecondsPerDay + hour * 3600 + minute * 60 + second;
            return true;
        }

        /// <summary>Writes the registers into the frame from <paramref name="offset"/> on.</summary>
        /// <returns>False, and the frame unchanged, when the time is not in the years 2000 to 2099.</returns>
        public static bool TryEncode(long unixSeconds, byte[] frame, int offset)
        {
            if (unixSeconds < FirstUnixSeconds || unixSeconds >= EndUnixSeconds)
            {
                return false;
            }

            int day = (int)((unixSeconds - FirstUnixSeconds) / SecondsPerDay);
            int secondOfDay = (int)((unixSeconds - FirstUnixSeconds) % SecondsPerDay);
            int year = day * 4 / DaysPerFourYears;
            int dayOfYear = day - DaysBeforeYear(year);
            int month = 1;

            while (dayOfYear >= DaysBeforeMonth(year, month + 1))
            {
                month++;
            }

            frame[offset] = Digits(secondOfDay % 60);
            frame[offset + 1] = Digits(secondOfDay / 60 % 60);
            frame[offset + 2] = Digits(secondOfDay / 3600);
            frame[offset + 3] = Digits((day + FirstWeekday) % 7 + 1);
            frame[offset + 4] = Digits(dayOfYear - DaysBeforeMonth(year, month) + 1);
            frame[offset + 5] = Digits(month);
            frame[offset + 6] = Digits(year);
            return true;
        }

        // Years count from 2000, itself a leap year.
        private static int DaysBeforeYear(int year) => year * 365 + (year + 3) / 4;

        private static int DaysBeforeMonth(int year, int month) =>
            s_daysBeforeMonth[month - 1] + (month > 2 && year % 4 == 0 ? 1 : 0);

        private static int DaysInMonth(int year, int month) =>
            DaysBeforeMonth(year, month + 1) - DaysBeforeMonth(year, month);

        private static byte Digits(int value) => (byte)(value / 10 << 4 | value % 10);

        private static bool TryDigits(byte digits, int lowest, int highest, out int value)
        {
            value = (digits >> 4) * 10 + (digits & 0x0F);
            return (digits & 0x0F) <= 9 && digits >> 4 <= 9 && value >= lowest && value <= highest;
        }
    }
}
