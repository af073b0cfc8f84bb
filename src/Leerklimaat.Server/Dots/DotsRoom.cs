using System.Globalization;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Rehearsals;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Plenaries;
using Leerklimaat.Server.Texts;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Dots;

/// <summary>The phones of the room: everybody who holds a seat sets dots, and so does who follows (P3). What each gets is their own dots, and nobody else's.</summary>
public sealed class DotsRoom(Gathering gathering, Watching watching, Bursts bursts, PlenaryViews views, LiveLink link, TimeProvider time, IStringLocalizer<Phrases> say)
{
    public async Task<IResult> Show(WorkshopId id, HttpContext http) => PageOf(await gathering.Now(id), http, null);

    public Task Live(WorkshopId id, HttpContext http, LiveFeed feed, Newest newest)
    {
        var visitor = Entrance.Of(http).Visitor;
        return LiveEndpoint.Stream(http, feed, new SettingDots(id, Language, views), () => Gathering.From(newest, id) is { } now ? [Region.Of<OwnDots>("mine", OwnOf(now, visitor))] : []);
    }

    public static Task Calls(WorkshopId id, HttpContext http, LiveFeed feed) => LiveEndpoint.Stream(http, feed, new CalledToDots(id, Language));

    public async Task<IResult> Set(WorkshopId id, HttpContext http) =>
        await Ask(id, http, (who, dot, at) => new SetDot(dot.Round, who.Owner, dot.Entry, dot.Count, who.Seats, at, who.Voices));

    public async Task<IResult> Take(WorkshopId id, HttpContext http) =>
        await Ask(id, http, (who, dot, at) => new TakeDot(dot.Round, who.Owner, dot.Entry, dot.Count, at));

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private async Task<IResult> Ask(WorkshopId id, HttpContext http, Func<(string Owner, int Seats, int? Voices), (int Round, int Count, EntryId Entry), DateTimeOffset, PlenaryCommand> command)
    {
        var now = await gathering.Now(id);
        var visitor = Entrance.Of(http).Visitor!;
        await bursts.Count(visitor.Device);
        if (!Guid.TryParse(http.Request.Form["command"], out var once)) throw new BadFormException("command");

        var at = time.GetUtcNow();
        var dot = DotOf(http.Request);
        var refusal = now.Lists.Find(dot.Entry) is null ? new(Reason.EntryUnknown)
            : await Refuse(id, command((OwnerOf(now, visitor), SeatsOf(now, visitor), VoicesOf(now, visitor)), dot, at), once, at);
        var after = await gathering.Now(id);
        http.Response.Shows(after.Version);
        if (http.Request.IsHtmx()) return Page.Of(new DotsAnswer { View = OwnOf(after, visitor), Notice = say.NoticeOf(refusal) }, Statuses.Of(refusal));
        return refusal is null ? Results.Redirect($"/workshops/{id.Value}/dots", preserveMethod: false) : PageOf(after, http, refusal);
    }

    private async Task<Refusal?> Refuse(WorkshopId id, PlenaryCommand command, Guid once, DateTimeOffset at)
    {
        var answer = await gathering.Plenary(id).Ask(command, once, at);
        watching.Know(Subject.Of<Plenary>(id.Value), answer);
        return answer.Refusal;
    }

    /// <summary>Round, count and line in the body of the form: addresses are written in logs, and dots are a secret.</summary>
    private static (int Round, int Count, EntryId Entry) DotOf(HttpRequest request) =>
        request.Form["dot"].ToString().Split(' ') is [var round, var count, var entry]
        && int.TryParse(round, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var dots)
            ? (number, Math.Min(dots, DotRound.Most * Domain.Tables.Seat.Pawns), new(entry)) : throw new BadFormException("dot");

    /// <summary>Who follows has the dots of one seat.</summary>
    private int SeatsOf(Gathered now, Visitor visitor) => now.Tables.Values.Sum(table => table.SeatsOf(visitor.Device).Count()) is > 0 and var seats ? seats
        : link.IsFollower(now.Workshop, visitor.Device) ? 1 : 0;

    // D9: who follows has no voice, and seats on one device have one, unless a whole table plays on it.
    private static int? VoicesOf(Gathered now, Visitor visitor)
    {
        var own = now.Tables.Values.Where(table => table.SeatsOf(visitor.Device).Any()).ToList();
        var voices = own.Count == 0 ? 0 : own.Where(table => table.Seats.All(seat => seat.Device == visitor.Device)).Sum(table => table.Seats.Length) is > 1 and var seats ? seats : 1;
        return voices == 1 ? null : voices;
    }

    private string? HomeOf(Gathered now, Visitor visitor) => now.Tables.Where(table => table.Value.SeatsOf(visitor.Device).Any()).Select(table => $"/tables/{table.Key.Value}").FirstOrDefault()
        ?? (link.IsFollower(now.Workshop, visitor.Device) ? $"/workshops/{now.Id.Value}/follow" : null);

    private OwnDotsView OwnOf(Gathered now, Visitor? visitor) => visitor is null ? views.OwnDotsOf(now, "", 0)
        : views.OwnDotsOf(now, OwnerOf(now, visitor), SeatsOf(now, visitor)) with { Home = HomeOf(now, visitor) ?? "" };

    /// <summary>Who sits with stand-ins practises (W11).</summary>
    private static string OwnerOf(Gathered now, Visitor visitor)
    {
        var owner = visitor.ProofOfDots(now.Id);
        var own = now.Tables.Where(table => table.Value.SeatsOf(visitor.Device).Any()).ToList();
        return own.Count > 0 && own.All(table => now.Workshop.IsRehearsed(table.Key)) ? Rehearsed.Mark(owner) : owner;
    }

    private IResult PageOf(Gathered now, HttpContext http, Refusal? refusal)
    {
        var visitor = Entrance.Of(http).Visitor;
        return Page.Of(new DotsPage
        {
            Title = now.Workshop.Title,
            View = OwnOf(now, visitor),
            Bar = BarView.Of(now.Id, now.Workshop),
            Frame = PageFrame.Of(http),
            Notice = say.NoticeOf(refusal),
        }, Statuses.Of(refusal));
    }
}
