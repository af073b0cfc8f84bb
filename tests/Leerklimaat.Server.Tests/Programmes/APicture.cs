using System.Text;
using SkiaSharp;

namespace Leerklimaat.Server.Tests.Programmes;

/// <summary>Pictures as people have them: made here, with what a camera writes beside what one sees.</summary>
internal static class APicture
{
    /// <summary>What must be in no file that others get.</summary>
    public const string Place = "GPS-52.0907N-5.1214E", Behind = "bytes-behind-the-end", Remark = "remark-of-the-owner";

    public static byte[] Png(int width = 40, int height = 30) => Encoded(width, height, SKEncodedImageFormat.Png, isNoise: false);

    /// <summary>Of noise, which hardly gets smaller when it is compressed.</summary>
    public static byte[] Noise(int width, int height) => Encoded(width, height, SKEncodedImageFormat.Jpeg, isNoise: true);

    /// <summary>Left red and right blue, with an orientation, a place, a remark and something behind its end.</summary>
    public static byte[] Photo(byte orientation)
    {
        var jpeg = Encoded(80, 40, SKEncodedImageFormat.Jpeg, isNoise: false);
        byte[] tiff = [.. "MM\0*\0\0\0\x08"u8, 0, 2, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0x01, 0x0E, 0, 2, 0, 0, 0, (byte)Place.Length, 0, 0, 0, 38, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Place)];
        return [.. jpeg[..2], .. Segment(0xE1, [.. "Exif\0\0"u8, .. tiff]), .. Segment(0xFE, Encoding.ASCII.GetBytes(Remark)), .. jpeg[2..], .. Encoding.ASCII.GetBytes(Behind)];
    }

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Encoded(int width, int height, SKEncodedImageFormat format, bool isNoise)
    {
        var random = new Random(1);
        // All at once: to set each pixel by itself takes half a minute for a large picture.
        var colours = Enumerable.Range(0, width * height).Select(pixel => isNoise ? new((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256)) : pixel % width < width / 2 ? SKColors.Red : SKColors.Blue).ToArray();
        using var bitmap = new SKBitmap(width, height) { Pixels = colours };
        using var picture = SKImage.FromBitmap(bitmap);
        using var encoded = picture.Encode(format, 100);
        return encoded.ToArray();
    }
}
