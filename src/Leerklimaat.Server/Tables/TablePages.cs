using System.Globalization;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Texts;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Tables;

/// <summary>The pages of a table: for a player, for a shared screen, and for somebody who says that a seat is theirs.</summary>
public sealed class TablePages(IGrainFactory grains, Visitors visitors, PersonalCodes codes, TableViews views, MineViews mine, PartViews parts, Newest newest, LiveLink link, IStringLocalizer<Phrases> say)
{
    public async Task<IResult> Player(TableId id, HttpContext http, int? seat, string? factor)
    {
        var answer = await grains.GetGrain<ITableGrain>(id.Value).Look();
        if (answer.State.Setting is not { } setting) return Unknown();
        if (visitors.Find(http) is not { } visitor) return await ToSeats(setting);
        return await OwnPage(id, answer, visitor, http, seat, notice: null, typed: null, factor: factor) ?? await Unseated(id, answer, visitor, setting, http);
    }

    public async Task<IResult> Mine(TableId id, HttpContext http, int? seat)
    {
        var answer = await grains.GetGrain<ITableGrain>(id.Value).Look();
        if (visitors.Find(http) is not { } visitor || answer.State.Setting is null) return Stranger(http);

        var view = mine.ForDevice(id, answer.State, visitor, SeatOf(seat));
        return view is null ? Stranger(http) : Page.Of<MineAnswer>(new { View = view, Notice = (Notice?)null });
    }

    /// <summary>The cards of a factor that somebody folds open.</summary>
    public async Task<IResult> Factor(TableId id, string factor, HttpContext http)
    {
        var answer = await grains.GetGrain<ITableGrain>(id.Value).Look();
        if (visitors.Find(http) is not { } visitor || !answer.State.SeatsOf(visitor.Device).Any()) return Stranger(http);
        return CardsOf(id, answer.State, visitor, factor) is { } cards ? Page.Of<FactorCards>(new { View = cards }) : Unknown();
    }

    /// <summary>All notes on the card, for who sits here: the page of the table shows the newest.</summary>
    public async Task<IResult> Notes(TableId id, HttpContext http)
    {
        var answer = await grains.GetGrain<ITableGrain>(id.Value).Look();
        if (visitors.Find(http) is not { } visitor || !answer.State.SeatsOf(visitor.Device).Any()) return Stranger(http);
        return Page.Of<NotesPage>(new { View = answer.State.Round is { } round ? TableViews.NotesOf(id, answer.State, round, Note.MostOnACard) : NotesView.None with { Table = id }, Frame = PageFrame.Of(http) });
    }

    public async Task<IResult> Screen(TableId id, HttpContext http)
    {
        var answer = await grains.GetGrain<ITableGrain>(id.Value).Look();
        if (answer.State.Setting is not { } setting) return Unknown();

        var workshop = await grains.GetGrain<IWorkshopGrain>(setting.Workshop).Look();
        if (workshop.State.Find(id) is null) return Unknown();
        return Page.Of<TableScreenPage>(new { View = views.ForTable(id, answer.State, answer.Version), Frame = PageFrame.Of(http), workshop.State.Code });
    }

    /// <summary>The stream of a player's page is for who holds a seat here; what it shows is the same for all of them.</summary>
    public async Task LivePlayer(TableId id, HttpContext http, LiveFeed feed)
    {
        var answer = await grains.GetGrain<ITableGrain>(id.Value).Look();
        if (visitors.Find(http) is { } visitor && answer.State.SeatsOf(visitor.Device).Any()) await LiveEndpoint.Stream(http, feed, new TablePlayers(id, Language, views, parts), () => HasSeat(id, visitor) && link.IsAlive(id, newest), () => Own(id, visitor));
        else http.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    public async Task LiveScreen(TableId id, HttpContext http, LiveFeed feed)
    {
        var answer = await grains.GetGrain<ITableGrain>(id.Value).Look();
        if (answer.State.Setting is not null) await LiveEndpoint.Stream(http, feed, new TableScreen(id, Language, views), () => link.IsAlive(id, newest));
        else http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    /// <summary>A post without scripts that was refused: the page as it is now, the sentence on top, and what was typed still in its field.</summary>
    public async Task<IResult> Refused(AtTable ask, Answer<Table> answer, HttpContext http)
    {
        var notice = new Notice(say.Why(answer.Refusal!), answer.Refusal!.Reason == Reason.NotEverybodyReady ? http.Request.Path.Value : null);
        var typed = new Typed(ask.Text("text"), ask.Text("case"), ask.Text("happens-now"));
        return await OwnPage(ask.Table, answer, ask.Visitor, http, null, notice, typed, Statuses.Of(answer.Refusal.Reason)) ?? Stranger(http);
    }

    public IResult Stranger(HttpContext http) => http.Request.IsHtmx()
        ? Page.Of<NoticePartial>(new { Notice = new Notice(say["Stranger"], null) }, StatusCodes.Status403Forbidden)
        : Page.Of<MessagePage>(new { Title = say["Stranger.Title"].Value, Text = say["Stranger"].Value }, StatusCodes.Status403Forbidden);

    /// <summary>One's own part for one's own stream: the only thing in it that is not the same for all.</summary>
    private Region? Own(TableId id, Visitor visitor) =>
        newest.TableOf(id, out _) is { Setting: not null } table && mine.ForDevice(id, table, visitor, opened: null) is { } own ? Region.Of<MineFragment>("mine", own) : null;

    private FactorCardsView? CardsOf(TableId id, Table table, Visitor visitor, string? factor) =>
        factor is null ? null : views.CardsOf(id, table, factor, table.SeatsOf(visitor.Device).Select(seat => seat.Number));

    /// <summary>Also while nothing is known of the table yet: the endpoint has asked.</summary>
    private bool HasSeat(TableId id, Visitor visitor) => newest.TableOf(id, out _) is not { } table || table.SeatsOf(visitor.Device).Any();

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private IResult Unknown() => Page.Of<MessagePage>(new { Title = say["NotFound.Title"].Value, Text = say["Table.Gone"].Value, Link = "/", LinkText = say["Table.Gone.Go"].Value }, StatusCodes.Status404NotFound);

    private async Task<IResult?> OwnPage(TableId id, Answer<Table> answer, Visitor visitor, HttpContext http, int? seat, Notice? notice, Typed? typed, int status = StatusCodes.Status200OK, string? factor = null)
    {
        if (answer.State.Setting is not { } setting || mine.ForDevice(id, answer.State, visitor, SeatOf(seat)) is not { } own) return null;

        var workshop = await grains.GetGrain<IWorkshopGrain>(setting.Workshop).Look();
        // Cleared away after a rehearsal (W11), a moment before its events are removed.
        if (workshop.State.Find(id) is null) return Unknown();

        var view = views.ForTable(id, answer.State, answer.Version + workshop.Version) with { Part = parts.Current(new(setting.Workshop), workshop.State) };
        return Page.Of<TablePage>(new { View = view, Workshop = new WorkshopId(setting.Workshop), Mine = own, Frame = PageFrame.Of(http), Codes = codes.Find(http, id), Notice = notice, Typed = typed, Opened = CardsOf(id, answer.State, visitor, factor) }, status);
    }

    private async Task<IResult> Unseated(TableId id, Answer<Table> answer, Visitor visitor, TableSetting setting, HttpContext http)
    {
        if (answer.State.Claims.Any(claim => claim.Device == visitor.Device)) return Page.Of<ClaimingPage>(new { Table = id, Frame = PageFrame.Of(http) });
        return answer.State.HandOvers.FirstOrDefault(one => one.From == visitor.Device) is { } handed
            ? Page.Of<SeatMovedPage>(new { Table = id, Seat = views.SeatOf(answer.State, answer.State.Find(handed.Seat)!), Frame = PageFrame.Of(http) })
            : await ToSeats(setting);
    }

    private async Task<IResult> ToSeats(TableSetting setting)
    {
        var workshop = await grains.GetGrain<IWorkshopGrain>(setting.Workshop).Look();
        return workshop.State.Code is { } code ? Results.Redirect($"/{code}") : Unknown();
    }

    private static SeatNumber? SeatOf(int? seat) => seat is { } number ? new(number) : null;
}

/// <summary>What somebody had typed when a form was refused.</summary>
public sealed record Typed(string Note, string Case, string HappensNow);

/// <summary>The addresses of those pages.</summary>
public static class TablePageEndpoints
{
    public static void MapTablePages(this RouteGroupBuilder table)
    {
        table.MapGet("", (Guid id, HttpContext http, TablePages pages, int? seat, string? factor) => pages.Player(new(id), http, seat, factor));
        table.MapGet("/mine", (Guid id, HttpContext http, TablePages pages, int? seat) => pages.Mine(new(id), http, seat));
        table.MapGet("/factors/{factor}", (Guid id, string factor, HttpContext http, TablePages pages) => pages.Factor(new(id), factor, http));
        table.MapGet("/notes", (Guid id, HttpContext http, TablePages pages) => pages.Notes(new(id), http));
        table.MapGet("/live", (Guid id, HttpContext http, TablePages pages, LiveFeed feed) => pages.LivePlayer(new(id), http, feed));
        table.MapGet("/screen", (Guid id, HttpContext http, TablePages pages) => pages.Screen(new(id), http));
        table.MapGet("/screen/live", (Guid id, HttpContext http, TablePages pages, LiveFeed feed) => pages.LiveScreen(new(id), http, feed));
    }
}
