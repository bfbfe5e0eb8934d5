using Haip.Core.Delivery;

namespace Haip.Core.SelfTest
{
    /// <summary>Takes the sealed chamber to a pressure, from either side, and says whether pump, V1, P1 and flow sensor agree that it got there.</summary>
    public sealed class ChamberFill
    {
        /// <summary>A fill may miss by this: 0.1 uL.</summary>
        public const int MissPa = 1_000;

        /// <summary>And end lower than wanted by this when it is to let nothing out: the chamber then takes 0.4 uL back, of 0.1 mL in the catheter.</summary>
        public const int MostBelowPa = 4_000;

        private const int MostFillsCount = 6;      // a pump at half or one and a half times its nominal pressure is learned in five
        private const int MostUselessCount = 3;    // in a row that move nothing: no drive will
        private const int UselessPa = 200;         // a quarter of the smallest miss, less the noise
        private const int AgreementPermille = 200; // chamber against flow sensor, which also sees the valve's own displacement
        private const int AgreementNl = 60;

        private readonly BoardProfile _board;
        private readonly PacketSequencer _packet;
        private readonly PacketPlanner _planner;
        private readonly FlowIntegral _flow = new FlowIntegral();
        private int _targetPa;
        private int _supplyPa;
        private int _milliVolts;
        private int _fillsCount;
        private int _uselessCount;

        public ChamberFill(BoardProfile board, PacketSequencer packet)
        {
            _board = board;
            _packet = packet;
            _planner = new PacketPlanner(board);
        }

        /// <summary>The chamber came to rest where it was wanted.</summary>
        public bool Hit => _packet.FullKnown && Units.Size(_packet.FullPa - _targetPa) <= MissPa;

        /// <summary>It came to rest there, or lower where no drive brings it there: before an artery that is little above the reservoir.</summary>
        public bool IsLow => Hit || (_packet.FullKnown && _targetPa < LowestFullPa(_supplyPa) && _packet.FullPa < _targetPa && _packet.FullPa >= _targetPa - MostBelowPa);

        /// <summary>No further fill will hit.</summary>
        public bool Hopeless => _fillsCount >= MostFillsCount || _uselessCount >= MostUselessCount;

        /// <summary>The flow sensor saw the volume that the chamber shows. A chamber sensor that lies could let out a full chamber.</summary>
        public bool FlowAgrees
        {
            get
            {
                long byChamberNl = VolumeNl(_packet.FullPa - _packet.BaselinePa);
                return _flow.Exact && _packet.BaselineKnown && _packet.FullKnown
                    && Units.Size(byChamberNl - _flow.TotalNl) <= AgreementNl + (Units.Size(byChamberNl) * AgreementPermille / Units.FullPermille);
            }
        }

        /// <summary>Where the weakest drive that moves anything takes it.</summary>
        public int LowestFullPa(int supplyPa) => _planner.LowestFullPa(supplyPa);

        /// <summary>Stall pressure of the pump, as learned.</summary>
        public int StallMilliPaPerVolt => _planner.StallMilliPaPerVolt;

        /// <summary>Another pressure is wanted.</summary>
        public void Forget()
        {
            _fillsCount = 0;
            _uselessCount = 0;
        }

        /// <summary>Starts a fill.</summary>
        public void Start(Readings readings, int targetPa, int supplyPa)
        {
            _targetPa = targetPa;
            _supplyPa = supplyPa;
            _milliVolts = _planner.DriveMilliVolts(targetPa, supplyPa);
            _packet.Start(readings.NowMs, _milliVolts, _planner.FillMs, _board.EmptyMs);
        }

        /// <summary>Lets the flow sensor follow.</summary>
        public void Watch(Readings readings, long elapsedMs)
        {
            if (_packet.Filling)
            {
                _flow.Add(readings, elapsedMs);
            }
            else if (_packet.Phase == PacketPhase.Rest)
            {
                _flow.Rest(readings);
            }
        }

        /// <summary>V1 is about to open.</summary>
        public void Begin() => _flow.Begin();

        /// <summary>A fill is over: the pump's strength is learned from it.</summary>
        public void Learn()
        {
            _fillsCount++;
            bool moved = !_packet.BaselineKnown || !_packet.FullKnown || Units.Size(_packet.FullPa - _packet.BaselinePa) > UselessPa;
            _uselessCount = moved ? 0 : _uselessCount + 1;

            if (_packet.FullKnown)
            {
                _planner.Learn(_milliVolts, _packet.FullPa, _supplyPa, true);
            }
        }

        /// <summary>The volume that makes this pressure step in the sealed chamber.</summary>
        public long VolumeNl(int stepPa) => (long)stepPa * _board.ChamberFlPerPa / Units.FlPerNl;
    }
}
