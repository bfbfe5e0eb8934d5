using Haip.VirtualBluetooth.Air;
using Haip.VirtualBluetooth.Esp32;

namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>A read to be answered within two seconds.</summary>
public class GattReadRequest
{
    private readonly RadioChip _chip;
    private readonly ushort _id;

    internal GattReadRequest(RadioChip chip, ushort id)
    {
        _chip = chip;
        _id = id;
    }

    public void RespondWithValue(Buffer value) => _chip.Answer(_id, new AttAnswer(AttError.None, value.ToArray()));

    public void RespondWithProtocolError(byte protocolError) => _chip.Answer(_id, AttAnswer.Refused((AttError)protocolError));
}
