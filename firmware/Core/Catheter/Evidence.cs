namespace Haip.Core.Catheter
{
    /// <summary>Adds up what packets say for and against a claim: a sequential test (Wald) that forgets what is long disproved (Page's cumulative sum).</summary>
    /// <remarks>
    /// Unit is the thousandth of a nat, the logarithm of how much likelier the packet is when the claim is true. The sum is confined on both sides:
    /// below, so that a year of health does not outweigh an hour of trouble; above, so that a catheter that was flushed free is
    /// free within as many packets again. One packet counts for at most <see cref="MostOfOnePermille"/>: a cough is no proof.
    /// </remarks>
    public sealed class Evidence
    {
        public const int MostOfOnePermille = 1_000;

        private readonly int _provenPermille;
        private readonly int _mostPermille;
        private int _sumPermille;

        /// <param name="provenPermille">The sum at which the claim holds, in thousandths of a nat.</param>
        public Evidence(int provenPermille)
        {
            _provenPermille = provenPermille;
            _mostPermille = provenPermille * 3 / 2;
        }

        /// <summary>The sum, from nothing to half more than the proof needs.</summary>
        public int SumPermille => _sumPermille;

        /// <summary>Proven, and not disproved since.</summary>
        public bool Holds { get; private set; }

        /// <summary>Half way to the proof.</summary>
        public bool IsSuspected => Holds || _sumPermille >= _provenPermille / 2;

        /// <summary>Takes one packet's word.</summary>
        /// <param name="besidesPermille">Added for the decision only, not to the sum: a second kind of evidence, capped by the caller.</param>
        public void Add(long permille, int besidesPermille)
        {
            _sumPermille = (int)Units.Clamp(_sumPermille + Units.Clamp(permille, -MostOfOnePermille, MostOfOnePermille), 0, _mostPermille);

            if (_sumPermille + besidesPermille >= _provenPermille)
            {
                Holds = true;
            }
            else if (_sumPermille == 0)
            {
                Holds = false;
            }
        }
    }
}
