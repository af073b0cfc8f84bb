using System.Globalization;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Rounds;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Texts;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Playing;

/// <summary>The pages of a table: for a player, for a shared screen, and for somebody who says that a seat is theirs.</summary>
public sealed class TablePages(IGrainFactory grains, PersonalCodes codes, TableViews views, MineViews mine, PartViews parts, Newest newest, IStringLocalizer<Phrases> say)
{
    public async Task<IResult> Player(TableId id, HttpContext http, string? factor)
    {
        var answer = await grains.GetGrain<ITableGrain>(id.Value).Look();
        return await OwnPage(id, answer, VisitorOf(http), http, opened: null, notice: null, typed: null, factor: factor)
            ?? Unseated(id, answer, VisitorOf(http), http);
    }

    /// <summary>
    /// "I am Anna", on a device that goes round (T3): the answer to this post alone shows her pawn. It has no address of its own, so that who has
    /// the device after her does not come to it by going back.
    /// </summary>
    public async Task<IResult> Opened(AtTable ask, HttpContext http)
    {
        var (seat, answer) = (new SeatNumber(ask.Number("opened")), await grains.GetGrain<ITableGrain>(ask.Table.Value).Look());
        if (!answer.State.Holds(ask.Device, seat)) return Stranger(http);
        return http.Request.IsHtmx()
            ? Page.Of(new MineAnswer { View = mine.ForDevice(ask.Table, answer.State, ask.Visitor, seat), Notice = null })
            : await OwnPage(ask.Table, answer, ask.Visitor, http, seat, notice: null, typed: null) ?? Stranger(http);
    }

    public async Task<IResult> Mine(TableId id, HttpContext http)
    {
        var answer = await grains.GetGrain<ITableGrain>(id.Value).Look();
        var view = mine.ForDevice(id, answer.State, VisitorOf(http), opened: null);
        return view is null ? Stranger(http) : Page.Of(new MineAnswer { View = view, Notice = null });
    }

    /// <summary>The cards of a factor that somebody folds open.</summary>
    public IResult Factor(TableId id, string factor, HttpContext http) =>
        CardsOf(id, Entrance.Of(http).State!, VisitorOf(http), factor) is { } cards ? Page.Of(new FactorCards { View = cards }) : Unknown();

    /// <summary>All notes on the card, for who sits here: the page of the table shows the newest.</summary>
    public static IResult Notes(TableId id, HttpContext http)
    {
        var table = Entrance.Of(http).State!;
        return Page.Of(new NotesPage { View = table.Round is { } round ? TableViews.NotesOf(id, table, round, Note.MostOnACard) : NotesView.None with { Table = id }, Frame = PageFrame.Of(http) });
    }

    public async Task<IResult> Screen(TableId id, HttpContext http)
    {
        var answer = await grains.GetGrain<ITableGrain>(id.Value).Look();
        var workshop = Entrance.Of(http).Workshop;
        var view = views.ForScreen(id, answer.State, answer.Version) with { Part = parts.AtTable(new(answer.State.Setting!.Workshop), workshop, answer.State) };
        return Page.Of(new TableScreenPage { View = view, Frame = PageFrame.Of(http), Code = workshop.Code, Key = http.Request.Query[ScreenKeys.Field].ToString() });
    }

    /// <summary>The stream of a player's page is for who holds a seat here; what it shows is the same for all of them.</summary>
    public Task LivePlayer(TableId id, HttpContext http, LiveFeed feed)
    {
        var visitor = VisitorOf(http);
        return LiveEndpoint.Stream(http, feed, new TablePlayers(id, Language, views, parts), () => Own(id, visitor));
    }

    public Task LiveScreen(TableId id, HttpContext http, LiveFeed feed) => LiveEndpoint.Stream(http, feed, new TableScreen(id, Language, views, parts));

    /// <summary>A post without scripts that was refused: the page as it is now, the sentence on top, and what was typed still in its field.</summary>
    public async Task<IResult> Refused(AtTable ask, Answer<Table> answer, HttpContext http)
    {
        var notice = new Notice(say.Why(answer.Refusal!), answer.Refusal!.Reason == Reason.NotEverybodyReady ? http.Request.Path.Value : null);
        var typed = new Typed(ask.Text("text"), ask.Text("case"), ask.Text("happens-now"), ask.Text("asks"));
        return await OwnPage(ask.Table, answer, ask.Visitor, http, null, notice, typed, Statuses.Of(answer.Refusal.Reason)) ?? Stranger(http);
    }

    public IResult Stranger(HttpContext http) => http.Request.IsHtmx()
        ? Page.Of(new NoticePartial { Notice = new Notice(say["Stranger"], null) }, StatusCodes.Status403Forbidden)
        : Page.Of(new MessagePage { Title = say["Stranger.Title"].Value, Text = say["Stranger"].Value }, StatusCodes.Status403Forbidden);

    /// <summary>One's own part for one's own stream: the only thing in it that is not the same for all.</summary>
    private IReadOnlyList<Region> Own(TableId id, Visitor visitor)
    {
        if (newest.Of<Table>(id.Value, out _) is not { Setting: not null } table || mine.ForDevice(id, table, visitor, opened: null) is not { } own) return [];

        var (asked, chosen) = (Region.Of<MineFragment>("mine", own.Asked), Region.Of<ChosenFragment>("chosen", own.Chosen));
        return own.Squares is { } squares ? [asked, Region.Of<SquaresFragment>("squares", squares) with { Lasts = true }, chosen] : [asked, chosen];
    }

    private FactorCardsView? CardsOf(TableId id, Table table, Visitor visitor, string? factor) =>
        factor is null ? null : views.CardsOf(id, table, factor, table.SeatsOf(visitor.Device).Select(seat => seat.Number));

    private static Visitor VisitorOf(HttpContext http) => Entrance.Of(http).Visitor!;

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private IResult Unknown() => Page.Of(new MessagePage { Title = say["NotFound.Title"].Value, Text = say["Table.Gone"].Value, Link = "/", LinkText = say["Table.Gone.Go"].Value }, StatusCodes.Status404NotFound);

    private async Task<IResult?> OwnPage(TableId id, Answer<Table> answer, Visitor visitor, HttpContext http, SeatNumber? opened, Notice? notice, Typed? typed, int status = StatusCodes.Status200OK, string? factor = null)
    {
        if (answer.State.Setting is not { } setting || mine.ForDevice(id, answer.State, visitor, opened) is not { } own) return null;

        var workshop = await grains.GetGrain<IWorkshopGrain>(setting.Workshop).Look();
        // Cleared away after a rehearsal (W11), a moment before its events are removed.
        if (workshop.State.Find(id) is null) return Unknown();

        var view = views.ForTable(id, answer.State, answer.Version + workshop.Version) with { Part = parts.AtTable(new(setting.Workshop), workshop.State, answer.State), ScreenKey = ScreenKeys.OfTable(workshop.State, id), Chooser = views.ChooserOf(id, answer.State) };
        return Page.Of(new TablePage { View = view, Workshop = new WorkshopId(setting.Workshop), Mine = own, Frame = PageFrame.Of(http), Codes = await codes.Find(http, id), Notice = notice, Typed = typed, Opened = CardsOf(id, answer.State, visitor, factor) }, status);
    }

    /// <summary>Whoever waits for the table to say that a seat is theirs, or whose seat went to another device.</summary>
    private IResult Unseated(TableId id, Answer<Table> answer, Visitor visitor, HttpContext http) => answer.State.HandOvers.FirstOrDefault(one => one.From == visitor.Device) is { } handed && answer.State.Claims.All(claim => claim.Device != visitor.Device)
        ? Page.Of(new SeatMovedPage { Table = id, Seat = views.SeatOf(answer.State, answer.State.Find(handed.Seat)!), Frame = PageFrame.Of(http) })
        : Page.Of(new ClaimingPage { Table = id, Frame = PageFrame.Of(http) });
}

/// <summary>The addresses of those pages.</summary>
public static class TablePageEndpoints
{
    public static void MapTablePages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{id:guid}", (Guid id, HttpContext http, TablePages pages, string? factor) => pages.Player(new(id), http, factor)).Behind(Door.ComesToThisTable);

        var table = app.MapGroup("/tables/{id:guid}").Behind(Door.AtThisTable);
        table.MapGet("/mine", (Guid id, HttpContext http, TablePages pages) => pages.Mine(new(id), http));
        table.MapGet("/factors/{factor}", (Guid id, string factor, HttpContext http, TablePages pages) => pages.Factor(new(id), factor, http));
        table.MapGet("/notes", (Guid id, HttpContext http) => TablePages.Notes(new(id), http));
        table.MapGet("/live", (Guid id, HttpContext http, TablePages pages, LiveFeed feed) => pages.LivePlayer(new(id), http, feed));

        var screen = app.MapGroup("/tables/{id:guid}/screen").Behind(Door.SeesThisTable);
        screen.MapGet("", (Guid id, HttpContext http, TablePages pages) => pages.Screen(new(id), http));
        screen.MapGet("/live", (Guid id, HttpContext http, TablePages pages, LiveFeed feed) => pages.LiveScreen(new(id), http, feed));
    }
}
