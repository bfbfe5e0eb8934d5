using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using Haip.ApiGate;
using Haip.Board;
using Haip.Core;
using Haip.Core.Display;
using Haip.Core.Log;
using Haip.Core.Safety;
using Haip.Drivers;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Simulation;
using Xunit;
using Xunit.Abstractions;

namespace Haip.HostTests.Device;

/// <summary>What the firmware takes of a small device: estimates, rather too high than too low.</summary>
[Trait("Category", "Device")]
public class MemoryBudgetTests(ITestOutputHelper output)
{
    private const int BudgetBytes = 80 * 1_024;

    // Of what only the device has: pins, buses and their settings, a thread, and a display of 128 x 64 points with its page buffer.
    private const int PlatformBytes = 8 * 1_024;

    // SpanByte is a struct of three fields and copied into the call, I2cTransferResult one of two.
    private static readonly int s_transferBytes = (2 * DeviceHeap.ObjectBytes(3)) + DeviceHeap.ObjectBytes(2);

    // PinValue is a struct of one field and copied into the call. Seven outputs, each written twice: more than a tick ever does.
    private static readonly int s_pinBytes = 7 * 2 * 2 * DeviceHeap.ObjectBytes(1);

    private static readonly Assembly[] s_firmware = [typeof(Pump).Assembly, typeof(IPart).Assembly, typeof(ReferenceBoard).Assembly];

    private readonly PumpSimulation _simulation = new(new PlantParameters(), new Scenario("memory", "", 1, 1, [], []), seed: 1);

    [Fact]
    public void The_sizes_are_those_that_were_measured()
    {
        Assert.Equal(12, DeviceHeap.ObjectBytes(0));
        Assert.Equal(24, DeviceHeap.ObjectBytes(1));
        Assert.Equal(108, DeviceHeap.ObjectBytes(8));
        Assert.Equal(24, DeviceHeap.ArrayBytes(1, 1));
        Assert.Equal(36, DeviceHeap.ArrayBytes(16, 1));
    }

    [Fact]
    public void What_stays_and_the_garbage_of_the_worst_tick_fit_the_budget()
    {
        _simulation.RunTo(60);
        _simulation.Person.StartTherapy(mlPerDay: 1.3, days: 1);
        var probe = new TransferProbe(_simulation);
        _simulation.Probe = probe;
        _simulation.RunTo(3_660);

        int stays = DeviceHeap.Measure(s_firmware, _simulation.Loop, _simulation.Processor.Programmer, new StatusScreen(AlarmTable.Rows), new StopStore(new Mb85rc256vMemory(_simulation.Rig.House))) + PlatformBytes;
        int worst = ((int)probe.MostTransfers * s_transferBytes) + s_pinBytes;
        double mean = ((double)probe.Transfers / probe.Ticks * s_transferBytes) + s_pinBytes;
        output.WriteLine($"stays {stays} bytes, of them {PlatformBytes} for the platform; garbage of a tick {mean:F0} bytes, of the worst {worst}; {(double)probe.Transfers / probe.Ticks:F1} transfers a tick, {probe.MostTransfers} at most");

        Assert.InRange(probe.Ticks, 30_000, 80_000);
        Assert.InRange(probe.MostTransfers, 4, 100);
        Assert.InRange(stays, PlatformBytes + 4_096, BudgetBytes - worst);
    }

    /// <remarks>The libraries' share is a bound and no measure. A true build of Core, drivers and board was 44 kB, where the estimate is 73.</remarks>
    [Fact]
    public void The_application_with_all_libraries_fits_the_smallest_board_with_a_quarter_to_spare()
    {
        string root = Repository.FindRoot();
        GateResult built = Gate.Check(root, Gate.FindProjects(root));
        DeploymentSize size = DeploymentSize.Of(built.Compiled);
        long smallest = Directory.EnumerateFiles(Path.Combine(root, "boards"), "board.json", SearchOption.AllDirectories)
            .Min(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("deploySizeBytes").GetInt64());
        output.WriteLine($"about {size.ProjectBytes} bytes and at most {size.LibraryBytes} for {size.Libraries} libraries, of {smallest}");

        Assert.Equal(4, built.Compiled.Count(project => !project.IsTest));
        Assert.Equal(new Repository(root).Projects.Single(project => project.Name == "HaipFirmware").Packages.Count, size.Libraries);
        Assert.InRange(size.ProjectBytes, 20_000, 300_000);
        Assert.InRange(size.TotalBytes, size.ProjectBytes + size.LibraryBytes, smallest * 3 / 4);
    }

    private sealed class TransferProbe(PumpSimulation simulation) : IBeatProbe
    {
        private long _before;

        public long Ticks { get; private set; }

        public long Transfers { get; private set; }

        public long MostTransfers { get; private set; }

        public void BeforeBeat() => _before = Count();

        public void AfterBeat(PumpSimulation simulation)
        {
            long transfers = Count() - _before;
            Ticks++;
            Transfers += transfers;
            MostTransfers = Math.Max(MostTransfers, transfers);
        }

        private long Count() => simulation.Rig.Dose.TransactionCount + simulation.Rig.House.TransactionCount;
    }
}
