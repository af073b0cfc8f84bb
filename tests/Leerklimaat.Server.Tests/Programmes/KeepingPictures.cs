using System.Net;
using System.Text;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Binning;
using Leerklimaat.Server.Programmes;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace Leerklimaat.Server.Tests.Programmes;

/// <summary>What is kept of a picture is what one sees, and no more of them than there is room for.</summary>
[Rule("K4")]
public sealed class KeepingPictures : IAsyncDisposable
{
    private readonly AClock clock = new();
    private AWorkshop workshop = null!;
    private string part = "";

    [Theory]
    [InlineData(1, 80, 40, 5, 20, 75, 20), InlineData(2, 80, 40, 75, 20, 5, 20), InlineData(3, 80, 40, 75, 20, 5, 20), InlineData(4, 80, 40, 5, 20, 75, 20)]
    [InlineData(5, 40, 80, 20, 5, 20, 75), InlineData(6, 40, 80, 20, 5, 20, 75), InlineData(7, 40, 80, 20, 75, 20, 5), InlineData(8, 40, 80, 20, 75, 20, 5)]
    public async Task It_is_upright_and_says_nothing_beside_what_one_sees(byte orientation, int width, int height, int redX, int redY, int blueX, int blueY)
    {
        var photo = APicture.Photo(orientation);
        Assert.True(new[] { "Exif", APicture.Place, APicture.Remark, APicture.Behind }.All(said => Says(photo, said)), "The photo must say it for this test to mean anything.");
        var drawn = (await PictureDrawing.Anew(photo, PictureHeader.Read(photo)!))!;

        Assert.DoesNotContain(new[] { "Exif", APicture.Place, APicture.Remark, APicture.Behind }, said => Says(drawn.Bytes, said));
        using var seen = SKBitmap.Decode(drawn.Bytes);
        Assert.Equal((width, height), (seen.Width, seen.Height));
        Assert.True(seen.GetPixel(redX, redY) is { Red: > 200, Blue: < 60 }, $"{seen.GetPixel(redX, redY)} is not red");
        Assert.True(seen.GetPixel(blueX, blueY) is { Blue: > 200, Red: < 60 }, $"{seen.GetPixel(blueX, blueY)} is not blue");
    }

    [Fact]
    public async Task It_is_no_larger_than_a_wall_needs_and_of_no_other_kind()
    {
        var large = APicture.Png(3000, 1500);
        var drawn = (await PictureDrawing.Anew(large, PictureHeader.Read(large)!))!;
        Assert.Equal(new("png", 2560, 1280), PictureHeader.Read(drawn.Bytes));
        Assert.Null(await PictureDrawing.Anew(large[..(large.Length / 2)], PictureHeader.Read(large)!));
        Assert.Null(await PictureDrawing.Anew(large, new("png", 3000, 1499)));
    }

    [Fact]
    public async Task A_preview_shows_the_picture_and_keeps_nothing()
    {
        await Open();
        for (var time = 0; time < 30; time++) await Send("/previews", APicture.Photo(6), "Een boom");
        Assert.StartsWith("data:image/jpeg;base64,", workshop.Chantal.Page.QuerySelector("#preview img")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Equal("Een boom", workshop.Chantal.Page.QuerySelector("#words")!.GetAttribute("value"));
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task A_picture_that_cannot_be_kept_takes_nothing_that_was_typed_along()
    {
        await Open();
        await Send("", APicture.Png()[..60], "Een halve boom");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, workshop.Chantal.Status);
        Assert.Contains("Deze afbeelding is niet heel", workshop.Chantal.Text, StringComparison.Ordinal);
        Assert.Equal(("Een halve boom", "Mijn tekst", "Mijn notities"), Typed());
        Assert.Empty(Kept());
    }

    [Theory, InlineData("PicturesPerWorkshop=1", "Deze workshop heeft"), InlineData("PicturesPerBrowser=1", "vandaag"), InlineData("PicturesInAll=1", "geen ruimte"), InlineData("SpaceToKeep=1000000000", "geen ruimte")]
    public async Task When_there_is_no_room_for_more_a_sentence_says_so_and_what_was_typed_stays(string limit, string sentence)
    {
        await Open($"--Server:{limit}");
        for (var time = 0; time < 8 && workshop.Chantal.Status != HttpStatusCode.UnprocessableEntity; time++) await Send("", APicture.Noise(600, 600), "Ruis");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, workshop.Chantal.Status);
        Assert.Contains(sentence, workshop.Chantal.Text, StringComparison.Ordinal);
        Assert.Equal(("Ruis", "Mijn tekst", "Mijn notities"), Typed());
        Assert.InRange(Kept().Sum(file => new FileInfo(file).Length), 0, 1024 * 1024);
    }

    [Fact]
    public async Task What_no_part_shows_and_no_undo_brings_back_is_removed_after_a_day()
    {
        await Open();
        await Send("", APicture.Png(), "Blijft");
        var shown = Assert.Single(Kept());
        // Somebody else saved meanwhile: this picture waits in a form that is never sent again.
        await Send("", APicture.Png(41, 30), "Gaat", edition: "99");
        Assert.Equal(2, Kept().Count);

        var sweep = workshop.Server.Services.GetRequiredService<BinSweep>();
        await sweep.Sweep();
        Assert.Equal(2, Kept().Count);
        clock.Advance(TimeSpan.FromHours(25));
        await sweep.Sweep();
        Assert.Equal(shown, Assert.Single(Kept()));

        await workshop.Chantal.Open($"{workshop.Root}/programme");
        await workshop.Chantal.Press($"button[formaction*='removals?part={part}'], form[action*='removals?part={part}'] button");
        await sweep.Sweep();
        Assert.Equal(shown, Assert.Single(Kept()));
    }

    public async ValueTask DisposeAsync()
    {
        if (workshop is not null) await workshop.DisposeAsync();
    }

    private async Task Open(params string[] settings)
    {
        workshop = await AWorkshop.Start(await RunningServer.Start(null, builder => builder.Services.AddSingleton<TimeProvider>(clock), settings));
        await workshop.Chantal.Open($"{workshop.Root}/programme");
        var link = workshop.Chantal.Page.QuerySelector(".part-link")!.GetAttribute("href")!;
        part = link.Split('/')[^1];
        await workshop.Chantal.Open(link);
    }

    private async Task Send(string path, byte[] picture, string words, string? edition = null)
    {
        if (workshop.Chantal.Page.QuerySelector("#part-form") is null) await workshop.Chantal.Open($"{workshop.Root}/programme/{part}");
        using var form = new MultipartFormDataContent { { new ByteArrayContent(picture), "picture", "boom.jpg" } };
        foreach (var hidden in workshop.Chantal.Page.QuerySelectorAll("#part-form input[type=hidden]").Where(hidden => hidden.GetAttribute("name") is not ("edition" or "command"))) form.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        foreach (var (name, value) in new[] { ("command", Guid.NewGuid().ToString()), ("title", "Welkom"), ("kind", "Slide"), ("question", "Answers"), ("minutes", "5"), ("text", "Mijn tekst"), ("notes", "Mijn notities"), ("words", words), ("edition", edition ?? workshop.Chantal.Page.QuerySelector("[name=edition]")!.GetAttribute("value")!) })
            form.Add(new StringContent(value), name);
        await workshop.Chantal.Post($"{workshop.Root}/programme/{part}{path}", form);
    }

    private (string?, string, string) Typed() => (
        workshop.Chantal.Page.QuerySelector("#words")!.GetAttribute("value"), workshop.Chantal.Page.QuerySelector("#text")!.TextContent.Trim(), workshop.Chantal.Page.QuerySelector("#notes")!.TextContent.Trim());

    private List<string> Kept() => Path.Combine(workshop.Server.Folder, "pictures") is var folder && Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)] : [];

    private static bool Says(byte[] file, string said) => file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(said)) >= 0;
}
