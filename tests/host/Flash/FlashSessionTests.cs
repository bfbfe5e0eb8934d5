using System;
using System.IO;
using System.Linq;
using Haip.Flash;
using Haip.Flash.Therapy;
using Xunit;

namespace Haip.HostTests.Flash;

[Trait("Category", "Flash")]
public sealed class FlashSessionTests : IDisposable
{
    private readonly FlashBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_good_run_checks_then_writes_image_and_application_apart_then_verifies()
    {
        Assert.Equal(Outcome.Done, _bench.Run(_bench.Request));

        Assert.Equal([FakeNanoff.Version, FakeNanoff.Ports, FakeNanoff.Chip, FakeNanoff.Firmware, FakeNanoff.Application, FakeNanoff.Details], _bench.Nanoff.Kinds);
        Assert.StartsWith("Done", _bench.Person.Said[^1], StringComparison.Ordinal);
        Assert.Empty(_bench.Person.Sentence);
    }

    [Theory]
    [InlineData("esp32-devkitc", "ESP32_BLE_REV0", "0x1E0000", "ESP32", 4)]
    [InlineData("esp32-s3-devkitc", "ESP32_S3_QUAD", "0x1B0000", "ESP32-S3 (ESP32-S3 (QFN56))", 16)]
    public void The_application_goes_to_the_boards_address_and_the_image_is_named(string board, string target, string address, string chip, int flashMegabytes)
    {
        _bench.Nanoff.Ends(FakeNanoff.Chip, FakeNanoff.Exit(0, DeviceText.OfChip(chip, flashMegabytes)));
        _bench.Nanoff.Ends(FakeNanoff.Ports, FakeNanoff.Exit(0, "Available COM ports:\n  COM4\n  COM5\n"));
        _bench.Nanoff.Ends(FakeNanoff.Details, FakeNanoff.Exit(0, DeviceText.Of(target)));

        Assert.Equal(Outcome.Done, _bench.Run(_bench.Request with { Board = board, Port = "COM5" }));

        Assert.Equal(
            $"nanoff --platform esp32 --target {target} --update --serialport COM5 --baud 1500000 -v m --suppressnanoffversioncheck",
            _bench.Nanoff.Calls[3].CommandLine);
        Assert.Equal(
            $"nanoff --platform esp32 --target {target} --deploy --image {_bench.ImagePath} --address {address} --serialport COM5 --baud 1500000 -v m --suppressnanoffversioncheck",
            _bench.Nanoff.Calls[4].CommandLine);
    }

    [Fact]
    public void Version_archive_and_erasing_reach_the_write_of_the_image_only()
    {
        _bench.Nanoff.Ends(FakeNanoff.Details, FakeNanoff.Exit(0, DeviceText.Of(image: "1.16.0.12")));
        FlashRequest request = _bench.Request with { FirmwareVersion = "1.16.0", Archive = _bench.FolderPath, MassErase = true, Yes = true };

        Assert.Equal(Outcome.Done, _bench.Run(request));

        string[] extra = ["--fwversion", "1.16.0", "--fromarchive", "--archivepath", _bench.FolderPath, "--masserase"];
        Assert.Equal(extra, _bench.Nanoff.Calls.Single(call => call.Arguments.Contains("--update")).Arguments.TakeLast(extra.Length));
        Assert.DoesNotContain("--masserase", _bench.Nanoff.Calls.Single(call => call.Arguments.Contains("--deploy")).Arguments);
        Assert.Empty(_bench.Person.Questions);
    }

    [Theory]
    [InlineData(true, false, FakeNanoff.Application)]
    [InlineData(false, true, FakeNanoff.Firmware)]
    public void What_is_skipped_is_not_written(bool skipFirmware, bool skipApplication, string written)
    {
        Assert.Equal(Outcome.Done, _bench.Run(_bench.Request with { SkipFirmware = skipFirmware, SkipApplication = skipApplication }));

        Assert.Equal([FakeNanoff.Version, FakeNanoff.Ports, FakeNanoff.Chip, written, FakeNanoff.Details], _bench.Nanoff.Kinds);
    }

    [Fact]
    public void Writing_slows_down_until_it_works_and_stays_slow()
    {
        _bench.Nanoff.Ends(FakeNanoff.Firmware, FakeNanoff.Fails(4003), FakeNanoff.Fails(4000), FakeNanoff.Exit(0, ""));

        Assert.Equal(Outcome.Done, _bench.Run(_bench.Request));

        string[] bauds = [.. _bench.Nanoff.Calls.Where(call => call.Arguments.Contains("--update") || call.Arguments.Contains("--deploy")).Select(call => call.Arguments[call.Arguments.ToList().IndexOf("--baud") + 1])];
        Assert.Equal(["1500000", "921600", "460800", "460800"], bauds);
        Assert.Contains(_bench.Person.Said, line => line.Contains("BOOT", StringComparison.Ordinal));
    }

    [Fact]
    public void A_chip_that_nanoff_does_not_name_is_left_to_the_verification()
    {
        _bench.Nanoff.Ends(FakeNanoff.Chip, FakeNanoff.Exit(0, ""));

        Assert.Equal(Outcome.Done, _bench.Run(_bench.Request));
        Assert.Contains("Chip      not named by nanoff", _bench.Person.Said);
    }

    [Fact]
    public void A_link_to_a_port_may_be_named()
    {
        string link = _bench.Write("board-on-the-left", []);

        Assert.Equal(Outcome.Done, _bench.Run(_bench.Request with { Port = link }));
    }

    [Fact]
    public void A_board_that_is_still_starting_is_asked_again()
    {
        _bench.Nanoff.Ends(FakeNanoff.Details, FakeNanoff.Fails(2001), FakeNanoff.Exit(0, "DeviceInfo is not valid!"), FakeNanoff.Exit(0, DeviceText.Of()));

        Assert.Equal(Outcome.Done, _bench.Run(_bench.Request));
    }

    [Fact]
    [Trait("Requirement", "SR-611")]
    public void A_person_who_says_yes_may_flash_a_silent_board_and_the_log_remembers()
    {
        _bench.Therapy = new TherapyAnswer(TherapyState.Unknown, "no status line");
        _bench.Person.Answer = true;

        Assert.Equal(Outcome.Done, _bench.Run(_bench.Request));

        Assert.Contains("nobody is connected to this pump? yes", File.ReadAllText(_bench.LogPath), StringComparison.Ordinal);
    }

    [Fact]
    public void A_silent_board_that_runs_something_else_needs_no_question()
    {
        _bench.Therapy = new TherapyAnswer(TherapyState.Unknown, "no status line");
        _bench.Nanoff.Ends(FakeNanoff.Details, FakeNanoff.Exit(0, DeviceText.Of(application: "Blinky, 1.0.0.0")), FakeNanoff.Exit(0, DeviceText.Of()));

        Assert.Equal(Outcome.Done, _bench.Run(_bench.Request));

        Assert.Empty(_bench.Person.Questions);
        Assert.Contains(_bench.Person.Said, line => line.Contains("Blinky", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "SR-611")]
    public void A_running_therapy_is_interrupted_only_when_that_was_asked_for()
    {
        _bench.Therapy = new TherapyAnswer(TherapyState.Running, "state Infusing");

        Assert.Equal(Outcome.Done, _bench.Run(_bench.Request with { InterruptTherapy = true }));
    }

    [Fact]
    public void Every_call_and_its_output_is_in_the_log()
    {
        _bench.Run(_bench.Request);
        string log = File.ReadAllText(_bench.LogPath);

        Assert.All(_bench.Nanoff.Calls, call => Assert.Contains($"call: {call.CommandLine}", log, StringComparison.Ordinal));
        Assert.Contains("CLR Version: 1.17.0.334", log, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_name_the_log_lies_in_the_repository()
    {
        _bench.Run(_bench.Request with { Log = null });

        Assert.Single(Directory.GetFiles(Path.Combine(_bench.FolderPath, "out", "flash"), "flash-*.log"));
    }

    [Fact]
    public void Ports_are_listed_without_naming_a_board()
    {
        _bench.Nanoff.Ends(FakeNanoff.Ports, FakeNanoff.Exit(0, "Available COM ports:\n  /dev/ttyUSB0\n  /dev/ttyACM1\n\n"));

        Assert.Equal(Outcome.Done, _bench.Run(new FlashRequest { ListPorts = true, Log = _bench.LogPath }));

        Assert.Equal(["/dev/ttyUSB0", "/dev/ttyACM1"], _bench.Person.Said.TakeLast(2));
    }

    [Fact]
    public void The_image_is_shown_with_its_size_and_its_hash()
    {
        _bench.Run(_bench.Request);

        string hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(ImageBytes.Pump()));
        Assert.Contains($"SHA-256   {hash}", _bench.Person.Said);
        Assert.Contains(_bench.Person.Said, line => line.Contains($"version 0.1.0.0, {ImageBytes.Pump().Length} bytes", StringComparison.Ordinal));
    }
}
