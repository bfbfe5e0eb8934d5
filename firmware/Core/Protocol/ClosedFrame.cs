using Haip.Core.Log;

namespace Haip.Core.Protocol
{
    /// <summary>No session, or no longer. It carries no tag: who gets it has no key in common with the pump, or is not believed to.</summary>
    /// <code>
    /// byte  0                 1               2        4              8
    ///       Refused or Ended  Refusal or      wait     session,       (end)
    ///       u8                EndReason u8    u16 s    u32, 0 none
    /// wait: nobody is listened to before
    /// </code>
    public static class ClosedFrame
    {
        public const int Length = 8;

        public static int WriteRefused(byte[] frame, Refusal why, int waitSeconds, uint session) =>
            Write(frame, SessionCode.Refused, (byte)why, waitSeconds, session);

        public static int WriteEnded(byte[] frame, EndReason why, uint session) => Write(frame, SessionCode.Ended, (byte)why, 0, session);

        private static int Write(byte[] frame, SessionCode code, byte why, int waitSeconds, uint session)
        {
            frame[0] = (byte)code;
            frame[1] = why;
            LittleEndian.Write16(frame, 2, waitSeconds);
            LittleEndian.Write32(frame, 4, session);
            return Length;
        }
    }
}
