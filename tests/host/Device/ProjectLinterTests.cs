using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Haip.Board;
using Xunit;

namespace Haip.HostTests.Device;

/// <summary>The device's projects are right, and each rule of the linter finds the mistake it is there for.</summary>
[Trait("Category", "Device")]
public sealed class ProjectLinterTests : IDisposable
{
    private const string Core = "firmware/Core/Haip.Core.nfproj";
    private const string Drivers = "drivers/Haip.Drivers.nfproj";
    private const string Application = "firmware/HaipFirmware.nfproj";
    private const string Tests = "tests/device/NFUnitTest.nfproj";
    private const string Solution = SolutionRules.Solution;

    private readonly RepositoryCopy _copy = new();

    public void Dispose() => _copy.Dispose();

    [Fact]
    public void The_repository_has_no_problem() => Assert.Empty(ProjectLinter.Problems(Repository.FindRoot()));

    [Fact]
    public void An_untouched_copy_has_no_problem() => Assert.Empty(ProjectLinter.Problems(_copy.Root));

    [Theory]
    [InlineData(Core, """<Compile Include="Pump.cs" />""", "", "firmware/Core/Haip.Core.nfproj: firmware/Core/Pump.cs is not listed")]
    [InlineData(Core, "Include=\"Pump.cs\"", "Include=\"pump.cs\"", "\"pump.cs\" is spelled firmware/Core/Pump.cs on disk")]
    [InlineData(Core, "Include=\"Pump.cs\"", "Include=\"Pumps.cs\"", "\"Pumps.cs\" is not on disk")]
    [InlineData(Core, "Include=\"Log\\Crc32.cs\"", "Include=\"Log\\*.cs\"", "\"Log\\*.cs\" is a wildcard")]
    [InlineData(Core, """<Compile Include="Pump.cs" />""", """<Compile Include="Pump.cs" /><Compile Include="Pump.cs" />""", "\"Pump.cs\" is listed 2 times")]
    [InlineData(Drivers, """<Compile Include="Crc8.cs" />""", """<Compile Include="Crc8.cs" /><Compile Include="..\firmware\Core\Pump.cs" />""", "firmware/Core/Pump.cs is compiled by 2 projects")]
    [InlineData(Drivers, "Version.cs\"", "Versions.cs\"", "drivers/Haip.Drivers.nfproj: firmware/Version.cs is not listed")]
    [InlineData("boards/reference/Haip.Board.nfproj", @"..\esp32-devkitc\Esp32DevKitCPins.cs", "BoardPins.cs", "boards/esp32-devkitc/Esp32DevKitCPins.cs is compiled by 0 projects")]
    [InlineData(Application, "Include=\"packages.config\"", "Include=\"Packages.config\"", "\"Packages.config\" is spelled firmware/packages.config on disk")]
    [InlineData(Application, @"..\drivers\Haip.Drivers.nfproj", @"..\drivers\Haip.Driver.nfproj", "is not on disk")]
    [InlineData(Core, """<Compile Include="Pump.cs" />""", """<Compile Include="Pump.cs" /><Compile Remove="Pump.cs" />""", "has the attribute Remove")]
    [InlineData(Core, """<Compile Include="Pump.cs" />""", """<Compile Include="Pump.cs" Condition="'$(Configuration)' == 'Debug'" />""", "has the attribute Condition")]
    [InlineData(Core, "<ItemGroup>\n    <Compile", "<ItemGroup Condition=\"'$(Configuration)' == 'Debug'\">\n    <Compile", "has the attribute Condition")]
    [InlineData(Core, "</PropertyGroup>\n  <Import", "</PropertyGroup>\n  <Import Project=\"more.props\" />\n  <Import", "imports more.props, whose items nobody looks at")]
    public void Compile_lists_equal_the_files_on_disk(string file, string text, string by, string problem) => Spoil(file, text, by, problem);

    [Fact]
    public void A_file_of_the_platform_has_less_than_150_lines() =>
        Assert.All(Directory.GetFiles(Path.Combine(Repository.FindRoot(), "firmware", "Platform")), file => Assert.InRange(File.ReadLines(file).Count(), 1, 149));

    [Fact]
    public void A_new_file_must_be_listed()
    {
        _copy.Write("firmware/Platform/New.cs", "");
        Expect("firmware/HaipFirmware.nfproj: firmware/Platform/New.cs is not listed");
    }

    [Fact]
    public void A_file_that_was_renamed_to_another_case_is_noticed()
    {
        _copy.Move("drivers/Crc8.cs", "drivers/crc8.cs");
        Expect("\"Crc8.cs\" is spelled drivers/crc8.cs on disk");
    }

    [Theory]
    [InlineData("nanoframework.json", "\"version\": \"1.1.62\"", "\"version\": \"1.1.63\"", "firmware/packages.config: nanoFramework.System.Device.Gpio is 1.1.62 and 1.1.63 in nanoframework.json")]
    [InlineData("firmware/packages.config", "\"1.1.29\"", "\"1.1.30\"", "firmware/packages.config: nanoFramework.System.Device.I2c is 1.1.30 and 1.1.29")]
    [InlineData("firmware/packages.config", "nanoFramework.System.Math", "nanoFramework.System.Maths", "nanoFramework.System.Maths is not in nanoframework.json")]
    [InlineData("firmware/packages.config", """<package id="nanoFramework.System.Math" version="1.5.116" targetFramework="netnano1.0" />""", "", "nanoFramework.System.Math is missing, and something else needs it")]
    [InlineData("drivers/packages.config", """<package id="nanoFramework.CoreLibrary" version="1.17.11" targetFramework="netnano1.0" />""", "", "drivers/packages.config: nanoFramework.CoreLibrary is missing")]
    [InlineData(Application, "System.Device.I2c, Version=1.1.29.0", "System.Device.I2c, Version=1.1.28.0", "Version=1.1.28.0, Culture=neutral, PublicKeyToken=c07d481e9758c731\" belongs to no package")]
    [InlineData(Application, "System.Device.I2c, Version=1.1.29.0", "System.Device.I2c, Version=1.1.28.0", "\"System.Device.I2c, Version=1.1.29.0, Culture=neutral, PublicKeyToken=c07d481e9758c731\" is not referred to exactly once")]
    [InlineData(Application, "nanoFramework.System.Device.Pwm.1.1.23", "nanoFramework.System.Device.Pwm.1.1.22", "the hint path of System.Device.Pwm is not")]
    [InlineData(Core, @"..\..\packages\", @"..\packages\", "the hint path of mscorlib is not")]
    [InlineData(Tests, "nanoFramework.UnitTestLauncher.exe", "nanoFramework.UnitTestLauncher.dll", "the hint path of nanoFramework.UnitTestLauncher is not")]
    public void References_agree_with_the_matrix_and_with_each_other(string file, string text, string by, string problem) => Spoil(file, text, by, problem);

    [Theory]
    [InlineData(Tests, "<AssemblyName>NFUnitTest<", "<AssemblyName>DeviceTests<", "the assembly is called DeviceTests and not NFUnitTest")]
    [InlineData(Application, "<AssemblyName>HaipFirmware<", "<AssemblyName>Haip<", "the assembly is called Haip and not HaipFirmware")]
    [InlineData(Core, "<LangVersion>9.0<", "<LangVersion>12.0<", "LangVersion is not 9.0")]
    [InlineData(Application, "<OutputType>Exe<", "<OutputType>Library<", "OutputType is not Exe")]
    [InlineData(Core, "<OutputType>Library<", "<OutputType>Exe<", "OutputType is not Library")]
    [InlineData(Tests, "TestContainer", "Test", "the capability TestContainer is missing")]
    [InlineData(Tests, "\\nano.runsettings</Run", "\\my.runsettings</Run", "does not name nano.runsettings")]
    [InlineData(Tests, "<IsTestProject>true<", "<IsTestProject>false<", "exactly one project of device tests")]
    public void Settings_are_those_that_the_tools_look_for(string file, string text, string by, string problem) => Spoil(file, text, by, problem);

    [Theory]
    [InlineData(Solution, @"drivers\Haip.Drivers.nfproj", @"drivers\Haip.Driver.nfproj", "drivers/Haip.Drivers.nfproj is missing")]
    [InlineData(Solution, @"drivers\Haip.Drivers.nfproj", @"drivers\Haip.Drivers.csproj", "drivers/Haip.Drivers.csproj is not a project of the device")]
    [InlineData(Solution, "{11A8DD76-", "{22A8DD76-", "has another project type")]
    [InlineData(Solution, "\"Haip.Core\"", "\"Core\"", "firmware/Core/Haip.Core.nfproj is called Core")]
    [InlineData(Drivers, "{A3E1F6B2-", "{B3E1F6B2-", "and {B3E1F6B2-47C9-4F0D-8E52-91D0B7C4E802} in its own file")]
    [InlineData(Drivers, "{A3E1F6B2-47C9-4F0D-8E52-91D0B7C4E802}", "{5D0C7B1E-8A0E-4C64-9C0B-2B6C1E6A7F01}", "have the same number")]
    [InlineData(Solution, "\t\t{0F2E6C58-93B4-4D17-B6A8-7C1D3E5F9B04}.Release|Any CPU.Deploy.0 = Release|Any CPU\n", "", "HaipFirmware.nfproj lacks the line")]
    public void The_solution_builds_and_deploys_every_project(string file, string text, string by, string problem) => Spoil(file, text, by, problem);

    [Theory]
    [InlineData("boards/esp32-devkitc/board.json", "ESP32_BLE_REV0", "ESP32_BLE_REV3", "the target is ESP32_BLE_REV3, and ESP32_BLE_REV0 in the pin table")]
    [InlineData("boards/esp32-devkitc/board.json", "\"Esp32DevKitCPins\"", "\"DevKitPins\"", "there is no class DevKitPins")]
    [InlineData("boards/esp32-devkitc/board.json", "\"esp32-devkitc\"", "\"devkit\"", "the name is not that of the folder")]
    [InlineData("boards/esp32-devkitc/board.json", "0x1E0000", "0x1B0000", "no partition table of ESP32_BLE_REV0 with 4 MB")]
    [InlineData("boards/esp32-s3-devkitc/board.json", "\"flashSizeMegabytes\": 8", "\"flashSizeMegabytes\": 4", "no partition table of ESP32_S3_QUAD with 4 MB")]
    [InlineData("boards/esp32-s3-devkitc/board.json", "3014656", "3014657", "no partition table of ESP32_S3_QUAD with 8 MB")]
    [InlineData("boards/esp32-s3-devkitc/board.json", "\"1.16.0\"", "\"9.0.0\"", "the minimum image is newer")]
    public void Board_files_agree_with_the_pin_tables(string file, string text, string by, string problem) => Spoil(file, text, by, problem);

    [Fact]
    public void A_board_with_pins_has_a_board_file()
    {
        _copy.Delete("boards/esp32-devkitc/board.json");
        Expect("boards/esp32-devkitc/board.json is missing");
    }

    [Fact]
    public void A_board_file_has_pins()
    {
        _copy.Write("boards/other/board.json", new Repository(_copy.Root).Text("boards/esp32-devkitc/board.json").Replace("esp32-devkitc", "other", StringComparison.Ordinal));
        Expect("boards/other/board.json: the firmware has no pins for this board");
    }

    [Theory]
    [InlineData("PumpEnable", 33, "GPIO 33 is PumpEnable and InletValve")]
    [InlineData("Sounder", 6, "Sounder cannot be GPIO 6, which is taken")]
    [InlineData("Sounder", 24, "Sounder cannot be GPIO 24, which is taken or not there")]
    [InlineData("Sounder", 40, "Sounder cannot be GPIO 40, which is taken or not there")]
    [InlineData("OkLight", 35, "OkLight cannot be GPIO 35, which is an input only")]
    [InlineData("InletValve", 14, "InletValve cannot be GPIO 14, which may be high at power-on")]
    public void Pins_can_do_what_they_are_for(string field, int gpio, string problem)
    {
        PinMap map = Esp32DevKitCPins.Create();
        Assert.Empty(PinRules.Problems(map));
        typeof(PinMap).GetField(field)!.SetValue(map, gpio);
        Assert.Contains(PinRules.Problems(map), found => found.Contains(problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Assert.IsTrue(true, \"one, two\");", true)]
    [InlineData("Assert.SkipTest(@\"one, \"\"two\"\"\");", true)]
    [InlineData("throw new System.Exception(\"one \\\" two, three\");", true)]
    [InlineData("// Assert.IsTrue(true, \"one, two\");", false)]
    [InlineData("/* \"one, two\" */ Assert.AreEqual(1, 1, \"one\"); Assert.AreEqual(2, 2, \"two\");", false)]
    public void No_text_in_a_device_test_has_a_comma(string statement, bool refused)
    {
        _copy.Replace("tests/device/NumberTests.cs", "uint none = 0;", "uint none = 0; " + statement + "\n");
        Assert.Equal(refused, ProjectLinter.Problems(_copy.Root).Count == 1);
    }

    [Theory]
    [InlineData("firmware/Version.cs", "[assembly: AssemblyVersion(\"0.1.0.0\")]", "", "firmware/Version.cs does not state one version")]
    [InlineData("drivers/Properties/AssemblyInfo.cs", "[assembly: AssemblyProduct", "[assembly: AssemblyVersion(\"0.2.0.0\")]\n[assembly: AssemblyProduct", "drivers/Properties/AssemblyInfo.cs states a version")]
    [InlineData("Directory.Build.props", "<Nullable>", "<FileVersion>0.2.0</FileVersion><Nullable>", "Directory.Build.props states a version")]
    [InlineData("boards/esp32-devkitc/board.json", "\"1.16.0\"", "\"IMAGE\"", "boards/esp32-devkitc/board.json repeats the image version")]
    public void Versions_are_stated_once(string file, string text, string by, string problem) =>
        Spoil(file, text, by.Replace("IMAGE", new PackageMatrix(_copy.Root).ImageVersion, StringComparison.Ordinal), problem);

    private void Spoil(string file, string text, string by, string problem)
    {
        _copy.Replace(file, text, by);
        Expect(problem);
    }

    private void Expect(string problem)
    {
        IReadOnlyList<string> problems = ProjectLinter.Problems(_copy.Root);
        Assert.Contains(problems, found => found.Contains(problem, StringComparison.Ordinal));
    }
}
