using System.Reflection;

[assembly: AssemblyTitle("One part a file")]
[assembly: AssemblyProduct("HAIP")]
