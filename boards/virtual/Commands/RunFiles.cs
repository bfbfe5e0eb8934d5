using System;
using System.Globalization;
using System.IO;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.Commands;

/// <summary>What a run leaves in a folder: summary.json, and minutes.csv with the truth minute by minute.</summary>
internal sealed class RunFiles : IDisposable
{
    private const string Header = "seconds,state,orderedNl,deliveredNl,meteredNl,chamberPa,catheterPa,arteryPa,reservoirPa,ambientPa,bodyC";

    private readonly StreamWriter _minutes;
    private readonly string _summaryPath;

    /// <summary>Fails before the run: nobody shall wait for a result that cannot be written.</summary>
    /// <exception cref="BadArgumentException">The folder or a file in it cannot be written.</exception>
    public RunFiles(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);

            // The summary of an earlier run must not stand beside the minutes of this one.
            _summaryPath = Path.Combine(folder, "summary.json");
            File.Delete(_summaryPath);
            _minutes = new StreamWriter(Path.Combine(folder, "minutes.csv")) { NewLine = "\n" };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadArgumentException($"--out: \"{folder}\" cannot be written: {e.Message}");
        }

        _minutes.WriteLine(Header);
    }

    /// <summary>One row of the table, with the run as it stands.</summary>
    public void Take(PumpSimulation simulation)
    {
        FluidPath fluid = simulation.Rig.Fluid;
        string state = simulation.Rig.Powered ? simulation.Pump.Status.State.ToString() : "NoPower";
        _minutes.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{simulation.Rig.Clock.NowSeconds:0.###},{state},{simulation.Prescription.OrderedNl:0.#},{fluid.DeliveredNl:0.#},{simulation.Pump.Status.MeteredNl},"
            + $"{fluid.ChamberPa:0},{fluid.CatheterPa:0},{fluid.Artery.NowPa:0},{fluid.Reservoir.GaugePa:0},{fluid.AmbientPa:0},{fluid.BodyC:0.##}"));
    }

    public void Write(RunSummary summary) => File.WriteAllText(_summaryPath, summary.ToJson() + "\n");

    public void Dispose() => _minutes.Dispose();
}
