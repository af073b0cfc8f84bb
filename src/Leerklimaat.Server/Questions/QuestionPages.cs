using System.Globalization;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;
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
public sealed class QuestionPages(IGrainFactory grains, QuestionSeats seats, Visitors visitors, Facilitators facilitators, TablePages tables, WorkshopPages workshops, Newest newest, LiveLink link, IStringLocalizer<Phrases> say)
{
    public async Task<IResult> Show(WorkshopId id, PartId part, HttpContext http, int? seat, Notice? notice = null, string? typed = null, int status = StatusCodes.Status200OK)
    {
        if (await Find(id, part) is not ({ } asked, { } workshop) || workshop.PlaceOf(part) > workshop.Reached) return Unknown();

        var visitor = visitors.Find(http);
        var own = visitor is null ? [] : await seats.Of(id, workshop, visitor);
        var leads = facilitators.Find(http, id, workshop) is not null;
        if (!leads && own.Count == 0) return Stranger(http);

        return Page.Of<QuestionPage>(new
        {
            Board = QuestionViews.Board(asked, int.MaxValue),
            Own = own.Count > 0 ? QuestionViews.Own(asked, visitor!, own, seat) : null,
            Desk = leads ? QuestionViews.Desk(asked, await PeopleOf(workshop)) : null,
            Frame = PageFrame.Of(http),
            Notice = notice,
            Typed = typed,
        }, status);
    }

    public async Task<IResult> Own(WorkshopId id, PartId part, HttpContext http, int? seat)
    {
        if (await Find(id, part) is not ({ } asked, { } workshop)) return Unknown();
        if (visitors.Find(http) is not { } visitor || await seats.Of(id, workshop, visitor) is not { Count: > 0 } own) return Stranger(http);
        return Page.Of<OwnAnswer>(new { View = QuestionViews.Own(asked, visitor, own, seat), Notice = (Notice?)null });
    }

    public async Task<IResult> Answered(AtQuestion ask, HttpContext http, Notice? notice, int status)
    {
        if (!http.Request.IsHtmx())
        {
            return notice is null
                ? Results.Redirect($"/workshops/{ask.Workshop.Value}/questions/{ask.Part.Value}{(ask.Seats.Count > 1 ? $"?seat={ask.Seat}" : "")}")
                : await Show(ask.Workshop, ask.Part, http, ask.Seat, notice, ask.Typed, status);
        }

        if (await Find(ask.Workshop, ask.Part) is not ({ } asked, _)) return Page.Of<NoticePartial>(new { Notice = notice }, status);
        return Page.Of<OwnAnswer>(new { View = QuestionViews.Own(asked, ask.Visitor, ask.Seats, ask.Seat), Notice = notice }, status);
    }

    public async Task<IResult> Led(WorkshopId id, PartId part, HttpContext http, Notice? notice, int status)
    {
        if (!http.Request.IsHtmx()) return notice is null ? Results.Redirect($"/workshops/{id.Value}/questions/{part.Value}") : await Show(id, part, http, null, notice, null, status);
        if (await Find(id, part) is not ({ } asked, { } workshop)) return Page.Of<NoticePartial>(new { Notice = notice }, status);
        return Page.Of<DeskAnswer>(new { View = QuestionViews.Desk(asked, await PeopleOf(workshop)), Notice = notice }, status);
    }

    /// <summary>The stream of a phone is for who sits at a table: one's own answers come with it.</summary>
    public async Task Live(WorkshopId id, PartId part, HttpContext http, LiveFeed feed)
    {
        var workshop = await WorkshopOf(id);
        if (visitors.Find(http) is { } visitor && await seats.Of(id, workshop, visitor) is { Count: > 0 } own && workshop.FindPart(part) is not null)
            await LiveEndpoint.Stream(http, feed, new Answerers(id, part, Language), () => link.IsAlive(id, newest), () => OwnRegion(id, part, visitor, own));
        else http.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    /// <summary>The stream of who follows from elsewhere: what the wall shows, and with it their own answers. Who leads may look at that page too, and has none.</summary>
    public async Task LiveFollowing(WorkshopId id, PartId part, HttpContext http, LiveFeed feed)
    {
        var workshop = await WorkshopOf(id);
        var visitor = visitors.Find(http);
        var own = visitor is null ? [] : await seats.Of(id, workshop, visitor);
        var leading = facilitators.Find(http, id, workshop);
        if (workshop is { BinnedAt: null } && workshop.FindPart(part) is not null && (own.Count > 0 || leading is not null))
            await LiveEndpoint.Stream(http, feed, new QuestionFollowers(id, part, Language), () => MayFollow(id, visitor, own, leading), own.Count > 0 ? () => OwnRegion(id, part, visitor!, own) : null);
        else http.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    public async Task LiveScreen(WorkshopId id, PartId part, HttpContext http, LiveFeed feed)
    {
        if (await WorkshopOf(id) is { BinnedAt: null } workshop && workshop.FindPart(part) is not null) await LiveEndpoint.Stream(http, feed, new QuestionOnScreen(id, part, Language), () => link.IsAlive(id, newest));
        else http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    public async Task LiveDesk(WorkshopId id, PartId part, HttpContext http, LiveFeed feed)
    {
        if (facilitators.Find(http, id, await WorkshopOf(id)) is { } leading)
            await LiveEndpoint.Stream(http, feed, new QuestionOnDesk(id, part, Language), () => newest.WorkshopOf(id, out _) is not { } workshop || Facilitators.Leads(leading.KeyProof, workshop));
        else http.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    public IResult Stranger(HttpContext http) => tables.Stranger(http);

    public IResult NotLeading() => workshops.NotLeading();

    private Region? OwnRegion(WorkshopId id, PartId part, Visitor visitor, IReadOnlyList<Answering> own) => QuestionAudience.Find(newest, id, part) is { } asked
        ? Region.Of<QuestionOwn>(Places.Own(part), QuestionViews.Own(asked, visitor, own, seat: null))
        : null;

    /// <summary>A code that is renewed or taken back ends what a follower sees at once; who has a seat keeps it.</summary>
    private bool MayFollow(WorkshopId id, Visitor? visitor, IReadOnlyList<Answering> own, Leading? leading) =>
        newest.WorkshopOf(id, out _) is not { } now
        || (leading is not null && Facilitators.Leads(leading.KeyProof, now))
        || (own is [{ Number: 0 }] ? link.IsFollower(now, visitor!.Device) : own.Count > 0 && !link.HasEnded(now));

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private IResult Unknown() => Page.Of<MessagePage>(new { Title = say["NotFound.Title"].Value, Text = say["Reason.QuestionUnknown"].Value }, StatusCodes.Status404NotFound);

    private async Task<(Asked? Asked, Workshop? Workshop)> Find(WorkshopId id, PartId part)
    {
        var workshop = await WorkshopOf(id);
        if (workshop.BinnedAt is not null || workshop.FindPart(part) is not { } found || QuestionViews.KindOf(found) is not { } kind) return (null, null);

        var question = await grains.GetGrain<IQuestionGrain>(part.Value).Look();
        var returning = new List<Returning>();
        foreach (var one in QuestionViews.ReturningAt(workshop, found)) returning.Add(new(one, (await grains.GetGrain<IQuestionGrain>(one.Id.Value).Look()).State));
        return (Asked.Of(id, workshop, found, kind, question.State, returning, question.Version), workshop);
    }

    private async Task<int> PeopleOf(Workshop workshop) => workshop.PeopleWith([.. (await Task.WhenAll(workshop.Tables.Select(table => grains.GetGrain<ITableGrain>(table.Id.Value).Look()))).Select(table => table.State)]);

    private async Task<Workshop> WorkshopOf(WorkshopId id) => (await grains.GetGrain<IWorkshopGrain>(id.Value).Look()).State;
}
