using System;

namespace Haip.HostTests.Flash;

/// <summary>What nanoff prints of a board, line for line. Of what runs on it: as nf-debugger's NanoFrameworkDeviceInfo builds it.</summary>
public static class DeviceText
{
    /// <summary>What the flasher prints of a chip (Esp32Manager and Esp32DeviceInfo of nanoFirmwareFlasher).</summary>
    public static string OfChip(string chip = "ESP32 (ESP32-D0WD-V3 (revision v3.0))", int flashMegabytes = 4) => $"""
        Reading details from chip...OK

        Connected to:
        {chip}
        Features WiFi, BT, Dual Core, 240MHz
        Flash size {flashMegabytes}MB unknown from WINBOND_NEX (manufacturer 0xEF device 0x4016)
        PSRAM: undetermined
        Crystal 40MHz
        MAC 24:0A:C4:00:01:10

        """.ReplaceLineEndings(Environment.NewLine);

    public static string Of(string target = "ESP32_BLE_REV0", string image = "1.17.0.334", string application = "HaipFirmware, 0.1.0.0") => $"""

        HAL build info: nanoCLR running @ ESP32
          Target:   {target}
          Platform: ESP32

        Firmware build Info:
          Date:        Aug  1 2026
          Type:        MinSizeRel build
          CLR Version: {image}
          Compiler:    GNU ARM GCC v14.2.0.0

        OEM Product codes (vendor, model, SKU): 0, 0, 0

        Serial Numbers (module, system):
          00000000000000000000000000000000
          0000000000000000

        Target capabilities:
          Has nanoBooter: NO
          IFU capable: NO
          Has proprietary bootloader: YES

        AppDomains:
          default, id=1

        Assemblies:
          mscorlib, 1.17.11.0
          nanoFramework.Runtime.Events, 1.11.37.0
          {application}

        Native Assemblies:
          mscorlib v100.5.0.24, checksum 0x00000000
          HaipFirmware.Native v9.9.9.9, checksum 0x00000000

        """.ReplaceLineEndings(Environment.NewLine);
}
