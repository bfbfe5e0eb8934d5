using System;
using System.Collections.Generic;
using System.Linq;
using Haip.Flash.Images;
using Xunit;

namespace Haip.HostTests.Flash;

[Trait("Category", "Flash")]
public sealed class ImageReaderTests
{
    [Fact]
    public void Names_and_versions_are_read_one_assembly_after_the_other()
    {
        Assert.True(ImageReader.TryRead(ImageBytes.Pump(), out List<ImageAssembly> assemblies));

        Assert.Equal([new(null, "1.17.0.0"), new("nanoFramework.Runtime.Events", "1.11.37.0"), new("HaipFirmware", "0.1.0.0")], assemblies);
    }

    [Fact]
    public void An_image_cut_anywhere_but_between_assemblies_is_no_image()
    {
        byte[] image = ImageBytes.Pump();
        int first = ImageBytes.Assembly(null, 1, 17).Length;
        int second = first + ImageBytes.Assembly("nanoFramework.Runtime.Events", 1, 11).Length;
        int[] whole = [first, second, image.Length];

        Assert.All(Enumerable.Range(0, image.Length + 1), length => Assert.Equal(whole.Contains(length), ImageReader.TryRead(image.AsSpan(0, length), out _)));
    }

    [Theory]
    [InlineData(0, 0x00)] // marker
    [InlineData(5, 0x32)] // marker of version 2, whose header is another
    [InlineData(100, 0xFF)] // total length
    [InlineData(103, 0x80)]
    public void Damaged_headers_are_no_image(int offset, byte value)
    {
        byte[] image = ImageBytes.Pump();
        image[offset] = value;

        Assert.False(ImageReader.TryRead(image, out _));
    }

    [Fact]
    public void Noise_never_throws()
    {
        var random = new Random(1);

        for (int i = 0; i < 2000; i++)
        {
            byte[] image = ImageBytes.Pump();
            image[random.Next(image.Length)] = (byte)random.Next(256);
            image[random.Next(image.Length)] = (byte)random.Next(256);
            ImageReader.TryRead(image, out List<ImageAssembly> assemblies);
            Assert.NotNull(assemblies);
        }
    }
}
