using System;
using System.Collections.Generic;
using System.IO;
using Haip.ApiGate;
using Haip.ApiGate.Projects;

// dotnet run --project tools/api-gate [folder]: checks every .nfproj of a folder, the current one unless named.
// Exit code: 0 everything passes, 1 something was rejected, 2 there is nothing to check.
string root = Path.GetFullPath(args.Length > 0 ? args[0] : ".");
IReadOnlyList<string> projects = Directory.Exists(root) ? Gate.FindProjects(root) : [];

if (projects.Count == 0)
{
    Console.Error.WriteLine($"no .nfproj in {root}; run this in the repository's folder or name it");
    return 2;
}

GateResult result = Gate.Check(root, projects);

foreach (Rejection rejection in result.Rejections)
{
    Console.WriteLine(rejection);
}

foreach (CompiledProject project in result.Compiled)
{
    SizeEstimate size = SizeEstimate.Of(project.Image);
    Console.WriteLine($"{project.AssemblyName}: about {size.TotalBytes} bytes on the device (code {size.CodeBytes}, metadata {size.MetadataBytes}, data {size.DataBytes})");
}

DeploymentSize whole = DeploymentSize.Of(result.Compiled);
Console.WriteLine($"deployed: about {whole.ProjectBytes} bytes, and at most {whole.LibraryBytes} for {whole.Libraries} class libraries with {whole.Members} public members: at most {whole.TotalBytes}");
Console.WriteLine($"{projects.Count} projects, {result.Rejections.Count} rejections");
return result.Rejections.Count == 0 ? 0 : 1;
