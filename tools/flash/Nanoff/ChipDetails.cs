using System.Globalization;
using System.Text.RegularExpressions;

namespace Haip.Flash.Nanoff;

/// <summary>What a board is made of, as nanoff --platform esp32 --devicedetails prints it; no image need run on it.</summary>
/// <remarks>Format: nanoFirmwareFlasher 2.5.162, Esp32DeviceInfo.ToString().</remarks>
/// <param name="Chip">Such as "ESP32-S3".</param>
/// <param name="FlashMegabytes">Size of its flash.</param>
public sealed partial record ChipDetails(string Chip, int FlashMegabytes)
{
    /// <returns>Null when the text does not name chip and flash.</returns>
    public static ChipDetails? Read(string text)
    {
        Match chip = ChipLine().Match(text);
        Match flash = FlashLine().Match(text);

        return chip.Success && flash.Success
            ? new ChipDetails(chip.Groups[1].Value, int.Parse(flash.Groups[1].ValueSpan, CultureInfo.InvariantCulture))
            : null;
    }

    [GeneratedRegex(@"(?m)^Connected to:\s+(ESP32[A-Z0-9-]*)")]
    private static partial Regex ChipLine();

    [GeneratedRegex(@"(?m)^Flash size (\d{1,4})MB\b")]
    private static partial Regex FlashLine();
}
