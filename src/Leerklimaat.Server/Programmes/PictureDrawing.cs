using SkiaSharp;

namespace Leerklimaat.Server.Programmes;

/// <summary>
/// Draws a picture anew, as one sees it: upright, in ordinary colours, no larger than a wall needs. Whatever else was in the file (where and when a
/// photo was taken, by which camera, a preview, a profile with remarks, bytes behind its end) is not in what comes out.
/// </summary>
public static class PictureDrawing
{
    /// <summary>What a wall shows; a photo of a phone has more.</summary>
    public const int LongestSide = 2560;

    private const int Quality = 85;

    // In memory a picture of 5,000 by 5,000 is a hundred megabytes: one at a time.
    private static readonly SemaphoreSlim One = new(1);

    /// <param name="header">Looked at before anything is unfolded.</param>
    /// <returns>Nothing when the file is cut off, or is not what its first bytes say.</returns>
    public static async Task<DrawnPicture?> Anew(byte[] file, PictureHeader header, int longestSide = LongestSide)
    {
        await One.WaitAsync();
        try
        {
            return await Task.Run(() => Drawn(file, header, longestSide));
        }
        finally
        {
            One.Release();
        }
    }

    private static DrawnPicture? Drawn(byte[] file, PictureHeader header, int longestSide)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width != header.Width || codec.Info.Height != header.Height) return null;

        using var colours = SKColorSpace.CreateSrgb();
        using var pixels = new SKBitmap(new SKImageInfo(header.Width, header.Height, SKColorType.Rgba8888, SKAlphaType.Premul, colours));
        if (codec.GetPixels(pixels.Info, pixels.GetPixels()) != SKCodecResult.Success) return null;

        using var upright = Upright(pixels, codec.EncodedOrigin, longestSide);
        return Written(upright, header.Ending);
    }

    private static SKImage Upright(SKBitmap pixels, SKEncodedOrigin origin, int longestSide)
    {
        var isTurned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (width, height) = isTurned ? (pixels.Height, pixels.Width) : (pixels.Width, pixels.Height);
        var scale = Math.Min(1f, longestSide / (float)Math.Max(width, height));
        using var surface = SKSurface.Create(new SKImageInfo(Math.Max(1, (int)Math.Round(width * scale)), Math.Max(1, (int)Math.Round(height * scale)), SKColorType.Rgba8888, SKAlphaType.Premul, pixels.ColorSpace));
        surface.Canvas.Clear(SKColors.Transparent);
        surface.Canvas.Scale(scale);
        surface.Canvas.Concat(Turn(origin, width, height));
        using var picture = SKImage.FromBitmap(pixels);
        surface.Canvas.DrawImage(picture, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return surface.Snapshot();
    }

    // How a camera that was held otherwise laid the rows of its picture.
    private static SKMatrix Turn(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, width, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, width, -1, 0, height, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, height, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    // A PNG of a photo is many times what the same looks like as WebP.
    private static DrawnPicture? Written(SKImage picture, string ending)
    {
        var kept = Encoded(ending switch { "png" => SKEncodedImageFormat.Png, "jpg" => SKEncodedImageFormat.Jpeg, _ => SKEncodedImageFormat.Webp });
        return kept is { Length: <= Pictures.LargestFile } ? new(kept, ending) : Encoded(SKEncodedImageFormat.Webp) is { } smaller ? new(smaller, "webp") : null;

        byte[]? Encoded(SKEncodedImageFormat format)
        {
            using var encoded = picture.Encode(format, Quality);
            return encoded?.ToArray();
        }
    }
}

/// <summary>A picture that we drew ourselves, as a file.</summary>
public sealed record DrawnPicture(byte[] Bytes, string Ending)
{
    public string Type => Ending == "jpg" ? "image/jpeg" : $"image/{Ending}";
}
