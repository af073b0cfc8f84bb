using Leerklimaat.Domain;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Keeping;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Programmes;

/// <summary>
/// Pictures on slides, kept by workshop, drawn anew. What a file is, is read from its first bytes, never from its name; a drawing
/// that can carry scripts (SVG) is not taken.
/// </summary>
public sealed class Pictures(IFiles files, PictureSpace space, TimeProvider time, IStringLocalizer<Phrases> say)
{
    public const int LargestFile = 4 * 1024 * 1024, LongestWords = 300;

    /// <summary>What somebody uploaded and no part shows, because the change was refused or undone, goes after this.</summary>
    public static readonly TimeSpan LongestUnused = TimeSpan.FromDays(1);

    private const string Root = "pictures";

    private static readonly (string Ending, string Type)[] Kinds = [("png", "image/png"), ("jpg", "image/jpeg"), ("webp", "image/webp")];

    /// <returns>The picture of this form, drawn anew and kept nowhere, or what is wrong with it; neither when there is no picture in it.</returns>
    public async Task<(UploadedPicture? Picture, string? Wrong)> Read(IFormCollection form, int longestSide = PictureDrawing.LongestSide)
    {
        if (form.Files["picture"] is not { Length: > 0 } file) return (null, null);
        if (file.Length > LargestFile) return (null, say["Picture.TooLarge", LargestFile / 1024 / 1024]);

        var words = WordsFrom(form["words"]);
        if (words.Length is 0 or > LongestWords) return (null, say["Picture.NoWords"]);

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return await Draw(bytes.ToArray(), words, longestSide);
    }

    /// <returns>The picture, drawn anew and kept nowhere, or what is wrong with it.</returns>
    public async Task<(UploadedPicture? Picture, string? Wrong)> Draw(byte[] file, string words, int longestSide = PictureDrawing.LongestSide)
    {
        if (PictureHeader.Read(file) is not { } header) return (null, say["Picture.Unknown"]);
        if (header.IsTooWide) return (null, say["Picture.TooWide", header.Width, header.Height, PictureHeader.MostPixels]);

        return await PictureDrawing.Anew(file, header, longestSide) is { } drawn ? (new(drawn, words), null) : (null, say["Picture.Broken"]);
    }

    /// <summary>What somebody wrote about a picture, without the signs that mean something in a text.</summary>
    public static string WordsFrom(string? written) => string.Concat(Plain.Line(written).Where(character => character is not ('[' or ']' or '\\' or '`' or '<' or '*' or '_')));

    /// <returns>Its address, or why there is no room for it.</returns>
    public async Task<(string? Address, string? Wrong)> Keep(WorkshopId workshop, UploadedPicture uploaded, HttpContext http)
    {
        var picture = Guid.NewGuid();
        var wrong = await space.Take(http, Root, FolderOf(workshop), $"{picture}.{uploaded.Drawn.Ending}", uploaded.Drawn.Bytes);
        return wrong is null ? ($"/workshops/{workshop.Value}/pictures/{picture}", null) : (null, wrong);
    }

    public async Task<IResult> Show(WorkshopId workshop, Guid picture, HttpContext http)
    {
        foreach (var (ending, type) in Kinds)
        {
            if (await files.Read(FolderOf(workshop), $"{picture}.{ending}") is not { } kept) continue;

            http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
            return Results.Bytes(kept, type);
        }

        return Results.NotFound();
    }

    public Task Remove(WorkshopId workshop) => files.Remove(FolderOf(workshop));

    /// <summary>Every workshop of which pictures are kept.</summary>
    public async Task<IReadOnlyList<WorkshopId>> Workshops() =>
        [.. (await files.List(Root)).Select(file => file.Folder).Distinct().Select(folder => Guid.TryParse(folder[(Root.Length + 1)..], out var id) ? new WorkshopId(id) : (WorkshopId?)null).OfType<WorkshopId>()];

    /// <summary>Removes what no part shows, nor any that an undo would bring back.</summary>
    public async Task Tidy(WorkshopId id, Workshop workshop)
    {
        var shown = workshop.Undoable.SelectMany(parts => parts).Concat(workshop.Programme).Select(part => part.Text).Distinct().ToList();
        var old = time.GetUtcNow() - LongestUnused;
        foreach (var file in await files.List(FolderOf(id)))
        {
            if (file.Written < old && !shown.Any(text => text.Contains(Path.GetFileNameWithoutExtension(file.Name), StringComparison.OrdinalIgnoreCase))) await files.Remove(file.Folder, file.Name);
        }
    }

    private static string FolderOf(WorkshopId workshop) => $"{Root}/{workshop.Value:N}";
}

/// <summary>A picture on its way to a slide, and what it says to who cannot see it.</summary>
public sealed record UploadedPicture(DrawnPicture Drawn, string Words)
{
    /// <summary>Its bytes as an address, for a page that keeps nothing.</summary>
    public string Address => $"data:{Drawn.Type};base64,{Convert.ToBase64String(Drawn.Bytes)}";
}
