using Haip.Core.Protocol;

namespace Haip.Core.Ports
{
    /// <summary>The way to whoever has subscribed. Called by the pump's thread, and must return at once.</summary>
    public interface IRadioLink
    {
        /// <summary>Sends the first bytes of a buffer as one notification. The buffer is used again after the call.</summary>
        /// <param name="length">Bytes of the frame, never more than the link was said to carry.</param>
        /// <returns>False when nobody has subscribed, or the radio has no room now: the frame is offered again.</returns>
        bool Notify(GattCharacteristic characteristic, byte[] frame, int length);
    }
}
