using Haip.Core.Delivery;

namespace Haip.Core.Log
{
    /// <summary>The therapy that a reset must not lose. How far it has come is in <see cref="Totals"/>.</summary>
    /// <code>
    /// byte  0       4           5         6      8               10    12       16                 32                    64
    ///       number  therapy     segments  hours  resume within   zero  patency  8 segment starts   8 segment rates       (end)
    ///       u32     u8, 0 none  u8        u16    u16 min         u16   i32 nL/h u16 min of day     i32 nL/h
    /// </code>
    public sealed class OrderRecord
    {
        public const int Length = 64;

        private const int StartsOffset = 16;
        private const int RatesOffset = 32;

        /// <summary>Moves on with every change of the order. Totals that quote another number belong to another order.</summary>
        public uint Number;

        /// <summary>False when no therapy was ordered, or a person ended it.</summary>
        public bool HasTherapy;

        public readonly TherapyOrder Therapy = new TherapyOrder();

        private readonly OrderCheck _check = new OrderCheck();

        /// <summary>An order that the pump would take from a person today, who confirms what is unusual.</summary>
        public bool IsPlausible => !HasTherapy || _check.Judge(Therapy, true) < Verdict.BelowHardLimit;

        public void Write(byte[] buffer)
        {
            for (int i = 0; i < Length; i++)
            {
                buffer[i] = 0;
            }

            LittleEndian.Write32(buffer, 0, Number);

            if (!HasTherapy)
            {
                return;
            }

            buffer[4] = 1;
            buffer[5] = (byte)Therapy.SegmentCount;
            LittleEndian.Write16(buffer, 6, Therapy.DurationHours);
            LittleEndian.Write16(buffer, 8, Therapy.ResumeWithinMinutes);
            LittleEndian.Write32(buffer, 12, (uint)Therapy.PatencyNlPerHour);

            for (int i = 0; i < Therapy.SegmentCount; i++)
            {
                LittleEndian.Write16(buffer, StartsOffset + (2 * i), Therapy.StartMinutes[i]);
                LittleEndian.Write32(buffer, RatesOffset + (4 * i), (uint)Therapy.RateNlPerHour[i]);
            }
        }

        public void Read(byte[] buffer)
        {
            Number = LittleEndian.Read32(buffer, 0);
            HasTherapy = buffer[4] != 0;
            Therapy.SegmentCount = buffer[5];
            Therapy.DurationHours = LittleEndian.Read16(buffer, 6);
            Therapy.ResumeWithinMinutes = LittleEndian.Read16(buffer, 8);
            Therapy.PatencyNlPerHour = (int)LittleEndian.Read32(buffer, 12);

            for (int i = 0; i < TherapyOrder.MaxSegmentCount; i++)
            {
                Therapy.StartMinutes[i] = LittleEndian.Read16(buffer, StartsOffset + (2 * i));
                Therapy.RateNlPerHour[i] = (int)LittleEndian.Read32(buffer, RatesOffset + (4 * i));
            }
        }
    }
}
