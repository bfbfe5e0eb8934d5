using Haip.Flash.Processes;

namespace Haip.Flash.Therapy;

/// <summary>Asks the device on a port whether it runs a therapy.</summary>
public interface ITherapyQuery
{
    /// <param name="runner">For the programs that this needs.</param>
    /// <returns>Unknown for every way of not knowing; it never throws.</returns>
    TherapyAnswer Ask(string port, IProcessRunner runner);
}
