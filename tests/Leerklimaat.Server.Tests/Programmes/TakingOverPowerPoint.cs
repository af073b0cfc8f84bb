using System.IO.Compression;
using System.Net;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using Leerklimaat.Server.Tests.Running;
using static Leerklimaat.Server.Tests.Programmes.APresentation;
using D = DocumentFormat.OpenXml.Drawing;

namespace Leerklimaat.Server.Tests.Programmes;

/// <summary>Slides that were made in PowerPoint.</summary>
[Rule("W4"), Rule("K4")]
public sealed class TakingOverPowerPoint : TakingOver
{
    private readonly APresentation file = new();

    public override async ValueTask DisposeAsync()
    {
        file.Dispose();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Titles_texts_lists_and_notes_come_along()
    {
        Notes(file.Slide(Title("Welkom| allemaal"), Body(Line("Een"), Line("Diep", 1), Line("Dieper", 2), Line("Twee|regels"))), "Zeg dit", "En dat");
        file.Slide(Box(PlaceholderValues.CenteredTitle, null, [Line("Twee")]), Box(PlaceholderValues.SubTitle, 7, [Line("Ondertitel")]), Box(PlaceholderValues.Footer, 11, [Line("Voettekst")]), Box(null, null, [Line("Los *vak* <b>"), Line("- geen lijst")]));
        file.Slide(Title("Drie"), Body(Line("Eerst", 0, new D.AutoNumberedBullet { Type = D.TextAutoNumberSchemeValues.ArabicPeriod }), Line("Dan", 0, new D.AutoNumberedBullet { Type = D.TextAutoNumberSchemeValues.ArabicPeriod })), Box(null, 2, [Line("Ook", 3)]));
        file.Slide(Table(["Factor", "A|B"], ["Rust", "1"]));
        Assert.Equal(
            [
                ("Welkom allemaal", "- Een\n    - Diep\n        - Dieper\n- Twee\\\n    regels", "Zeg dit\nEn dat"),
                ("Twee", "Ondertitel\n\nLos \\*vak\\* \\<b>\n\n\\- geen lijst", ""),
                ("Drie", "1. Eerst\n1. Dan\n\n* Ook", ""),
                ("Dia 4", "| Factor | A B |\n| --- | --- |\n| Rust | 1 |", ""),
            ], await Take(file.Bytes()));
        Assert.Empty(Left);
    }

    [Fact]
    public async Task Pictures_are_kept_with_their_words_and_once()
    {
        var one = file.Slide(Title("Boom"), Body(Line("Tekst")));
        var tree = one.Slide!.CommonSlideData!.ShapeTree!;
        var image = Image(one, APicture.Photo(1), ImagePartType.Jpeg);
        tree.Append(Picture(image, "Een [boom]"), Picture(image, null, at: 0));
        var two = file.Slide(Title("Nog eens"));
        two.AddPart(one.GetPartById(image), "rIdx");
        two.Slide!.CommonSlideData!.ShapeTree!.Append(Picture("rIdx", "Dezelfde"));

        var slides = await Take(file.Bytes());
        var address = slides[1].Text.Split("](")[1].TrimEnd(')');
        Assert.Equal([$"![Boom]({address})\n\n- Tekst\n\n![Een boom]({address})", $"![Dezelfde]({address})"], slides.Select(slide => slide.Text));
        Assert.StartsWith("Dia 1 (Boom): Bij een afbeelding", Assert.Single(Left), StringComparison.Ordinal);
        var kept = await Workshop.Anna.Http.GetByteArrayAsync(address);
        Assert.True(kept.AsSpan().IndexOf("Exif"u8) < 0);
        Assert.Single(Directory.EnumerateFiles(Path.Combine(Workshop.Server.Folder, "pictures"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_cannot_come_along_is_told_with_its_slide()
    {
        var one = file.Slide(Title("Een"), Frame("http://schemas.openxmlformats.org/drawingml/2006/chart"), Frame("http://schemas.openxmlformats.org/drawingml/2006/diagram"), Frame("http://schemas.openxmlformats.org/presentationml/2006/ole"));
        one.Slide!.CommonSlideData!.ShapeTree!.Append(
            Picture(Image(one, "GIF89a-en-verder-niets"u8.ToArray(), ImagePartType.Gif), "Een dansje"),
            Picture(Image(one, APicture.Png()), "Een film", media: new D.VideoFromFile { Link = "rId99" }));
        file.Slide(Title("Verborgen"), Body(Line("Geheim"))).Slide!.Show = false;
        file.Slide(Title("Drie"));
        Assert.Equal([("Een", "", ""), ("Drie", "", "")], await Take(file.Bytes()));
        Assert.Equal(6, Left.Count);
        Assert.All(Left.Take(5), sentence => Assert.StartsWith("Dia 1 (Een): ", sentence, StringComparison.Ordinal));
        Assert.Contains(Left, sentence => sentence.Contains("Een dansje", StringComparison.Ordinal));
        Assert.StartsWith("Dia 2 (Verborgen): ", Left[5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_whole_or_too_large_is_answered_in_words_and_nothing_changes()
    {
        file.Slide(Title("Een"));
        var whole = file.Bytes();
        Assert.Empty(await Take(whole[..(whole.Length / 2)]));
        Assert.Contains("Dit bestand is niet heel", Chantal.Text, StringComparison.Ordinal);
        Assert.Empty(await Take(With(whole, SlideOf(whole), "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><p:sld xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\">&a;</p:sld>"u8.ToArray())));
        Assert.Contains("Dit bestand is niet heel", Chantal.Text, StringComparison.Ordinal);
        Assert.Empty(await Take(With(whole, "ppt/media/bomb.bin", new byte[201 * 1024 * 1024])));
        Assert.Contains("te groot als het is uitgepakt", Chantal.Text, StringComparison.Ordinal);
        Assert.Empty(await Take(With(whole, "word/document.xml", "<a/>"u8.ToArray(), "ppt/presentation.xml")));
        Assert.Empty(await Take([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]));
        Assert.Contains("wachtwoord", Chantal.Text, StringComparison.Ordinal);
        Assert.Empty(await Take([.. "PK\x03\x04"u8, .. new byte[20 * 1024 * 1024]]));
        Assert.Contains("groter dan 20 MB", Chantal.Text, StringComparison.Ordinal);
        await Chantal.Open($"{Workshop.Root}/programme");
        Assert.True(IsAsBefore);
    }

    [Fact]
    public async Task More_slides_than_a_programme_holds_are_refused_before_any_picture_is_kept()
    {
        var one = file.Slide(Title("Een"));
        one.Slide!.CommonSlideData!.ShapeTree!.Append(Picture(Image(one, APicture.Png()), "Een boom"));
        for (var number = 0; number < 101; number++) file.Slide(Title($"Dia {number}"));
        Assert.Empty(await Take(file.Bytes()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, Chantal.Status);
        Assert.False(Directory.Exists(Path.Combine(Workshop.Server.Folder, "pictures")));
    }

    private static string SlideOf(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        return zip.Entries.First(entry => entry.FullName.StartsWith("ppt/slides/slide", StringComparison.Ordinal)).FullName;
    }

    private static byte[] With(byte[] file, string name, byte[] content, string? without = null)
    {
        var changed = new MemoryStream();
        changed.Write(file);
        using (var zip = new ZipArchive(changed, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(without ?? name)?.Delete();
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(content);
        }

        return changed.ToArray();
    }

    private Task<List<(string Title, string Text, string Notes)>> Take(byte[] bytes) => Take(bytes, "dia's.pptx");
}
