using Haip.Core.Log;
using Haip.Core.Ports;

namespace Haip.Core.Protocol
{
    /// <summary>The pump as a programmer sees it over the radio. All of it runs on the pump's thread but <see cref="Mailbox"/>.</summary>
    public sealed class Programmer
    {
        private readonly Pump _pump;
        private readonly byte[] _frame = new byte[GattTable.LongestFrameLength];

        /// <param name="memory">Keeps what an order changed before its answer is sent.</param>
        /// <param name="fram">Where the secret, the drug and the count of failures are.</param>
        public Programmer(Pump pump, PumpMemory memory, IMemory fram, IWallClock clock, IKeyedHash hash, IRandomSource random)
        {
            _pump = pump;
        }

        /// <summary>What the radio's threads may touch.</summary>
        public Mailbox Mailbox { get; } = new Mailbox();

        /// <summary>Where notifications go; null as long as there is no radio.</summary>
        public IRadioLink Link { get; set; }

        /// <summary>After every beat, in the time that is left until the next: looks at what came in and says what is new. Bounded, and allocates nothing.</summary>
        /// <param name="readings">Of the beat that is over.</param>
        public void Serve(Readings readings)
        {
            while (Mailbox.TryTake(out _, _frame, out _))
            {
                _pump.Status.NowMs = readings.NowMs;
            }
        }
    }
}
