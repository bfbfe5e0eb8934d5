using Haip.Core.Delivery;
using Haip.Core.Log;

namespace Haip.Core.Protocol
{
    /// <summary>A therapy in place of any earlier one: a constant rate or a profile, for how long, and what comes after.</summary>
    /// <code>
    /// byte  0      2              4             8         9                                 57
    ///       hours  resume within  patency rate  segments  8 times: start, rate              (end)
    ///       u16    u16 min        i32 nL/h      u8        u16 minute of the UTC day, i32 nL/h
    /// segments that are not used are all zero
    /// </code>
    public sealed class TherapyCommand : StagedCommand
    {
        public const int Length = SegmentsOffset + (TherapyOrder.MaxSegmentCount * SegmentLength);

        private const int SegmentsOffset = 9;
        private const int SegmentLength = 6;

        private readonly TherapyOrder _order = new TherapyOrder();
        private readonly OrderRecord _before = new OrderRecord();

        public TherapyCommand()
            : base(Opcode.StageTherapy)
        {
        }

        /// <summary>Writes a therapy as this command carries it.</summary>
        public static int Write(byte[] frame, int offset, TherapyOrder order)
        {
            LittleEndian.Write16(frame, offset, order.DurationHours);
            LittleEndian.Write16(frame, offset + 2, order.ResumeWithinMinutes);
            LittleEndian.Write32(frame, offset + 4, (uint)order.PatencyNlPerHour);
            frame[offset + 8] = (byte)order.SegmentCount;

            for (int i = 0; i < TherapyOrder.MaxSegmentCount; i++)
            {
                bool used = i < order.SegmentCount;
                int place = offset + SegmentsOffset + (i * SegmentLength);
                LittleEndian.Write16(frame, place, used ? order.StartMinutes[i] : 0);
                LittleEndian.Write32(frame, place + 2, used ? (uint)order.RateNlPerHour[i] : 0);
            }

            return Length;
        }

        public override bool Read(byte[] frame, int offset)
        {
            bool clean = true;
            _order.DurationHours = LittleEndian.Read16(frame, offset);
            _order.ResumeWithinMinutes = LittleEndian.Read16(frame, offset + 2);
            _order.PatencyNlPerHour = (int)LittleEndian.Read32(frame, offset + 4);
            _order.SegmentCount = frame[offset + 8];

            for (int i = 0; i < TherapyOrder.MaxSegmentCount; i++)
            {
                int place = offset + SegmentsOffset + (i * SegmentLength);
                _order.StartMinutes[i] = LittleEndian.Read16(frame, place);
                _order.RateNlPerHour[i] = (int)LittleEndian.Read32(frame, place + 2);
                clean &= i < _order.SegmentCount || (_order.StartMinutes[i] == 0 && _order.RateNlPerHour[i] == 0);
            }

            return clean;
        }

        public override int Write(byte[] frame, int offset) => Write(frame, offset, _order);

        public override Verdict Judge(CommandContext context)
        {
            DoseBeforeUgPerDay = context.Pump.Orders.DoseUgPerDay;
            DoseAfterUgPerDay = context.Drug.DoseUgPerDay(_order);
            Verdict verdict = context.Pump.Orders.Judge(_order, context.Readings);
            return verdict < Verdict.BelowHardLimit && !context.Drug.Known ? context.Refuse(Verdict.DrugUnknown) : verdict;
        }

        public override Verdict Perform(CommandContext context, bool confirmed)
        {
            if (!context.Drug.Known)
            {
                return context.Refuse(Verdict.DrugUnknown);
            }

            context.Pump.Records.CopyOrder(_before);
            Verdict verdict = context.Pump.StartTherapy(_order, confirmed);

            if (verdict == Verdict.Accepted)
            {
                Note(context, _before.HasTherapy, _before.Therapy);
            }

            return verdict;
        }

        private void Note(CommandContext context, bool any, TherapyOrder before)
        {
            context.Note(OrderField.DailyDose, (int)DoseBeforeUgPerDay, (int)DoseAfterUgPerDay);
            context.Note(OrderField.TherapyDuration, any ? before.DurationHours : 0, _order.DurationHours);
            context.Note(OrderField.PatencyRate, any ? before.PatencyNlPerHour : 0, _order.PatencyNlPerHour);
            context.Note(OrderField.ResumeWithin, any ? before.ResumeWithinMinutes : 0, _order.ResumeWithinMinutes);
            context.Note(OrderField.SegmentCount, any ? before.SegmentCount : 0, _order.SegmentCount);

            for (int i = 0; i < _order.SegmentCount; i++)
            {
                bool was = any && i < before.SegmentCount;
                context.Note(OrderField.SegmentStart, was ? before.StartMinutes[i] : 0, _order.StartMinutes[i]);
                context.Note(OrderField.TherapyRate, was ? before.RateNlPerHour[i] : 0, _order.RateNlPerHour[i]);
            }
        }
    }
}
