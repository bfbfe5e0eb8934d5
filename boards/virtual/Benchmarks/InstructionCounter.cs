using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Mono.Cecil;

namespace Haip.VirtualBoard.Benchmarks;

/// <summary>Runs the firmware in a copy that counts the IL instructions it executes, the measure of what an interpreter has to do.</summary>
/// <remarks>
/// Only the firmware's assemblies count; the board's code around them is a plain copy that binds to them, and the runtime's own
/// code is shared. Types of the copy are not the types of the running program: reach them through <see cref="Find"/> and reflection.
/// The number depends on the instructions alone, not on the machine, its load or the compiler that runs beneath: all static
/// initialisers run while loading, as they do before Main on the device, and the count starts at zero after them.
/// The count is one static field without a lock: run the copy on one thread.
/// </remarks>
public sealed class InstructionCounter : IDisposable
{
    private static readonly string[] s_firmware = ["Haip.Core", "Haip.Drivers", "Haip.Board"];

    private readonly CountingContext _context;
    private readonly Func<long> _get;
    private readonly Action<long> _set;

    private InstructionCounter(CountingContext context, Assembly holder, Assembly board)
    {
        _context = context;
        BoardAssembly = board;

        // Two compiled delegates: reflection would allocate and take as long as a tick.
        FieldInfo field = holder.GetType(InstructionWeaver.CounterTypeName, throwOnError: true)!.GetField(InstructionWeaver.CounterFieldName)!;
        MemberExpression value = Expression.Field(null, field);
        ParameterExpression next = Expression.Parameter(typeof(long));
        _get = Expression.Lambda<Func<long>>(value).Compile();
        _set = Expression.Lambda<Action<long>>(Expression.Assign(value, next), next).Compile();
    }

    /// <summary>The copy of this program that runs on the counting firmware.</summary>
    public Assembly BoardAssembly { get; }

    /// <summary>Instructions executed since it was last set.</summary>
    public long Value
    {
        get => _get();
        set => _set(value);
    }

    /// <summary>Counts in the firmware's assemblies, as they lie beside the running program.</summary>
    public static InstructionCounter Load()
    {
        string folder = Path.GetDirectoryName(typeof(InstructionCounter).Assembly.Location)!;
        return Load([.. s_firmware.Select(name => Path.Combine(folder, name + ".dll"))]);
    }

    /// <summary>Counts in these assemblies. The first one also holds the count: it must not refer to the others.</summary>
    /// <exception cref="FileNotFoundException">One of the files does not exist.</exception>
    /// <exception cref="TypeInitializationException">A static initialiser of the firmware threw.</exception>
    public static InstructionCounter Load(params string[] assemblyPaths)
    {
        Assembly self = typeof(InstructionCounter).Assembly;
        var images = new Dictionary<string, MemoryStream> { [self.GetName().Name!] = new(File.ReadAllBytes(self.Location)) };
        FieldDefinition? counter = null;
        string? holderName = null;

        foreach (string path in assemblyPaths)
        {
            using ModuleDefinition module = ModuleDefinition.ReadModule(path, new ReaderParameters { InMemory = true });

            if (counter is null)
            {
                FieldDefinition added = InstructionWeaver.AddCounter(module);
                InstructionWeaver.Weave(module, added);
                counter = added;
                holderName = module.Assembly.Name.Name;
            }
            else
            {
                InstructionWeaver.Weave(module, counter);
            }

            var image = new MemoryStream();
            module.Write(image);
            images[module.Assembly.Name.Name] = image;
        }

        var context = new CountingContext(images);
        Assembly[] loaded = [.. images.Keys.Select(name => context.LoadFromAssemblyName(new AssemblyName(name)))];

        // A generic type has its static fields once for each argument, so there is nothing to run; the firmware has none.
        foreach (Type type in loaded.SelectMany(assembly => assembly.GetTypes()).Where(type => !type.ContainsGenericParameters))
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }

        Assembly holder = loaded.Single(assembly => assembly.GetName().Name == holderName);
        return new InstructionCounter(context, holder, loaded[0]) { Value = 0 };
    }

    /// <summary>A type of the counting copy, by its full name.</summary>
    /// <exception cref="ArgumentException">No copied assembly has it.</exception>
    public Type Find(string fullName) =>
        _context.Assemblies.Select(assembly => assembly.GetType(fullName)).FirstOrDefault(type => type is not null)
        ?? throw new ArgumentException("no such type: " + fullName, nameof(fullName));

    /// <summary>Lets go of the copy. Its memory is free once nothing of it is referred to any more.</summary>
    public void Dispose() => _context.Unload();
}
