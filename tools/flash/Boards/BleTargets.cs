using System;
using System.Linq;

namespace Haip.Flash.Boards;

/// <summary>The images this pump can run on: without Bluetooth in the image the application dies when it is loaded.</summary>
/// <remarks>
/// Source: nf-interpreter, defconfigs with CONFIG_API_NANOFRAMEWORK_DEVICE_BLUETOOTH=y and targets/ESP32/_IDF/*/partitions_nanoclr_*.csv
/// (July 2026). ESP32_C61 has Bluetooth too, but its own README says that it crashes.
/// </remarks>
public static class BleTargets
{
    private const int Esp32 = 0x1E0000;
    private const int Esp32S3AndC3 = 0x1B0000;
    private const int Esp32C5AndC6 = 0x250000;
    private const int Esp32H2 = 0x1C0000;

    public static readonly BleTarget[] Rows =
    [
        new("ESP32_BLE_REV0", "ESP32", Esp32),
        new("ESP32_BLE_REV3", "ESP32", Esp32),
        new("ESP32_PSRAM_BLE_GenericGraphic_REV3", "ESP32", Esp32),
        new("ESP32_ETHERNET_KIT_1.2", "ESP32", Esp32),
        new("M5Core2", "ESP32", Esp32),
        new("LilygoTWatch2021", "ESP32", Esp32),
        new("ESP32_S3_QUAD", "ESP32-S3", Esp32S3AndC3),
        new("ESP32_S3_OCTAL", "ESP32-S3", Esp32S3AndC3),
        new("ESP32_C3", "ESP32-C3", Esp32S3AndC3),
        new("ESP32_C5_THREAD", "ESP32-C5", Esp32C5AndC6),
        new("ESP32_C6_THREAD", "ESP32-C6", Esp32C5AndC6),
        new("ESP32_H2_THREAD", "ESP32-H2", Esp32H2),
    ];

    public static string Names => string.Join(", ", Rows.Select(row => row.Name));

    /// <returns>Null for a target without Bluetooth, and for one that does not exist.</returns>
    public static BleTarget? Find(string name) => Array.Find(Rows, row => row.Name == name);
}
