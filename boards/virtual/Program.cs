using System;
using System.Diagnostics;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Simulation;

Scenario scenario = ScenarioFile.Open(args.Length > 0 ? args[0] : "nominal-day");
if (args.Length > 1) { return Haip.VirtualBoard.Benchmarks.TickBench.Run(args[1] == "json"); }
var sim = new PumpSimulation(new PlantParameters(), scenario, 1);
var clock = Stopwatch.StartNew();
var probe = new AllocationProbe();
sim.Probe = probe;
sim.RunTo(scenario.Days * 86400);
Console.WriteLine(RunSummary.Of(sim, scenario.Name, 1, clock.Elapsed.TotalSeconds, probe.AllocatedBytes).ToJson());
return 0;
