namespace Haip.Core.Metering
{
    /// <summary>What a pressure step of the chamber is worth: the bench's compliance, at the temperature of the drug, with what was learned since.</summary>
    /// <remarks>
    /// Two sealed states of the same chamber are compared, so whatever is the same in both cancels: the sensor's offset, the dead volume, which does not
    /// give way, and the volume that a valve displaces, because both valves are shut in either.
    /// </remarks>
    public sealed class ChamberCompliance
    {
        /// <summary>Assumed while nobody measures: the body's.</summary>
        public const int BodyMilliC = 37_000;

        // No body is colder or hotter: a thermometer that lies moves the dose by a degree's worth times five at most.
        private const int ColdestMilliC = 32_000;
        private const int HottestMilliC = 42_000;
        private const int MilliCPerC = 1_000;

        private readonly BoardProfile _board;

        public ChamberCompliance(BoardProfile board)
        {
            _board = board;
            FlPerPa = board.ChamberFlPerPa;
            BookedFlPerPa = board.ChamberFlPerPa;
        }

        /// <summary>The drug's temperature, as far as it is believed.</summary>
        public int DrugMilliC { get; private set; } = BodyMilliC;

        /// <summary>Volume of the sealed chamber per pressure, as calibration, temperature and refills say.</summary>
        public int FlPerPa { get; private set; }

        /// <summary>The same with what the flow sensor sees beyond it: what packets are booked and aimed by.</summary>
        public int BookedFlPerPa { get; private set; }

        /// <summary>Takes the temperature and the corrections that hold for the next packet.</summary>
        /// <param name="refillPpm">What refills have found.</param>
        /// <param name="unseenPpm">What the flow sensor sees and the chamber does not show; never negative.</param>
        public void Take(Readings readings, int refillPpm, int unseenPpm)
        {
            DrugMilliC = readings.DrugTemperatureValid ? (int)Units.Clamp(readings.DrugMilliC, ColdestMilliC, HottestMilliC) : BodyMilliC;
            long warmerPpm = (long)_board.ChamberPpmPerC * (DrugMilliC - _board.CalibratedMilliC) / MilliCPerC;
            long flPerPa = _board.ChamberFlPerPa * (Units.FullPpm + warmerPpm + refillPpm) / Units.FullPpm;
            FlPerPa = (int)flPerPa;
            BookedFlPerPa = (int)(flPerPa * (Units.FullPpm + unseenPpm) / Units.FullPpm);
        }
    }
}
