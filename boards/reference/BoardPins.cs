using Haip.Core.Ports;

namespace Haip.Board
{
    /// <summary>The pins that the reference board uses, as the processor board offers them.</summary>
    public sealed class BoardPins
    {
        /// <summary>Load switch of the pump's and valves' rail, in series with the watchdog's.</summary>
        public IOutputPin PumpEnable;

        /// <summary>V1, normally closed.</summary>
        public IOutputPin InletValve;

        /// <summary>V2, normally closed.</summary>
        public IOutputPin OutletValve;

        public IOutputPin WatchdogKick;
        public IOutputPin AlarmLight;
        public IOutputPin OkLight;
        public IToneOutput Sounder;
    }
}
