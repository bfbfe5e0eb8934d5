namespace Haip.ApiGate.Facts;

/// <summary>What a line that is not a type's declares.</summary>
public enum ApiMemberKind
{
    Constant,
    Field,
    Property,
    Event,
    Method,
}
