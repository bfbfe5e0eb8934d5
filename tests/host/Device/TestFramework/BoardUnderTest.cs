using System;
using Haip.Core.Ports;

namespace Haip.DeviceTests
{
    /// <summary>The PC's answers to what the device's tests ask of the machine they run on.</summary>
    public static class BoardUnderTest
    {
        public static bool IsDevice => false;

        public static long NowMs() => Environment.TickCount64;

        /// <summary>Falls with every allocation of this thread. The PC takes nothing back, which is the stricter measure.</summary>
        public static long FreeBytes() => -GC.GetAllocatedBytesForCurrentThread();

        /// <summary>The PC has no board.</summary>
        public static II2cBus Dose() => null;

        public static II2cBus House() => null;

        public static bool PersonConsents() => false;

        public static int[] Actuators() => Array.Empty<int>();

        public static void Set(int pin, bool high) => throw new InvalidOperationException("the PC has no pins");
    }
}
