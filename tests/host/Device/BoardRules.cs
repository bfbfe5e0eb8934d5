using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Haip.Board;

namespace Haip.HostTests.Device;

/// <summary>board.json, which the flash tool reads, and the pin tables, which the firmware reads, speak of the same boards.</summary>
public static class BoardRules
{
    // Where nanoFramework's partition tables put the application, and how much room it has (nf-interpreter, targets/ESP32/_IDF).
    private static readonly (string Target, int FlashMegabytes, string Address, int SizeBytes)[] s_partitions =
    [
        ("ESP32_S3", 4, "0x1B0000", 0x1F0000),
        ("ESP32_S3", 8, "0x1B0000", 0x2E0000),
        ("ESP32_S3", 16, "0x1B0000", 0x2E0000),
        ("ESP32_BLE", 4, "0x1E0000", 0x1C0000),
        ("ESP32_BLE", 8, "0x1E0000", 0x2B0000),
        ("ESP32_BLE", 16, "0x1E0000", 0x2B0000),
    ];

    public static IEnumerable<string> Problems(Repository repository)
    {
        string[] files = [.. repository.Files.Where(file => file.StartsWith("boards/", StringComparison.Ordinal) && Path.GetFileName(file) == "board.json")];
        PinMap[] maps = ProcessorBoards.All();

        return files.SelectMany(file => FileProblems(repository, file, maps))
            .Concat(maps.Where(map => !files.Contains($"boards/{map.Board}/board.json")).Select(map => $"boards/{map.Board}/board.json is missing: the firmware has pins for this board"))
            .Concat(maps.SelectMany(PinRules.Problems));
    }

    private static List<string> FileProblems(Repository repository, string file, PinMap[] maps)
    {
        using JsonDocument document = JsonDocument.Parse(repository.Text(file));
        JsonElement board = document.RootElement;
        string name = file.Split('/')[1];
        string target = board.GetProperty("target").GetString()!;
        string pins = board.GetProperty("pins").GetString()!;
        string source = $"boards/{name}/{pins}.cs";
        PinMap? map = maps.FirstOrDefault(candidate => candidate.Board == name);
        List<string> problems = [];

        Require(problems, file, board.GetProperty("name").GetString() == name, "the name is not that of the folder");
        Require(problems, file, repository.Files.Contains(source) && repository.Text(source).Contains($"class {pins}\n", StringComparison.Ordinal), $"there is no class {pins} in {source}");
        Require(problems, file, map is not null, "the firmware has no pins for this board");
        Require(problems, file, map is null || map.Targets[0] == target, $"the target is {target}, and {map?.Targets[0]} in the pin table");

        int megabytes = board.GetProperty("flashSizeMegabytes").GetInt32();
        bool partition = s_partitions.Any(row => target.StartsWith(row.Target, StringComparison.Ordinal) && row.FlashMegabytes == megabytes
            && row.Address == board.GetProperty("deployAddress").GetString() && row.SizeBytes == board.GetProperty("deploySizeBytes").GetInt32());
        Require(problems, file, partition, $"no partition table of {target} with {megabytes} MB has the application there");

        bool reachable = Version.Parse(board.GetProperty("minimumImageVersion").GetString()!) <= Version.Parse(repository.Matrix.ImageVersion);
        Require(problems, file, reachable, $"the minimum image is newer than the image of {PackageMatrix.FileName}");
        return problems;
    }

    private static void Require(List<string> problems, string file, bool condition, string sentence)
    {
        if (!condition)
        {
            problems.Add($"{file}: {sentence}");
        }
    }
}
