using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Haip.Board;

namespace Haip.HostTests.Device;

/// <summary>What the chips' data sheets forbid to pins. Source: Espressif's data sheets of ESP32 and ESP32-S3.</summary>
public static class PinRules
{
    // Flash and PSRAM, pins that are read at reset, debug port, USB, and numbers that no pin has.
    private static readonly int[] s_takenOnEsp32 = [0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 24, 28, 29, 30, 31];
    private static readonly int[] s_takenOnS3 = [0, 3, 19, 20, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 43, 44, 45, 46];

    // Inputs without a driver, and outputs that may be high at power-on.
    private static readonly int[] s_inputsOfEsp32 = [34, 35, 36, 37, 38, 39];
    private static readonly int[] s_glitchesOfEsp32 = [5, 14];

    private static readonly string[] s_dangerous = [nameof(PinMap.PumpEnable), nameof(PinMap.InletValve), nameof(PinMap.OutletValve)];

    public static IEnumerable<string> Problems(PinMap map)
    {
        bool s3 = map.Targets[0].StartsWith("ESP32_S3", StringComparison.Ordinal);
        (string Name, int Gpio)[] pins = [.. typeof(PinMap).GetFields().Where(field => field.FieldType == typeof(int)).Select(field => Pin(map, field))];

        foreach (IGrouping<int, (string Name, int Gpio)> twice in pins.GroupBy(pin => pin.Gpio).Where(group => group.Count() > 1))
        {
            yield return $"{map.Board}: GPIO {twice.Key} is {string.Join(" and ", twice.Select(pin => pin.Name))}";
        }

        foreach ((string name, int gpio) in pins)
        {
            if (gpio < 0 || gpio > (s3 ? 48 : 39) || (s3 ? s_takenOnS3 : s_takenOnEsp32).Contains(gpio))
            {
                yield return $"{map.Board}: {name} cannot be GPIO {gpio}, which is taken or not there";
            }

            if (!s3 && name != nameof(PinMap.Button) && s_inputsOfEsp32.Contains(gpio))
            {
                yield return $"{map.Board}: {name} cannot be GPIO {gpio}, which is an input only";
            }

            if (!s3 && s_dangerous.Contains(name) && s_glitchesOfEsp32.Contains(gpio))
            {
                yield return $"{map.Board}: {name} cannot be GPIO {gpio}, which may be high at power-on";
            }
        }
    }

    private static (string Name, int Gpio) Pin(PinMap map, FieldInfo field) => (field.Name, (int)field.GetValue(map)!);
}
