using System;
using Xunit;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>Takes the pictures of README and documents, when somebody asks for them: HAIP_PICTURES names the folder.</summary>
public sealed class PicturesFactAttribute : FactAttribute
{
    private const string Variable = "HAIP_PICTURES";

    public PicturesFactAttribute()
    {
        if (Folder is null)
        {
            Skip = $"pictures are taken on request: {Variable}=docs/images, as a whole path";
        }
    }

    public static string? Folder => Environment.GetEnvironmentVariable(Variable);
}
