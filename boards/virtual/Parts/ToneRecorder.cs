using Haip.Core.Ports;

namespace Haip.VirtualBoard.Parts;

/// <summary>A sounder that others listen to.</summary>
public sealed class ToneRecorder : IToneOutput
{
    /// <summary>What sounds now; 0 is silence.</summary>
    public int FrequencyHz { get; private set; }

    /// <summary>Tones begun since the start. A new frequency without silence between is a new tone.</summary>
    public long ToneCount { get; private set; }

    public void Play(int frequencyHz)
    {
        if (frequencyHz != FrequencyHz && frequencyHz != 0)
        {
            ToneCount++;
        }

        FrequencyHz = frequencyHz;
    }
}
