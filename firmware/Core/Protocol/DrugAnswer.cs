using Haip.Core.Delivery;

namespace Haip.Core.Protocol
{
    /// <summary>What the pump knows of drug and patient, behind the code of an answer.</summary>
    /// <code>
    /// byte  0    2       3     4              8       12         16             20                  24     36
    ///       id   nature  scan  concentration  weight  most       most           accepted at         name   (end)
    ///       u16  u8      u8    i32 ug/mL      i32 g   i32 ug/day i32 ug/kg/day  u32 UTC s, 0        12 ASCII
    /// nature: SafeCode of DrugNature; scan: 0x33 accepted, 0x0F not
    /// </code>
    public static class DrugAnswer
    {
        public static void Add(AnswerFrame answer, Drug drug)
        {
            answer.Add16(drug.Id);
            answer.Add8(SafeCode.Of((int)drug.Nature));
            answer.Add8(SafeCode.Of(drug.PerfusionAccepted ? 1 : 0));
            answer.Add32(drug.ConcentrationUgPerMl);
            answer.Add32(drug.WeightGrams);
            answer.Add32(drug.MostUgPerDay);
            answer.Add32(drug.MostUgPerKgPerDay);
            answer.Add32(drug.AcceptedUtcSeconds);
            answer.Add(drug.Name, Drug.NameLength);
        }
    }
}
