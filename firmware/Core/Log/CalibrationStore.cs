using Haip.Core.Ports;

namespace Haip.Core.Log
{
    /// <summary>Keeps what the bench found about this pump's chamber, and makes the pump go by it.</summary>
    public sealed class CalibrationStore
    {
        private readonly TwoSlotRecord _record;
        private readonly RecordCheck _check;
        private readonly CalibrationRecord _calibration = new CalibrationRecord();
        private readonly byte[] _payload = new byte[CalibrationRecord.Length];

        public CalibrationStore(IMemory memory)
        {
            _record = new TwoSlotRecord(memory, MemoryMap.CalibrationAddress, CalibrationRecord.Length);
            _check = new RecordCheck(_record);
        }

        /// <summary>The pump goes by a calibration; otherwise by the nominal value.</summary>
        public bool Calibrated { get; private set; }

        /// <summary>Moves on with every calibration of this pump; 0 before the first.</summary>
        public uint Version => _calibration.Version;

        /// <summary>When the pump was calibrated; 0 when never.</summary>
        public long AtUtcSeconds => _calibration.AtUtcSeconds;

        /// <summary>Takes over the last whole calibration. A damaged one, or one of no chamber of ours, leaves the nominal value.</summary>
        /// <returns>Damaged also when the values are; Torn and Doubtful when an older one is used.</returns>
        public LoadResult Load(BoardProfile board)
        {
            LoadResult result = _record.Load(_payload);
            bool found = result == LoadResult.Whole || result == LoadResult.Torn || result == LoadResult.Doubtful;

            if (found)
            {
                _calibration.Read(_payload);
                Calibrated = _calibration.IsPlausible;
            }

            if (Calibrated)
            {
                board.ChamberFlPerPa = _calibration.ChamberFlPerPa;
            }

            return found && !Calibrated ? LoadResult.Damaged : result;
        }

        /// <summary>Keeps a calibration and goes by it. Not for the tick.</summary>
        /// <returns>False when it is no chamber of ours, or the memory did not take it: the pump then goes by what it knew.</returns>
        public bool TrySave(BoardProfile board, int chamberFlPerPa, long atUtcSeconds)
        {
            uint version = _calibration.Version + 1;
            _calibration.ChamberFlPerPa = chamberFlPerPa;
            bool plausible = _calibration.IsPlausible;

            if (plausible)
            {
                _calibration.Version = version;
                _calibration.AtUtcSeconds = atUtcSeconds;
                _calibration.Write(_payload);

                if (_record.TrySave(_payload))
                {
                    board.ChamberFlPerPa = chamberFlPerPa;
                    Calibrated = true;
                    return true;
                }

                _calibration.Version = version - 1;
            }

            _calibration.ChamberFlPerPa = board.ChamberFlPerPa;
            return false;
        }

        /// <summary>Once an hour, compares the memory with what the pump goes by.</summary>
        /// <returns>False when they differ.</returns>
        public bool TryPass(BoardProfile board, long nowMs)
        {
            if (!Calibrated || !_check.IsDue(nowMs))
            {
                return true;
            }

            _calibration.ChamberFlPerPa = board.ChamberFlPerPa;
            _calibration.Write(_payload);
            return _check.TryPass(nowMs, _payload);
        }
    }
}
