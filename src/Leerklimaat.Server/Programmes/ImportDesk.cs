using System.Text;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Texts;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Programmes;

/// <summary>Where a facilitator takes over slides from a Markdown or PowerPoint file, and is told what could not come along.</summary>
public sealed class ImportDesk(Leaders leaders, Pictures pictures, IStringLocalizer<Phrases> say)
{
    public const int LargestText = 1024 * 1024;

    // Each is drawn anew, which takes a while.
    private const int MostPictures = 100, Megabyte = 1024 * 1024;

    public async Task<IResult> Import(WorkshopId id, HttpContext http)
    {
        var led = Entrance.Of(http).Led;
        var typed = http.Request.Form.Files["file"] is { Length: > 0 } ? "" : http.Request.Form["slides"].ToString();
        var (set, wrong) = await Read(http.Request.Form, typed);
        if (set is null) return List(led, http, wrong, typed);
        // Before any picture is kept.
        if (led.Workshop.Programme.Length + set.Slides.Count > Workshop.MostParts) return List(led, http, say.Why(new(Reason.TooManyParts)), typed);

        var (parts, leftOut) = await Lay(id, set, http);
        var place = led.Workshop.Current is { } current ? led.Workshop.PlaceOf(current) + 1 : led.Workshop.Programme.Length;
        var answer = await leaders.Ask(id, http, new AddParts(parts, place, leaders.Now));
        if (answer.Refusal is not null) return List(led with { Workshop = answer.State }, http, say.Why(answer.Refusal), typed, Statuses.Of(answer.Refusal.Reason));

        // Sent twice, they were added the first time, under other names.
        return answer.State.FindPart(parts[0].Id) is null
            ? Results.Redirect($"/workshops/{id.Value}/programme")
            : Page.Of(new ProgrammePage { Id = id, Workshop = answer.State, Frame = PageFrame.Of(http), Taken = new(parts[0].Id, parts.Count, [.. leftOut.OrderBy(left => left.Slide).Select(Told)]) });
    }

    private async Task<(SlideSet? Set, string Wrong)> Read(IFormCollection form, string typed)
    {
        if (form.Files["file"] is not { Length: > 0 } file) return Markdown(typed);
        if (file.Length > PowerPointFile.LargestFile) return (null, say["Import.TooLarge", PowerPointFile.LargestFile / Megabyte]);

        using var read = new MemoryStream();
        await file.CopyToAsync(read);
        var bytes = read.ToArray();
        if (PowerPointFile.IsAnOldOne(bytes)) return (null, say["Import.Old"]);
        if (PowerPointFile.IsOne(bytes)) return await PowerPointFile.Read(bytes, Untitled) is { } set ? Checked(set) : (null, say["Import.Broken"]);
        if (bytes.Length > LargestText) return (null, say["Import.TooLarge", LargestText / Megabyte]);
        return TextOf(bytes) is { } text ? Markdown(text) : (null, say["Import.NotText"]);
    }

    private (SlideSet? Set, string Wrong) Markdown(string text)
    {
        try
        {
            return text.Length > LargestText ? (null, say["Import.TooLarge", LargestText / Megabyte].Value) : Checked(MarkdownSlides.Read(text, Untitled));
        }
        catch (UnreadableTextException)
        {
            return (null, say["Part.Unreadable"].Value);
        }
    }

    private static string? TextOf(byte[] bytes)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
            return text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private string Untitled(int number) => say["Import.Untitled", number];

    private (SlideSet? Set, string Wrong) Checked(SlideSet set)
    {
        if (set.Slides.Count == 0) return (null, say["Import.Empty"]);
        foreach (var slide in set.Slides)
        {
            if (WhyNot(slide) is { } wrong) return (null, say["Import.Slide", slide.Number, slide.Title, wrong]);
        }

        return (set, "");
    }

    private string? WhyNot(DraftSlide slide)
    {
        if (slide.Text.Length > Part.LongestText) return say.Why(new(Reason.PartTextTooLong));
        try
        {
            _ = SlideText.Draw(slide.Text);
            return null;
        }
        catch (UnreadableTextException)
        {
            return say["Part.Unreadable"];
        }
    }

    /// <summary>Parts of the slides, with their pictures in the store.</summary>
    private async Task<(List<Part> Parts, List<LeftOut> LeftOut)> Lay(WorkshopId id, SlideSet set, HttpContext http)
    {
        var (parts, leftOut, kept) = (new List<Part>(), set.LeftOut.ToList(), new Dictionary<string, (string? Address, string? Wrong)>());
        foreach (var slide in set.Slides)
        {
            var text = slide.Text;
            foreach (var picture in slide.Pictures)
            {
                if (!kept.TryGetValue(picture.Key, out var one)) kept[picture.Key] = one = kept.Count < MostPictures ? await Keep(id, picture, http) : (null, say["Import.ManyPictures", MostPictures].Value);
                if (one.Address is null) leftOut.Add(new(slide.Number, slide.Title, "Import.Left.PictureWrong", picture.Words, one.Wrong!));
                else text = $"{(picture.IsLeft ? "" : text)}\n\n![{picture.Words}]({one.Address})\n\n{(picture.IsLeft ? text : "")}".Trim();
            }

            parts.Add(slide.Lay(new(Guid.NewGuid())) with { Text = text });
        }

        return (parts, leftOut);
    }

    private async Task<(string? Address, string? Wrong)> Keep(WorkshopId id, DraftPicture picture, HttpContext http)
    {
        if (picture.Bytes is null) return (null, say["Picture.TooLarge", Pictures.LargestFile / Megabyte]);

        var (drawn, wrong) = await pictures.Draw(picture.Bytes, picture.Words);
        return drawn is null ? (null, wrong) : await pictures.Keep(id, drawn, http);
    }

    private string Told(LeftOut left) => say["Import.Slide", left.Slide, left.Title, say[left.What, left.Name, left.Why].Value];

    private static IResult List(Led led, HttpContext http, string wrong, string typed = "", int status = StatusCodes.Status422UnprocessableEntity) =>
        Page.Of(new ProgrammePage { Id = led.Id, Workshop = led.Workshop, Frame = PageFrame.Of(http), Wrong = wrong, Typed = typed }, status);
}

/// <summary>What was taken over from a file: how many slides, the first of them, and what could not come along.</summary>
public sealed record TakenView(PartId First, int Count, Sequence<string> LeftOut);
