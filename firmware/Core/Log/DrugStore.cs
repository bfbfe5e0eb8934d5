using System;
using Haip.Core.Delivery;
using Haip.Core.Ports;

namespace Haip.Core.Log
{
    /// <summary>Keeps what people said of drug and patient.</summary>
    /// <code>
    /// byte  0    2       3        4              8       12         16            20           28        40
    ///       id   nature  scan     concentration  weight  most       most          accepted at  name      (end)
    ///       u16  u8      u8, 1 accepted  i32 ug/mL  i32 g  i32 ug/day  i32 ug/kg/day  i64 UTC s  12 ASCII
    /// </code>
    public sealed class DrugStore
    {
        public const int PayloadLength = 40;

        private const int NameOffset = 28;

        private readonly TwoSlotRecord _record;
        private readonly byte[] _payload = new byte[PayloadLength];
        private readonly Drug _kept = new Drug();
        private readonly OrderCheck _check = new OrderCheck();

        public DrugStore(IMemory memory)
        {
            _record = new TwoSlotRecord(memory, MemoryMap.DrugAddress, PayloadLength);
        }

        /// <summary>Gives back what was kept. What is not certainly the last that a person said leaves the drug unknown.</summary>
        /// <returns>Damaged also when the values are.</returns>
        public LoadResult Load(Drug drug)
        {
            LoadResult result = _record.Load(_payload);

            if (result != LoadResult.Whole)
            {
                return result;
            }

            Read(_kept);

            if (_check.Judge(_kept) >= Verdict.BelowHardLimit)
            {
                return LoadResult.Damaged;
            }

            drug.CopyFrom(_kept);
            return result;
        }

        /// <summary>Keeps a drug, and goes by it. Not for the tick.</summary>
        /// <param name="next">What people say now.</param>
        /// <param name="drug">What the pump goes by.</param>
        /// <returns>False when the memory did not take it: nothing has changed.</returns>
        public bool TrySave(Drug next, Drug drug)
        {
            Write(next);
            bool kept = _record.TrySave(_payload);

            if (kept)
            {
                drug.CopyFrom(next);
            }

            return kept;
        }

        private void Write(Drug drug)
        {
            LittleEndian.Write16(_payload, 0, drug.Id);
            _payload[2] = (byte)drug.Nature;
            _payload[3] = (byte)(drug.PerfusionAccepted ? 1 : 0);
            LittleEndian.Write32(_payload, 4, (uint)drug.ConcentrationUgPerMl);
            LittleEndian.Write32(_payload, 8, (uint)drug.WeightGrams);
            LittleEndian.Write32(_payload, 12, (uint)drug.MostUgPerDay);
            LittleEndian.Write32(_payload, 16, (uint)drug.MostUgPerKgPerDay);
            LittleEndian.Write64(_payload, 20, drug.AcceptedUtcSeconds);
            Array.Copy(drug.Name, 0, _payload, NameOffset, Drug.NameLength);
        }

        private void Read(Drug drug)
        {
            drug.Id = (ushort)LittleEndian.Read16(_payload, 0);
            drug.Nature = (DrugNature)(int)_payload[2];
            drug.PerfusionAccepted = _payload[3] != 0;
            drug.ConcentrationUgPerMl = (int)LittleEndian.Read32(_payload, 4);
            drug.WeightGrams = (int)LittleEndian.Read32(_payload, 8);
            drug.MostUgPerDay = (int)LittleEndian.Read32(_payload, 12);
            drug.MostUgPerKgPerDay = (int)LittleEndian.Read32(_payload, 16);
            drug.AcceptedUtcSeconds = LittleEndian.Read64(_payload, 20);
            Array.Copy(_payload, NameOffset, drug.Name, 0, Drug.NameLength);
        }
    }
}
