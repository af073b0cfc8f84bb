using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Microsoft.AspNetCore.Mvc;

namespace Leerklimaat.Server.Paper;

/// <summary>Playing on paper: what is printed before, and what is entered afterwards (T7).</summary>
public static class PaperEndpoints
{
    // Twelve people, and as many notes as may be written about one card.
    private const int LargestRound = 512 * 1024;

    public static void AddPaper(this WebApplicationBuilder builder) => builder.Services.AddSingleton<PaperSetDesk>().AddSingleton<PaperDesk>();

    public static void MapPaper(this IEndpointRouteBuilder app)
    {
        var workshop = app.MapGroup("/workshops/{id:guid}").Behind(Door.Leads);
        workshop.MapGet("/paper-set", (HttpContext http, PaperSetDesk desk) => desk.Show(http));
        workshop.MapPost("/paper-set", (HttpContext http, PaperSetDesk desk) => desk.Choose(http));

        workshop.MapGet("/paper-tables", (HttpContext http, PaperDesk desk) => desk.Tables(http));
        workshop.MapPost("/paper-tables", (Guid id, HttpContext http, PaperDesk desk) => desk.Add(new(id), http));
        workshop.MapGet("/paper-tables/{table:guid}", (Guid id, Guid table, HttpContext http, PaperDesk desk) => desk.Show(new(id), new(table), null, http));
        workshop.MapPost("/paper-tables/{table:guid}/people", (Guid id, Guid table, HttpContext http, PaperDesk desk) => desk.Seat(new(id), new(table), http));
        workshop.MapGet("/paper-tables/{table:guid}/rounds/{round:int}", (Guid id, Guid table, int round, HttpContext http, PaperDesk desk) => desk.Show(new(id), new(table), round, http));
        workshop.MapPost("/paper-tables/{table:guid}", (Guid id, Guid table, HttpContext http, PaperDesk desk) => desk.Enter(new(id), new(table), null, http)).WithMetadata(new RequestSizeLimitAttribute(LargestRound));
        workshop.MapPost("/paper-tables/{table:guid}/rounds/{round:int}", (Guid id, Guid table, int round, HttpContext http, PaperDesk desk) => desk.Enter(new(id), new(table), round, http)).WithMetadata(new RequestSizeLimitAttribute(LargestRound));
        workshop.MapPost("/paper-tables/{table:guid}/rounds/{round:int}/takings-back", (Guid id, Guid table, int round, HttpContext http, PaperDesk desk) => desk.TakeBack(new(id), new(table), round, http));
    }
}
