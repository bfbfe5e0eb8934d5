namespace Haip.Core.Log
{
    /// <summary>What happened and is not in the memory yet, oldest first. One beat empties it; a memory that does not answer fills it.</summary>
    public sealed class PendingEvents
    {
        /// <summary>More happens in no beat: every alarm at once, and what follows from it.</summary>
        public const int Capacity = 64;

        private readonly EventId[] _ids = new EventId[Capacity];
        private readonly int[] _first = new int[Capacity];
        private readonly int[] _second = new int[Capacity];
        private int _oldest;

        public int Count { get; private set; }

        /// <summary>Events that found no room. The oldest are kept: they tell how it began.</summary>
        public int LostCount { get; private set; }

        /// <summary>Adds an event.</summary>
        public void Add(EventId id, int first, int second)
        {
            if (Count == Capacity)
            {
                LostCount++;
                return;
            }

            int free = (_oldest + Count) % Capacity;
            _ids[free] = id;
            _first[free] = first;
            _second[free] = second;
            Count++;
        }

        /// <summary>Shows the oldest event, which stays until <see cref="Drop"/>.</summary>
        /// <returns>False when there is none.</returns>
        public bool TryPeek(out EventId id, out int first, out int second)
        {
            id = Count == 0 ? EventId.None : _ids[_oldest];
            first = Count == 0 ? 0 : _first[_oldest];
            second = Count == 0 ? 0 : _second[_oldest];
            return Count > 0;
        }

        /// <summary>The oldest event is in the memory.</summary>
        public void Drop()
        {
            if (Count > 0)
            {
                _oldest = (_oldest + 1) % Capacity;
                Count--;
            }
        }

        /// <summary>The loss was told.</summary>
        public void ForgetLost() => LostCount = 0;
    }
}
