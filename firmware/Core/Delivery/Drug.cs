using System;

namespace Haip.Core.Delivery
{
    /// <summary>What people said is in the reservoir, for whom it is, and how much of it a day may bring.</summary>
    /// <remarks>The pump measures volume and cannot taste: all of this is as right as the people who entered it.</remarks>
    public sealed class Drug
    {
        public const int NameLength = 12;

        /// <summary>The hospital's number of the drug, and its name in ASCII with zeros behind.</summary>
        public ushort Id;
        public readonly byte[] Name = new byte[NameLength];

        public DrugNature Nature;

        /// <summary>0 for a <see cref="DrugNature.Carrier"/>.</summary>
        public int ConcentrationUgPerMl;

        /// <summary>The patient's weight; 0 when nobody has said.</summary>
        public int WeightGrams;

        /// <summary>The most that a day may bring, as this patient's clinician set it; 0 when nobody has.</summary>
        public int MostUgPerDay;
        public int MostUgPerKgPerDay;

        /// <summary>A person has seen the perfusion scan and accepted where the infusate goes.</summary>
        public bool PerfusionAccepted;

        /// <summary>When it was accepted; 0 when it was not, or the clock was not known.</summary>
        public long AcceptedUtcSeconds;

        /// <summary>Somebody has said what is in the reservoir.</summary>
        public bool Known => Nature != DrugNature.Unknown;

        /// <summary>Weight and limits are known.</summary>
        public bool Limited => WeightGrams > 0 && MostUgPerDay > 0 && MostUgPerKgPerDay > 0;

        /// <summary>The most that a day may bring to this patient, by both limits.</summary>
        public long LimitUgPerDay()
        {
            long byWeightUg = (long)MostUgPerKgPerDay * WeightGrams / 1_000;
            return byWeightUg < MostUgPerDay ? byWeightUg : MostUgPerDay;
        }

        /// <summary>What a volume holds, rounded up.</summary>
        public long DoseUg(long volumeNl) => ((ConcentrationUgPerMl * volumeNl) + 999_999) / 1_000_000;

        /// <summary>What a day of this therapy brings, rounded up.</summary>
        public long DoseUgPerDay(TherapyOrder order)
        {
            long dayNl = 0;

            for (int i = 0; i < order.SegmentCount && i < TherapyOrder.MaxSegmentCount; i++)
            {
                int endMinute = i + 1 < order.SegmentCount && i + 1 < TherapyOrder.MaxSegmentCount ? order.StartMinutes[i + 1] : Units.MinutesPerDay;
                dayNl += ((long)order.RateNlPerHour[i] * (endMinute - order.StartMinutes[i]) + 59) / 60;
            }

            return DoseUg(dayNl);
        }

        /// <summary>Takes over every value of another.</summary>
        public void CopyFrom(Drug other)
        {
            Id = other.Id;
            Array.Copy(other.Name, 0, Name, 0, NameLength);
            Nature = other.Nature;
            ConcentrationUgPerMl = other.ConcentrationUgPerMl;
            WeightGrams = other.WeightGrams;
            MostUgPerDay = other.MostUgPerDay;
            MostUgPerKgPerDay = other.MostUgPerKgPerDay;
            PerfusionAccepted = other.PerfusionAccepted;
            AcceptedUtcSeconds = other.AcceptedUtcSeconds;
        }
    }
}
