using System.Collections.Generic;
using System.Linq;
using Haip.Core.Safety;
using Haip.VirtualBoard.Files;

namespace Haip.VirtualBoard.Campaigns.Occlusion;

/// <summary>Everything that <c>bench occlusion</c> does to a catheter. To add one: a row.</summary>
public static class OcclusionCases
{
    public const double UsualMlPerDay = 1.3;

    private const double BolusMlPerDay = 14.4; // 0.6 mL/h, the highest rate that the pump takes
    private const double BlockedFactor = 1e9;  // 1e20 Pa s/m3: a bar pushes 0.1 nL through it in a quarter of an hour
    private const double BlockedMinutes = 30;
    private const double NarrowMinutes = 120;

    private static readonly double[] s_rates = [0.1, 0.5, UsualMlPerDay, 3];

    public static IReadOnlyList<OcclusionCase> Blocked { get; } =
        [.. s_rates.Select(rate => Case("blocked", OcclusionKind.Blocked, rate, false)), Case("blocked", OcclusionKind.Blocked, BolusMlPerDay, true)];

    public static IReadOnlyList<OcclusionCase> Narrow { get; } = [.. new[] { 10.0, 30, 100 }.Select(NarrowCase)];

    public static IReadOnlyList<OcclusionCase> Disconnected { get; } =
        [.. s_rates.Select(rate => Case("disconnected", OcclusionKind.Disconnected, rate, false)), Case("disconnected", OcclusionKind.Disconnected, BolusMlPerDay, true)];

    public static IReadOnlyList<OcclusionCase> All { get; } = [.. Narrow, .. Blocked, .. Disconnected];

    /// <summary>The case that most targets are about.</summary>
    public static OcclusionCase UsualBlocked { get; } = Blocked.Single(@case => !@case.IsBolus && @case.MlPerDay == UsualMlPerDay);

    public static OcclusionCase Narrow30 { get; } = Narrow.Single(@case => @case.Factor == 30);

    private static OcclusionCase Case(string what, OcclusionKind kind, double mlPerDay, bool bolus) => new(
        $"{what}, {(bolus ? "bolus at " : "")}{NumberText.WithUnit(NumberText.Of(mlPerDay), "mL/day")}", kind, mlPerDay, bolus, BlockedFactor,
        [kind == OcclusionKind.Blocked ? nameof(AlarmId.CatheterOccluded) : nameof(AlarmId.CatheterDisconnected)], BlockedMinutes);

    private static OcclusionCase NarrowCase(double factor) => new(
        $"narrow x{NumberText.Of(factor)}, {NumberText.WithUnit(NumberText.Of(UsualMlPerDay), "mL/day")}", OcclusionKind.Narrow, UsualMlPerDay, false, factor,
        [nameof(AlarmId.CatheterNarrowing), nameof(AlarmId.CatheterOccluded)], NarrowMinutes);
}
