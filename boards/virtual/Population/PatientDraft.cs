using System;
using Haip.VirtualBoard.Comparison;
using Haip.VirtualBoard.Hydraulics;

namespace Haip.VirtualBoard.Population;

/// <summary>A patient while his numbers are being drawn.</summary>
public sealed class PatientDraft
{
    private const double WaterAt37CPaSeconds = 6.92e-4; // as the plant's resistances are given
    private const double MPerMm = 1e-3;

    public PlantParameters Plant { get; } = new();

    public Habits Habits { get; } = new();

    public ComparisonErrors Comparison { get; } = new();

    public double CatheterBoreMm { get; set; }

    public double CatheterLengthMm { get; set; }

    /// <summary>What follows from the numbers drawn: the catheter's resistance, after Poiseuille.</summary>
    public void Conclude() =>
        Plant.CatheterPaSecondsPerM3 = 128 * WaterAt37CPaSeconds * CatheterLengthMm * MPerMm / (Math.PI * Math.Pow(CatheterBoreMm * MPerMm, 4));
}
