using Haip.Core.Delivery;
using Haip.Core.Log;

namespace Haip.Core.Safety
{
    /// <summary>Halts delivery when anybody holds the panel's button for five seconds, and answers with a sound.</summary>
    /// <remarks>
    /// An emergency has no programmer at hand. Five seconds are longer than a knock, a bag strap or somebody asleep presses, and
    /// shorter than a toxic minute. A button that was never seen up is stuck and was not pressed, and one press halts once: a button
    /// that sticks must not turn every start into a halt.
    /// </remarks>
    public sealed class HaltButton
    {
        public const int HoldMs = 5_000;

        private const int AnswerMs = 1_000; // one burst of medium priority

        private readonly DeliveryStatus _status;
        private readonly StateMachine _states;
        private readonly PendingEvents _events;
        private bool _armed;
        private int _heldMs;
        private int _answerLeftMs;

        public HaltButton(DeliveryStatus status, StateMachine states, PendingEvents events)
        {
            _status = status;
            _states = states;
            _events = events;
        }

        /// <summary>Looks at the button in every tick.</summary>
        /// <param name="elapsedMs">Time in which somebody looked: a stall is no pressing.</param>
        public void Take(Readings readings, int elapsedMs)
        {
            if (_answerLeftMs > 0)
            {
                _answerLeftMs -= elapsedMs;
            }

            if (!readings.ButtonDown)
            {
                _armed = true;
                _heldMs = 0;
                return;
            }

            _heldMs += _armed ? elapsedMs : 0;

            if (_heldMs >= HoldMs)
            {
                _armed = false;
                _heldMs = 0;
                _answerLeftMs = AnswerMs;
                _events.Add(EventId.HaltedAtPanel, (int)_status.State, 0);
                _states.Halt();
            }
        }

        /// <summary>What sounds: the answer, or the alarm that is louder.</summary>
        public AlarmPriority Sounding(AlarmPriority alarm) =>
            _answerLeftMs > 0 && alarm < AlarmPriority.Medium ? AlarmPriority.Medium : alarm;
    }
}
