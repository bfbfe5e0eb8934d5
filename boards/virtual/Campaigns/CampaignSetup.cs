using System;
using System.Globalization;
using Haip.Core;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>What a campaign was asked for, and by which firmware: everything that its figures depend on.</summary>
/// <param name="Campaign">The command below bench.</param>
/// <param name="Tuning">The patients are of the half that the firmware was tuned with, which proves nothing.</param>
/// <param name="Only">Only what contains this; empty is everything.</param>
/// <param name="PatientDays">Fault-free days, where a campaign has them; otherwise 0.</param>
public sealed record CampaignSetup(string Campaign, int Patients, int Seed, bool Tuning, int PatientDays, string Only, string Version)
{
    public static CampaignSetup Of(string campaign, int patients, int seed, bool tuning, int patientDays = 0, string only = "") =>
        new(campaign, patients, seed, tuning, patientDays, only, typeof(Pump).Assembly.GetName().Version!.ToString(3));

    /// <summary>That runs the same campaign again.</summary>
    public string Command() => string.Create(
        CultureInfo.InvariantCulture,
        $"bench {Campaign} --patients {Patients}{(PatientDays > 0 ? $" --patient-days {PatientDays}" : "")} --seed {Seed}{(Tuning ? " --tuning" : "")}{(Only.Length > 0 ? $" --only \"{Only}\"" : "")}");

    /// <summary>The number in the population of the i-th patient of the campaign: even ones are for tuning, odd ones for reports.</summary>
    public int Number(int i) => (2 * i) + (Tuning ? 0 : 1);

    /// <summary>What has this name belongs to the campaign.</summary>
    public bool Includes(string name) => name.Contains(Only, StringComparison.OrdinalIgnoreCase);

    /// <summary>Of the noise in one run: its own for every patient and everything that is done with him.</summary>
    /// <param name="what">A place in the campaign's table.</param>
    public int NoiseSeed(int number, int what) => (int)((((Seed * 1_000_003L) + number) * 64L + what) & 0x7FFF_FFFF);
}
