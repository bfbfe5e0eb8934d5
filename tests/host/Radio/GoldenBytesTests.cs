using System;
using System.Linq;
using Haip.Core.Delivery;
using Haip.Core.Protocol;
using Haip.Core.Safety;
using Haip.VirtualBoard.Files;
using Xunit;

namespace Haip.HostTests.Radio;

/// <summary>Bytes that another program was written against. They were computed apart from the firmware, and change only with the protocol's version.</summary>
[Trait("Category", "Radio")]
public class GoldenBytesTests
{
    private static readonly (string What, string Hex)[] s_conversation =
    [
        ("Identity", "01010700484149502D303030303031374041424364024718"),
        ("Event", "80000000000111CA"),
        ("Event", "81000100000266C9"),
        ("Status", "690F00010000FFFF0000000000000000FFFFFFFF0000000000000000000000000000000000000000000000000000000000000000FFFFFFFF000000000000000000000000000001A94B"),
        ("Measurements", "0F00000000800000008000000080000000800000008000000080000000800000000001D45F"),
        ("Status", "690F00010000FFFF0000000000000000FFFFFFFF0000000000000000000000000000000000000000000000000000000000000000FFFFFFFF000000000000000000000000000001A94B"),
        ("Hello", "0F013C00C0C1C2C3C4C5C6C7C8C9CACBCCCDCECF"),
        ("Challenge", "3301070041414243404142434445464748494A4B4C4D4E4F50515253"),
        ("Proof", "3C000000414142437184F435046818D4DA48B1D4552B95FB"),
        ("Opened", "55002C0141414243CB5F28AC519CE55C966663FA752F97A8"),
        ("KeepAlive", "4141424301000000330F074CB28B2377AB27DEC9F6A13B6FCB18"),
        ("KeepAlive: Done", "4141424301000000330F0F71F41B787C11819CF9619C0D7C124125"),
        ("StageRefill", "41414243020000005A3C80C3C901FFFFFFFF3B6812C14EA5E2506E7CFDA38127FBCE"),
        ("StageRefill: Staged", "41414243020000005A3C3300000000000000000000000000000080C3C901FFFFFFFF71735818133C427DAA65C5BFA77B924D"),
        ("Commit", "4141424303000000C33C71735818133C427DAA65C5BFA77B924D33C1BA98376DA62CF7474B935613F02390"),
        ("Commit: Done", "4141424303000000C33C0F0000E5ACF24FC14931803A50FA1A989DE05A"),
        ("Event", "890002000003D94F"),
        ("StageBolus", "41414243040000003C3C0F0001000000204E000058CC104A94A07F9FB731B9A1C11EA267"),
        ("StageBolus: Refused", "41414243040000003C3C3C02050100000050C30000F7B808A1D782C5261A0F7D0C49F25592"),
        ("Suspend", "4141424305000000333301BBDDCA77CE833D38D8CF930E6D2CC34F"),
        ("Suspend: BadPayload", "414142430500000033339600FA133F1C37E2F435B2D89F77709563A1"),
        ("Suspend", "4141424305000000333301BBDDCA77CE833D38D8CF930E6D2CC34F"),
        ("Suspend: BadPayload", "414142430500000033339600FA133F1C37E2F435B2D89F77709563A1"),
        ("KeepAlive", "4141424309000000330F10A85BAADB5BC3319C6C4AFED1EC5401"),
        ("KeepAlive: OutOfOrder", "4141424309000000330F9906000000EF30388BC1E4DFBD53317BD424D92AD0"),
        ("EndSession", "41414243060000003C0F1DCFA38081ECC086D550A5E23512FD8C"),
        ("EndSession: Done", "41414243060000003C0F0F1A1F0FA769E2A6DBAFCB0BE311106234"),
        ("Ended", "690F000041414243"),
    ];

    [Fact]
    [Trait("Requirement", "SR-819")]
    public void The_conversation_in_gatt_json_is_byte_for_byte_what_it_was() =>
        Assert.Equal(s_conversation, GoldenConversation.Frames().Select(frame => (frame.What, frame.Hex)));

    [Fact]
    public void The_card_is_what_it_was()
    {
        Assert.Equal("HAIP1:HAIP-0000017:0007:0102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F20:69A2", GoldenConversation.CardText);
        Assert.Equal(SecretCard.Length, GoldenConversation.CardText.Length);
    }

    [Fact]
    [Trait("Requirement", "SR-819")]
    public void Any_two_code_words_of_a_list_differ_in_at_least_four_bits()
    {
        Apart([.. Enumerable.Range(0, 14).Select(i => (int)SafeCode.Of(i))]);
        Apart([.. Enum.GetValues<Opcode>().Where(code => code != Opcode.None).Select(code => (int)code)]);
        Apart([.. Enum.GetValues<AnswerCode>().Where(code => code != AnswerCode.None).Select(code => (int)code)]);
        Apart([.. Enum.GetValues<Refusal>().Where(code => code != Refusal.None).Select(code => (int)code)]);
        Apart([.. Enum.GetValues<EndReason>().Where(code => code != EndReason.None).Select(code => (int)code)]);
        Apart([.. Enum.GetValues<SessionCode>().Select(code => (int)code)]);
        Apart([.. Enum.GetValues<Role>().Select(code => (int)code)]);
        Assert.True(Enum.GetValues<PumpState>().Length <= 14 && Enum.GetValues<AlarmPriority>().Length <= 14);
    }

    [Fact]
    [Trait("Requirement", "SR-819")]
    public void The_seal_counts_from_1_to_255_and_checks_every_byte()
    {
        var seal = new FrameSeal();
        byte[] frame = [0x31, 0x32, 0x33, 0, 0, 0];

        for (int i = 1; i <= 600; i++)
        {
            Assert.Equal(6, seal.Close(frame, 3));
            Assert.Equal(((i - 1) % 255) + 1, frame[3]);
            Assert.Equal(RadioWorld.Check16(frame[..4]), frame[4] | (frame[5] << 8));
        }
    }

    [Fact]
    [Trait("Requirement", "SR-815")]
    public void A_card_with_any_wrong_character_is_no_card()
    {
        byte[] good = RadioWorld.CardText(RadioWorld.Serial, 7, RadioWorld.Secret);
        var card = new SecretCard();
        Assert.True(card.TryRead(good, good.Length));
        Assert.Equal(7, card.KeyId);
        Assert.Equal(RadioWorld.Secret, card.Secret);
        Assert.False(card.TryRead(good, good.Length - 1));
        Assert.False(card.TryRead(good[..50], SecretCard.Length));

        for (int i = 0; i < good.Length; i++)
        {
            foreach (char other in "0G: a\0")
            {
                byte[] bad = [.. good];
                bad[i] = (byte)other;
                Assert.Equal(bad[i] == good[i], card.TryRead(bad, bad.Length));
            }
        }
    }

    private static void Apart(int[] words)
    {
        Assert.True(words.Length > 1);

        for (int i = 0; i < words.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                Assert.True(int.PopCount(words[i] ^ words[j]) >= 4, $"{words[i]:X} {words[j]:X}");
            }
        }
    }
}
