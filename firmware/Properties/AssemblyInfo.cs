using System.Reflection;

[assembly: AssemblyTitle("Hepatic artery infusion pump")]
[assembly: AssemblyProduct("HAIP")]
