using System;
using Haip.Core.Ports;

namespace Haip.Core.Protocol
{
    /// <summary>Takes a pump's card over the wire at bring-up: one line of text, while nothing is delivered.</summary>
    /// <remarks>
    /// A line counts in the beat in which it ends; one that comes while the pump delivers is forgotten and not kept for later. The same
    /// card again does no harm, and a line that is not whole changes nothing.
    /// </remarks>
    public sealed class CardReader
    {
        private readonly ISerialInput _port;
        private readonly Programmer _programmer;
        private readonly SecretCard _card = new SecretCard();
        private readonly byte[] _text = new byte[SecretCard.Length];
        private readonly byte[] _came = new byte[SecretCard.Length];
        private int _length; // one more than fits: the line is too long

        public CardReader(ISerialInput port, Programmer programmer)
        {
            _port = port;
            _programmer = programmer;
        }

        /// <summary>Which key the pump was given last over this wire.</summary>
        public ushort KeyId { get; private set; }

        /// <summary>Looks at what has come. After a beat.</summary>
        /// <returns>What became of the last line that ended.</returns>
        public CardAnswer Serve()
        {
            CardAnswer answer = CardAnswer.None;
            int count = _port.Read(_came);

            for (int i = 0; i < count; i++)
            {
                CardAnswer another = Take(_came[i]);
                answer = another == CardAnswer.None ? answer : another;
                _came[i] = 0;
            }

            return answer;
        }

        private CardAnswer Take(byte letter)
        {
            if (letter != '\r' && letter != '\n')
            {
                if (_length < SecretCard.Length)
                {
                    _text[_length] = letter;
                }

                _length = _length > SecretCard.Length ? _length : _length + 1;
                return CardAnswer.None;
            }

            CardAnswer answer = _length == 0 ? CardAnswer.None : Judge();
            Array.Clear(_text, 0, _text.Length);
            _card.Clear();
            _length = 0;
            return answer;
        }

        private CardAnswer Judge()
        {
            if (!_card.TryRead(_text, _length))
            {
                return CardAnswer.Unreadable;
            }

            if (!_programmer.AtRest)
            {
                return CardAnswer.NotAtRest;
            }

            if (!_programmer.Install(_card))
            {
                return CardAnswer.NotKept;
            }

            KeyId = _card.KeyId;
            return CardAnswer.Installed;
        }
    }
}
