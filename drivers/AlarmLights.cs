using Haip.Core.Ports;
using Haip.Core.Safety;

namespace Haip.Drivers
{
    /// <summary>The alarm lamp flashes as IEC 60601-1-8 table 2 says; the OK lamp blinks briefly while there is no alarm.</summary>
    /// <remarks>
    /// HIGH 1.4 to 2.8 Hz and MEDIUM 0.4 to 0.8 Hz, both lit 20 to 60 % of the time; LOW lit steadily. Pausing the sound does not
    /// concern the lamps. One red lamp cannot show the colours that go with it (MEDIUM yellow, LOW cyan or yellow): a display must.
    /// The OK lamp blinks because outputs keep their level when the firmware dies: a steady lamp would go on saying "OK".
    /// </remarks>
    public sealed class AlarmLights
    {
        // On, off in ms. A single duration is never off.
        private static readonly int[] s_okMs = { 100, 1900 };
        private static readonly int[] s_lowMs = { 1000 };
        private static readonly int[] s_mediumMs = { 1000, 1000 }; // 0.5 Hz
        private static readonly int[] s_highMs = { 200, 300 };     // 2 Hz

        private readonly IOutputPin _alarm;
        private readonly IOutputPin _ok;
        private readonly PulseTrain _train = new PulseTrain();
        private AlarmPriority _shown;
        private bool _running;
        private bool _alarmLit;
        private bool _okLit;

        public AlarmLights(IOutputPin alarm, IOutputPin ok)
        {
            _alarm = alarm;
            _ok = ok;
        }

        /// <summary>Shows this priority. Call once per tick; a change begins lit.</summary>
        public void Drive(long nowMs, AlarmPriority priority)
        {
            if (!_running || priority != _shown)
            {
                _running = true;
                _shown = priority;
                _train.Restart(nowMs, Steps(priority));
            }
            else
            {
                _train.Advance(nowMs);
            }

            bool lit = (_train.Step & 1) == 0;
            bool alarm = priority != AlarmPriority.None;

            if (_alarmLit != (lit && alarm))
            {
                _alarmLit = lit && alarm;
                _alarm.Write(_alarmLit);
            }

            if (_okLit != (lit && !alarm))
            {
                _okLit = lit && !alarm;
                _ok.Write(_okLit);
            }
        }

        private static int[] Steps(AlarmPriority priority)
        {
            switch (priority)
            {
                case AlarmPriority.None: return s_okMs;
                case AlarmPriority.Low: return s_lowMs;
                case AlarmPriority.Medium: return s_mediumMs;
                default: return s_highMs; // and whatever is no priority at all
            }
        }
    }
}
