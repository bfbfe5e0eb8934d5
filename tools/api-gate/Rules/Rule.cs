using System;
using System.Collections.Generic;

namespace Haip.ApiGate.Rules;

/// <summary>Something that compiles and yet must not reach the device.</summary>
/// <param name="Id">Short and stable, for people to search.</param>
/// <param name="Reason">The second half of a sentence that begins with what was found.</param>
internal sealed record Rule(string Id, string Reason, Func<Firmware, IEnumerable<Finding>> Check);
