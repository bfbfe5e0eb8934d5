using System.Reflection;

[assembly: AssemblyTitle("The pump's mind")]
[assembly: AssemblyProduct("HAIP")]
