using Haip.Core.Delivery;
using Haip.Core.Log;

namespace Haip.Core.Protocol
{
    /// <summary>Sends a log as signed notifications: a frame a beat, and while a packet is in flight one every half second, so that no tick is late for it.</summary>
    /// <code>
    /// byte  0        4       8       10     11                    n
    ///       session  frame   opcode  count  count times an entry  tag     Entries; as LogRequest, at most 4
    ///       u32      u32     u16     u8
    /// byte  0        4       8       10     11    13       15     19
    ///       session  frame   opcode  zero   sent  missing  next   tag     EntriesEnd
    ///       u32      u32     u16     u8     u16   u16      u32
    /// frame: 0 for the first. missing: overwritten or damaged. next: number that the next entry of this log gets.
    /// </code>
    public sealed class LogExport
    {
        private const int PerFrameCount = 4;
        private const long FlightPeriodMs = 500;

        private readonly PumpMemory _memory;
        private readonly Session _session;
        private readonly AnswerFrame _frame;
        private readonly LogEntry _entry = new LogEntry();
        private bool _faults;
        private uint _number;
        private int _leftCount;
        private int _sentCount;
        private int _missingCount;
        private uint _frameNumber;
        private long _lastMs;
        private bool _waits;

        public LogExport(PumpMemory memory, Session session, FrameTag tag)
        {
            _memory = memory;
            _session = session;
            _frame = new AnswerFrame(tag);
        }

        public bool Running { get; private set; }

        /// <summary>Begins in place of an earlier one. More entries than a log holds are as many as it holds.</summary>
        public void Start(byte[] command, AnswerFrame answer)
        {
            _faults = LogRequest.OfFaults(command);
            uint next = LogRequest.Next(_memory.Log, _faults);
            uint oldest = next > MemoryMap.EventCount ? next - MemoryMap.EventCount : 0;
            uint wanted = LogRequest.NumberOf(command);
            _number = wanted < oldest ? oldest : wanted > next ? next : wanted;
            _leftCount = (int)Units.Clamp(next - _number, 0, LogRequest.CountOf(command));
            _sentCount = 0;
            _missingCount = 0;
            _frameNumber = 0;
            _waits = false;
            Running = true;
            answer.Add32(_number);
            answer.Add16(_leftCount);
        }

        public void Stop() => Running = false;

        /// <summary>Sends the next frame when there is time for it. After a beat.</summary>
        public void Send(Outgoing outgoing, DeliveryStatus status)
        {
            if (status.Phase != PacketPhase.Rest && status.NowMs - _lastMs < FlightPeriodMs)
            {
                return;
            }

            if (!_waits)
            {
                Fill();
                _waits = true;
            }

            if (outgoing.TryNotify(GattCharacteristic.Data, _frame.Bytes, _frame.Length))
            {
                Running = (Opcode)LittleEndian.Read16(_frame.Bytes, 8) == Opcode.Entries;
                _waits = false;
                _lastMs = status.NowMs;
            }
        }

        private void Fill()
        {
            _frame.Begin(_session.Number, _frameNumber, _leftCount > 0 ? Opcode.Entries : Opcode.EntriesEnd, AnswerCode.None);
            _frameNumber++;

            if (_leftCount == 0)
            {
                _frame.Add16(_sentCount);
                _frame.Add16(_missingCount);
                _frame.Add32(LogRequest.Next(_memory.Log, _faults));
            }

            int count = 0;

            for (int i = 0; i < PerFrameCount && _leftCount > 0; i++)
            {
                if (LogRequest.TryRead(_memory.Log, _faults, _number, _entry))
                {
                    LogRequest.Add(_frame, _number, _entry);
                    count++;
                }
                else
                {
                    _missingCount++;
                }

                _number++;
                _leftCount--;
            }

            _sentCount += count;
            _frame.Bytes[AnswerFrame.CodeOffset] = (byte)count;
            _frame.Close(_session.AnswerKey);
        }
    }
}
