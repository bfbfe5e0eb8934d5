using System;
using System.IO;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Haip.HostTests.Device;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>The calculator beside the pump: what belongs in a fill, and what a clinic's table says of liver tests.</summary>
[Trait("Category", "Programmer")]
public sealed class CalculatorTests(PumpFixture fixture) : IClassFixture<PumpFixture>
{
    private const string Table = "Load the clinic’s table";

    /// <summary>Check values of clinical practice; programmer/tests/model/dose.test.ts has them unrounded.</summary>
    [Fact]
    public async Task A_fill_holds_what_practice_says()
    {
        Clinician clinician = await CalculatingAsync();
        ILocator result = clinician.Panel("Drug for a fill").Locator("table.results");

        foreach ((string kg, string mlPerDay, string mg, string mgPerDay) in new[]
        {
            ("50", "1", "180.0 mg", "6.00 mg/day"), ("70", "1", "252.0 mg", "8.40 mg/day"), ("70", "1.3", "193.8 mg", "8.40 mg/day"),
            ("90", "1.3", "249.2 mg", "10.80 mg/day"), ("70", "2", "126.0 mg", "8.40 mg/day"),
        })
        {
            await MixAsync(clinician, kg, "0.12", mlPerDay, "30");
            await Expect(result).ToContainTextAsync(mg);
            await Expect(result).ToContainTextAsync(mgPerDay);
        }

        await clinician.Field("Rate of the pump").FillAsync("1.5");
        await clinician.Field("Dexamethasone, if any").FillAsync("1");
        await Expect(result).ToContainTextAsync("20.0 mg");
        await Expect(result).ToContainTextAsync("21.00 mL");
        Assert.Equal(0, await clinician.Change.CountAsync());
        clinician.Browser.AssertClean();
    }

    [Fact]
    public async Task A_fill_of_numbers_that_will_not_do_has_no_result()
    {
        Clinician clinician = await CalculatingAsync();
        ILocator panel = clinician.Panel("Drug for a fill");

        await MixAsync(clinician, "70", "0,12", "1.3", "30");
        await Expect(clinician.Reason("Dose")).ToContainTextAsync("Write the decimal mark as a point");
        await Expect(panel).ToContainTextAsync("Needs weight, dose, rate and volume.");
        await Expect(panel.Locator("table.results")).ToHaveCountAsync(0);

        await MixAsync(clinician, "700", "0.12", "1.3", "30");
        await Expect(clinician.Reason("Weight of the patient")).ToContainTextAsync("Too much: the pump takes 250.0 kg or less.");
        await Expect(panel.Locator("table.results")).ToHaveCountAsync(0);

        await MixAsync(clinician, "70", "0.12", "3", "30");
        await Expect(panel.Locator(".notice.bad")).ToContainTextAsync("The fill does not last for 14 days.");
    }

    [Fact]
    public async Task Without_a_clinics_table_nothing_is_advised()
    {
        Clinician clinician = await CalculatingAsync();

        await Expect(clinician.Panel("Dose by liver tests")).ToContainTextAsync("No table is loaded. The page has none of its own");
        await Expect(clinician.Panel("Dose by liver tests").Locator("input[type=text]")).ToHaveCountAsync(0);
        await Expect(clinician.Panel("Dose by liver tests").GetByRole(AriaRole.Status)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_clinics_table_says_how_much_of_the_last_dose_is_left()
    {
        Clinician clinician = await CalculatingAsync();
        await clinician.OpenFileAsync(Table, "clinic.json", DocumentedTable());
        ILocator panel = clinician.Panel("Dose by liver tests");
        await Expect(panel).ToContainTextAsync("Version 2026-03, valid from 2026-03-01, approved by who answers for them.");
        await Expect(panel).ToContainTextAsync("Needs every value.");

        foreach ((string reference, string atEmptying, string today, string said) in new[]
        {
            ("40", "60", "70", "100 % of the last dose."), ("40", "60", "100", "50 % of the last dose."), ("40", "120", "50", "Hold: no drug."),
            ("60", "80", "89", "100 % of the last dose."), ("60", "90", "80", "Hold: no drug."), ("60", "", "80", "Needs every value."),
        })
        {
            await clinician.Field("AST reference").FillAsync(reference);
            await clinician.Field("AST at emptying").FillAsync(atEmptying);
            await clinician.Field("AST today").FillAsync(today);
            await Expect(panel.GetByRole(AriaRole.Status)).ToHaveTextAsync(new Regex($"^{Regex.Escape(said)}"));
        }
    }

    [Theory]
    [InlineData("\"percent\": 50", "\"percent\": 150", "tests[0].rows[0].bands[1].percent")]
    [InlineData("\"approvedBy\": \"who answers for them\"", "\"approvedBy\": \"\"", "approvedBy")]
    [InlineData("\"format\": \"haip-liver-table\"", "\"format\": \"other\"", "format")]
    [InlineData("}", "", "JSON")]
    public async Task A_broken_table_is_refused_with_the_place_and_the_one_before_stays(string right, string wrong, string place)
    {
        Clinician clinician = await CalculatingAsync();
        ILocator panel = clinician.Panel("Dose by liver tests");
        string broken = DocumentedTable().Replace(right, wrong, StringComparison.Ordinal);

        await clinician.OpenFileAsync(Table, "broken.json", broken);
        await Expect(panel.GetByRole(AriaRole.Alert)).ToContainTextAsync($"broken.json was not loaded: wrong or missing at {place}.");
        await Expect(panel).ToContainTextAsync("No table is loaded.");

        await clinician.OpenFileAsync(Table, "clinic.json", DocumentedTable());
        await Expect(panel.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await clinician.Field("AST reference").FillAsync("40");
        await clinician.OpenFileAsync(Table, "broken.json", broken);
        await Expect(panel.GetByRole(AriaRole.Alert)).ToContainTextAsync(place);
        await Expect(clinician.Field("AST reference")).ToHaveValueAsync("40");
    }

    [Fact]
    public async Task Values_never_go_over_to_another_table_even_of_the_same_version()
    {
        Clinician clinician = await CalculatingAsync();
        await clinician.OpenFileAsync(Table, "clinic.json", DocumentedTable());
        await clinician.Field("AST reference").FillAsync("40");

        await clinician.OpenFileAsync(Table, "other.json", DocumentedTable().Replace("AST", "Bilirubin", StringComparison.Ordinal));

        await Expect(clinician.Field("Bilirubin reference")).ToHaveValueAsync("");
    }

    // The numbers that docs/liver-table.md shows.
    private static string DocumentedTable()
    {
        string text = File.ReadAllText(Path.Combine(Repository.FindRoot(), "docs", "liver-table.md"));
        return text.Split("```json")[1].Split("```")[0];
    }

    private static async Task MixAsync(Clinician clinician, string kg, string mgPerKgPerDay, string mlPerDay, string ml)
    {
        await clinician.Field("Weight of the patient").FillAsync(kg);
        await clinician.Field("Dose").FillAsync(mgPerKgPerDay);
        await clinician.Field("Rate of the pump").FillAsync(mlPerDay);
        await clinician.Field("Volume of the fill").FillAsync(ml);
    }

    private async Task<Clinician> CalculatingAsync()
    {
        Clinician clinician = await fixture.OrderAtAsync("Calculator");
        await Expect(clinician.Panel("Drug for a fill")).ToContainTextAsync("Usual: 0.050 mg/kg/day");
        return clinician;
    }
}
