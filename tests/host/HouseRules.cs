using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Haip.Board;
using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Safety;
using Haip.Drivers;
using Xunit;

namespace Haip.HostTests;

/// <summary>The rules of the house, kept by the compiler's own metadata and by the files themselves.</summary>
[Trait("Category", "Core")]
public partial class HouseRules
{
    private const int LongestFileLines = 250;
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly[] s_device = [typeof(Pump).Assembly, typeof(IPart).Assembly, typeof(ReferenceBoard).Assembly];
    private static readonly Type[] s_numbers = [typeof(int), typeof(long), typeof(float), typeof(double)];
    private static readonly string[] s_deviceFolders = ["firmware", "drivers", "boards/reference"];
    private static readonly string s_root = Root();

    // Numbers without a unit. To add one: its name, and why it has none.
    private static readonly Dictionary<string, string> s_unitless = new()
    {
        ["Capacity"] = "of what the type holds",
        ["First"] = "has the unit that its event gives it",
        ["Second"] = "has the unit that its event gives it",
        ["first"] = "has the unit that its event gives it",
        ["second"] = "has the unit that its event gives it",
        ["State"] = "a number of PumpState",
        ["UnconfirmedToFault"] = "packets in a row",
        ["length"] = "bytes of a buffer, counted as the language counts them",
        ["Length"] = "bytes of a record",
        ["dataLength"] = "bytes of a buffer",
        ["bufferLength"] = "bytes of a buffer",
        ["payloadLength"] = "bytes of a record",
        ["SizeBytes"] = "of a memory; nothing that is dosed is counted in bytes",
        ["LongestWriteBytes"] = "of a memory",
        ["offset"] = "a place in a buffer",
        ["address"] = "a place in a memory",
        ["Address"] = "a place in a memory",
        ["row"] = "a place in a table",
        ["roughest"] = "has the unit of the value that it judges",
        ["value"] = "has the unit of whoever calls",
        ["lowest"] = "has the unit of the value that it confines",
        ["highest"] = "has the unit of the value that it confines",
        ["hardLow"] = "the row says the unit",
        ["softLow"] = "the row says the unit",
        ["softHigh"] = "the row says the unit",
        ["hardHigh"] = "the row says the unit",
        ["HardLow"] = "the row says the unit",
        ["SoftLow"] = "the row says the unit",
        ["SoftHigh"] = "the row says the unit",
        ["HardHigh"] = "the row says the unit",
        ["counts"] = "what a converter shows, before calibration gives it a unit",
        ["PayloadLength"] = "bytes of a record",
        ["SignedLength"] = "bytes of a record",
        ["TagLength"] = "bytes of a signature",
        ["EventLength"] = "bytes of a record",
        ["FaultLength"] = "bytes of a record",
        ["OverheadLength"] = "bytes of a record",
        ["minuteOfDay"] = "a time of day and no duration",
        ["LongestFrameLength"] = "bytes of a frame or a record",
        ["ShortestFrameLength"] = "bytes of a frame or a record",
        ["AttHeaderLength"] = "bytes of a frame or a record",
        ["FrameLength"] = "bytes of a frame or a record",
        ["NonceLength"] = "bytes of a frame or a record",
        ["KeyLength"] = "bytes of a frame or a record",
        ["SecretLength"] = "bytes of a frame or a record",
        ["SerialLength"] = "bytes of a frame or a record",
        ["NameLength"] = "bytes of a frame or a record",
        ["RecordLength"] = "bytes of a frame or a record",
        ["EntryLength"] = "bytes of a frame or a record",
        ["ExportLength"] = "bytes of a frame or a record",
        ["ReceiptLength"] = "bytes of a frame or a record",
        ["PlainLength"] = "bytes of a frame or a record",
        ["LastDigestLength"] = "bytes of a frame or a record",
        ["ShortestLength"] = "bytes of a frame or a record",
        ["linkLength"] = "bytes of a frame or a record",
        ["CodeOffset"] = "a place in a frame",
        ["PayloadOffset"] = "a place in a frame",
        ["TagOffset"] = "a place in a frame",
        ["otherOffset"] = "a place in a frame",
        ["before"] = "has the unit of its field",
        ["after"] = "has the unit of its field",
        ["Value"] = "has the unit of its field",
        ["Limit"] = "has the unit of its field",
        ["PacketsToOcclusion"] = "a number of packets; the unit is its first word",
        ["PacketsToFault"] = "a number of packets; the unit is its first word",
        ["MsPerHour"] = "a conversion",
        ["MsPerMinute"] = "a conversion",
        ["MinutesPerDay"] = "a conversion",
        ["SecondsPerDay"] = "a conversion",
        ["SecondsPerMinute"] = "a conversion",
    };

    /// <summary>Types whose numbers count places and not quantities.</summary>
    private static readonly Dictionary<string, string> s_unitlessTypes = new()
    {
        ["MemoryMap"] = "places in the memory",
        ["PinMap"] = "GPIO numbers",
        ["StatusScreen"] = "rows, columns and pixels of the display",
        ["Glyphs"] = "columns and pixels of the display",
    };

    [Fact]
    public void Every_public_number_ends_in_its_unit()
    {
        string[] units = Units();
        Assert.Contains("NlPerHour", units);

        IEnumerable<string> strays =
            from type in s_device.SelectMany(assembly => assembly.GetExportedTypes())
            where !type.IsEnum
            from member in type.GetMembers(Declared)
            from name in PublicNumbers(member)
            where !s_unitless.ContainsKey(name) && !s_unitlessTypes.ContainsKey(type.Name)
            where !units.Any(unit => name.EndsWith(unit, StringComparison.Ordinal) || name.Equals(unit, StringComparison.OrdinalIgnoreCase))
            select $"{type.Name}.{member.Name}: {name}";

        Assert.True(!strays.Any(), string.Join("\n", strays.Distinct().Order()));
    }

    [Fact]
    public void No_name_is_excused_that_is_not_used()
    {
        HashSet<string> used =
        [
            .. from type in s_device.SelectMany(assembly => assembly.GetExportedTypes())
               from member in type.GetMembers(Declared)
               from name in PublicNumbers(member)
               select name,
        ];

        Assert.Equal([], s_unitless.Keys.Where(name => !used.Contains(name)));
        Assert.All(s_unitless.Values, why => Assert.NotEmpty(why));
    }

    [Fact]
    public void The_core_counts_in_integers()
    {
        IEnumerable<string> floats =
            from type in typeof(Pump).Assembly.GetTypes()
            from field in type.GetFields(Declared)
            where field.FieldType == typeof(float) || field.FieldType == typeof(double) || field.FieldType == typeof(decimal)
            select $"{type.Name}.{field.Name}";

        Assert.Equal([], floats);
    }

    [Fact]
    public void The_core_needs_nothing_but_the_base_library_and_drivers_need_nothing_but_the_core()
    {
        Assert.Equal([], References(typeof(Pump).Assembly));
        Assert.Equal(["Haip.Core"], References(typeof(IPart).Assembly));
        Assert.Equal(["Haip.Core", "Haip.Drivers"], References(typeof(ReferenceBoard).Assembly));
    }

    [Fact]
    public void Judging_an_alarm_allocates_nothing()
    {
        var readings = new Readings();
        var status = new DeliveryStatus();

        foreach (Alarm row in AlarmTable.Rows)
        {
            row.Condition(readings, status); // a lambda is compiled at its first call

            long before = GC.GetAllocatedBytesForCurrentThread();
            row.Condition(readings, status);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

            Assert.Equal((row.Id, 0L), (row.Id, allocated));
        }
    }

    private static readonly string[] s_typeless = ["AssemblyInfo.cs", "Version.cs"];

    [Fact]
    public void A_file_holds_one_type_of_its_own_name()
    {
        string[] files = DeviceFiles();
        Assert.True(files.Length > 50);

        IEnumerable<string> strays =
            from file in files
            where !s_typeless.Contains(Path.GetFileName(file))
            let types = OwnType().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value).ToArray()
            where types.Length != 1 || types[0] != Path.GetFileNameWithoutExtension(file)
            select $"{Path.GetRelativePath(s_root, file)}: {string.Join(" ", types)}";

        Assert.Equal([], strays);
    }

    [Fact]
    public void No_file_is_long()
    {
        IEnumerable<string> strays =
            from file in DeviceFiles()
            let lines = File.ReadLines(file).Count()
            where lines > LongestFileLines
            select $"{Path.GetRelativePath(s_root, file)}: {lines} lines";

        Assert.Equal([], strays);
    }

    [GeneratedRegex(@"^    (?:public|internal) (?:(?:static|sealed|abstract|readonly|partial) )*(?:class|struct|interface|enum|delegate \w+) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex OwnType();

    [GeneratedRegex("<c>(?<unit>[A-Za-z]+)</c>")]
    private static partial Regex Unit();

    /// <summary>The closed list, from where people read it.</summary>
    private static string[] Units()
    {
        string text = File.ReadAllText(Path.Combine(s_root, "firmware", "Core", "Units.cs"));
        return [.. Unit().Matches(text).Select(match => match.Groups["unit"].Value).Where(unit => unit != "long")];
    }

    private static IEnumerable<string> PublicNumbers(MemberInfo member) => member switch
    {
        FieldInfo { IsPublic: true } field when IsNumber(field.FieldType) => [field.Name],
        PropertyInfo property when IsNumber(property.PropertyType) && property.GetMethod is { IsPublic: true } => [property.Name],
        MethodBase { IsPublic: true, IsSpecialName: false } or ConstructorInfo { IsPublic: true } => Parameters((MethodBase)member),
        _ => [],
    };

    private static IEnumerable<string> Parameters(MethodBase method) =>
        method.GetParameters().Where(parameter => IsNumber(parameter.ParameterType)).Select(parameter => parameter.Name!);

    private static bool IsNumber(Type type)
    {
        Type plain = type.IsByRef || type.IsArray ? type.GetElementType()! : type;
        return s_numbers.Contains(plain);
    }

    private static string[] References(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => name != "mscorlib" && !name.StartsWith("System.", StringComparison.Ordinal)).Order()];

    private static string[] DeviceFiles() =>
    [
        .. s_deviceFolders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(s_root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal),
    ];

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);

        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Directory.Build.props")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }
}
