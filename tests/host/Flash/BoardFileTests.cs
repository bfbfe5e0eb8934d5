using System;
using System.IO;
using System.Linq;
using System.Text;
using Haip.Flash;
using Haip.Flash.Boards;
using Xunit;

namespace Haip.HostTests.Flash;

[Trait("Category", "Flash")]
public sealed class BoardFileTests : IDisposable
{
    private const string Good = """
        {
          "name": "esp32-devkitc",
          "title": "ESP32-DevKitC (WROOM-32)",
          "target": "ESP32_BLE_REV0",
          "deployAddress": "0x1E0000",
          "deploySizeBytes": 1835008,
          "flashSizeMegabytes": 4,
          "minimumImageVersion": "1.16.0",
          "pins": "Esp32DevKitCPins"
        }
        """;

    private readonly FlashBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Every_board_of_the_repository_has_a_good_file()
    {
        string[] files = Directory.GetFiles(Path.Combine(FlashBench.RepositoryFolder, "boards"), "board.json", SearchOption.AllDirectories);

        Assert.Equal(["esp32-devkitc", "esp32-s3-devkitc"], files.Select(file => BoardFile.Read(file).Name).Order());
    }

    // Offsets and sizes as the partition tables of nf-interpreter have them.
    [Theory]
    [InlineData("esp32-devkitc", 0x1E0000, 0x1C0000, 4)]
    [InlineData("esp32-s3-devkitc", 0x1B0000, 0x2E0000, 8)]
    public void The_applications_place_is_that_of_the_partition_table(string name, int address, int size, int megabytes)
    {
        var board = new BoardCatalog(FlashBench.RepositoryFolder).Find(name);

        Assert.Equal((address, size, megabytes), (board.DeployAddress, board.DeploySizeBytes, board.FlashSizeMegabytes));
    }

    [Theory]
    [InlineData("\"name\": \"esp32-devkitc\"", "\"name\": \"other\"", "name: must be the name of its folder, \"esp32-devkitc\"")]
    [InlineData("\"title\": \"ESP32-DevKitC (WROOM-32)\"", "\"title\": 3", "title: must be text")]
    [InlineData("\"title\": \"ESP32-DevKitC (WROOM-32)\"", "\"title\": \" \"", "title: must be text")]
    [InlineData("ESP32_BLE_REV0", "ESP32_REV3", "target: \"ESP32_REV3\" has no Bluetooth; allowed are ESP32_BLE_REV0, ")]
    [InlineData("0x1E0000", "0x1B0000", "deployAddress: ESP32_BLE_REV0 keeps its application at 0x1E0000")]
    [InlineData("0x1E0000", "1966080", "deployAddress: must be text such as \"0x1E0000\"")]
    [InlineData("0x1E0000", "0xFFFFFFFFFF", "deployAddress: must be text such as \"0x1E0000\"")]
    [InlineData("1835008", "1835009", "deploySizeBytes: must be a multiple of 4096 between 4096 and 2228224")]
    [InlineData("1835008", "-4096", "deploySizeBytes: must be a multiple of 4096")]
    [InlineData("1835008", "2232320", "deploySizeBytes: must be a multiple of 4096")]
    [InlineData("1835008", "1e99", "deploySizeBytes: must be a whole number of bytes")]
    [InlineData("1835008", "null", "deploySizeBytes: must be a whole number of bytes")]
    [InlineData("Megabytes\": 4", "Megabytes\": 5", "flashSizeMegabytes: 5 is not one of 2, 4, 8, 16 and 32")]
    [InlineData("Megabytes\": 4", "Megabytes\": \"4\"", "flashSizeMegabytes: must be one of 2, 4, 8, 16 and 32")]
    [InlineData("1.16.0", "newest", "minimumImageVersion: must be text such as \"1.16.0\"")]
    [InlineData("1.16.0", "1.16", "minimumImageVersion: must be text such as \"1.16.0\"")]
    [InlineData("\"pins\"", "\"pinz\"", "pinz: is not a key; keys are name, title, target,")]
    [InlineData("\"title\"", "\"name\"", "name: stands here twice")]
    [InlineData(",\n  \"pins\": \"Esp32DevKitCPins\"", "", "pins: is missing")]
    public void What_is_wrong_is_said_in_one_line_with_file_key_and_what_is_allowed(string part, string instead, string message)
    {
        string text = Good.ReplaceLineEndings("\n");
        Assert.Contains(part, text, StringComparison.Ordinal);

        FlashException error = ErrorOf(text.Replace(part, instead, StringComparison.Ordinal));

        Assert.StartsWith("board.json: " + message, error.Message, StringComparison.Ordinal);
        Assert.Equal(Outcome.BadArguments, error.Outcome);
    }

    [Theory]
    [InlineData("", "line 1 is not JSON")]
    [InlineData("{\n  \"name\": esp\n}", "line 2 is not JSON")]
    [InlineData("[]", "must be one object")]
    public void What_is_no_board_at_all_is_said(string text, string message) =>
        Assert.Contains(message, ErrorOf(text).Message, StringComparison.Ordinal);

    private FlashException ErrorOf(string text)
    {
        string path = _bench.Write("boards/esp32-devkitc/board.json", Encoding.UTF8.GetBytes(text));
        FlashException error = Assert.Throws<FlashException>(() => BoardFile.Read(path));
        return new FlashException(error.Outcome, error.Message.Replace(Path.GetDirectoryName(path) + Path.DirectorySeparatorChar, "", StringComparison.Ordinal), error.NextStep);
    }
}
