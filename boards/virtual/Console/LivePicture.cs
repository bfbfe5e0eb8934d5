using Haip.Core.Delivery;
using Haip.VirtualBoard.Hydraulics;

namespace Haip.VirtualBoard.LiveConsole;

/// <summary>The live view of the nominal patient while a packet is on its way: the same picture every time.</summary>
internal static class LivePicture
{
    private const int Width = 88;
    private const int Height = 28;
    private const double BolusSeconds = 1_800;
    private const double PictureSeconds = 7_200;
    private const double StepSeconds = 0.1;

    public static string Svg()
    {
        var session = new LiveSession(new PlantParameters(), LiveSession.NominalScenario, LiveSession.NominalScenario.Seed, LiveSpeeds.Slowest);
        session.RunTo(BolusSeconds);
        session.Press(LiveKeys.Find('b')!);
        session.RunTo(PictureSeconds);

        while (session.Simulation.Pump.Status.Phase != PacketPhase.Empty)
        {
            session.RunTo(session.NowSeconds + StepSeconds);
        }

        return SheetSvg.Of(LiveScreen.Draw(session, Width, Height));
    }
}
