using System.Globalization;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Settings;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.Options;

namespace Leerklimaat.Server.Binning;

/// <summary>Deleting a workshop (W9): says what goes, lays it in the bin, and takes it out again as long as that can be done.</summary>
public sealed class BinDesk(Leaders leaders, IOptions<ServerSettings> settings) : ISign
{
    public async Task<IResult> Show(HttpContext http)
    {
        var led = Entrance.Of(http).Led;
        if (led.Workshop.BinnedAt is not null) return Binned(led, http, StatusCodes.Status200OK);

        var tables = await leaders.TablesOf(led.Workshop);
        return Page.Of(new BinPage
        {
            Id = led.Id,
            Title = led.Workshop.Title,
            Frame = PageFrame.Of(http),
            Tables = led.Workshop.Tables.Length,
            People = tables.Sum(table => table.Seats.Length),
            Cards = tables.Sum(table => table.Played.Count(round => round.Pile is not null)),
            Notes = tables.Sum(NotesOf),
            Days = settings.Value.BinDays,
        });
    }

    public async Task<IResult> Ask(WorkshopId id, HttpContext http, Func<DateTimeOffset, WorkshopCommand> command)
    {
        await leaders.Ask(id, http, command(leaders.Now));
        return Results.Redirect($"/workshops/{id.Value}");
    }

    /// <summary>The page of a workshop that lies in the bin, instead of all its others.</summary>
    public IResult? For(Entrance at, HttpContext http) =>
        at is { Admission: Admission.Binned, Deck: null } && !http.Request.IsHtmx() ? Binned(at.Led, http, StatusCodes.Status410Gone) : null;

    private IResult Binned(Led led, HttpContext http, int status) => Page.Of(new BinnedPage
    {
        Id = led.Id,
        Title = led.Workshop.Title,
        IsFirst = led.IsFirst,
        Until = led.Workshop.BinnedAt!.Value.AddDays(settings.Value.BinDays).ToString("d MMMM yyyy", CultureInfo.CurrentCulture),
        Frame = PageFrame.Of(http),
    }, status);

    private static int NotesOf(Table table) => table.Rounds.Sum(played => table.NotesOf(played).Count());
}
