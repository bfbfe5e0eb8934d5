using Haip.Core.Delivery;

namespace Haip.Core.Protocol
{
    /// <summary>What the pump has understood of a staged order. Its tag is the digest that the commit quotes: who commits has seen exactly this.</summary>
    /// <code>
    /// byte  11       12     13     14     18           22          26       n
    ///       verdict  flags  field  limit  dose before  dose after  payload  tag
    ///       u8       u8     u8     i32    u32 ug/day   u32 ug/day  of the command, from the decoded values
    /// verdict: Accepted or NeedsConfirmation; field and limit say which number is unusual and where the usual range ends
    /// flags: bit 0 needs confirmation, 1 the dose changes, 2 the therapy ends with it, 3 the drug is cytotoxic
    ///
    /// and when it is refused
    /// byte  11       12     13      17     21
    ///       verdict  field  number  limit  tag
    ///       u8       u8     i32     i32
    /// verdict: Verdict; field: OrderField; number and limit in the field's unit, both 0 when it is about no limit
    /// </code>
    public static class EchoFrame
    {
        private const int NeedsConfirmation = 0x01;
        private const int DoseChanges = 0x02;
        private const int EndsTherapy = 0x04;
        private const int Cytotoxic = 0x08;

        /// <summary>Writes what was understood.</summary>
        public static void Write(AnswerFrame answer, StagedCommand staged, Verdict verdict, CommandContext context)
        {
            bool unusual = verdict == Verdict.NeedsConfirmation;
            int flags = (unusual ? NeedsConfirmation : 0)
                | (staged.DoseBeforeUgPerDay != staged.DoseAfterUgPerDay ? DoseChanges : 0)
                | (staged.EndsTherapy ? EndsTherapy : 0)
                | (context.Drug.Nature == DrugNature.Cytotoxic ? Cytotoxic : 0);
            answer.Restart(AnswerCode.Staged);
            answer.Add8((int)verdict);
            answer.Add8(flags);
            answer.Add8(unusual ? (int)context.Check.Field : 0);
            answer.Add32(unusual ? context.Check.Limit : 0);
            answer.Add32(Units.Clamp(staged.DoseBeforeUgPerDay, 0, uint.MaxValue));
            answer.Add32(Units.Clamp(staged.DoseAfterUgPerDay, 0, uint.MaxValue));
            answer.Skip(staged.Write(answer.Bytes, answer.Length));
        }

        /// <summary>Writes why nothing came of it.</summary>
        public static void WriteRefused(AnswerFrame answer, Verdict verdict, OrderCheck check)
        {
            answer.Restart(AnswerCode.Refused);
            answer.Add8((int)verdict);
            answer.Add8((int)check.Field);
            answer.Add32(check.Value);
            answer.Add32(check.Limit);
        }
    }
}
