using System.Globalization;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Texts;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Questions;

/// <summary>
/// The page of a question, which also works without scripts: one's own answers for who sits at a table or follows, the facilitator's buttons for who leads, and
/// what everybody may see; and its streams.
/// </summary>
public sealed class QuestionPages(IGrainFactory grains, QuestionSeats seats, Newest newest, IStringLocalizer<Phrases> say)
{
    public async Task<IResult> Show(WorkshopId id, PartId part, HttpContext http, int? seat = null, Notice? notice = null, string? typed = null, int status = StatusCodes.Status200OK)
    {
        if (await Find(id, part) is not ({ } asked, { } workshop) || workshop.PlaceOf(part) > workshop.Reached) return Unknown();

        var (visitor, leads) = (Entrance.Of(http).Visitor, Entrance.Of(http).Arrival.Leads);
        var own = visitor is null ? [] : await seats.Of(id, workshop, visitor);
        return Page.Of(new QuestionPage
        {
            Board = QuestionViews.Board(asked, int.MaxValue),
            Own = own.Count > 0 ? QuestionViews.Own(asked, visitor!, own, seat) : null,
            Desk = leads ? QuestionViews.Desk(asked, await PeopleOf(workshop)) : null,
            Home = HomeOf(Entrance.Of(http)),
            Frame = PageFrame.Of(http),
            Notice = notice,
            Typed = typed,
        }, status);
    }

    /// <summary>One's own part; on a device that several share it asks who is writing.</summary>
    public Task<IResult> Own(WorkshopId id, PartId part, HttpContext http) => OwnPart(id, part, http, seat: null);

    /// <summary>
    /// "I am Anna", on a device that goes round (T3): the answer to this post alone shows what she wrote. It has no address of its own, so that who has
    /// the device after her does not come to it by going back.
    /// </summary>
    public async Task<IResult> Opened(WorkshopId id, PartId part, HttpContext http)
    {
        var seat = int.TryParse(http.Request.Query["opened"], out var number) ? number : throw new BadFormException("opened");
        if ((await seats.Of(id, Entrance.Of(http).Workshop, Entrance.Of(http).Visitor!)).All(own => own.Number != seat)) return NotYours(http);
        return http.Request.IsHtmx() ? await OwnPart(id, part, http, seat) : await Show(id, part, http, seat);
    }

    public async Task<IResult> Answered(AtQuestion ask, HttpContext http, Notice? notice, int status)
    {
        if (!http.Request.IsHtmx())
        {
            return notice is null && ask.Seats.Count == 1
                ? Results.Redirect($"/workshops/{ask.Workshop.Value}/questions/{ask.Part.Value}")
                : await Show(ask.Workshop, ask.Part, http, ask.Seat, notice, notice is null ? null : ask.Typed, status);
        }

        if (await Find(ask.Workshop, ask.Part) is not ({ } asked, _)) return Page.Of(new NoticePartial { Notice = notice }, status);
        http.Response.Shows(asked.Version);
        return Page.Of(new OwnAnswer { View = QuestionViews.Own(asked, ask.Visitor, ask.Seats, ask.Seat), Notice = notice }, status);
    }

    public async Task<IResult> Led(WorkshopId id, PartId part, HttpContext http, Notice? notice, int status)
    {
        if (!http.Request.IsHtmx()) return notice is null ? Results.Redirect($"/workshops/{id.Value}/questions/{part.Value}") : await Show(id, part, http, null, notice, null, status);
        if (await Find(id, part) is not ({ } asked, { } workshop)) return Page.Of(new NoticePartial { Notice = notice }, status);
        return Page.Of(new DeskAnswer { View = QuestionViews.Desk(asked, await PeopleOf(workshop)), Notice = notice }, status);
    }

    /// <summary>The stream of a phone is for who sits at a table: one's own answers come with it.</summary>
    public async Task Live(WorkshopId id, PartId part, HttpContext http, LiveFeed feed)
    {
        var (visitor, workshop) = (Entrance.Of(http).Visitor!, Entrance.Of(http).Workshop);
        var own = await seats.Of(id, workshop, visitor);
        if (workshop.FindPart(part) is not null) await LiveEndpoint.Stream(http, feed, new Answerers(id, part, Language), () => OwnRegions(id, part, visitor, own));
        else http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    /// <summary>The stream of who follows from elsewhere: what the wall shows, and with it their own answers. Who leads may look at that page too, and has none.</summary>
    public async Task LiveFollowing(WorkshopId id, PartId part, HttpContext http, LiveFeed feed)
    {
        var (visitor, workshop) = (Entrance.Of(http).Visitor, Entrance.Of(http).Workshop);
        var own = visitor is null ? [] : await seats.Of(id, workshop, visitor);
        if (workshop.FindPart(part) is not null) await LiveEndpoint.Stream(http, feed, new QuestionFollowers(id, part, Language), own.Count > 0 ? () => OwnRegions(id, part, visitor!, own) : null);
        else http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    public async Task LiveScreen(WorkshopId id, PartId part, HttpContext http, LiveFeed feed)
    {
        if (Entrance.Of(http).Workshop.FindPart(part) is not null) await LiveEndpoint.Stream(http, feed, new QuestionOnScreen(id, part, Language));
        else http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    public Task LiveDesk(WorkshopId id, PartId part, HttpContext http, LiveFeed feed) => LiveEndpoint.Stream(http, feed, new QuestionOnDesk(id, part, Language));

    private async Task<IResult> OwnPart(WorkshopId id, PartId part, HttpContext http, int? seat)
    {
        if (await Find(id, part) is not ({ } asked, { } workshop)) return Unknown();
        var visitor = Entrance.Of(http).Visitor!;
        return Page.Of(new OwnAnswer { View = QuestionViews.Own(asked, visitor, await seats.Of(id, workshop, visitor), seat), Notice = null });
    }

    private IReadOnlyList<Region> OwnRegions(WorkshopId id, PartId part, Visitor visitor, IReadOnlyList<Answering> own) => QuestionAudience.Find(newest, id, part) is { } asked
        ? [Region.Of<QuestionOwn>(Places.Own(part), QuestionViews.Own(asked, visitor, own, seat: null))]
        : [];

    private static string HomeOf(Entrance at) => at switch
    {
        { Arrival.Leads: true } => $"/workshops/{at.Id.Value}",
        { Arrival.Follows: false, OwnTable: { } own } => $"/tables/{own.Value}",
        _ => $"/workshops/{at.Id.Value}/follow",
    };

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private IResult NotYours(HttpContext http) => http.Request.IsHtmx()
        ? Page.Of(new NoticePartial { Notice = new Notice(say["Reason.NotYourSeat"], null) }, StatusCodes.Status403Forbidden)
        : Page.Of(new MessagePage { Title = say["Stranger.Title"].Value, Text = say["Reason.NotYourSeat"].Value }, StatusCodes.Status403Forbidden);

    private IResult Unknown() => Page.Of(new MessagePage { Title = say["NotFound.Title"].Value, Text = say["Reason.QuestionUnknown"].Value }, StatusCodes.Status404NotFound);

    private async Task<(Asked? Asked, Workshop? Workshop)> Find(WorkshopId id, PartId part)
    {
        var (workshop, version) = await LookAt(id);
        if (workshop.BinnedAt is not null || workshop.FindPart(part) is not { } found || QuestionViews.KindOf(found) is not { } kind) return (null, null);

        var question = await grains.GetGrain<IQuestionGrain>(part.Value).Look();
        var returning = new List<Returning>();
        foreach (var one in QuestionViews.ReturningAt(workshop, found))
        {
            var known = await grains.GetGrain<IQuestionGrain>(one.Id.Value).Look();
            returning.Add(new(one, known.State));
            version += known.Version;
        }

        return (Asked.Of(id, workshop, found, kind, question.State, returning, version + question.Version), workshop);
    }

    private async Task<int> PeopleOf(Workshop workshop) => workshop.PeopleWith([.. (await Task.WhenAll(workshop.Tables.Select(table => grains.GetGrain<ITableGrain>(table.Id.Value).Look()))).Select(table => table.State)]);

    private async Task<(Workshop State, long Version)> LookAt(WorkshopId id)
    {
        var workshop = await grains.GetGrain<IWorkshopGrain>(id.Value).Look();
        return (workshop.State, workshop.Version);
    }
}
