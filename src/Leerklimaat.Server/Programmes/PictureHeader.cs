using System.Buffers.Binary;

namespace Leerklimaat.Server.Programmes;

/// <summary>
/// What a file says of itself in its first bytes: what kind of picture, and how many pixels. Nothing is decoded: a picture of a few bytes may unfold
/// into gigabytes, here or on everybody's phone.
/// </summary>
public sealed record PictureHeader(string Ending, int Width, int Height)
{
    /// <summary>Wider than any wall, and what a phone unfolds without trouble.</summary>
    public const int MostPixels = 5000;

    public bool IsTooWide => Width > MostPixels || Height > MostPixels;

    /// <returns>Nothing when it is no PNG, JPEG or WebP, or does not say how large it is.</returns>
    public static PictureHeader? Read(ReadOnlySpan<byte> bytes) =>
        (bytes.StartsWith(PngStart) ? Png(bytes) : bytes.StartsWith(JpegStart) ? Jpeg(bytes) : bytes.StartsWith("RIFF"u8) ? WebP(bytes) : null) is { Width: > 0, Height: > 0 } header ? header : null;

    private static ReadOnlySpan<byte> PngStart => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> JpegStart => [0xFF, 0xD8, 0xFF];

    private static PictureHeader? Png(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 24 && bytes[12..].StartsWith("IHDR"u8) ? new("png", Sized(BinaryPrimitives.ReadUInt32BigEndian(bytes[16..])), Sized(BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]))) : null;

    // From segment to segment, each with its length, to the one that says how large the picture is. A preview of a camera lies within a segment.
    private static PictureHeader? Jpeg(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 <= bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF) at++;
            else if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)) return new("jpg", BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            else if (marker is 0x01 or >= 0xD0 and <= 0xD8) at += 2;
            else if (marker is 0xD9 or 0xDA) return null;
            else at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }

    // Three kinds in one: with loss, without loss, and with more than a picture in it.
    private static PictureHeader? WebP(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30 || !bytes[8..].StartsWith("WEBP"u8)) return null;

        var bits = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
        return bytes[12..] switch
        {
            var part when part.StartsWith("VP8 "u8) && bytes[23..].StartsWith(FrameStart) => new("webp", Side(bytes[26..]), Side(bytes[28..])),
            var part when part.StartsWith("VP8L"u8) && bytes[20] == 0x2F => new("webp", (int)(bits & 0x3FFF) + 1, (int)(bits >> 14 & 0x3FFF) + 1),
            var part when part.StartsWith("VP8X"u8) => new("webp", Wide(bytes[24..]) + 1, Wide(bytes[27..]) + 1),
            _ => null,
        };
    }

    private static ReadOnlySpan<byte> FrameStart => [0x9D, 0x01, 0x2A];

    private static int Side(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes) & 0x3FFF;

    private static int Wide(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;

    private static int Sized(uint side) => (int)Math.Min(side, int.MaxValue);
}
