using Haip.Core.Ports;
using Haip.Core.Safety;

namespace Haip.Drivers
{
    /// <summary>Sounds the bursts of IEC 60601-1-8 that tell a person how urgent an alarm is.</summary>
    /// <remarks>
    /// Ranges of table 3 and table 4, pulse / spacing / pause between bursts: HIGH 75 to 200 ms / 50 to 125 ms / 2.5 to 15 s,
    /// 5 + 5 pulses with 0.35 to 1.3 s between; MEDIUM 125 to 250 ms / 125 to 250 ms / 2.5 to 30 s, 3 pulses; LOW the same pulses,
    /// 1 or 2, more than 15 s apart. Tones are the melodies for drug or fluid delivery: HIGH "C d g - C d", MEDIUM "C d g", LOW "e c".
    /// What a tick and a square wave cannot reach: ticks are 50 or 100 ms, so a tick that comes 25 ms late already makes HIGH's
    /// spacing too long (it can be 100 ms and nothing else); a pulse starts and ends abruptly, without the rise of 10 to 20 %;
    /// a square wave has odd harmonics only, and two of them within 15 dB, where four are asked for. The counts are always right.
    /// </remarks>
    public sealed class Buzzer
    {
        private const int CHz = 262;
        private const int DHz = 294;
        private const int EHz = 330;
        private const int GHz = 392;
        private const int HighCHz = 523;

#pragma warning disable format // columns
        // On, off, on, off, ... in ms; the last one is the pause between bursts.
        private static readonly int[] s_lowMs    = { 200, 200, 200, 20000 };
        private static readonly int[] s_mediumMs = { 200, 200, 200, 200, 200, 7500 };
        private static readonly int[] s_highMs   = { 100, 100, 100, 100, 100, 300, 100, 100, 100, 700,
                                                     100, 100, 100, 100, 100, 300, 100, 100, 100, 5000 };

        // One tone for each pulse.
        private static readonly int[] s_lowHz    = { EHz, CHz };
        private static readonly int[] s_mediumHz = { HighCHz, DHz, GHz };
        private static readonly int[] s_highHz   = { HighCHz, DHz, GHz, HighCHz, DHz,
                                                     HighCHz, DHz, GHz, HighCHz, DHz };
#pragma warning restore format

        private readonly IToneOutput _tone;
        private readonly PulseTrain _train = new PulseTrain();
        private int[] _tonesHz;
        private AlarmPriority _sounding;
        private int _playedHz;

        public Buzzer(IToneOutput tone) => _tone = tone;

        /// <summary>Starts, continues or ends the burst of this priority. Call once per tick; a change starts a burst at once.</summary>
        public void Drive(long nowMs, AlarmPriority priority)
        {
            if (priority != _sounding)
            {
                _sounding = priority;
                Restart(nowMs);
            }
            else if (priority != AlarmPriority.None)
            {
                _train.Advance(nowMs);
            }
            else
            {
                return;
            }

            bool on = priority != AlarmPriority.None && (_train.Step & 1) == 0;
            int toneHz = on ? _tonesHz[_train.Step >> 1] : 0;

            if (toneHz != _playedHz)
            {
                _playedHz = toneHz;
                _tone.Play(toneHz);
            }
        }

        private void Restart(long nowMs)
        {
            switch (_sounding)
            {
                case AlarmPriority.None:
                    break;
                case AlarmPriority.Low:
                    _tonesHz = s_lowHz;
                    _train.Restart(nowMs, s_lowMs);
                    break;
                case AlarmPriority.Medium:
                    _tonesHz = s_mediumHz;
                    _train.Restart(nowMs, s_mediumMs);
                    break;
                default: // High, and whatever is no priority at all: rather too loud than silent
                    _tonesHz = s_highHz;
                    _train.Restart(nowMs, s_highMs);
                    break;
            }
        }
    }
}
