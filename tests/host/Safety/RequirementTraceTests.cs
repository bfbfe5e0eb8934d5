using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Haip.Core.Safety;
using Haip.HostTests.Device;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>Requirements, hazards and tests speak of the same things: docs/requirements.md, docs/hazards.md and the traits of this assembly.</summary>
[Trait("Category", "Safety")]
public sealed partial class RequirementTraceTests
{
    private const string Trait = "Requirement";

    private static readonly Repository s_repository = new(Repository.FindRoot());
    private static readonly string s_requirements = s_repository.Text("docs/requirements.md");
    private static readonly string s_hazards = s_repository.Text("docs/hazards.md");
    private static readonly Match[] s_rows = RequirementRow().Matches(s_requirements).ToArray();
    private static readonly string[] s_numbers = [.. s_rows.Select(row => row.Groups["no"].Value)];
    private static readonly (Type Type, MethodInfo Method)[] s_tests =
    [
        .. from type in typeof(RequirementTraceTests).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
           where IsTest(method)
           select (type, method),
    ];

    [Fact]
    public void Every_requirement_is_one_sentence_with_a_source_under_its_own_heading_and_number()
    {
        Assert.Equal(s_numbers.Distinct().Order(), s_numbers);
        Assert.Equal(s_numbers.Length, s_requirements.Split("\n| SR-").Length - 1); // a row that is spoilt is not a row that is gone

        string[] headings = [.. Heading().Matches(s_requirements).Select(match => match.Groups["group"].Value)];
        Assert.Equal(s_numbers.Select(Group).Distinct(), headings);

        Assert.All(s_rows, row =>
        {
            Assert.Matches(@"^[A-Z][^.]*(\.\S[^.]*)*\.$", row.Groups["text"].Value);
            Assert.NotEmpty(row.Groups["source"].Value.Trim());
        });
    }

    [Fact]
    public void Every_requirement_has_a_test()
    {
        string[] untested = [.. s_numbers.Except(Quotes().Select(quote => quote.Number))];

        Assert.True(untested.Length == 0, "without a test: " + string.Join(" ", untested));
    }

    [Fact]
    public void No_test_quotes_a_requirement_that_does_not_exist()
    {
        Assert.Equal([], Quotes().Where(quote => !s_numbers.Contains(quote.Number)).Select(quote => $"{quote.Test}: {quote.Number}"));
    }

    [Fact]
    [Trait(Trait, "SR-201")]
    public void Every_alarm_names_a_requirement_that_exists()
    {
        Assert.Equal([], AlarmTable.Rows.Where(row => !s_numbers.Contains(row.Requirement)).Select(row => $"{row.Id}: {row.Requirement}"));
    }

    [Fact]
    public void No_text_names_a_requirement_that_does_not_exist()
    {
        string[] named = [.. Named(s_hazards), .. Named(s_requirements)];

        Assert.Equal([], named.Except(s_numbers));
    }

    [Fact]
    public void Every_requirement_controls_a_hazard()
    {
        string[] hazards = [.. HazardRow().Matches(s_hazards).Select(row => row.Value)];

        Assert.Equal([], s_numbers.Except(hazards.SelectMany(Named)));
    }

    [Fact]
    public void Every_hazard_has_controls_severity_and_evidence_that_exist()
    {
        Match[] hazards = HazardRow().Matches(s_hazards).ToArray();
        string[] classes = [.. s_tests.Select(test => test.Type.Name).Distinct()];

        Assert.Equal(hazards.Length, s_hazards.Split("\n| H-").Length - 1);
        Assert.Equal(hazards.Length, hazards.Select(hazard => hazard.Groups["no"].Value).Distinct().Count());
        Assert.All(hazards, hazard =>
        {
            string[] tests = [.. TestClass().Matches(hazard.Groups["evidence"].Value).Select(match => match.Groups["name"].Value)];

            Assert.NotEmpty(Named(hazard.Groups["control"].Value));
            Assert.Equal([], tests.Except(classes));
            Assert.True(tests.Length > 0 || hazard.Groups["evidence"].Value.Contains("`bench ", StringComparison.Ordinal), hazard.Groups["no"].Value);
        });
    }

    // Of the class and of the method, from whatever can really run.
    private static IEnumerable<(string Test, string Number)> Quotes() =>
        from test in s_tests
        from data in test.Type.CustomAttributes.Concat(test.Method.CustomAttributes)
        where data.AttributeType == typeof(TraitAttribute) && (string?)data.ConstructorArguments[0].Value == Trait
        select ($"{test.Type.Name}.{test.Method.Name}", (string)data.ConstructorArguments[1].Value!);

    private static bool IsTest(MethodInfo method) =>
        method.GetCustomAttribute<FactAttribute>() is { Skip: null } && method.DeclaringType is { IsAbstract: false };

    private static string Group(string number) => number[..4];

    private static string[] Named(string text) => [.. Number().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"^\| (?<no>SR-\d{3}) \| (?<text>[^|]+) \| (?<source>[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex RequirementRow();

    [GeneratedRegex(@"^\| (?<no>H-\d+) \| (?<hazard>[^|]+) \| (?<harm>[^|]+) \| S[1-4] \| (?<control>[^|]+) \| (?<evidence>[^|]+) \| (?<residual>[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex HazardRow();

    [GeneratedRegex(@"^## (?<group>SR-\d)xx ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"SR-\d{3}")]
    private static partial Regex Number();

    [GeneratedRegex(@"`(?<name>\w+Tests)`")]
    private static partial Regex TestClass();
}
