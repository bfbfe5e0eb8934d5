using Haip.Core.Ports;

namespace Haip.Firmware.Platform
{
    /// <summary>When this pump lets itself be paired with, and with which passkey: for two minutes after a person held its button.</summary>
    /// <remarks>
    /// A passkey is used for one attempt: guessing against one that stays would find it bit by bit (Core Specification, volume 3, part H,
    /// 2.3.5.6.3). Opened and closed by the pump's thread, asked by the radio's.
    /// </remarks>
    public sealed class PairingWindow
    {
        public const int OpenMs = 120_000;

        /// <summary>As many wrong or cancelled attempts close it.</summary>
        public const int MostFailureCount = 3;

        private const uint PasskeyCount = 1_000_000;
        private const uint FairNumbers = uint.MaxValue / PasskeyCount * PasskeyCount;

        private readonly object _gate = new object();
        private readonly IRandomSource _random;
        private readonly byte[] _number = new byte[4];
        private bool _open;
        private bool _attempt;
        private long _untilMs;
        private int _failureCount;

        public PairingWindow(IRandomSource random)
        {
            _random = random;
        }

        /// <summary>For the display: the passkey of the attempt that runs, or that the window is open. Null when it is closed.</summary>
        public string Notice { get; private set; }

        /// <summary>A person wants to pair.</summary>
        public void Open(long nowMs)
        {
            lock (_gate)
            {
                _open = true;
                _untilMs = nowMs + OpenMs;
                _failureCount = 0;
                Say();
            }
        }

        /// <summary>Closes it when its time is over. An attempt that runs is let run.</summary>
        public void Tick(long nowMs)
        {
            lock (_gate)
            {
                if (_open && !_attempt && nowMs >= _untilMs)
                {
                    Close();
                }
            }
        }

        /// <summary>Somebody wants to pair.</summary>
        /// <param name="passkey">A new one, shown from now on; 0 to 999,999.</param>
        /// <returns>False when the window is closed: the attempt is not to be answered.</returns>
        public bool TryBegin(out int passkey)
        {
            lock (_gate)
            {
                passkey = 0;

                if (!_open)
                {
                    return false;
                }

                passkey = NextPasskey();
                _attempt = true;
                Notice = "Passkey " + passkey.ToString("D6");
                return true;
            }
        }

        /// <summary>An attempt ended, or the link that it was made over.</summary>
        public void End(bool paired)
        {
            lock (_gate)
            {
                if (!_attempt)
                {
                    return;
                }

                _attempt = false;
                _failureCount += paired ? 0 : 1;

                if (paired || _failureCount >= MostFailureCount)
                {
                    Close();
                }
                else
                {
                    Say();
                }
            }
        }

        private void Close()
        {
            _open = false;
            Notice = null;
        }

        private void Say() => Notice = "Pairing open";

        // Numbers beyond the last whole million would make small passkeys likelier.
        private int NextPasskey()
        {
            uint number;

            do
            {
                _random.Fill(_number);
                number = (uint)(_number[0] | (_number[1] << 8) | (_number[2] << 16) | (_number[3] << 24));
            }
            while (number >= FairNumbers);

            return (int)(number % PasskeyCount);
        }
    }
}
