using Haip.Core;

namespace Haip.Board
{
    /// <summary>The loop of every board: read, tick, drive. The caller only keeps time.</summary>
    public sealed class ControlLoop
    {
        private readonly ReferenceBoard _board;

        public ControlLoop(ReferenceBoard board, Pump pump)
        {
            _board = board;
            Pump = pump;
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
            Pump.Tick(Readings, Outputs);
            _board.Drive(nowMs, Outputs);
            return Outputs.NextTickMs;
        }
    }
}
