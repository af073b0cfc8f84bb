using System.Globalization;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Reports;
using Leerklimaat.Server.Steering;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Plenaries;

/// <summary>What who leads does in the plenary.</summary>
public sealed class PlenaryRoom(Gathering gathering, PlenaryViews views, ShowingDesk showing, TimeProvider time, IStringLocalizer<Phrases> say)
{
    public async Task<IResult> Show(WorkshopId id, HttpContext http) => PageOf(await gathering.Now(id), http, null);

    public async Task<IResult> Entry(WorkshopId id, string entry, HttpContext http) => EntryOf(await gathering.Now(id), new(entry), http, null);

    public Task Live(WorkshopId id, HttpContext http, LiveFeed feed) => LiveEndpoint.Stream(http, feed, new LeadingPlenary(id, Language, views, HasSteps: true, time));

    /// <summary>The lists alone, for the page of who leads, which has steps of its own.</summary>
    public async Task<IResult> Lists(WorkshopId id, HttpContext http)
    {
        var now = await gathering.Now(id);
        var lists = views.ListsOf(now);
        return Page.Of(new PlenaryHere { Lists = lists, Dots = PlenaryViews.DotsOf(now, lists.Count), Tools = views.ToolsOf(now), Frame = PageFrame.Of(http) });
    }

    public Task LiveLists(WorkshopId id, HttpContext http, LiveFeed feed) => LiveEndpoint.Stream(http, feed, new LeadingPlenary(id, Language, views, HasSteps: false, time));

    public async Task<IResult> Screen(WorkshopId id, HttpContext http)
    {
        var now = await gathering.Now(id);
        return Page.Of(new PlenaryScreenPage { View = views.ScreenOf(now), Title = now.Workshop.Title, Frame = PageFrame.Of(http), Key = http.Request.Query[ScreenKeys.Field].ToString() });
    }

    public Task LiveScreen(WorkshopId id, HttpContext http, LiveFeed feed) => LiveEndpoint.Stream(http, feed, new PlenaryWall(id, Language, views));

    /// <summary>A button of the plenary page: the lists and the tools come back as they are then.</summary>
    public async Task<IResult> Ask(WorkshopId id, HttpContext http, Func<PlenaryAsk, PlenaryCommand> command)
    {
        var (before, refusal) = await Asked(id, http, command);
        if (http.Request.IsHtmx()) return Answer(await gathering.Now(id), http, refusal);
        return refusal is null ? Results.Redirect($"/workshops/{id.Value}/plenary", preserveMethod: false) : PageOf(before.Now, http, refusal);
    }

    /// <summary>The card comes on the screen in the numbers that were published (P5, D7).</summary>
    public async Task<IResult> ShowCard(WorkshopId id, HttpContext http)
    {
        var now = await gathering.Now(id);
        var card = new PlenaryAsk(http.Request, now, time.GetUtcNow()).Card;
        if (now.Rehearsed.FirstOrDefault(played => played.Card == card) is { } practised) return await Ask(id, http, ask => new ShowCard(card, CardPicture.Rehearsed(practised, now.Workshop.Board), ask.At));

        return await Ask(id, http, ask => new ShowCard(card, CardPicture.Draw(card, now.Workshop.Board, now.Published), ask.At));
    }

    /// <summary>Publishes the numbers so far, for the screen and for reports (D7).</summary>
    public async Task<IResult> Publish(WorkshopId id, HttpContext http)
    {
        var now = await gathering.Now(id);
        await showing.Publish(id, now.Workshop, new PlenaryAsk(http.Request, now, time.GetUtcNow()).Command);
        return http.Request.IsHtmx() ? Answer(await gathering.Now(id), http, null) : Results.Redirect($"/workshops/{id.Value}/plenary", preserveMethod: false);
    }

    /// <summary>A form of the page about one line; it is sent without scripts and comes back to that page.</summary>
    public async Task<IResult> AskAbout(WorkshopId id, HttpContext http, Func<PlenaryAsk, PlenaryCommand> command)
    {
        var (before, refusal) = await Asked(id, http, command);
        if (refusal is not null) return EntryOf(before.Now, before.About, http, refusal);
        var still = (await gathering.Now(id)).Lists.Find(before.About) is not null;
        return Results.Redirect($"/workshops/{id.Value}/plenary{(still ? $"/entries/{before.About.Value}" : "")}", preserveMethod: false);
    }

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private async Task<(PlenaryAsk Before, Refusal? Refusal)> Asked(WorkshopId id, HttpContext http, Func<PlenaryAsk, PlenaryCommand> command)
    {
        var ask = new PlenaryAsk(http.Request, await gathering.Now(id), time.GetUtcNow());
        var answer = await gathering.Plenary(id).Ask(command(ask), ask.Command, ask.At);
        return (ask, answer.Refusal);
    }

    private IResult Answer(Gathered now, HttpContext http, Refusal? refusal)
    {
        var lists = views.ListsOf(now);
        return Page.Of(new PlenaryAnswer { Lists = lists, Dots = PlenaryViews.DotsOf(now, lists.Count), Tools = views.ToolsOf(now), Notice = say.NoticeOf(refusal) }, Statuses.Of(refusal));
    }

    private IResult PageOf(Gathered now, HttpContext http, Refusal? refusal)
    {
        var lists = views.ListsOf(now);
        return Page.Of(new PlenaryPage
        {
            Title = now.Workshop.Title,
            Lists = lists,
            Dots = PlenaryViews.DotsOf(now, lists.Count),
            Tools = views.ToolsOf(now),
            Steering = SteeringView.Of(now.Id, now.Workshop, now.Tables.Values, time.GetUtcNow()),
            IsRehearsal = now.Workshop.Rehearsal is not null,
            WallKey = ScreenKeys.OfWall(now.Workshop),
            Frame = PageFrame.Of(http),
            Notice = say.NoticeOf(refusal),
        }, Statuses.Of(refusal));
    }

    private IResult EntryOf(Gathered now, EntryId entry, HttpContext http, Refusal? refusal) =>
        views.EntryOf(now, entry) is { } view ? Page.Of(new EntryPage { View = view, Frame = PageFrame.Of(http), Typed = refusal is null ? null : http.Request.Form["words"].FirstOrDefault(), Notice = say.NoticeOf(refusal) }, Statuses.Of(refusal)) : Unknown();

    private IResult Unknown() => Page.Of(new MessagePage { Title = say["NotFound.Title"].Value, Text = say["Reason.EntryUnknown"].Value }, StatusCodes.Status404NotFound);
}
