using Haip.Core.Delivery;
using Haip.Core.Log;

namespace Haip.Core.Protocol
{
    /// <summary>The patient's weight, and the most that a day may bring. All three zero forgets them.</summary>
    /// <code>
    /// byte  0       4           8              12
    ///       weight  most a day  most a day     (end)
    ///       i32 g   i32 ug/day  i32 ug/kg/day
    /// </code>
    public sealed class LimitsCommand : DrugChange
    {
        public const int Length = 12;

        private int _weightGrams;
        private int _mostUgPerDay;
        private int _mostUgPerKgPerDay;

        public LimitsCommand()
            : base(Opcode.StageLimits)
        {
        }

        public override bool Read(byte[] frame, int offset)
        {
            _weightGrams = (int)LittleEndian.Read32(frame, offset);
            _mostUgPerDay = (int)LittleEndian.Read32(frame, offset + 4);
            _mostUgPerKgPerDay = (int)LittleEndian.Read32(frame, offset + 8);
            return true;
        }

        public override int Write(byte[] frame, int offset)
        {
            LittleEndian.Write32(frame, offset, (uint)_weightGrams);
            LittleEndian.Write32(frame, offset + 4, (uint)_mostUgPerDay);
            LittleEndian.Write32(frame, offset + 8, (uint)_mostUgPerKgPerDay);
            return Length;
        }

        protected override void Apply(Drug drug, CommandContext context)
        {
            drug.WeightGrams = _weightGrams;
            drug.MostUgPerDay = _mostUgPerDay;
            drug.MostUgPerKgPerDay = _mostUgPerKgPerDay;
        }
    }
}
