using System;
using System.Collections.Generic;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Parts;

namespace Haip.VirtualBoard.Simulation;

/// <summary>The parts of the rig by name, attached to their buses, and what can be wrong with each.</summary>
public sealed class RigParts
{
    private readonly VirtualClock _clock;
    private readonly Dictionary<ScenarioPart, RigPart> _parts = [];

    /// <summary>Puts every part on its bus.</summary>
    public RigParts(VirtualClock clock, IReadOnlyList<RigPart> parts)
    {
        _clock = clock;

        foreach (RigPart part in parts)
        {
            part.Bus.Attach(part.Address, part.Model);
            _parts.Add(part.Part, part);
        }
    }

    /// <summary>What is wrong between this part and its bus from now on.</summary>
    public void SetFault(ScenarioPart part, BusFault fault)
    {
        RigPart row = _parts[part];
        row.Bus.SetFault(row.Address, fault);

        if (row.IdentityAddress != 0)
        {
            row.Bus.SetFault(row.IdentityAddress, fault);
        }
    }

    /// <summary>The value moves away from the truth, in the part's unit.</summary>
    public void Drift(ScenarioPart part, double perSecond)
    {
        if (_parts[part].Model is Ds3231Part calendar)
        {
            calendar.Rate = 1 + perSecond;
            return;
        }

        Sensor(part).Fault = new SensorFault(_clock) { DriftPerSecond = perSecond };
    }

    /// <summary>The value is noisier by so many nominal standard deviations.</summary>
    public void MakeNoisy(ScenarioPart part, double factor) => Sensor(part).Fault = new SensorFault(_clock) { NoiseFactor = factor };

    /// <summary>The part answers as it should, always the same.</summary>
    public void HoldValue(ScenarioPart part)
    {
        if (_parts[part].Model is Ds3231Part calendar)
        {
            calendar.Rate = 0;
            return;
        }

        Sensor(part).Fault = new SensorFault(_clock) { Holds = true };
    }

    /// <summary>Nothing is wrong with this part any more.</summary>
    public void Mend(ScenarioPart part)
    {
        SetFault(part, BusFault.None);

        if (_parts[part].Error is SensorError error)
        {
            error.Fault = null;
        }

        if (_parts[part].Model is Ds3231Part calendar)
        {
            calendar.Rate = 1;
        }
    }

    private SensorError Sensor(ScenarioPart part) => _parts[part].Error ?? throw new ArgumentException($"{part} measures nothing", nameof(part));
}
