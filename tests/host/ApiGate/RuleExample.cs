namespace Haip.HostTests.ApiGate;

/// <summary>What a rule is there for.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Assembly">Rules of Core and of the tick look at assemblies by name.</param>
/// <param name="Bad">Compiles, and is rejected in the line marked "// bad" by this rule and no other.</param>
/// <param name="Good">Does the same in a way that passes.</param>
public sealed record RuleExample(string Rule, string Assembly, string Bad, string Good);
