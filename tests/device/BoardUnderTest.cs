using System;

namespace Haip.DeviceTests
{
    /// <summary>What the tests ask of the machine they run on. On the PC another file of this name answers.</summary>
    public static class BoardUnderTest
    {
        public static bool IsDevice => true;

        public static long NowMs() => Environment.TickCount64;

        /// <summary>Free bytes after a collection. Without compaction: the emulator crashes in that.</summary>
        public static long FreeBytes() => nanoFramework.Runtime.Native.GC.Run(false);
    }
}
