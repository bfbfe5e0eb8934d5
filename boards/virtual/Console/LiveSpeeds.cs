using System.Linq;

namespace Haip.VirtualBoard.LiveConsole;

/// <summary>How fast the live view may run, in simulated seconds a second: 1, 2, 5, 10 and so on.</summary>
internal static class LiveSpeeds
{
    public const double Slowest = 1;
    public const double Fastest = 20_000;

    private static readonly double[] s_steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000];

    /// <summary>The next step up; the fastest has none.</summary>
    public static double Faster(double speed) => s_steps.FirstOrDefault(step => step > speed, Fastest);

    /// <summary>The next step down; the slowest has none.</summary>
    public static double Slower(double speed) => s_steps.LastOrDefault(step => step < speed, Slowest);
}
