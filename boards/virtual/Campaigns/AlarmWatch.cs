using System;
using System.Collections.Generic;
using System.Linq;
using Haip.Core.Delivery;
using Haip.Core.Safety;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>Which alarms a fault has raised: those that stood before count only when they come again, or stay although a person acknowledged.</summary>
internal sealed class AlarmWatch
{
    private readonly PumpSimulation _simulation;
    private readonly bool[] _demanded;
    private readonly bool[] _before;
    private readonly bool[] _raised;
    private bool _stood = true;
    private PumpState _state;

    public AlarmWatch(PumpSimulation simulation, IReadOnlyList<string> demanded)
    {
        _simulation = simulation;
        _demanded = [.. AlarmTable.Rows.Select(row => demanded.Contains(row.Id.ToString()))];
        _before = [.. Enumerable.Range(0, AlarmTable.Rows.Length).Select(simulation.Pump.Alarms.IsRaised)];
        _raised = new bool[_before.Length];
        _state = simulation.Pump.Status.State;
    }

    /// <summary>The first demanded alarm, or null.</summary>
    public Alarm? First { get; private set; }

    public long FirstAtMs { get; private set; }

    /// <summary>What the pump was in just before.</summary>
    public PumpState StateBefore { get; private set; }

    public bool Any => Array.Exists(_raised, raised => raised);

    /// <summary>Names of all others that were raised.</summary>
    public string Others => string.Join(" ", AlarmTable.Rows.Where((row, i) => _raised[i] && row != First).Select(row => row.Id));

    /// <summary>The strictest thing that a standing alarm asks for, the demanded one included.</summary>
    public AlarmResponse Response =>
        AlarmTable.Rows.Where((row, i) => row == First || _simulation.Pump.Alarms.IsRaised(i)).Select(row => row.Response).DefaultIfEmpty().Max();

    /// <summary>A person has acknowledged: whatever stands now is news.</summary>
    public void Acknowledged() => Array.Clear(_before);

    /// <summary>After every beat.</summary>
    public void Take()
    {
        bool stand = _simulation.Pump.Alarms.StandingCount > 0;

        // No alarm stands and none stood, as in most beats: nothing to look for.
        for (int i = 0; i < _raised.Length && (stand || _stood); i++)
        {
            bool stands = _simulation.Pump.Alarms.IsRaised(i);
            _before[i] &= stands;

            if (!stands || _before[i])
            {
                continue;
            }

            _raised[i] = true;

            if (First is null && _demanded[i])
            {
                First = AlarmTable.Rows[i];
                FirstAtMs = _simulation.Rig.Clock.NowMs;
                StateBefore = _state;
            }
        }

        _stood = stand;
        _state = _simulation.Pump.Status.State;
    }
}
