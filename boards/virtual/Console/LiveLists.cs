using Haip.Core.Safety;
using Haip.VirtualBoard.Simulation;
using Spectre.Console;

namespace Haip.VirtualBoard.LiveConsole;

/// <summary>The alarms that stand, the most urgent first, and the last events.</summary>
internal static class LiveLists
{
    private const int PriorityColumns = 8;
    private const int TimeColumns = 14;

    public static void DrawAlarms(Sheet sheet, PumpSimulation simulation, int row, int rows, int right)
    {
        LiveScreen.Label(sheet, row, "alarms");
        int shown = 0;
        int raised = 0;

        for (int i = 0; i < AlarmTable.Rows.Length; i++)
        {
            if (!simulation.Rig.Powered || !simulation.Pump.Alarms.IsRaised(i))
            {
                continue;
            }

            raised++;

            if (shown < rows)
            {
                Alarm alarm = AlarmTable.Rows[i];
                Style style = LiveStyles.Of(alarm.Priority);
                sheet.Write(row + shown, LiveScreen.LabelColumns, alarm.Priority.ToString().ToUpperInvariant(), style);
                sheet.Write(row + shown, LiveScreen.LabelColumns + PriorityColumns, alarm.Text, style);
                sheet.WriteRight(row + shown, right, LiveText.Of(alarm.Response), LiveStyles.Quiet);
                shown++;
            }
        }

        if (raised == 0)
        {
            sheet.Write(row, LiveScreen.LabelColumns, "none", LiveStyles.Value);
        }
        else if (raised > shown)
        {
            LiveScreen.Label(sheet, row + rows - 1, LiveText.Of($"and {raised - shown} more"));
        }
    }

    public static void DrawEvents(Sheet sheet, RunRecorder recorder, int row, int rows, int right)
    {
        LiveScreen.Label(sheet, row, "events");

        for (int i = 0; i < rows && i < recorder.Events.Count; i++)
        {
            RunEvent last = recorder.Events[recorder.Events.Count - 1 - i];
            sheet.Write(row + i, LiveScreen.LabelColumns, LiveText.Elapsed(last.AtMs), LiveStyles.Quiet);
            string text = last.What.Length > right - LiveScreen.LabelColumns - TimeColumns ? last.What[..(right - LiveScreen.LabelColumns - TimeColumns)] : last.What;
            sheet.Write(row + i, LiveScreen.LabelColumns + TimeColumns, text, LiveStyles.Value);
        }
    }
}
