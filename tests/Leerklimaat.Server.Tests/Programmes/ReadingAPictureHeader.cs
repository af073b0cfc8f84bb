using CsCheck;
using Leerklimaat.Server.Programmes;

namespace Leerklimaat.Server.Tests.Programmes;

/// <summary>The beginnings of real pictures of 40 by 30 pixels, as ImageMagick writes them.</summary>
[Rule("W4")]
public class ReadingAPictureHeader
{
    internal const string Png = "iVBORw0KGgoAAAANSUhEUgAAACgAAAAeAQMAAABkE86eAAAABGdBTQ==";

    private const string Jpeg = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wAARCAAeACgDASIAAhEBAxEB/w==";

    private const string Progressive = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/2wBDAQMDAwQDBAgEBAgQCwkLEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBD/wgARCAAeACgDARE=";

    private const string WebP = "UklGRk4AAABXRUJQVlA4IEIAAABQAwCdASooAB4APpFGnkslo6KhpQ==", WithoutLoss = "UklGRhwAAABXRUJQVlA4TA8AAAAvJ0AHAAcQ/Y/+ByKi/wEA", SeeThrough = "UklGRnIAAABXRUJQVlA4WAoAAAAQAAAAJwAAHQAAQUxQSAoAAAABBw==";

    [Theory, InlineData(Png, "png"), InlineData(Jpeg, "jpg"), InlineData(Progressive, "jpg"), InlineData(WebP, "webp"), InlineData(WithoutLoss, "webp"), InlineData(SeeThrough, "webp")]
    public void It_says_what_kind_of_picture_it_is_and_how_many_pixels(string picture, string ending) => Assert.Equal(new(ending, 40, 30), PictureHeader.Read(Convert.FromBase64String(picture)));

    [Fact]
    public void The_preview_within_a_photo_of_a_camera_is_not_the_photo()
    {
        var jpeg = Convert.FromBase64String(Jpeg);
        byte[] preview = [0xFF, 0xE1, 0, 14, 0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 1];
        Assert.Equal(new("jpg", 40, 30), PictureHeader.Read([.. jpeg[..2], .. preview, .. jpeg[2..]]));
    }

    [Fact]
    public void A_picture_of_few_bytes_and_a_great_many_pixels_is_too_wide()
    {
        byte[] giant = [.. Convert.FromBase64String(Png)[..16], 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 1];
        Assert.True(PictureHeader.Read(giant)!.IsTooWide);
        Assert.True(new PictureHeader("png", 1, PictureHeader.MostPixels + 1).IsTooWide);
        Assert.False(new PictureHeader("png", PictureHeader.MostPixels, PictureHeader.MostPixels).IsTooWide);
    }

    [Fact]
    public void Another_kind_of_file_and_a_picture_without_pixels_are_none()
    {
        Assert.Null(PictureHeader.Read("GIF89a(\0\x1e\0"u8));
        Assert.Null(PictureHeader.Read("<svg xmlns='http://www.w3.org/2000/svg'/>"u8));
        Assert.Null(PictureHeader.Read([.. Convert.FromBase64String(Png)[..16], 0, 0, 0, 0, 0, 0, 0, 1]));
    }

    [Fact]
    public void However_it_is_cut_or_broken_it_says_nothing_false_and_breaks_nothing()
    {
        byte[][] pictures = [.. new[] { Png, Jpeg, Progressive, WebP, WithoutLoss, SeeThrough }.Select(Convert.FromBase64String)];
        foreach (var picture in pictures) for (var length = 0; length < picture.Length; length++) Assert.True(PictureHeader.Read(picture.AsSpan(0, length)) is null or { Width: 40, Height: 30 });
        Gen.Select(Gen.Int[0, pictures.Length - 1], Gen.Byte.Array[0, 60]).Sample((picture, noise) =>
        {
            PictureHeader.Read([.. pictures[picture].AsSpan(0, noise.Length % 24), .. noise]);
        });
    }
}
