using Haip.Core.Safety;
using Haip.Drivers;
using Haip.VirtualBoard.Parts;
using Xunit;

namespace Haip.HostTests.Drivers;

[Trait("Category", "Drivers")]
public class AlarmLightsTests
{
    private readonly OutputPin _alarm = new();
    private readonly OutputPin _ok = new();
    private readonly AlarmLights _lights;

    public AlarmLightsTests() => _lights = new AlarmLights(_alarm, _ok);

    // Ranges of IEC 60601-1-8, table 2, for a minute.
    [Theory]
    [Trait("Requirement", "SR-212")]
    [InlineData(AlarmPriority.Medium, 50, 24, 48)]
    [InlineData(AlarmPriority.Medium, 100, 24, 48)]
    [InlineData(AlarmPriority.High, 50, 84, 168)]
    [InlineData(AlarmPriority.High, 100, 84, 168)]
    public void The_alarm_lamp_flashes_inside_the_ranges_of_the_standard(AlarmPriority priority, int tickMs, int fewestFlashes, int mostFlashes)
    {
        int litPermille = Watch(_alarm, priority, tickMs);

        Assert.InRange(_alarm.EdgeCount / 2, fewestFlashes, mostFlashes);
        Assert.InRange(litPermille, 200, 600);
        Assert.Equal(0, _ok.EdgeCount);
    }

    [Fact]
    [Trait("Requirement", "SR-212")]
    public void Low_is_lit_steadily()
    {
        Assert.Equal(1000, Watch(_alarm, AlarmPriority.Low, 100));
        Assert.False(_ok.High);
    }

    [Fact]
    [Trait("Requirement", "SR-213")]
    public void The_ok_lamp_blinks_while_there_is_no_alarm_so_that_a_dead_controller_shows()
    {
        int litPermille = Watch(_ok, AlarmPriority.None, 100);

        Assert.InRange(_ok.EdgeCount, 50, 70);
        Assert.InRange(litPermille, 20, 100);
        Assert.Equal(0, _alarm.EdgeCount);
    }

    [Fact]
    [Trait("Requirement", "SR-213")]
    public void An_alarm_begins_lit_and_puts_the_ok_lamp_out_at_once()
    {
        _lights.Drive(0, AlarmPriority.None);
        Assert.True(_ok.High);

        _lights.Drive(50, AlarmPriority.High);

        Assert.True(_alarm.High);
        Assert.False(_ok.High);
    }

    [Fact]
    public void The_end_of_an_alarm_puts_its_lamp_out_at_once()
    {
        _lights.Drive(0, AlarmPriority.Low);
        Assert.True(_alarm.High);

        _lights.Drive(50, AlarmPriority.None);

        Assert.False(_alarm.High);
        Assert.True(_ok.High);
    }

    private int Watch(OutputPin lamp, AlarmPriority priority, int tickMs)
    {
        int litMs = 0;

        for (int nowMs = 0; nowMs < 60_000; nowMs += tickMs)
        {
            _lights.Drive(nowMs, priority);
            litMs += lamp.High ? tickMs : 0;
        }

        return litMs / 60;
    }
}
