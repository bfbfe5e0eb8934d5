namespace nanoFramework.TestFramework
{
    /// <summary>Of the device's assertions those that its tests use. No overload takes a delta, as there.</summary>
    public static class Assert
    {
        public static void AreEqual(bool expected, bool actual, string message = "") => Require(expected == actual, expected, actual, message);

        public static void AreEqual(byte expected, byte actual, string message = "") => Require(expected == actual, expected, actual, message);

        public static void AreEqual(int expected, int actual, string message = "") => Require(expected == actual, expected, actual, message);

        public static void AreEqual(uint expected, uint actual, string message = "") => Require(expected == actual, expected, actual, message);

        public static void AreEqual(long expected, long actual, string message = "") => Require(expected == actual, expected, actual, message);

        public static void IsTrue(bool condition, string message = "") => Require(condition, true, condition, message);

        public static void IsFalse(bool condition, string message = "") => Require(!condition, false, condition, message);

        public static void SkipTest(string message = null) => throw new SkipTestException(message);

        // Boxing and text only when it failed: a passing assertion leaves the heap as it was.
        private static void Require(bool good, bool expected, bool actual, string message)
        {
            if (!good)
            {
                throw new AssertFailedException("expected " + expected + " and found " + actual + ". " + message);
            }
        }

        private static void Require(bool good, long expected, long actual, string message)
        {
            if (!good)
            {
                throw new AssertFailedException("expected " + expected + " and found " + actual + ". " + message);
            }
        }
    }
}
