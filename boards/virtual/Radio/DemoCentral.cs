using System;
using System.Threading;
using System.Threading.Tasks;
using Haip.Core.Protocol;
using Haip.VirtualBluetooth.Air;

namespace Haip.VirtualBoard.Radio;

/// <summary>A PC in range of the pump without a PC's Bluetooth: the way of the demonstration, on every system. One page at a time, as one link at a time is what the chip has.</summary>
public sealed class DemoCentral : IDisposable
{
    // A page that is loaded again comes before the server has seen that it went.
    private static readonly TimeSpan s_turnover = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _place = new(1, 1);

    public DemoCentral(PumpRadio pump)
    {
        Log = new FrameLog();
        Link = new AirLink(pump.Chip, new AirFaults(), Log, new DisplayReader(pump));
    }

    public FrameLog Log { get; }

    public AirLink Link { get; }

    /// <summary>Pairs, as a person does who reads the pump's display: somebody has just held the pump's button, and the pump runs meanwhile. The key is kept for every link from then on.</summary>
    /// <returns>False when the pump did not want to.</returns>
    public async Task<bool> PairAsync()
    {
        bool paired = await Link.ConnectAsync() && (await Link.PairAsync()).Ok;
        Link.Drop();
        return paired;
    }

    /// <summary>A page wants the place.</summary>
    /// <returns>False when another has it.</returns>
    public Task<bool> TryEnterAsync() => _place.WaitAsync(s_turnover);

    /// <summary>The page that had it is gone, and its link with it.</summary>
    public void Leave()
    {
        Link.Drop();
        _place.Release();
    }

    /// <summary>A characteristic as the air knows it, by its number in the table.</summary>
    /// <returns>Null when the pump does not offer it.</returns>
    public AirCharacteristic? Find(int number)
    {
        if (GattTable.Find((GattCharacteristic)number) is not GattRow row)
        {
            return null;
        }

        var uuid = new Guid(row.Uuid);

        foreach (AirService service in Link.Peripheral.Services)
        {
            foreach (AirCharacteristic characteristic in service.Characteristics)
            {
                if (characteristic.Uuid == uuid)
                {
                    return characteristic;
                }
            }
        }

        return null;
    }

    public void Dispose()
    {
        Link.Dispose();
        _place.Dispose();
    }

    // The person who types what the pump shows.
    private sealed class DisplayReader(PumpRadio pump) : IPairingDialog
    {
        private const int Digits = 6;

        public Task<int?> AskPasskeyAsync(IPeripheral peripheral, CancellationToken cancel) =>
            Task.FromResult(pump.Notice is { Length: >= Digits } notice && int.TryParse(notice.AsSpan(notice.Length - Digits), out int passkey) ? passkey : (int?)null);
    }
}
