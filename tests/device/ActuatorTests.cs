using System.Threading;
using nanoFramework.TestFramework;

namespace Haip.DeviceTests
{
    /// <summary>Clicks each valve once, which a person hears. Only while somebody holds the panel's button down, with no drug in the pump.</summary>
    [TestClass]
    public class ActuatorTests
    {
        private const int KickMs = 100;
        private const int OpenKicks = 10;

        [TestMethod]
        public void Each_valve_opens_for_a_second_when_a_person_consents()
        {
            if (!BoardUnderTest.PersonConsents())
            {
                Assert.SkipTest("nobody holds the button down");
            }

            int[] pins = BoardUnderTest.Actuators();

            try
            {
                BoardUnderTest.Set(pins[0], true);
                Open(pins[1], pins[3]);
                Open(pins[2], pins[3]);
            }
            finally
            {
                // The rail first: it takes the power of all others.
                for (int i = 0; i < pins.Length; i++)
                {
                    BoardUnderTest.Set(pins[i], false);
                }
            }
        }

        // The watchdog gives the rail its power only while it is kicked.
        private static void Open(int valve, int watchdog)
        {
            for (int i = 0; i < OpenKicks; i++)
            {
                BoardUnderTest.Set(watchdog, i % 2 == 0);
                BoardUnderTest.Set(valve, true);
                Thread.Sleep(KickMs);
                Assert.IsTrue(BoardUnderTest.PersonConsents(), "the button was let go");
            }

            BoardUnderTest.Set(valve, false);
        }
    }
}
