namespace Haip.Core.Catheter
{
    /// <summary>Adds up what packets say for and against a claim: a sequential test (Wald) that forgets what is long disproved (Page's cumulative sum).</summary>
    /// <remarks>
    /// Unit is the thousandth of a nat, the logarithm of how much likelier the packet is when the claim is true. The sum is confined on both sides:
    /// below, so that a year of health does not outweigh an hour of trouble; above, so that a catheter that was flushed free is
    /// free within as many packets again. What one packet may count for is limited by the caller: a cough is no proof.
    /// </remarks>
    public sealed class Evidence
    {
        private readonly int _provenPermille;
        private readonly int _suspectedPermille;
        private readonly int _mostPermille;
        private int _sumPermille;

        /// <param name="provenPermille">The sum at which the claim holds, in thousandths of a nat.</param>
        /// <param name="suspectedPermille">The sum from which on it is worth looking closer.</param>
        public Evidence(int provenPermille, int suspectedPermille)
        {
            _provenPermille = provenPermille;
            _suspectedPermille = suspectedPermille;
            _mostPermille = provenPermille * 3 / 2;
        }

        /// <summary>The sum, from nothing to half more than the proof needs.</summary>
        public int SumPermille => _sumPermille;

        /// <summary>Proven, and not disproved since.</summary>
        public bool Holds { get; private set; }

        /// <summary>Proven, or more than health says in most days.</summary>
        public bool IsSuspected => Holds || _sumPermille >= _suspectedPermille;

        /// <summary>Takes one packet's word.</summary>
        /// <param name="mostPermille">The most that this packet may say, for the claim or against it.</param>
        /// <param name="besidesPermille">Added for the decision only, not to the sum: a second kind of evidence, capped by the caller. A claim is disproved when both are gone.</param>
        public void Add(long permille, int mostPermille, int besidesPermille)
        {
            _sumPermille = (int)Units.Clamp(_sumPermille + Units.Clamp(permille, -mostPermille, mostPermille), 0, _mostPermille);

            if (_sumPermille + besidesPermille >= _provenPermille)
            {
                Holds = true;
            }
            else if (_sumPermille + besidesPermille == 0)
            {
                Holds = false;
            }
        }
    }
}
