namespace Haip.Core.SelfTest
{
    /// <summary>How the self-test stands. Numbers travel over the air: never reuse one.</summary>
    public enum SelfTestResult
    {
        Running = 0,
        Passed = 1,
        Failed = 2,
    }
}
