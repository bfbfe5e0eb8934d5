using System.Reflection;

[assembly: AssemblyTitle("The reference board and the processor boards that carry it")]
[assembly: AssemblyProduct("HAIP")]
