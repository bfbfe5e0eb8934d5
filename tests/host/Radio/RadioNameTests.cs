using Haip.Core.Protocol;
using Xunit;

namespace Haip.HostTests.Radio;

/// <summary>What people choose from.</summary>
[Trait("Category", "Radio")]
public class RadioNameTests
{
    // Core Specification, vol. 3 part C 11: a head of length and type before each, flags of one byte, a service of 128 bits.
    private const int AdvertisementBytes = 31;
    private const int HeadBytes = 2;
    private const int FlagBytes = HeadBytes + 1;
    private const int ServiceBytes = HeadBytes + 16;

    [Fact]
    public void Two_pumps_in_a_room_differ_by_the_end_of_their_serial_numbers()
    {
        Assert.Equal("HAIP0017", Name("HAIP-0000017"));
        Assert.Equal("HAIP0018", Name("HAIP-0000018"));
        Assert.Equal("HAIP-A-9", Name("000000000-A-9"[1..]));
    }

    [Fact]
    public void A_pump_that_nobody_named_is_called_by_its_kind() => Assert.Equal("HAIP", new RadioWorld(installed: false).Programmer.Name);

    [Fact]
    public void Flags_service_and_name_fit_one_advertisement() =>
        Assert.InRange(FlagBytes + ServiceBytes + HeadBytes + Name("HAIP-0000017").Length, 1, AdvertisementBytes);

    private static string Name(string serial)
    {
        var world = new RadioWorld(installed: false);
        var card = new SecretCard();
        Assert.True(card.TryRead(RadioWorld.CardText(serial, 1, RadioWorld.Secret), SecretCard.Length));
        Assert.True(world.Programmer.Install(card));
        return world.Programmer.Name;
    }
}
