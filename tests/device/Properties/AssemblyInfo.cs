using System.Reflection;

[assembly: AssemblyTitle("Tests that run on the device")]
[assembly: AssemblyProduct("HAIP")]
