using System;
using System.IO;
using System.Linq;
using Haip.Flash;
using Haip.Flash.Nanoff;
using Haip.Flash.Processes;
using Haip.Flash.Therapy;
using Xunit;

namespace Haip.HostTests.Flash;

/// <summary>Everything that goes wrong on a bench: one sentence, a next step, the right exit code, and nothing half done called done.</summary>
[Trait("Category", "Flash")]
public sealed class FlashFailureTests : IDisposable
{
    private readonly FlashBench _bench = new();

    public static TheoryData<int> NanoffCodes => [.. NanoffFailures.Rows.Select(row => row.Code)];

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("nanoff 3.0.0-preview.1+abc", "nanoff is 3.0.0, but this tool knows 2.5 only.")]
    [InlineData("nanoff 2.4.9", "nanoff is 2.4.9, but this tool knows 2.5 only.")]
    [InlineData("nanoff 2.6.1", "nanoff is 2.6.1, but this tool knows 2.5 only.")]
    [InlineData("command not recognised", "nanoff does not say which version it is.")]
    public void Another_nanoff_is_refused_before_the_board_is_touched(string output, string sentence)
    {
        _bench.Nanoff.Ends(FakeNanoff.Version, FakeNanoff.Exit(0, output));

        Assert.Equal(Outcome.PrerequisiteMissing, _bench.Fails(_bench.Request));
        Assert.Equal(sentence, _bench.Person.Sentence);
        Assert.Contains("dotnet tool update -g nanoff --version 2.5.162", _bench.Person.NextStep, StringComparison.Ordinal);
        Assert.Equal([FakeNanoff.Version], _bench.Nanoff.Kinds);
    }

    [Fact]
    public void A_missing_nanoff_is_named_with_the_command_that_installs_it()
    {
        _bench.Nanoff.Ends(FakeNanoff.Version, new ProcessResult(ProcessEnd.NotFound, 0, ""));

        Assert.Equal(Outcome.PrerequisiteMissing, _bench.Fails(_bench.Request));
        Assert.Contains("dotnet tool install -g nanoff --version 2.5.162", _bench.Person.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("No available COM port.\n", "This computer has no serial port.")]
    [InlineData("Available COM ports:\n  COM3\n  COM4\n", "There are 2 serial ports: COM3, COM4.")]
    public void A_port_is_never_guessed(string output, string sentence)
    {
        _bench.Nanoff.Ends(FakeNanoff.Ports, FakeNanoff.Exit(0, output));

        Assert.Equal(Outcome.NoPort, _bench.Fails(_bench.Request));
        Assert.Equal(sentence, _bench.Person.Sentence);
        Assert.Equal([FakeNanoff.Version, FakeNanoff.Ports], _bench.Nanoff.Kinds);
    }

    [Fact]
    public void A_port_that_is_not_there_is_answered_with_those_that_are()
    {
        Assert.Equal(Outcome.NoPort, _bench.Fails(_bench.Request with { Port = "COM5" }));
        Assert.Equal("There is no serial port COM5: this computer has COM7.", _bench.Person.Sentence);
        Assert.Equal([FakeNanoff.Version, FakeNanoff.Ports], _bench.Nanoff.Kinds);
    }

    [Theory]
    [InlineData("ESP32-S3 (ESP32-S3 (QFN56))", 8, "The board on COM7 has the chip ESP32-S3, but ESP32_BLE_REV0 is for ESP32.")]
    [InlineData("ESP32", 2, "The board on COM7 has 2 MB of flash, but esp32-devkitc has 4.")]
    public void Another_board_than_the_one_named_is_found_before_anything_is_written(string chip, int flashMegabytes, string sentence)
    {
        _bench.Nanoff.Ends(FakeNanoff.Chip, FakeNanoff.Exit(0, DeviceText.OfChip(chip, flashMegabytes)));

        Assert.Equal(Outcome.WrongBoard, _bench.Fails(_bench.Request));
        Assert.Equal(sentence, _bench.Person.Sentence);
        Assert.Contains("unchanged", _bench.State, StringComparison.Ordinal);
        Assert.Equal([FakeNanoff.Version, FakeNanoff.Ports, FakeNanoff.Chip], _bench.Nanoff.Kinds);
    }

    [Theory]
    [MemberData(nameof(NanoffCodes))]
    public void Every_code_of_nanoff_while_the_chip_is_asked_leaves_the_board_unchanged(int code)
    {
        _bench.Nanoff.Ends(FakeNanoff.Chip, FakeNanoff.Fails(code));

        Assert.Equal(Outcome.NotReached, _bench.Fails(_bench.Request));
        Assert.Contains("unchanged", _bench.State, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeNanoff.Firmware, _bench.Nanoff.Kinds);
    }

    [UnixFact]
    public void A_log_on_a_full_disk_ends_the_run_before_the_board_is_touched()
    {
        Assert.Equal(Outcome.BadArguments, _bench.Fails(_bench.Request with { Log = "/dev/full" }));
        Assert.Empty(_bench.Nanoff.Calls);
    }

    [Theory]
    [MemberData(nameof(NanoffCodes))]
    public void Every_code_of_nanoff_while_the_image_is_written_ends_in_its_own_words(int code)
    {
        _bench.Nanoff.Ends(FakeNanoff.Firmware, FakeNanoff.Fails(code));
        NanoffFailure row = NanoffFailures.Rows.Single(candidate => candidate.Code == code);

        Assert.Equal(row.Stage == NanoffStage.Connecting ? Outcome.NotReached : Outcome.FirmwareNotWritten, _bench.Fails(_bench.Request));
        Assert.Contains(row.Sentence[1..], _bench.Person.Sentence, StringComparison.Ordinal);
        Assert.Equal(row.NextStep, _bench.Person.NextStep);
        Assert.DoesNotContain(FakeNanoff.Application, _bench.Nanoff.Kinds);
        Assert.Contains(row.Stage != NanoffStage.Writing ? "unchanged" : "not usable", _bench.State, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(NanoffCodes))]
    public void Every_code_of_nanoff_while_the_application_is_written_says_that_the_image_is_new(int code)
    {
        _bench.Nanoff.Ends(FakeNanoff.Application, FakeNanoff.Fails(code));
        NanoffStage stage = NanoffFailures.Rows.Single(row => row.Code == code).Stage;

        Assert.Equal(stage == NanoffStage.Connecting ? Outcome.NotReached : Outcome.ApplicationNotWritten, _bench.Fails(_bench.Request));
        Assert.Contains(stage != NanoffStage.Writing ? "new nanoFramework image, application not written" : "application may be half written", _bench.State, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeNanoff.Details, _bench.Nanoff.Kinds);
    }

    [Fact]
    public void A_write_that_works_at_no_baud_rate_is_given_up_after_four()
    {
        _bench.Nanoff.Ends(FakeNanoff.Firmware, FakeNanoff.Fails(4000));

        Assert.Equal(Outcome.FirmwareNotWritten, _bench.Fails(_bench.Request));
        Assert.Equal(4, _bench.Nanoff.Kinds.Count(kind => kind == FakeNanoff.Firmware));
        Assert.Contains("BOOT", _bench.Person.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void A_board_lost_after_a_first_try_counts_as_half_written()
    {
        _bench.Nanoff.Ends(FakeNanoff.Firmware, FakeNanoff.Fails(4003), FakeNanoff.Fails(6000));

        Assert.Equal(Outcome.NotReached, _bench.Fails(_bench.Request));
        Assert.Contains("not usable", _bench.State, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FakeNanoff.Version, "unchanged")]
    [InlineData(FakeNanoff.Ports, "unchanged")]
    [InlineData(FakeNanoff.Chip, "unchanged")]
    [InlineData(FakeNanoff.Firmware, "image may be half written")]
    [InlineData(FakeNanoff.Application, "application may be half written")]
    [InlineData(FakeNanoff.Details, "not verified")]
    public void A_nanoff_that_hangs_is_reported_with_the_state_it_leaves(string kind, string state)
    {
        _bench.Nanoff.Ends(kind, FakeNanoff.Hang());

        Assert.Equal(Outcome.Hung, _bench.Fails(_bench.Request));
        Assert.Contains(state, _bench.State, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_application_after_a_success_of_nanoff_is_no_success()
    {
        _bench.Nanoff.Ends(FakeNanoff.Details, FakeNanoff.Exit(0, DeviceText.Of(application: "Blinky, 1.0.0.0")));

        Assert.Equal(Outcome.NotVerified, _bench.Fails(_bench.Request));
        Assert.Equal("nanoff reported success, but the board runs Blinky and not HaipFirmware.", _bench.Person.Sentence);
        Assert.Contains("not verified", _bench.State, StringComparison.Ordinal);
    }

    [Fact]
    public void An_older_application_after_a_success_of_nanoff_is_no_success()
    {
        _bench.Nanoff.Ends(FakeNanoff.Details, FakeNanoff.Exit(0, DeviceText.Of(application: "HaipFirmware, 0.0.9.0")));

        Assert.Equal(Outcome.NotVerified, _bench.Fails(_bench.Request));
        Assert.Equal("nanoff reported success, but of HaipFirmware the board runs 0.0.9.0 and not 0.1.0.0.", _bench.Person.Sentence);
    }

    [Fact]
    public void An_older_library_after_a_success_of_nanoff_is_no_success()
    {
        _bench.Nanoff.Ends(FakeNanoff.Details, FakeNanoff.Exit(0, DeviceText.Of().Replace("1.11.37.0", "1.11.36.0", StringComparison.Ordinal)));

        Assert.Equal(Outcome.NotVerified, _bench.Fails(_bench.Request));
        Assert.Contains("nanoFramework.Runtime.Events", _bench.Person.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ESP32_REV3", "1.17.0.334", "The board runs ESP32_REV3, not ESP32_BLE_REV0.")]
    [InlineData("ESP32_BLE_REV0", "1.15.2.9", "The board runs nanoFramework 1.15.2.9, but esp32-devkitc needs 1.16.0 or newer.")]
    [InlineData("ESP32_BLE_REV0", "1.16.0.1", "The board runs nanoFramework 1.16.0.1, not 1.17.0.")]
    public void Another_image_than_asked_for_is_found(string target, string image, string sentence)
    {
        _bench.Nanoff.Ends(FakeNanoff.Details, FakeNanoff.Exit(0, DeviceText.Of(target, image)));

        Assert.Equal(Outcome.NotVerified, _bench.Fails(_bench.Request with { FirmwareVersion = "1.17.0" }));
        Assert.Equal(sentence, _bench.Person.Sentence);
    }

    [Theory]
    [InlineData(0, "DeviceInfo is not valid!")]
    [InlineData(0, "")]
    [InlineData(2001 % 256, "Error E2001: Error occurred with listing nano devices. (Couldn't connect to specified nano device.)")]
    public void A_board_that_does_not_answer_afterwards_is_not_verified(int code, string output)
    {
        _bench.Nanoff.Ends(FakeNanoff.Details, FakeNanoff.Exit(code, output));

        Assert.Equal(Outcome.NotVerified, _bench.Fails(_bench.Request));
        Assert.Equal(3, _bench.Nanoff.Kinds.Count(kind => kind == FakeNanoff.Details));
    }

    [Theory]
    [Trait("Requirement", "SR-611")]
    [InlineData(false)]
    [InlineData(true)]
    public void A_running_therapy_is_refused_whatever_is_answered_or_confirmed_beforehand(bool yes)
    {
        _bench.Therapy = new TherapyAnswer(TherapyState.Running, "state Infusing");
        _bench.Person.Answer = yes;

        Assert.Equal(Outcome.Refused, _bench.Fails(_bench.Request with { Yes = yes }));
        Assert.Equal("The device reports a therapy (state Infusing).", _bench.Person.Sentence);
        Assert.Equal([FakeNanoff.Version, FakeNanoff.Ports], _bench.Nanoff.Kinds);
    }

    [Fact]
    [Trait("Requirement", "SR-611")]
    public void A_silent_board_is_refused_when_nobody_says_yes_and_yes_for_the_erase_does_not_count()
    {
        _bench.Therapy = new TherapyAnswer(TherapyState.Unknown, "no status line");

        Assert.Equal(Outcome.Refused, _bench.Fails(_bench.Request with { Yes = true, MassErase = true }));
        Assert.Single(_bench.Person.Questions);
        Assert.DoesNotContain(FakeNanoff.Firmware, _bench.Nanoff.Kinds);
    }

    [Fact]
    public void A_mass_erase_without_a_yes_is_refused_before_the_board_is_touched()
    {
        Assert.Equal(Outcome.Refused, _bench.Fails(_bench.Request with { MassErase = true }));
        Assert.Equal("A mass erase needs a yes.", _bench.Person.Sentence);
        Assert.Contains("unchanged", _bench.State, StringComparison.Ordinal);
        Assert.Equal([FakeNanoff.Version, FakeNanoff.Ports], _bench.Nanoff.Kinds);
    }

    [Fact]
    public void A_missing_image_is_found_before_anything_runs()
    {
        File.Delete(_bench.ImagePath);

        Assert.Equal(Outcome.ImageUnusable, _bench.Fails(_bench.Request));
        Assert.Empty(_bench.Nanoff.Calls);
    }

    [Fact]
    public void An_image_that_does_not_fit_is_refused_by_how_much_it_is_too_large()
    {
        _bench.Write("firmware/bin/Release/HaipFirmware.bin", new byte[1835008 + 4]);

        Assert.Equal(Outcome.ImageUnusable, _bench.Fails(_bench.Request));
        Assert.Equal("The image has 1835012 bytes, 4 more than esp32-devkitc has room for (1835008).", _bench.Person.Sentence);
    }

    [Fact]
    public void An_image_of_something_else_is_refused()
    {
        _bench.Write("firmware/bin/Release/HaipFirmware.bin", ImageBytes.Pump("NFUnitTest"));

        Assert.Equal(Outcome.ImageUnusable, _bench.Fails(_bench.Request));
        Assert.Contains("NFUnitTest", _bench.Person.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_image_is_refused()
    {
        string path = _bench.Write("notes.txt", "hello, this is not an image"u8.ToArray());

        Assert.Equal(Outcome.ImageUnusable, _bench.Fails(_bench.Request with { Image = path }));
        Assert.Contains("is not a nanoFramework deployment image", _bench.Person.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("esp32-devkit")]
    [InlineData("virtual")]
    [InlineData("../boards/esp32-devkitc")]
    public void An_unknown_board_is_answered_with_the_known_ones(string? name)
    {
        Assert.Equal(Outcome.BadArguments, _bench.Fails(_bench.Request with { Board = name }));
        Assert.Contains("esp32-devkitc, esp32-s3-devkitc", _bench.Person.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_without_Bluetooth_or_of_another_chip_are_refused()
    {
        Assert.All(["ESP32_REV0", "ESP32_REV3", "ESP32_PICO", "ESP32_S2", "ESP32_S3_BLE", "ESP32_C61", "ESP32_S3_QUAD", ""], target =>
        {
            using var bench = new FlashBench();
            Assert.Equal(Outcome.BadArguments, bench.Fails(bench.Request with { Target = target }));
            Assert.Empty(bench.Nanoff.Calls);
        });
    }

    [Fact]
    public void Wishes_that_contradict_each_other_are_refused()
    {
        FlashRequest request = _bench.Request;
        FlashRequest[] contradictions =
        [
            request with { SkipFirmware = true, SkipApplication = true },
            request with { SkipFirmware = true, MassErase = true },
            request with { SkipFirmware = true, FirmwareVersion = "1.17.0" },
            request with { SkipFirmware = true, Archive = _bench.FolderPath },
            request with { SkipApplication = true, Image = _bench.ImagePath },
            request with { Archive = Path.Combine(_bench.FolderPath, "none") },
            request with { FirmwareVersion = "newest" },
            request with { FirmwareVersion = "1.17" },
            request with { FirmwareVersion = "1.15.9" },
            request with { Log = _bench.FolderPath },
            request with { Log = "" },
            request with { Log = Path.GetPathRoot(_bench.FolderPath) },
            request with { Board = "esp32-s3-devkitc", Target = "ESP32_C3" }, // the same deploy address, another chip
        ];

        Assert.All(contradictions, contradiction =>
        {
            using var bench = new FlashBench();
            Assert.Equal(Outcome.BadArguments, bench.Fails(contradiction));
            Assert.Empty(bench.Nanoff.Calls);
        });
    }

    [Fact]
    public void A_bad_board_file_is_one_line()
    {
        _bench.Write("boards/esp32-devkitc/board.json", "{ \"name\": \"esp32-devkitc\" }"u8.ToArray());

        Assert.Equal(Outcome.BadArguments, _bench.Fails(_bench.Request));
        Assert.Contains("board.json: title: is missing", _bench.Person.Sentence, StringComparison.Ordinal);
    }
}
