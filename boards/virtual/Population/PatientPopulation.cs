namespace Haip.VirtualBoard.Population;

/// <summary>Draws patients. Even numbers are for tuning the firmware, odd ones for reports: nobody is judged by those he was fitted to.</summary>
public static class PatientPopulation
{
    /// <param name="days">How long the life lasts.</param>
    public static Patient Draw(int number, int seed, double days)
    {
        var streams = new Streams(number, seed);
        var draft = new PatientDraft();

        foreach (PopulationRow row in PopulationTable.Rows)
        {
            row.Set(draft, row.Spread.Draw(streams.Of(row.Name)));
        }

        draft.Conclude();
        return new Patient(number, draft.Plant, Life.Of(draft, streams, days)) { Comparison = draft.Comparison };
    }

    /// <summary>This patient may be looked at while the firmware is being made.</summary>
    public static bool IsForTuning(int number) => number % 2 == 0;
}
