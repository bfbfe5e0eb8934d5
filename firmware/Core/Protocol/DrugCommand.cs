using System;
using Haip.Core.Delivery;
using Haip.Core.Log;

namespace Haip.Core.Protocol
{
    /// <summary>What is in the reservoir.</summary>
    /// <code>
    /// byte  0    2                              3     4              8         20
    ///       id   nature                         zero  concentration  name      (end)
    ///       u16  u8, 0x33 carrier, 0x3C cytotoxic     i32 ug/mL      12 ASCII, zeros behind
    /// </code>
    public sealed class DrugCommand : DrugChange
    {
        public const int Length = NameOffset + Drug.NameLength;

        private const int NameOffset = 8;

        private readonly byte[] _name = new byte[Drug.NameLength];
        private ushort _id;
        private DrugNature _nature;
        private int _concentrationUgPerMl;

        public DrugCommand()
            : base(Opcode.StageDrug)
        {
        }

        public override bool Read(byte[] frame, int offset)
        {
            bool cytotoxic = frame[offset + 2] == SafeCode.Of((int)DrugNature.Cytotoxic);
            bool clean = (cytotoxic || frame[offset + 2] == SafeCode.Of((int)DrugNature.Carrier)) && frame[offset + 3] == 0;
            _id = (ushort)LittleEndian.Read16(frame, offset);
            _nature = cytotoxic ? DrugNature.Cytotoxic : DrugNature.Carrier;
            _concentrationUgPerMl = (int)LittleEndian.Read32(frame, offset + 4);
            Array.Copy(frame, offset + NameOffset, _name, 0, Drug.NameLength);

            for (int i = 0; i < Drug.NameLength; i++)
            {
                bool ended = i > 0 && _name[i - 1] == 0;
                clean &= ended ? _name[i] == 0 : _name[i] == 0 || (_name[i] >= ' ' && _name[i] <= '~');
            }

            return clean;
        }

        public override int Write(byte[] frame, int offset)
        {
            LittleEndian.Write16(frame, offset, _id);
            frame[offset + 2] = SafeCode.Of((int)_nature);
            frame[offset + 3] = 0;
            LittleEndian.Write32(frame, offset + 4, (uint)_concentrationUgPerMl);
            Array.Copy(_name, 0, frame, offset + NameOffset, Drug.NameLength);
            return Length;
        }

        protected override void Apply(Drug drug, CommandContext context)
        {
            drug.Id = _id;
            drug.Nature = _nature;
            drug.ConcentrationUgPerMl = _concentrationUgPerMl;
            Array.Copy(_name, 0, drug.Name, 0, Drug.NameLength);
        }
    }
}
