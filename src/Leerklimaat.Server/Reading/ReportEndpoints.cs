using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;

namespace Leerklimaat.Server.Reading;

/// <summary>The report of a workshop: as a page and as files.</summary>
public static class ReportEndpoints
{
    public static void AddReading(this WebApplicationBuilder builder) => builder.Services.AddReportFiles().AddSingleton<ReportRoom>();

    /// <summary>What turns a report into files; it needs texts and the outlines of the report.</summary>
    public static IServiceCollection AddReportFiles(this IServiceCollection services) => services.AddSingleton<ReportSheets>().AddSingleton<ReportFiles>()
        .AddSingleton<ReportDocument>().AddSingleton<DocumentDrawings>().AddSingleton<ReportWorkbook>().AddSingleton<ReportCsv>().AddSingleton<ReportTranscript>();

    public static void MapReading(this IEndpointRouteBuilder app)
    {
        app.MapGet("/workshops/{id:guid}/report", (Guid id, HttpContext http, ReportRoom room) => room.Show(new(id), http)).Behind(Door.Leads);
        app.MapGet("/workshops/{id:guid}/report/{name}", (Guid id, string name, HttpContext http, ReportRoom room) => room.Save(new(id), name, http)).Behind(Door.Leads);
        app.MapPost("/workshops/{id:guid}/report/publications", (Guid id, HttpContext http, ReportRoom room) => room.Publish(new(id), http)).Behind(Door.Leads);
        app.MapGet("/read/{id:guid}/{key}", (Guid id, string key, HttpContext http, ReportRoom room) => room.Read(new(id), key, http)).Behind(Door.ReadsByLink);
        app.MapGet("/read/{id:guid}/{key}/{name}", (Guid id, string key, string name, HttpContext http, ReportRoom room) => room.SaveByLink(new(id), key, name, http)).Behind(Door.ReadsByLink);
    }
}
