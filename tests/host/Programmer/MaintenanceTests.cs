using System;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>Clock, self-test and calibration at the page.</summary>
[Trait("Category", "Programmer")]
public sealed partial class MaintenanceTests(PumpFixture fixture) : IClassFixture<PumpFixture>
{
    private const string Compliance = "Compliance of the chamber";

    [Fact]
    public async Task A_calibration_is_refused_while_the_pump_delivers_and_taken_at_rest()
    {
        Clinician clinician = await fixture.OrderAtAsync("Maintenance");
        await clinician.Browser.Button("Enter a calibration").ClickAsync();

        await Expect(clinician.Panel("Calibration")).ToContainTextAsync("Usual: 95.00 nL/kPa to 105.00 nL/kPa");

        // First a number that no chamber has.
        await CalibrateAsync(clinician, compliance: "120");
        await Expect(clinician.Reason(Compliance)).ToContainTextAsync("Too much: the pump takes 110.00 nL/kPa or less.");
        await Expect(clinician.Change).ToHaveCountAsync(0);

        await CalibrateAsync(clinician, compliance: "101");
        await clinician.SeesChangeAsync("Refused by the pump");
        await Expect(clinician.Change).ToContainTextAsync("present state");
        await clinician.Browser.Button("Close").ClickAsync();

        await fixture.RestAsync();
        await CalibrateAsync(clinician, compliance: "101");
        await clinician.SeesChangeAsync("Compare, then confirm");
        await Expect(clinician.Change).ToContainTextAsync("101.00 nL/kPa");
        Assert.NotEqual(101_000, await fixture.AskAsync(pump => pump.Board.ChamberFlPerPa));
        await clinician.ConfirmAsync("Confirm: this calibration");
        Assert.Equal(101_000, await fixture.AskAsync(pump => pump.Board.ChamberFlPerPa));
        clinician.Browser.AssertClean();
    }

    [Fact]
    public async Task The_pumps_clock_is_set_to_the_time_of_this_device()
    {
        Clinician clinician = await fixture.OrderAtAsync("Maintenance");
        await Expect(clinician.Panel("Clock")).ToContainTextAsync("the pump is");

        await clinician.LetCheckAsync("Clock");
        await clinician.ConfirmAsync("Confirm: set the clock");

        // Its time runs twice as fast here.
        await Expect(clinician.Panel("Clock")).ToContainTextAsync(NearlySame());
        long utcSeconds = await fixture.Bench.Pump.AskAsync(() => fixture.Bench.Pump.Simulation.Loop.Readings.UtcSeconds);
        Assert.Equal(DateTimeOffset.UtcNow.ToUnixTimeSeconds(), utcSeconds, 60.0);
    }

    [Fact]
    public async Task Who_may_only_look_sets_no_clock_and_fetches_no_log()
    {
        Clinician clinician = await fixture.LookAtAsync("Maintenance");

        await Expect(clinician.CheckButton("Clock")).ToBeDisabledAsync();
        await Expect(clinician.Panel("Clock")).ToContainTextAsync("Open a session to change anything.");
        await Expect(clinician.Browser.Button("Fetch events from the pump")).ToBeDisabledAsync();
    }

    [Fact]
    public async Task The_result_of_the_last_self_test_is_in_the_log()
    {
        Clinician clinician = await fixture.OrderAtAsync("Maintenance");
        ILocator panel = clinician.Panel("Self-test and starts");
        await Expect(panel).ToContainTextAsync("None in the log that was fetched.");

        await clinician.Browser.Button("Fetch events from the pump").ClickAsync();

        await Expect(panel).ToContainTextAsync("Self-test passed");
    }

    private static async Task CalibrateAsync(Clinician clinician, string compliance)
    {
        await clinician.Field(Compliance).FillAsync(compliance);
        await clinician.Field("Its change with temperature").FillAsync("0.2");
        await clinician.Field("At a temperature of").FillAsync("37");
        await clinician.Field("Its change with temperature (flow sensor)").FillAsync("0.1");
        await clinician.LetCheckAsync("Calibration");
    }

    [GeneratedRegex("Difference(none|the pump is [0-9]+ s )")]
    private static partial Regex NearlySame();
}
