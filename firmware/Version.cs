using System.Reflection;

// The version of the firmware, for every assembly of the device and of the PC: stated here and nowhere else.
[assembly: AssemblyVersion("0.1.0.0")]
