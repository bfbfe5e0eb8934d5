using Haip.Core;
using Haip.Core.Log;
using Haip.Core.Ports;
using Haip.Core.Protocol;

namespace Haip.Board
{
    /// <summary>The loop of every board: read, tick, keep, drive. The caller only keeps time.</summary>
    /// <remarks>What changed is kept before anything is driven: a packet is in the books before its valve moves.</remarks>
    public sealed class ControlLoop
    {
        private readonly ReferenceBoard _board;

        /// <summary>Joins a started board and a pump, which takes over what the board's memory kept.</summary>
        /// <param name="hash">Tells a calibration of this pump from others.</param>
        public ControlLoop(ReferenceBoard board, Pump pump, IKeyedHash hash)
        {
            _board = board;
            Pump = pump;
            Memory = new PumpMemory(board.Memory, pump, Seal(board.Memory, hash));
            Memory.Restore();
        }

        public Pump Pump { get; }

        /// <summary>What outlives a loss of power.</summary>
        public PumpMemory Memory { get; }

        /// <summary>What the board knew in the last beat.</summary>
        public Readings Readings { get; } = new Readings();

        /// <summary>What the pump wanted done in the last beat.</summary>
        public Outputs Outputs { get; } = new Outputs();

        /// <summary>One beat.</summary>
        /// <param name="nowMs">Monotonic time.</param>
        /// <returns>Time until the next beat is due.</returns>
        public int Beat(long nowMs)
        {
            _board.Read(nowMs, Readings);
            Readings.MemoryValid = Memory.Kept && _board.MemoryAnswers;
            Readings.RecordsDamaged = Memory.RecordsDamaged;
            Readings.FailedBefore = Memory.FailedBefore;
            Pump.Tick(Readings, Outputs);
            Memory.Keep(Readings);
            _board.Drive(nowMs, Outputs);
            return Outputs.NextTickMs;
        }

        // A damaged secret is none: a calibration that was signed with it is then found like a damaged one.
        private static CalibrationSeal Seal(IMemory memory, IKeyedHash hash)
        {
            var store = new SecretStore(memory);
            store.Load();
            return CalibrationSeal.Of(hash, store.Installed ? store.Secret : null, store.KeyId, store.Serial);
        }
    }
}
