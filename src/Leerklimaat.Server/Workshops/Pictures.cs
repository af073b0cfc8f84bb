using Leerklimaat.Domain;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Settings;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Leerklimaat.Server.Workshops;

/// <summary>
/// Pictures on slides, kept in the data folder by workshop. What a file is, is read from its first bytes, never from its name; a drawing that
/// can carry scripts (SVG) is not taken.
/// </summary>
public sealed class Pictures(IOptions<ServerSettings> settings, IStringLocalizer<Phrases> say)
{
    public const int LargestFile = 4 * 1024 * 1024, LongestWords = 300;

    private static readonly (string Ending, string Type)[] Kinds = [("png", "image/png"), ("jpg", "image/jpeg"), ("webp", "image/webp")];

    /// <returns>The Markdown that shows the picture of this form, or what is wrong with it; neither when there is no picture in it.</returns>
    public async Task<(string? Markdown, string? Wrong)> Keep(WorkshopId workshop, IFormCollection form)
    {
        if (form.Files["picture"] is not { Length: > 0 } file) return (null, null);
        if (file.Length > LargestFile) return (null, say["Picture.TooLarge", LargestFile / 1024 / 1024]);

        var words = string.Concat(Plain.Line(form["words"]).Where(character => character is not ('[' or ']' or '\\' or '`' or '<' or '*' or '_')));
        if (words.Length is 0 or > LongestWords) return (null, say["Picture.NoWords"]);

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        if (PictureHeader.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) is not { } header) return (null, say["Picture.Unknown"]);
        if (header.IsTooWide) return (null, say["Picture.TooWide", header.Width, header.Height, PictureHeader.MostPixels]);

        var picture = Guid.NewGuid();
        Directory.CreateDirectory(FolderOf(workshop));
        await File.WriteAllBytesAsync(Path.Combine(FolderOf(workshop), $"{picture}.{header.Ending}"), bytes.ToArray());
        return ($"![{words}](/workshops/{workshop.Value}/pictures/{picture})", null);
    }

    public IResult Show(WorkshopId workshop, Guid picture, HttpContext http)
    {
        foreach (var (ending, type) in Kinds)
        {
            var path = Path.GetFullPath(Path.Combine(FolderOf(workshop), $"{picture}.{ending}"));
            if (!File.Exists(path)) continue;

            http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
            return Results.File(path, type);
        }

        return Results.NotFound();
    }

    public void Remove(WorkshopId workshop)
    {
        if (Directory.Exists(FolderOf(workshop))) Directory.Delete(FolderOf(workshop), recursive: true);
    }

    private string FolderOf(WorkshopId workshop) => Path.GetFullPath(Path.Combine(settings.Value.DataFolder, "pictures", workshop.Value.ToString("N")));
}
