using System;
using System.Linq;
using System.Reflection;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Xunit;

namespace Haip.HostTests.Virtual;

[Trait("Category", "Virtual")]
public class PlantTableTests
{
    private const double Odd = -987_654.321; // no parameter is nominally this

    public static TheoryData<string> Properties => [.. typeof(PlantParameters).GetProperties().Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Properties))]
    public void Every_parameter_has_one_row_that_reads_and_writes_it_and_nothing_else(string name)
    {
        PropertyInfo property = typeof(PlantParameters).GetProperty(name)!;
        var read = new PlantParameters();
        property.SetValue(read, Odd);

        NumberKey<PlantParameters>[] rows = [.. PlantTable.Rows.Where(row => row.Get(read) == Odd)];
        Assert.True(rows.Length == 1, $"PlantParameters.{name} has {rows.Length} rows in PlantTable.Rows; it needs one");

        var written = new PlantParameters();
        rows[0].Set(written, Odd);
        Assert.Equal([name], typeof(PlantParameters).GetProperties().Where(p => Odd.Equals(p.GetValue(written))).Select(p => p.Name));
    }

    [Fact]
    public void There_are_as_many_rows_as_parameters_and_no_key_twice()
    {
        Assert.Equal(typeof(PlantParameters).GetProperties().Length, PlantTable.Rows.Count);
        Assert.Distinct(PlantTable.Rows.Select(row => row.Path));
    }

    [Fact]
    public void A_key_is_its_propertys_name_in_camel_case_without_the_group()
    {
        foreach (NumberKey<PlantParameters> row in PlantTable.Rows)
        {
            var plant = new PlantParameters();
            row.Set(plant, Odd);
            string property = typeof(PlantParameters).GetProperties().Single(p => Odd.Equals(p.GetValue(plant))).Name;
            string name = property.Replace(row.Group.TrimEnd('s'), "", StringComparison.OrdinalIgnoreCase);

            Assert.Equal($"{row.Group}.{char.ToLowerInvariant(name[0])}{name[1..]}", row.Path);
        }
    }

    [Fact]
    public void Every_nominal_value_lies_in_its_range_and_has_a_unit_a_meaning_and_a_source()
    {
        var nominal = new PlantParameters();

        foreach (NumberKey<PlantParameters> row in PlantTable.Rows)
        {
            Assert.True(row.Min < row.Max && row.Min <= row.Get(nominal) && row.Get(nominal) <= row.Max, row.Path);
            Assert.NotEmpty(row.Unit);
            Assert.EndsWith(".", row.Meaning);
            Assert.EndsWith(".", row.Source);
        }
    }

    [Fact]
    public void Keys_of_one_group_stand_together() // or the printed document would not be in the table's order
    {
        string[] groups = [.. PlantTable.Rows.Select(row => row.Group)];
        int changes = Enumerable.Range(1, groups.Length - 1).Count(i => groups[i] != groups[i - 1]);

        Assert.Equal(groups.Distinct().Count() - 1, changes);
    }
}
