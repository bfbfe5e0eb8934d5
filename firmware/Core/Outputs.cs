using Haip.Core.Safety;

namespace Haip.Core
{
    /// <summary>Everything that the pump wants done. Every tick starts from <see cref="Release"/>; the board applies what follows.</summary>
    public sealed class Outputs
    {
        /// <summary>A finite burst of the micro-pump: started when this turns true, cut short when it turns false.</summary>
        public bool PumpRun;

        /// <summary>Drive of the burst, peak to peak.</summary>
        public int PumpMilliVolts;

        /// <summary>Length of the burst. The driver chip counts them, so a hung processor cannot pump on.</summary>
        public int PumpCycles;

        /// <summary>V1, between pump and metering chamber.</summary>
        public bool InletOpen;

        /// <summary>V2, between metering chamber and catheter. Never together with <see cref="InletOpen"/>.</summary>
        public bool OutletOpen;

        /// <summary>What the lights show, and what sounds: less when a person silenced it.</summary>
        public AlarmPriority Shown;
        public AlarmPriority Sounding;

        /// <summary>All is well: the watchdog may be told so. False lets it take the power of pump and valves.</summary>
        public bool KickWatchdog;

        /// <summary>How long the board waits before the next tick.</summary>
        public int NextTickMs;

        /// <summary>Pump off, valves closed: where every tick starts and where every failure ends.</summary>
        public void Release()
        {
            PumpRun = false;
            PumpMilliVolts = 0;
            PumpCycles = 0;
            InletOpen = false;
            OutletOpen = false;
        }
    }
}
