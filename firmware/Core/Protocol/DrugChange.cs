using Haip.Core.Delivery;

namespace Haip.Core.Protocol
{
    /// <summary>Something that every dose is judged by: it changes only while nothing is delivered, and ends the therapy that was judged by what was known before.</summary>
    /// <remarks>A rate that was right for the old concentration, weight or limit is ordered anew by a person who sees the new dose.</remarks>
    public abstract class DrugChange : StagedCommand
    {
        private readonly Drug _next = new Drug();
        private readonly Drug _before = new Drug();

        protected DrugChange(Opcode opcode)
            : base(opcode)
        {
        }

        public override Verdict Judge(CommandContext context)
        {
            Fill(context);
            DoseBeforeUgPerDay = context.Pump.Orders.DoseUgPerDay;
            DoseAfterUgPerDay = 0;
            EndsTherapy = context.Pump.Records.HasTherapy;
            Verdict verdict = context.Check.Judge(_next);
            return verdict < Verdict.BelowHardLimit && !context.AtRest ? context.Refuse(Verdict.NotInThisState) : verdict;
        }

        public override Verdict Perform(CommandContext context, bool confirmed)
        {
            Verdict verdict = Judge(context);

            if (!Passes(verdict, confirmed))
            {
                return verdict;
            }

            _before.CopyFrom(context.Drug);

            if (!context.Drugs.TrySave(_next, context.Drug))
            {
                return context.Refuse(Verdict.NotKept);
            }

            if (context.Pump.Records.HasTherapy)
            {
                context.Pump.EndTherapy();
            }

            Note(context);
            context.Flags.Raise(EventFlags.Drug);
            return Verdict.Accepted;
        }

        /// <summary>Changes what this command is about.</summary>
        protected abstract void Apply(Drug drug, CommandContext context);

        private void Fill(CommandContext context)
        {
            _next.CopyFrom(context.Drug);
            Apply(_next, context);
        }

        private void Note(CommandContext context)
        {
            context.Note(OrderField.DrugId, _before.Id, _next.Id);
            context.Note(OrderField.DrugNature, (int)_before.Nature, (int)_next.Nature);
            context.Note(OrderField.Concentration, _before.ConcentrationUgPerMl, _next.ConcentrationUgPerMl);
            context.Note(OrderField.PatientWeight, _before.WeightGrams, _next.WeightGrams);
            context.Note(OrderField.DoseLimit, _before.MostUgPerDay, _next.MostUgPerDay);
            context.Note(OrderField.DosePerKgLimit, _before.MostUgPerKgPerDay, _next.MostUgPerKgPerDay);
            context.Note(OrderField.PerfusionScan, _before.PerfusionAccepted ? 1 : 0, _next.PerfusionAccepted ? 1 : 0);
        }
    }
}
