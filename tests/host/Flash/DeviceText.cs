using System;

namespace Haip.HostTests.Flash;

/// <summary>What nanoff prints of a board, line for line as nf-debugger's NanoFrameworkDeviceInfo builds it.</summary>
public static class DeviceText
{
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
