using Haip.Core.Ports;

namespace Haip.Core.Log
{
    /// <summary>Keeps what the bench found about this pump's chamber and flow sensor, and makes the pump go by it.</summary>
    /// <remarks>
    /// A pump with a secret takes only records that were signed with it for this pump. A board without one takes only records that nobody
    /// signed: a signature that cannot be checked is none. So a secret that was lost, or one that was installed without signing the calibration again, is
    /// found at the next start like a damaged record, and a record without a signature never slips into a pump that has a secret.
    /// </remarks>
    public sealed class CalibrationStore
    {
        private readonly TwoSlotRecord _record;
        private readonly RecordCheck _check;
        private readonly CalibrationSeal _seal;
        private readonly CalibrationRecord _calibration = new CalibrationRecord();
        private readonly byte[] _payload = new byte[CalibrationRecord.Length];

        /// <param name="seal">Null when no secret was installed.</param>
        public CalibrationStore(IMemory memory, CalibrationSeal seal)
        {
            _record = new TwoSlotRecord(memory, MemoryMap.CalibrationAddress, CalibrationRecord.Length);
            _check = new RecordCheck(_record);
            _seal = seal;
        }

        /// <summary>The pump goes by a calibration; otherwise by the nominal value.</summary>
        public bool Calibrated { get; private set; }

        /// <summary>Moves on with every calibration of this pump; 0 before the first.</summary>
        public uint Version => _calibration.Version;

        /// <summary>When the pump was calibrated; 0 when never.</summary>
        public long AtUtcSeconds => _calibration.AtUtcSeconds;

        /// <summary>Takes over the last whole calibration. A damaged one, one of no chamber of ours, or one of another hand leaves the nominal value.</summary>
        /// <returns>Damaged also when values or signature are; Torn and Doubtful when an older one is used.</returns>
        public LoadResult Load(BoardProfile board)
        {
            LoadResult result = _record.Load(_payload);
            bool found = result == LoadResult.Whole || result == LoadResult.Torn || result == LoadResult.Doubtful;

            if (found)
            {
                _calibration.Read(_payload);
                Calibrated = _calibration.IsPlausible && IsOurs;
            }

            if (Calibrated)
            {
                _calibration.CopyTo(board);
            }

            return found && !Calibrated ? LoadResult.Damaged : result;
        }

        /// <summary>Keeps a calibration as the next version, signs it when there is a secret, and goes by it. Not for the tick.</summary>
        /// <param name="found">What the bench found; gets its version and signature.</param>
        /// <returns>False when it is no chamber of ours, or the memory did not take it: the pump then goes by what it knew.</returns>
        public bool TrySave(BoardProfile board, CalibrationRecord found)
        {
            if (!found.IsPlausible)
            {
                return false;
            }

            found.Version = _calibration.Version + 1;
            found.KeyId = 0;
            _seal?.Sign(found);
            found.Write(_payload);

            if (!_record.TrySave(_payload))
            {
                return false;
            }

            _calibration.Read(_payload);
            _calibration.CopyTo(board);
            Calibrated = true;
            return true;
        }

        /// <summary>Once an hour, compares the memory with what the pump goes by.</summary>
        /// <returns>False when they differ.</returns>
        public bool TryPass(BoardProfile board, long nowMs)
        {
            if (!Calibrated || !_check.IsDue(nowMs))
            {
                return true;
            }

            _calibration.CopyFrom(board);
            _calibration.Write(_payload);
            return _check.TryPass(nowMs, _payload);
        }

        private bool IsOurs => _seal == null ? _calibration.KeyId == 0 : _seal.Holds(_calibration);
    }
}
