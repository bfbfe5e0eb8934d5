namespace Haip.Flash.Therapy;

/// <summary>Whether flashing would take a pump away from a person.</summary>
public enum TherapyState
{
    Unknown,
    None,
    Running,
}
