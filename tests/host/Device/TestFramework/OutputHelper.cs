using System;

namespace nanoFramework.TestFramework
{
    public static class OutputHelper
    {
        /// <summary>What the tests of this thread said.</summary>
        [ThreadStatic]
        public static Action<string> Listener;

        public static void WriteLine(string message)
        {
            Action<string> listener = Listener;

            if (listener != null)
            {
                listener(message);
            }
        }
    }
}
