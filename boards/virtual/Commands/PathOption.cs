using System.CommandLine;

namespace Haip.VirtualBoard.Commands;

/// <summary>Options that take a name or a path: anything but nothing.</summary>
internal static class PathOption
{
    /// <summary>Null when it is not given.</summary>
    public static Option<string> Create(string name, string helpName, string description)
    {
        var option = new Option<string>(name) { Description = description, HelpName = helpName };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }])
            {
                result.AddError($"{name}: is empty");
            }
        });
        return option;
    }
}
