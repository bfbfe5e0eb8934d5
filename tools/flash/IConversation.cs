using System;

namespace Haip.Flash;

/// <summary>The person at the console.</summary>
public interface IConversation
{
    void Say(string line);

    /// <summary>Why the run ended, and what to do about it.</summary>
    void SayError(string sentence, string nextStep);

    /// <returns>True only for a clear yes. False for no, for an empty answer and when nobody can answer.</returns>
    bool Confirm(string question);

    /// <summary>Does the work and shows meanwhile that something happens.</summary>
    T During<T>(string what, Func<T> work);
}
