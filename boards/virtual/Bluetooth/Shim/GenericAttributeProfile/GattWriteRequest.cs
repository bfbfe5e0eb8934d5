using Haip.VirtualBluetooth.Air;
using Haip.VirtualBluetooth.Esp32;

namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>A write to be answered within two seconds.</summary>
public class GattWriteRequest
{
    private readonly RadioChip _chip;
    private readonly ushort _id;

    internal GattWriteRequest(RadioChip chip, ushort id)
    {
        _chip = chip;
        _id = id;
        Value = new Buffer(chip.RequestData(id));
    }

    public Buffer Value { get; }

    public void Respond() => _chip.Answer(_id, AttAnswer.Done);

    public void RespondWithProtocolError(byte protocolError) => _chip.Answer(_id, AttAnswer.Refused((AttError)protocolError));
}
