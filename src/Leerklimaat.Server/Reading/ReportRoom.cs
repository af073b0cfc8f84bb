using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Reports;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Reading;

/// <summary>Makes reports and gives them to who leads the workshop.</summary>
public sealed class ReportRoom(ReportMaker maker, ShowingDesk showing, ReportOutline outline, ReportFiles files, IStringLocalizer<Phrases> say)
{
    // A file takes a core for up to a second; whoever asks for many waits for themselves and not for the players.
    private static readonly SemaphoreSlim Writing = new(1);

    public async Task<IResult> Show(WorkshopId id, HttpContext http)
    {
        var workshop = Entrance.Of(http).Workshop;
        var root = $"/workshops/{id.Value}/report";
        var report = await maker.Make(id, workshop, LevelOf(http));
        return PageOf(report, http, $"/workshops/{id.Value}", report.HasQuotes ? $"{root}?quotes=no" : root, files.Of(root, report.HasQuotes), $"{root}/publications");
    }

    /// <summary>Who leads publishes the numbers so far (D7).</summary>
    public async Task<IResult> Publish(WorkshopId id, HttpContext http)
    {
        var workshop = Entrance.Of(http).Workshop;
        await showing.Publish(id, workshop, Guid.TryParse(http.Request.Form["command"], out var command) ? command : throw new BadFormException("command"));
        return Results.Redirect($"/workshops/{id.Value}/report", preserveMethod: false);
    }

    public async Task<IResult> Save(WorkshopId id, string name, HttpContext http)
    {
        var workshop = Entrance.Of(http).Workshop;
        return await FileOf(id, workshop, name, LevelOf(http), http);
    }

    /// <summary>For who has the read link and nothing else (W7, P4): as much as who leads chose.</summary>
    public async Task<IResult> Read(WorkshopId id, string key, HttpContext http)
    {
        var workshop = Entrance.Of(http).Workshop;
        if (!(await showing.Published(id)).IsPublished) return NotYet();

        http.Response.Headers["X-Robots-Tag"] = "noindex";
        return PageOf(await maker.Make(id, workshop, workshop.ReadLink!.Level), http, "", "", files.Of($"/read/{id.Value}/{key}", hasQuotes: true), answers: id.Value.ToString("N"));
    }

    public async Task<IResult> SaveByLink(WorkshopId id, string key, string name, HttpContext http)
    {
        var workshop = Entrance.Of(http).Workshop;
        if (!(await showing.Published(id)).IsPublished) return NotYet();
        return await FileOf(id, workshop, name, workshop.ReadLink!.Level, http);
    }

    private IResult PageOf(WorkshopReport report, HttpContext http, string back, string other, IReadOnlyList<FileLink> saved, string publish = "", string answers = "") => Page.Of(new ReportPage
    {
        View = new ReportView(report.Title, outline.DateOf(report), report.Level, [.. outline.Of(report)], back, other, saved) { Words = ReportedWords.Of(report), Publish = publish, Answers = answers, IsPublished = report.IsPublished, Made = outline.MadeOf(report) },
        Frame = PageFrame.Of(http),
    });

    private async Task<IResult> FileOf(WorkshopId id, Workshop workshop, string name, ReadLevel level, HttpContext http)
    {
        if (!ReportFiles.Names.Contains(name)) return Results.NotFound();

        var report = await maker.Make(id, workshop, level);
        var written = new MemoryStream();
        await Writing.WaitAsync(http.RequestAborted);
        try
        {
            files.Write(report, name, written);
        }
        finally
        {
            Writing.Release();
        }

        written.Position = 0;
        return Results.Stream(written, ReportFiles.MediaTypeOf(name), files.SavedAs(report, name));
    }

    private IResult NotYet() => Page.Of(new MessagePage { Title = say["Read.NotYet.Title"].Value, Text = say["Read.NotYet"].Value });

    private static ReadLevel LevelOf(HttpContext http) => http.Request.Query["quotes"] == "no" ? ReadLevel.WithoutQuotes : ReadLevel.All;
}
