using System.Collections.Generic;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace Haip.HostTests.Radio;

/// <summary>The person at the browser's own list of Bluetooth devices: takes the first that is listed.</summary>
internal sealed class DeviceChooser
{
    private readonly ICDPSession _devices;
    private readonly HashSet<string> _answered = [];

    private DeviceChooser(ICDPSession devices) => _devices = devices;

    /// <summary>The person closes the list without a choice, so many times.</summary>
    public int Cancel { get; set; }

    public static async Task<DeviceChooser> WatchAsync(IPage page)
    {
        ICDPSession devices = await page.Context.NewCDPSessionAsync(page);
        var chooser = new DeviceChooser(devices);
        devices.Event("DeviceAccess.deviceRequestPrompted").OnEvent += async (_, prompt) => await chooser.ChooseAsync(prompt!.Value);
        await devices.SendAsync("DeviceAccess.enable");
        return chooser;
    }

    // Told again with every device that appears, at first perhaps without any.
    private async Task ChooseAsync(JsonElement prompt)
    {
        string id = prompt.GetProperty("id").GetString()!;
        JsonElement listed = prompt.GetProperty("devices");

        if (listed.GetArrayLength() == 0 || !_answered.Add(id))
        {
            return;
        }

        if (Cancel > 0)
        {
            Cancel--;
            await _devices.SendAsync("DeviceAccess.cancelPrompt", new Dictionary<string, object> { ["id"] = id });
            return;
        }

        await _devices.SendAsync("DeviceAccess.selectPrompt", new Dictionary<string, object> { ["id"] = id, ["deviceId"] = listed[0].GetProperty("id").GetString()! });
    }
}
