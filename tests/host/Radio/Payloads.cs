using System.Buffers.Binary;
using System.IO;
using System.Text;

namespace Haip.HostTests.Radio;

/// <summary>Payloads of commands, written from their description.</summary>
internal static class Payloads
{
    public static byte[] Therapy(int rateNlPerHour, ushort hours, int patencyNlPerHour) => Profile(hours, patencyNlPerHour, (0, rateNlPerHour));

    public static byte[] Profile(ushort hours, int patencyNlPerHour, params (int Start, int RateNlPerHour)[] segments)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(hours);
        writer.Write((ushort)30);
        writer.Write(patencyNlPerHour);
        writer.Write((byte)segments.Length);

        for (int i = 0; i < 8; i++)
        {
            writer.Write((ushort)(i < segments.Length ? segments[i].Start : 0));
            writer.Write(i < segments.Length ? segments[i].RateNlPerHour : 0);
        }

        return stream.ToArray();
    }

    public static byte[] Bolus(bool test, int volumeNl, int rateNlPerHour) => [(byte)(test ? 0x33 : 0x0F), 0, .. I32(volumeNl), .. I32(rateNlPerHour)];

    public static byte[] Refill(int volumeNl, int drawnOutNl) => [.. I32(volumeNl), .. I32(drawnOutNl)];

    public static byte[] Drug(ushort id, bool cytotoxic, int concentrationUgPerMl, string name) =>
        [(byte)id, (byte)(id >> 8), (byte)(cytotoxic ? 0x3C : 0x33), 0, .. I32(concentrationUgPerMl), .. Encoding.ASCII.GetBytes(name.PadRight(12, '\0'))];

    public static byte[] Limits(int weightGrams, int mostUgPerDay, int mostUgPerKgPerDay) => [.. I32(weightGrams), .. I32(mostUgPerDay), .. I32(mostUgPerKgPerDay)];

    public static byte[] Calibration(int chamberFlPerPa) => [.. I32(chamberFlPerPa), .. I32(2_000), .. I32(37_000), .. I32(0), .. I32(0)];

    public static byte[] Scan(bool accepted) => [(byte)(accepted ? 0x33 : 0x0F)];

    public static byte[] U16(int value) => [(byte)value, (byte)(value >> 8)];

    public static byte[] I32(int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
