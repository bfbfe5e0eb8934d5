using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Haip.Flash.Boards;

/// <summary>Reads a board.json. Whatever is wrong with it is said in one line: file, key, what is allowed.</summary>
public static partial class BoardFile
{
    private const int BlockBytes = 0x1000; // what flash is erased in
    private const int BytesPerMegabyte = 1 << 20;

    private static readonly string[] s_keys =
        ["name", "title", "target", "deployAddress", "deploySizeBytes", "flashSizeMegabytes", "minimumImageVersion", "pins"];

    private static readonly int[] s_flashSizesMegabytes = [2, 4, 8, 16, 32];

    /// <exception cref="FlashException">Not readable, not JSON, a key is missing, unknown, twice there or of a value that is not allowed.</exception>
    public static Board Read(string path)
    {
        Dictionary<string, JsonElement> members = Members(path);

        string folder = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path)))!;
        string name = Text(path, members, "name");
        Require(name == folder, path, "name", $"must be the name of its folder, \"{folder}\"");

        string target = Text(path, members, "target");
        BleTarget? ble = BleTargets.Find(target);
        Require(ble is not null, path, "target", $"\"{target}\" has no Bluetooth; allowed are {BleTargets.Names}");

        int megabytes = WholeNumber(path, members, "flashSizeMegabytes", "one of 2, 4, 8, 16 and 32");
        Require(s_flashSizesMegabytes.Contains(megabytes), path, "flashSizeMegabytes", $"{megabytes} is not one of 2, 4, 8, 16 and 32");

        int address = Address(path, members);
        Require(address == ble!.DeployAddress, path, "deployAddress", $"{target} keeps its application at 0x{ble.DeployAddress:X}");

        int size = WholeNumber(path, members, "deploySizeBytes", "a whole number of bytes");
        int room = (megabytes * BytesPerMegabyte) - address;
        Require(size > 0 && size <= room && size % BlockBytes == 0, path, "deploySizeBytes",
            $"must be a multiple of {BlockBytes} between {BlockBytes} and {room}, the flash behind deployAddress");

        return new Board(name, Text(path, members, "title"), target, address, size, megabytes, MinimumVersion(path, members), Text(path, members, "pins"));
    }

    private static Dictionary<string, JsonElement> Members(string path)
    {
        var members = new Dictionary<string, JsonElement>();
        JsonElement root = Root(path);

        if (root.ValueKind != JsonValueKind.Object)
        {
            throw Bad($"{path}: must be one object, {{ ... }}");
        }

        foreach (JsonProperty property in root.EnumerateObject())
        {
            Require(s_keys.Contains(property.Name), path, property.Name, $"is not a key; keys are {string.Join(", ", s_keys)}");
            Require(members.TryAdd(property.Name, property.Value), path, property.Name, "stands here twice");
        }

        foreach (string key in s_keys)
        {
            Require(members.ContainsKey(key), path, key, "is missing");
        }

        return members;
    }

    private static JsonElement Root(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
            return document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw Bad($"{path}: line {(e.LineNumber ?? 0) + 1} is not JSON");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Bad($"{path}: cannot be read: {e.Message}");
        }
    }

    private static string Text(string path, Dictionary<string, JsonElement> members, string key)
    {
        JsonElement value = members[key];
        Require(value.ValueKind == JsonValueKind.String && value.GetString()!.Trim().Length > 0, path, key, "must be text");
        return value.GetString()!;
    }

    private static int WholeNumber(string path, Dictionary<string, JsonElement> members, string key, string allowed)
    {
        int number = 0;
        Require(members[key].ValueKind == JsonValueKind.Number && members[key].TryGetInt32(out number), path, key, $"must be {allowed}");
        return number;
    }

    private static int Address(string path, Dictionary<string, JsonElement> members)
    {
        const string Key = "deployAddress";
        string text = Text(path, members, Key);
        Require(HexAddress().IsMatch(text), path, Key, "must be text such as \"0x1E0000\"");
        return int.Parse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }

    private static Version MinimumVersion(string path, Dictionary<string, JsonElement> members)
    {
        const string Key = "minimumImageVersion";
        string text = Text(path, members, Key);
        Require(Version.TryParse(text, out Version? version) && version.Build >= 0, path, Key, "must be text such as \"1.16.0\"");
        return version!;
    }

    private static void Require(bool condition, string path, string key, string what)
    {
        if (!condition)
        {
            throw Bad($"{path}: {key}: {what}");
        }
    }

    private static FlashException Bad(string sentence) => new(Outcome.BadArguments, $"{sentence.TrimEnd('.')}.", "Correct the file; boards/esp32-devkitc/board.json is an example.");

    [GeneratedRegex("^0x[0-9A-Fa-f]{1,7}$")]
    private static partial Regex HexAddress();
}
