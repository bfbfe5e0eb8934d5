using System;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Haip.HostTests.Core;

/// <summary>A law that holds for every case: tried with random ones, the same in every run.</summary>
internal static class Law
{
    private const ulong Seed = 20_260_101;
    private const ulong Gamma = 1_442_695_040_888_963_407; // odd, as the generator wants it

    public static void Holds<T>(Gen<T> cases, Action<T> law, int times = 300)
    {
        var replay = new Replay(new Rnd(Seed, Gamma), FSharpOption<int>.None);
        Config config = Config.QuickThrowOnFailure.WithMaxTest(times).WithReplay(FSharpOption<Replay>.Some(replay));
        Check.One(config, Prop.ForAll(cases.ToArbitrary(), law));
    }
}
