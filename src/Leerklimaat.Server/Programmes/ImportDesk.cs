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

/// <summary>Where a facilitator takes over slides from a file, and is told what could not come along.</summary>
public sealed class ImportDesk(Leaders leaders, IStringLocalizer<Phrases> say)
{
    public const int LargestText = 1024 * 1024;

    public async Task<IResult> Import(WorkshopId id, HttpContext http)
    {
        var led = Entrance.Of(http).Led;
        if (http.Request.Form.Files["file"]?.Length > LargestText) return List(led, http, say["Import.TooLarge", LargestText / 1024 / 1024]);

        var text = await TextOf(http.Request.Form);
        if (text is null) return List(led, http, say["Import.NotText"]);

        var (set, wrong) = Read(text);
        if (set is null) return List(led, http, wrong, text);

        var place = led.Workshop.Current is { } current ? led.Workshop.PlaceOf(current) + 1 : led.Workshop.Programme.Length;
        var answer = await leaders.Ask(id, http, new AddParts(set.Slides, place, leaders.Now));
        if (answer.Refusal is not null) return List(led with { Workshop = answer.State }, http, say.Why(answer.Refusal), text, Statuses.Of(answer.Refusal.Reason));

        // Sent twice, they were added the first time, under other names.
        return answer.State.FindPart(set.Slides[0].Id) is null
            ? Results.Redirect($"/workshops/{id.Value}/programme")
            : Page.Of(new ProgrammePage { Id = id, Workshop = answer.State, Frame = PageFrame.Of(http), Taken = Told(set) });
    }

    /// <summary>What was pasted, or else the file that was chosen.</summary>
    /// <returns>Nothing when the file is not text.</returns>
    private static async Task<string?> TextOf(IFormCollection form)
    {
        if (form.Files["file"] is not { Length: > 0 } file) return form["slides"].ToString();

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.ToArray()).TrimStart('\uFEFF');
            return text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private (SlideSet? Set, string Wrong) Read(string text)
    {
        try
        {
            var set = MarkdownSlides.Read(text, number => say["Import.Untitled", number]);
            return set.Slides.Count == 0 ? (null, say["Import.Empty"].Value) : WhyNot(set) is { } wrong ? (null, wrong) : (set, "");
        }
        catch (UnreadableTextException)
        {
            return (null, say["Part.Unreadable"].Value);
        }
    }

    /// <returns>Which slide cannot be one, and why; nothing when each can.</returns>
    private string? WhyNot(SlideSet set) => set.Slides.Select((slide, place) => WhyNot(slide) is { } wrong ? say["Import.Slide", place + 1, slide.Title, wrong].Value : null).FirstOrDefault(wrong => wrong is not null);

    private string? WhyNot(Part slide)
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

    private TakenView Told(SlideSet set) => new(set.Slides[0].Id, set.Slides.Count, [.. set.LeftOut.Select(left => say["Import.Slide", left.Slide, left.Title, say[left.What, left.Name].Value].Value)]);

    private static IResult List(Led led, HttpContext http, string wrong, string typed = "", int status = StatusCodes.Status422UnprocessableEntity) =>
        Page.Of(new ProgrammePage { Id = led.Id, Workshop = led.Workshop, Frame = PageFrame.Of(http), Wrong = wrong, Typed = typed }, status);
}

/// <summary>What was taken over from a file: how many slides, the first of them, and what could not come along.</summary>
public sealed record TakenView(PartId First, int Count, Sequence<string> LeftOut);
