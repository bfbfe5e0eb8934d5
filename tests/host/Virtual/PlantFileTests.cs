using System;
using System.IO;
using System.Linq;
using System.Text;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Xunit;

namespace Haip.HostTests.Virtual;

[Trait("Category", "Virtual")]
public sealed class PlantFileTests : IDisposable
{
    private readonly InputFileFixture _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_good_file_sets_what_it_names_and_leaves_the_rest_nominal()
    {
        PlantParameters plant = PlantFile.Read(_files.Write("plant.json", """
            {
              // a thick fluid
              "fluid": { "relativeViscosity": 4.9, },
              "catheter": { "nlPerKPa": 400, "paSecondsPerM3": 1.8e11 }, /* the largest and a narrow one */
            }
            """));

        Assert.Equal(4.9, plant.RelativeViscosity);
        Assert.Equal(400, plant.CatheterNlPerKPa);
        Assert.Equal(1.8e11, plant.CatheterPaSecondsPerM3);

        var nominal = new PlantParameters();
        Assert.Equal(3, PlantTable.Rows.Count(row => row.Get(plant) != row.Get(nominal)));
    }

    [Fact]
    public void An_empty_object_is_the_nominal_plant()
    {
        PlantParameters plant = PlantFile.Read(_files.Write("plant.json", "\uFEFF{}")); // with the byte order mark of some editors
        var nominal = new PlantParameters();

        Assert.All(PlantTable.Rows, row => Assert.Equal(row.Get(nominal), row.Get(plant)));
    }

    [Theory]
    [InlineData("""{ "catheter": { "nlPerKPa": 0 } }""", "catheter.nlPerKPa: 0 is below 1 nL/kPa; allowed 1 to 400 nL/kPa")]
    [InlineData("""{ "catheter": { "nlPerKPa": 400.5 } }""", "catheter.nlPerKPa: 400.5 is above 400 nL/kPa; allowed 1 to 400 nL/kPa")]
    [InlineData("""{ "restrictor": { "paSecondsPerM3": 1e999 } }""", "restrictor.paSecondsPerM3: 1e999 is above 1e15 Pa.s/m3; allowed 1e11 to 1e15 Pa.s/m3")]
    [InlineData("""{ "artery": { "mean": 12400 } }""", "artery.mean is not a key; did you mean patient.arteryMeanPa?")]
    [InlineData("""{ "pump": { "arteryMeanPa": 12400 } }""", "pump.arteryMeanPa is not a key; did you mean patient.arteryMeanPa?")]
    [InlineData("""{ "chamber": { "nlPerKpa": 100 } }""", "chamber.nlPerKpa is not a key; did you mean chamber.nlPerKPa?")]
    [InlineData("""{ "cateter": { "nlPerKPa": 100 } }""", "cateter.nlPerKPa is not a key; did you mean catheter.nlPerKPa?")]
    [InlineData("""{ "bodyC": 37 }""", "bodyC is not a key; did you mean patient.bodyC?")]
    [InlineData("""{ "colour": {} }""", "colour is not a key; docs/plant.md lists them")]
    [InlineData("""{ "patient.bodyC": 37 }""", "patient.bodyC: a key stands inside its group: { \"group\": { \"key\": 1 } }")]
    [InlineData("""{ "patient": { "bodyC": "37" } }""", "patient.bodyC: a number is needed, not text")]
    [InlineData("""{ "patient": { "bodyC": null } }""", "patient.bodyC: a number is needed, not null")]
    [InlineData("""{ "patient": { "bodyC": true } }""", "patient.bodyC: a number is needed, not true or false")]
    [InlineData("""{ "patient": { "bodyC": {} } }""", "patient.bodyC: a number is needed, not an object")]
    [InlineData("""{ "patient": 37 }""", "patient: an object is needed, not a number")]
    [InlineData("""{ "patient": { "bodyC": 37, "bodyC": 38 } }""", "patient.bodyC: stands here twice")]
    [InlineData("""{ "patient": { "bodyC": 37 }, "patient": { "boardC": 38 } }""", "patient: stands here twice")]
    [InlineData("""{ "a\nb\u001b": { "c": 1 } }""", "a b .c is not a key; docs/plant.md lists them")]
    [InlineData("""{ "\ud800": { "c": 1 } }""", "holds an escape that is no character")]
    [InlineData("[]", "an object is needed, not an array")]
    [InlineData(" ", "is empty; the least there can be is { }")]
    public void What_is_wrong_is_said_in_one_line(string text, string error)
    {
        string path = _files.Write("plant.json", text);

        Assert.Equal($"plant.json: {error}", _files.ErrorOf(() => PlantFile.Read(path)));
    }

    [Fact]
    public void A_syntax_error_names_its_line()
    {
        string path = _files.Write("plant.json", "{\n  \"patient\": {\n    \"bodyC\": 37,\n    \"arteryMeanPa\" 9500\n  }\n}\n");

        Assert.Equal(
            "plant.json: line 4: '9' is invalid after a property name. Expected a ':'",
            _files.ErrorOf(() => PlantFile.Read(path)));
    }

    [Fact]
    public void A_very_long_key_is_cut_short()
    {
        string path = _files.Write("plant.json", $$"""{ "{{new string('x', 100_000)}}": 1 }""");

        Assert.Equal($"plant.json: {new string('x', 60)}... is not a key; docs/plant.md lists them", _files.ErrorOf(() => PlantFile.Read(path)));
    }

    [Fact]
    public void A_missing_file_is_said_to_be_missing()
    {
        string file = Path.Combine(_files.FolderPath, "plant.json");
        string folder = Path.Combine(_files.FolderPath, "nowhere", "plant.json");

        Assert.Equal("plant.json: there is no such file", _files.ErrorOf(() => PlantFile.Read(file)));
        Assert.EndsWith("plant.json: there is no such file", _files.ErrorOf(() => PlantFile.Read(folder)));
    }

    [Fact]
    public void A_directory_is_no_file() =>
        Assert.Equal($"{_files.FolderPath}: is a directory, not a file", _files.ErrorOf(() => PlantFile.Read(_files.FolderPath)));

    [Fact]
    public void An_empty_path_is_refused() => Assert.StartsWith(": cannot be read: ", _files.ErrorOf(() => PlantFile.Read("")));

    [Fact]
    public void A_file_may_have_1_MB_and_not_a_byte_more()
    {
        string largest = _files.Write("largest.json", "{}" + new string(' ', 999_998));
        string larger = _files.Write("larger.json", "{}" + new string(' ', 999_999));

        PlantFile.Read(largest);
        Assert.Equal("larger.json: is larger than 1 MB", _files.ErrorOf(() => PlantFile.Read(larger)));
    }

    [Fact]
    public void Text_in_another_encoding_is_refused()
    {
        string path = _files.Write("plant.json", Encoding.Latin1.GetBytes("{} // 37 °C"));

        Assert.Equal("plant.json: is not UTF-8 text", _files.ErrorOf(() => PlantFile.Read(path)));
    }

    [Fact]
    public void Every_row_accepts_its_limits_and_refuses_what_lies_beyond()
    {
        foreach (NumberKey<PlantParameters> row in PlantTable.Rows)
        {
            double beyond = (row.Max - row.Min) * 0.01;

            Assert.Equal(row.Min, row.Get(Read(row, row.Min)));
            Assert.Equal(row.Max, row.Get(Read(row, row.Max)));
            Assert.Throws<InputFileException>(() => Read(row, row.Min - beyond));
            Assert.Throws<InputFileException>(() => Read(row, row.Max + beyond));
        }
    }

    private PlantParameters Read(NumberKey<PlantParameters> row, double value)
    {
        string key = row.Path[(row.Group.Length + 1)..];
        return PlantFile.Read(_files.Write("plant.json", $$"""{ "{{row.Group}}": { "{{key}}": {{value:R}} } }"""));
    }
}
