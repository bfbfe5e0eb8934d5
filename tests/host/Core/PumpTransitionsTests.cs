using System;
using System.Collections.Generic;
using System.Linq;
using Haip.Core.Delivery;
using Xunit;

namespace Haip.HostTests.Core;

[Trait("Category", "Core")]
public class PumpTransitionsTests
{
    // The whole table as a person reads it: from the state on the left, on the event above. A dot changes nothing.
    private const string Grid = """
                         Standby    Infusing   Bolus      Patency    Suspended  Stopped    SelfTest
        StartTherapy     Infusing   .          Infusing   Infusing   Infusing   .          .
        StartBolus       Bolus      .          .          .          .          .          .
        BolusDone        .          .          Standby    .          .          .          .
        TherapyDone      .          Patency    .          .          .          .          .
        Suspend          .          Suspended  Suspended  Suspended  .          .          .
        Resume           .          .          .          Infusing   Infusing   .          .
        EndTherapy       .          Standby    Standby    Standby    Standby    .          .
        AlarmStop        Stopped    Stopped    Stopped    Stopped    Stopped    .          Stopped
        AlarmPatency     .          Patency    Standby    .          .          .          .
        AlarmsCleared    .          .          .          .          .          Suspended  .
        TestPassed       .          .          .          .          .          .          Standby
        TestAgain        .          .          .          .          .          SelfTest   .
        OrderRestored    Suspended  .          .          .          .          .          .
        PatencyRestored  Patency    .          .          .          .          .          .
        """;

    private static readonly PumpState[] s_states = Enum.GetValues<PumpState>();
    private static readonly PumpEvent[] s_events = Enum.GetValues<PumpEvent>();

    [Fact]
    public void Every_state_and_every_event_do_what_the_grid_says()
    {
        string[] lines = Grid.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        PumpState[] columns = [.. Words(lines[0]).Select(Enum.Parse<PumpState>)];
        var seen = new HashSet<PumpEvent>();

        foreach (string[] row in lines.Skip(1).Select(Words))
        {
            PumpEvent on = Enum.Parse<PumpEvent>(row[0]);
            seen.Add(on);

            for (int i = 0; i < columns.Length; i++)
            {
                PumpState expected = row[i + 1] == "." ? columns[i] : Enum.Parse<PumpState>(row[i + 1]);
                Assert.Equal((columns[i], on, expected), (columns[i], on, PumpTransitions.Next(columns[i], on)));
            }
        }

        Assert.Equal(s_states, columns.Order());
        Assert.Equal(s_events, seen.Order());
    }

    [Fact]
    [Trait("Requirement", "SR-607")]
    public void Only_a_person_makes_the_pump_infuse()
    {
        PumpEvent[] ways = [.. PumpTransitions.Rows.Where(row => row.To == PumpState.Infusing && row.From != row.To).Select(row => row.On).Distinct().Order()];

        Assert.Equal([PumpEvent.StartTherapy, PumpEvent.Resume], ways);
    }

    [Fact]
    [Trait("Requirement", "SR-205")]
    public void Nothing_leads_from_stopped_straight_to_delivery()
    {
        Assert.All(s_events, on => Assert.False(PumpTransitions.Delivers(PumpTransitions.Next(PumpState.Stopped, on))));
    }

    [Fact]
    [Trait("Requirement", "SR-115")]
    public void A_stopping_alarm_stops_every_state()
    {
        Assert.All(s_states, from => Assert.Equal(PumpState.Stopped, PumpTransitions.Next(from, PumpEvent.AlarmStop)));
    }

    [Fact]
    [Trait("Requirement", "SR-205")]
    public void An_alarm_never_makes_a_pump_deliver_that_did_not()
    {
        PumpEvent[] alarms = [PumpEvent.AlarmStop, PumpEvent.AlarmPatency, PumpEvent.AlarmsCleared];

        foreach (PumpState from in s_states.Where(state => !PumpTransitions.Delivers(state)))
        {
            Assert.All(alarms, on => Assert.False(PumpTransitions.Delivers(PumpTransitions.Next(from, on))));
        }
    }

    [Fact]
    public void A_pair_of_state_and_event_has_one_row()
    {
        Assert.Equal(PumpTransitions.Rows.Length, PumpTransitions.Rows.Select(row => (row.From, row.On)).Distinct().Count());
    }

    [Fact]
    public void Every_row_says_why()
    {
        Assert.All(PumpTransitions.Rows, row => Assert.True(row.Why.Length > 10, $"{row.From} {row.On}"));
    }

    [Fact]
    public void Packets_start_only_while_infusing_in_a_bolus_or_at_the_patency_rate()
    {
        PumpState[] delivering = [.. s_states.Where(PumpTransitions.Delivers)];

        Assert.Equal([PumpState.Infusing, PumpState.Bolus, PumpState.Patency], delivering);
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
