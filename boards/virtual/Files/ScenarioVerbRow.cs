using System;

namespace Haip.VirtualBoard.Files;

/// <summary>One verb of scenario files.</summary>
/// <param name="Name">As files spell it.</param>
/// <param name="Meaning">For people who write scenarios.</param>
/// <param name="First">Becomes <see cref="ScenarioStep.Value"/>, in its own unit.</param>
/// <param name="Second">Never without the first.</param>
/// <param name="OverSeconds">From both arguments, how long what begins here takes.</param>
/// <param name="NeedsPart">The step names a part.</param>
/// <param name="NeedsReading">The part is one that measures something.</param>
public sealed record ScenarioVerbRow(
    ScenarioVerb Verb,
    string Name,
    string Meaning,
    ScenarioArgument? First = null,
    ScenarioArgument? Second = null,
    Func<double, double, double>? OverSeconds = null,
    bool NeedsPart = false,
    bool NeedsReading = false);
