namespace Haip.VirtualBoard.Simulation;

/// <summary>Measures the firmware's beat from outside, and nothing but the beat.</summary>
public interface IBeatProbe
{
    void BeforeBeat();

    void AfterBeat(PumpSimulation simulation);
}
