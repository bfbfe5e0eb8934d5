namespace Haip.Board
{
    /// <summary>GPIO numbers of one processor board, in the order in which people wire them.</summary>
    public sealed class PinMap
    {
        /// <summary>Name of the board's folder.</summary>
        public string Board;

        /// <summary>nanoFramework images that run on the board, the usual one first. The image tells its own name at start.</summary>
        public string[] Targets;

        /// <summary>The dose bus: flow sensor, chamber, catheter, pump driver, reservoir.</summary>
        public int DoseData;
        public int DoseClock;

        /// <summary>The house bus: display, temperatures, air pressure, memory, battery, wall clock.</summary>
        public int HouseData;
        public int HouseClock;

        public int PumpEnable;
        public int InletValve;
        public int OutletValve;
        public int WatchdogKick;
        public int Sounder;
        public int AlarmLight;
        public int OkLight;

        /// <summary>To ground when pressed, with a pull-up on the board.</summary>
        public int Button;

        /// <summary>Bring-up: the text of the pump's card comes in here.</summary>
        public int CardData;

        /// <summary>The platform opens no serial port without a pin for sending; nothing is sent.</summary>
        public int CardUnused;
    }
}
