using Haip.Core;
using Haip.Core.Log;

namespace Haip.Board
{
    /// <summary>The loop of every board: read, tick, drive, keep. The caller only keeps time.</summary>
    public sealed class ControlLoop
    {
        private readonly ReferenceBoard _board;
        private readonly TotalsStore _totals;

        /// <summary>Joins a started board and a pump, which takes over what the board's memory kept.</summary>
        public ControlLoop(ReferenceBoard board, Pump pump)
        {
            _board = board;
            Pump = pump;
            _totals = new TotalsStore(board.Memory);
            _totals.TryRestore(pump);
        }

        public Pump Pump { get; }

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
            Readings.MemoryValid = _totals.Kept && _board.MemoryAnswers;
            Pump.Tick(Readings, Outputs);
            _board.Drive(nowMs, Outputs);
            _totals.Keep(Pump);
            return Outputs.NextTickMs;
        }
    }
}
