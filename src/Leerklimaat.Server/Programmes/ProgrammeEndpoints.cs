using System.Globalization;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Workshops;
using Microsoft.AspNetCore.Mvc;

namespace Leerklimaat.Server.Programmes;

/// <summary>Making the programme, and the pictures on its slides.</summary>
public static class ProgrammeEndpoints
{
    // Far more than is taken: a file that is too large is read to its end, so that its sender gets a sentence and not a broken connection.
    private const int LargestUpload = 64 * 1024 * 1024;

    public static void AddProgrammes(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton(new ProgrammeShelf(Path.Combine(AppContext.BaseDirectory, "programmes"))).AddSingleton<ProgrammeDesk>().AddSingleton<ImportDesk>().AddSingleton<Pictures>().AddSingleton<PictureSpace>();

    public static void MapProgrammes(this IEndpointRouteBuilder app)
    {
        var workshop = app.MapGroup("/workshops/{id:guid}").Behind(Door.Leads);
        workshop.MapGet("/programme", (HttpContext http) => ProgrammeDesk.Show(http));
        workshop.MapPost("/programme", (Guid id, HttpContext http, ProgrammeDesk desk) => desk.Add(new(id), http));
        workshop.MapPost("/programme/purpose", (Guid id, HttpContext http, ProgrammeDesk desk) => desk.State(new(id), http));
        workshop.MapGet("/programme/{part:guid}", (Guid part, HttpContext http, ProgrammeDesk desk) => desk.Edit(new(part), http));
        workshop.MapPost("/programme/{part:guid}", (Guid id, Guid part, HttpContext http, ProgrammeDesk desk) => desk.Save(new(id), new(part), http, isPreview: false)).WithMetadata(new RequestSizeLimitAttribute(LargestUpload));
        workshop.MapPost("/programme/{part:guid}/previews", (Guid id, Guid part, HttpContext http, ProgrammeDesk desk) => desk.Save(new(id), new(part), http, isPreview: true)).WithMetadata(new RequestSizeLimitAttribute(LargestUpload));
        workshop.MapPost("/programme/imports", (Guid id, HttpContext http, ImportDesk desk) => desk.Import(new(id), http)).WithMetadata(new RequestSizeLimitAttribute(LargestUpload));
        workshop.MapDesk("/programme/moves", (ask, at) => new MovePart(Leaders.PartOf(ask), int.TryParse(ask.Form["place"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var place) ? place : throw new BadFormException("place"), at));
        workshop.MapDesk("/programme/removals", (ask, at) => new RemovePart(Leaders.PartOf(ask), at));
        workshop.MapDesk("/programme/undoings", (ask, at) => new UndoProgramme(at));
        app.MapGet("/workshops/{id:guid}/pictures/{picture:guid}", (Guid id, Guid picture, HttpContext http, Pictures pictures) => pictures.Show(new(id), picture, http)).Behind(Door.SeesTheWall);
    }

    private static void MapDesk(this IEndpointRouteBuilder workshop, string path, Func<HttpRequest, DateTimeOffset, WorkshopCommand> command) =>
        workshop.MapPost(path, (Guid id, HttpContext http, ProgrammeDesk desk) => desk.Ask(new(id), http, command));
}
