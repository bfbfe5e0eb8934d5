using System;

namespace nanoFramework.TestFramework
{
    /// <summary>A test that cannot say anything here, and why.</summary>
    public sealed class SkipTestException : Exception
    {
        public SkipTestException(string message)
            : base(message)
        {
        }
    }
}
