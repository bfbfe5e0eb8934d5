using Haip.Core;

namespace Haip.DeviceTests
{
    /// <summary>The smallest world in which packets work: a stiff pump, valves without travel, a chamber that fills and empties at once. Integers only.</summary>
    public sealed class TinyPlant
    {
        private const int ArteryPa = 12_400;

        // One heart beat in steps of 100 ms: a catheter without a pulse is no artery.
        private static readonly int[] s_pulsePa = { 0, 1_400, 2_000, 1_400, 0, -1_400, -2_000, -1_400 };

        private readonly BoardProfile _profile = new BoardProfile();
        private readonly Readings _readings = Healthy.Readings();
        private int _beforePa = ArteryPa;
        private long _beforeMs;
        private long _nowMs;

        public TinyPlant()
        {
            Pump = new Pump(_profile);
        }

        public Pump Pump { get; }

        public Outputs Outputs { get; } = new Outputs();

        public int ChamberPa { get; private set; } = ArteryPa;

        public long DeliveredFl { get; private set; }

        private int PulsePa => s_pulsePa[(int)(_nowMs / 100 % s_pulsePa.Length)];

        /// <summary>One tick, and what follows from it until the next.</summary>
        public void Tick()
        {
            _readings.NowMs = _nowMs;
            int noise = (int)(_nowMs / 50 % 3); // the last digit of a measured value is never still
            _readings.ChamberPa = _beforePa + noise;
            _readings.ChamberAtMs = _beforeMs;
            _readings.CatheterPa = ArteryPa + PulsePa + noise;
            _readings.ReservoirPa = 103_325 + noise;
            _readings.AmbientPa = 101_325 + noise;
            _readings.DrugMilliC = 37_000 + noise;
            _readings.BoardMilliC = 30_000 + noise;
            _readings.UtcSeconds = 1_767_225_600 + (_nowMs / 1_000);
            Pump.Tick(_readings, Outputs);
            _beforePa = ChamberPa;
            _beforeMs = _nowMs;
            Move();
            _nowMs += Outputs.NextTickMs;
        }

        private void Move()
        {
            _readings.FlowNlPerHour = 0;

            if (Outputs.InletOpen)
            {
                int supplyPa = _readings.ReservoirPa - _readings.AmbientPa;
                int stallPa = supplyPa + (Outputs.PumpRun ? (int)((long)Outputs.PumpMilliVolts * _profile.StallMilliPaPerVolt / 1_000_000) : 0);
                long volumeFl = (long)(stallPa - ChamberPa) * _profile.ChamberFlPerPa;
                _readings.FlowNlPerHour = (int)(volumeFl / Units.FlPerNl * Units.MsPerHour / Outputs.NextTickMs);
                ChamberPa = stallPa;
            }
            else if (Outputs.OutletOpen)
            {
                DeliveredFl += (long)(ChamberPa - ArteryPa) * _profile.ChamberFlPerPa;
                ChamberPa = ArteryPa + (PulsePa / 8); // what the restrictor lets through
            }
        }
    }
}
