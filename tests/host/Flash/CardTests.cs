using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.Versioning;
using System.Text;
using System.Text.RegularExpressions;
using Haip.Core.Protocol;
using Haip.Flash;
using Haip.Flash.Cards;
using Haip.Flash.Processes;
using Haip.HostTests.Radio;
using Xunit;

namespace Haip.HostTests.Flash;

/// <summary>The verb that makes a clinician's card, from the command line to a pump that has taken it.</summary>
[Trait("Category", "Flash")]
public sealed partial class CardTests : IDisposable, IProcessRunner
{
    private const int QuietSquares = 4;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("haip-card-");
    private readonly FakeConversation _person = new();
    private ProcessResult _setup = new(ProcessEnd.Exited, 0, "");
    private ProcessCall? _call;

    private string PagePath => Path.Combine(_folder.FullName, "card.html");

    private string PortPath => Path.Combine(_folder.FullName, "port");

    private string Line => _person.Said.Single(line => line.StartsWith("HAIP1:", StringComparison.Ordinal));

    public void Dispose() => _folder.Delete(recursive: true);

    ProcessResult IProcessRunner.Run(ProcessCall invocation)
    {
        _call = invocation;
        return _setup;
    }

    [Fact]
    [Trait("Requirement", "SR-815")]
    public void A_card_is_printed_and_the_pump_that_it_was_sent_to_opens_a_session_for_it()
    {
        File.WriteAllText(PortPath, "");
        Assert.Equal(0, Invoke("card", "--serial", RadioWorld.Serial, "--key", "258", "--out", PagePath, "--port", PortPath));
        Assert.Contains("115200", string.Join(' ', _call!.Arguments), StringComparison.Ordinal);

        RadioWorld world = RadioWorld.Ready();
        var wire = new FakeWire();
        var reader = new CardReader(wire, world.Programmer);
        wire.Put(File.ReadAllBytes(PortPath));
        CardAnswer[] said = [.. Enumerable.Range(0, 3).Select(_ => reader.Serve())];

        Assert.Contains(CardAnswer.Installed, said);
        Assert.Equal(258, reader.KeyId);
        var card = new SecretCard();
        Assert.True(card.TryRead(Encoding.ASCII.GetBytes(Line), Line.Length));
        Assert.Equal((RadioWorld.Serial, 258), (Encoding.ASCII.GetString(card.Serial), card.KeyId));
        new TestProgrammer(world, card.Secret).Open();
    }

    [Fact]
    public void The_codes_on_page_and_terminal_read_as_the_line()
    {
        for (int key = 1; key <= 12; key++)
        {
            _person.Said.Clear();
            Assert.Equal(0, Invoke("card", "--serial", "HAIP-0000017", "--key", key.ToString(CultureInfo.InvariantCulture), "--out", PagePath, "--overwrite"));
            string page = File.ReadAllText(PagePath);

            Assert.Equal(Line, QrReader.Read(OfPage(page)));
            Assert.Equal(Line, QrReader.Read(OfTerminal()));
            Assert.DoesNotContain(Line[24..88], page, StringComparison.Ordinal); // the secret is in the code only
        }
    }

    [Theory]
    [InlineData("HAIP1:HAIP-0000017:0007:C3F1A090827A4B7CF4BD73F6BA6EB7F7A10759FE85764381316125951053DABC:1234")]
    [InlineData("HAIP1:HAIP-0000017:0007:00000000000000000000AF10FFFFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEF:ABCD")]
    public void A_code_with_a_long_run_of_digits_reads_as_the_line(string line) => Assert.Equal(line, QrReader.Read(Squares(new QrPicture(line))));

    [Fact]
    public void The_page_says_whose_card_it_is_and_what_to_fear_and_needs_nothing_else()
    {
        Invoke("card", "--serial", "HAIP-0000017", "--key", "7", "--out", PagePath);
        string page = File.ReadAllText(PagePath);

        Assert.Contains("<code>HAIP-0000017</code>", page, StringComparison.Ordinal);
        Assert.Contains("key 7<br>", page, StringComparison.Ordinal);
        Assert.Contains("can program this pump", page, StringComparison.Ordinal);
        Assert.Contains("photograph", page, StringComparison.Ordinal);
        Assert.Contains("Destroy every other copy", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)<script|https?:|src=|href=|url\\(|@import", page);
    }

    [Fact]
    public void No_two_cards_have_the_same_secret()
    {
        string[] secrets = [.. Enumerable.Range(0, 50).Select(_ => PumpCard.Create("HAIP-0000017", 1).Line[24..88])];

        Assert.Equal(secrets.Length, secrets.Distinct().Count());
        Assert.All(secrets, secret => Assert.True(secret.Distinct().Count() > 6));
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void Only_its_owner_may_read_the_page_whatever_stood_there_before()
    {
        Invoke("card", "--serial", "HAIP-0000017", "--key", "1", "--out", PagePath);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PagePath));

        File.SetUnixFileMode(PagePath, (UnixFileMode)0b110_110_110);
        Invoke("card", "--serial", "HAIP-0000017", "--key", "1", "--out", PagePath, "--overwrite");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PagePath));
    }

    [Fact]
    public void A_page_that_is_there_is_replaced_only_when_that_is_said()
    {
        File.WriteAllText(PagePath, "another pump's card");

        Assert.Equal(2, Invoke("card", "--serial", "HAIP-0000017", "--key", "1", "--out", PagePath));
        Assert.Equal("another pump's card", File.ReadAllText(PagePath));
        Assert.Contains("--overwrite", _person.NextStep, StringComparison.Ordinal);
        Assert.Empty(_person.Said); // no secret was shown that nobody keeps

        Assert.Equal(0, Invoke("card", "--serial", "HAIP-0000017", "--key", "1", "--out", PagePath, "--overwrite"));
        Assert.Contains("HAIP-0000017", File.ReadAllText(PagePath), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("card", "--key", "1")]
    [InlineData("card", "--serial", "HAIP-0000017")]
    [InlineData("card", "--serial", "haip-0000017", "--key", "1")]
    [InlineData("card", "--serial", "HAIP-000017", "--key", "1")]
    [InlineData("card", "--serial", "HAIP-000001:", "--key", "1")]
    [InlineData("card", "--serial", "HAIP-0000017", "--key", "0")]
    [InlineData("card", "--serial", "HAIP-0000017", "--key", "65536")]
    [InlineData("card", "--serial", "HAIP-0000017", "--key", "one")]
    [InlineData("card", "--serial", "HAIP-0000017", "--key", "1", "--out", "")]
    [InlineData("card", "--serial", "HAIP-0000017", "--key", "1", "--out", "no/such/folder/card.html")]
    [InlineData("card", "--serial", "HAIP-0000017", "--key", "1", "--bored")]
    public void What_is_not_understood_is_exit_code_2_and_no_secret(params string[] arguments)
    {
        Assert.Equal(2, Invoke(arguments));
        Assert.Empty(_person.Said);
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public void PowerShells_names_mean_the_same()
    {
        Assert.Equal(0, Invoke("card", "-Serial", "HAIP-0000017", "-Key:7", "-Out", PagePath));
        Assert.Contains("HAIP1:HAIP-0000017:0007:", Line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_that_cannot_be_had_is_told()
    {
        Assert.Equal((int)Outcome.NotReached, Invoke("card", "--serial", "HAIP-0000017", "--key", "1", "--port", Path.Combine(_folder.FullName, "none")));
        Assert.Contains("cannot be written", _person.Sentence, StringComparison.Ordinal);

        _setup = new ProcessResult(ProcessEnd.Exited, 1, "stty: not a terminal");
        Assert.Equal((int)Outcome.NotReached, Invoke("card", "--serial", "HAIP-0000017", "--key", "1", "--port", "/dev/nothing"));
        Assert.Contains("cannot be prepared", _person.Sentence, StringComparison.Ordinal);
    }

    private static bool[,] Squares(QrPicture picture)
    {
        int size = picture.Size - (2 * QuietSquares);
        var dark = new bool[size, size];

        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column < size; column++)
            {
                dark[row, column] = picture.IsDark(row + QuietSquares, column + QuietSquares);
            }
        }

        return dark;
    }

    private static bool[,] OfPage(string page)
    {
        int size = int.Parse(SizeOf().Match(page).Groups[1].ValueSpan, CultureInfo.InvariantCulture) - (2 * QuietSquares);
        var dark = new bool[size, size];

        foreach (Match run in Run().Matches(page))
        {
            int column = int.Parse(run.Groups[1].ValueSpan, CultureInfo.InvariantCulture) - QuietSquares;
            int row = int.Parse(run.Groups[2].ValueSpan, CultureInfo.InvariantCulture) - QuietSquares;

            for (int i = 0; i < int.Parse(run.Groups[3].ValueSpan, CultureInfo.InvariantCulture); i++)
            {
                dark[row, column + i] = true;
            }
        }

        return dark;
    }

    // Two white squares stand around the code, and two rows share a line.
    private bool[,] OfTerminal()
    {
        string[] lines = [.. _person.Said.Where(line => line.Length > 40 && line.All(c => " ▀▄█".Contains(c, StringComparison.Ordinal)))];
        int size = lines[0].Length - 4;
        var dark = new bool[size, size];

        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column < size; column++)
            {
                char square = lines[(row + 2) / 2][column + 2];
                dark[row, column] = square == '█' || square == (row % 2 == 0 ? '▀' : '▄');
            }
        }

        return dark;
    }

    private int Invoke(params string[] arguments) =>
        new FlashCommand(_ => throw new InvalidOperationException(), new CardRun(this, _person, coloured: false).Run).Invoke(arguments);

    [GeneratedRegex("viewBox=\"0 0 ([0-9]+) ")]
    private static partial Regex SizeOf();

    [GeneratedRegex("M([0-9]+) ([0-9]+)h([0-9]+)v1")]
    private static partial Regex Run();
}
