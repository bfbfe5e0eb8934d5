using System;
using Haip.Core.Log;
using Haip.Core.Ports;

namespace Haip.Board
{
    /// <summary>Where every failure of the application ends: pump and valves without power, a light and a tone, the reason kept.</summary>
    /// <remarks>
    /// The platform leaves outputs as they are when a program dies, so they are released here and the processor is restarted. What
    /// has to hold even when this code does not run is the watchdog's business: it is not kicked any more.
    /// </remarks>
    public sealed class SafeStop
    {
        private const int ToneHz = 523; // C5, as in the burst of a high priority alarm

        /// <summary>What to release, as far as it was opened.</summary>
        public BoardPins Pins;

        /// <summary>Where the reason goes; null before the memory is known.</summary>
        public StopStore Store;

        /// <summary>What the application is doing: the reason, if it fails now.</summary>
        public StopReason Doing = StopReason.Start;

        /// <summary>Another thread failed and asks the one that owns the pump to stop.</summary>
        public StopReason Asked { get; private set; }

        /// <summary>For threads that do not own the pump. The first reason counts.</summary>
        public void Ask(StopReason reason)
        {
            if (Asked == StopReason.None)
            {
                Asked = reason;
            }
        }

        /// <summary>Takes power from pump and valves. Never throws: a pin that fails does not save the others from being released.</summary>
        public void Release()
        {
            if (Pins != null)
            {
                TryWrite(Pins.PumpEnable, false);
                TryWrite(Pins.InletValve, false);
                TryWrite(Pins.OutletValve, false);
            }
        }

        /// <summary>Releases, calls a person, and keeps the reason. Never throws. The caller must not beat again.</summary>
        /// <param name="nowMs">Monotonic time.</param>
        /// <returns>The reason that was kept.</returns>
        public StopReason Stop(long nowMs)
        {
            Release();
            StopReason reason = Asked == StopReason.None ? Doing : Asked;

            TrySave(reason, nowMs);

            if (Pins != null)
            {
                TryWrite(Pins.OkLight, false);
                TryWrite(Pins.AlarmLight, true);
                TryPlay(Pins.Sounder);
            }

            return reason;
        }

        // The record, the light and the tone are help for people, each without the others; safe is already what Release did.
        private void TrySave(StopReason reason, long nowMs)
        {
            try
            {
                if (Store != null)
                {
                    Store.TrySave(reason, nowMs);
                }
            }
            catch (Exception)
            {
                // After the restart nobody knows why.
            }
        }

        private static void TryPlay(IToneOutput sounder)
        {
            try
            {
                sounder?.Play(ToneHz);
            }
            catch (Exception)
            {
                // The light still calls.
            }
        }

        private static void TryWrite(IOutputPin pin, bool high)
        {
            try
            {
                pin?.Write(high);
            }
            catch (Exception)
            {
                // The watchdog takes the rail's power when nobody kicks it.
            }
        }
    }
}
