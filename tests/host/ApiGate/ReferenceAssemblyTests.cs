using System;
using System.IO;
using System.Linq;
using Haip.ApiGate.Facts;
using Mono.Cecil;
using Xunit;

namespace Haip.HostTests.ApiGate;

/// <summary>The generated assemblies say what the facts say, no less.</summary>
[Trait("Category", "ApiGate")]
public sealed class ReferenceAssemblyTests
{
    public static TheoryData<string> Names => [.. ApiAssembly.All.Select(assembly => assembly.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_listed_type_and_member_is_there_and_no_type_more(string name)
    {
        using AssemblyDefinition assembly = Read(name);
        ApiAssembly facts = ApiAssembly.All.Single(facts => facts.Name == name);
        var types = assembly.MainModule.GetTypes().Where(IsVisible).ToDictionary(type => type.FullName.Replace('/', '.'));

        Assert.Equal(name, assembly.Name.Name);
        Assert.Equal(facts.Types.Select(type => type.FullName).Order(StringComparer.Ordinal), types.Keys.Order(StringComparer.Ordinal));

        foreach (ApiType type in facts.Types)
        {
            foreach (ApiMember member in type.Members)
            {
                Assert.True(Has(types[type.FullName], member), $"{type.FullName}.{member.Name}");
            }
        }
    }

    [Fact]
    public void Mscorlib_refers_to_nothing_and_is_the_root_of_everything()
    {
        using AssemblyDefinition mscorlib = Read("mscorlib");

        Assert.Empty(mscorlib.MainModule.AssemblyReferences);
        Assert.Null(mscorlib.MainModule.GetType("System.Object").BaseType);
        Assert.Equal("System.ValueType", mscorlib.MainModule.GetType("System.Int32").BaseType.FullName);
        Assert.Null(mscorlib.MainModule.GetType("System.Nullable`1"));
        Assert.DoesNotContain(mscorlib.MainModule.Types, type => type.HasGenericParameters);
    }

    [Fact]
    public void Structs_keep_their_kind_and_hidden_state()
    {
        TypeDefinition span = Type("mscorlib", "System.SpanByte");
        Assert.Contains(span.CustomAttributes, attribute => attribute.AttributeType.Name == "IsByRefLikeAttribute");
        Assert.Contains(Type("mscorlib", "System.Guid").Fields, field => field.IsPrivate && !field.FieldType.IsValueType);
        Assert.Contains(Type("mscorlib", "System.TimeSpan").Fields, field => field.IsPrivate && field.FieldType.FullName == "System.Int32");
    }

    [Fact]
    public void Enums_and_constants_have_their_numbers()
    {
        TypeDefinition status = Type("System.Device.I2c", "System.Device.I2c.I2cTransferStatus");
        Assert.Equal(4, status.Fields.Single(field => field.Name == "SlaveAddressNotAcknowledged").Constant);
        Assert.Equal(long.MinValue, Type("mscorlib", "System.Int64").Fields.Single(field => field.Name == "MinValue").Constant);
        Assert.Equal(float.Epsilon, Type("mscorlib", "System.Single").Fields.Single(field => field.Name == "Epsilon").Constant);
        Assert.Equal(double.NegativeInfinity, Type("mscorlib", "System.Double").Fields.Single(field => field.Name == "NegativeInfinity").Constant);
        Assert.Equal('\uffff', Type("mscorlib", "System.Char").Fields.Single(field => field.Name == "MaxValue").Constant);
    }

    [Fact]
    public void Delegates_and_events_are_what_a_handler_needs()
    {
        MethodDefinition invoke = Type("System.Device.Gpio", "System.Device.Gpio.PinValueChangedEventHandler").Methods.Single(method => method.Name == "Invoke");
        Assert.Equal(["sender", "e"], invoke.Parameters.Select(parameter => parameter.Name));

        EventDefinition changed = Type("System.Device.Gpio", "System.Device.Gpio.GpioPin").Events.Single();
        Assert.Equal(("ValueChanged", "System.Device.Gpio.PinValueChangedEventHandler"), (changed.Name, changed.EventType.FullName));
        Assert.True(Type("nanoFramework.Runtime.Native", "nanoFramework.Runtime.Native.Power").Events.Single().AddMethod.IsStatic);
    }

    [Fact]
    public void Indexers_keep_their_name() =>
        Assert.Equal("Chars", Type("mscorlib", "System.String").Properties.Single(property => property.HasParameters).Name);

    [Fact]
    public void Protected_members_are_protected()
    {
        TypeDefinition button = Type("Iot.Device.Button", "Iot.Device.Button.ButtonBase");
        Assert.True(button.Methods.Single(method => method.Name == "HandleButtonPressed").IsFamily);
        Assert.Equal("Finalize", Type("System.Device.I2c", "System.Device.I2c.I2cDevice").Methods.Single(method => method.IsFamily).Name);
    }

    [Fact]
    public void Parameters_keep_their_default_and_their_direction()
    {
        MethodDefinition reboot = Type("nanoFramework.Runtime.Native", "nanoFramework.Runtime.Native.Power").Methods.Single(method => method.Name == "RebootDevice" && method.Parameters.Count == 1);
        Assert.Equal(0, reboot.Parameters[0].Constant);

        ParameterDefinition parsed = Type("mscorlib", "System.Int32").Methods.First(method => method.Name == "TryParse").Parameters.Last();
        Assert.True(parsed.IsOut);

        MethodDefinition areEqual = Type("nanoFramework.TestFramework", "nanoFramework.TestFramework.Assert").Methods.First(method => method.Name == "AreEqual" && method.Parameters.Count == 3);
        Assert.Equal("", areEqual.Parameters[2].Constant);
        Assert.True(Type("mscorlib", "System.Threading.Interlocked").Methods.First(method => method.Name == "Increment").Parameters[0].ParameterType.IsByReference);
    }

    [Fact]
    public void Attributes_that_change_what_compiles_are_kept()
    {
        MethodDefinition writeLine = Type("mscorlib", "System.Diagnostics.Debug").Methods.First(method => method.Name == "WriteLine");
        Assert.Equal("DEBUG", writeLine.CustomAttributes.Single(attribute => attribute.AttributeType.Name == "ConditionalAttribute").ConstructorArguments[0].Value);

        FieldDefinition local = Type("mscorlib", "System.DateTimeKind").Fields.Single(field => field.Name == "Local");
        Assert.Equal(true, local.CustomAttributes.Single(attribute => attribute.AttributeType.Name == "ObsoleteAttribute").ConstructorArguments[1].Value);
    }

    [Fact]
    public void Every_library_states_its_package() =>
        Assert.All(ApiAssembly.All, assembly => Assert.StartsWith("nanoFramework.", assembly.Package, StringComparison.Ordinal));

    [Fact]
    public void A_line_that_belongs_to_no_type_is_an_error() =>
        Assert.Throws<FormatException>(() => ApiAssembly.Parse("# assembly A · package P 1 · x\nA: class N.T\nA: System.Int32 N.Other.Field\n"));

    private static AssemblyDefinition Read(string name) => AssemblyDefinition.ReadAssembly(new MemoryStream(ReferenceAssemblies.TryGet(name)!));

    private static TypeDefinition Type(string assembly, string name) => Read(assembly).MainModule.GetType(name);

    private static bool IsVisible(TypeDefinition type) =>
        type.DeclaringType is null ? type.IsPublic : (type.IsNestedPublic || type.IsNestedFamily) && IsVisible(type.DeclaringType);

    private static bool Has(TypeDefinition type, ApiMember member) => member.Kind switch
    {
        ApiMemberKind.Constant => type.Fields.Any(field => field.Name == member.Name && field.HasConstant),
        ApiMemberKind.Field => type.Fields.Any(field => field.Name == member.Name && Same(field.FieldType, member.Type) && field.IsStatic == member.Has("static") && field.IsInitOnly == member.Has("readonly")),
        ApiMemberKind.Event => type.Events.Any(found => found.Name == member.Name && Same(found.EventType, member.Type)),
        ApiMemberKind.Property => type.Properties.Any(property => IsSame(property, member)),
        ApiMemberKind.Method => type.Methods.Any(method => IsSame(method, member)),
        _ => false,
    };

    private static bool IsSame(PropertyDefinition property, ApiMember member) =>
        (property.Name == member.Name || (member.Name == "this" && property.Parameters.Count == member.Parameters.Count))
        && Same(property.PropertyType, member.Type)
        && property.GetMethod is not null == member.Value.Contains("get;", StringComparison.Ordinal)
        && property.SetMethod is not null == member.Value.Contains("set;", StringComparison.Ordinal);

    private static bool IsSame(MethodDefinition method, ApiMember member) =>
        method.Name == member.Name && Same(method.ReturnType, member.Type)
        && method.IsStatic == member.Has("static") && method.IsFamily == member.Has("protected") && method.Parameters.Count == member.Parameters.Count
        && method.Parameters.Zip(member.Parameters).All(pair => IsSame(pair.First, pair.Second));

    private static bool IsSame(ParameterDefinition parameter, ApiParameter fact) =>
        parameter.Name == fact.Name && parameter.IsOptional == fact.Default is not null
        && parameter.IsOut == (fact.Modifier == "out") && parameter.ParameterType.IsByReference == fact.Modifier is "ref" or "out" or "in"
        && Same(parameter.ParameterType, fact.Type);

    private static bool Same(TypeReference type, string name) => type.FullName.TrimEnd('&').Replace('/', '.') == name;
}
