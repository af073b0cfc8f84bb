using System.Globalization;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Joining;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Texts;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Leading;

/// <summary>What the facilitator's page and its buttons do.</summary>
public sealed class LeadingRoom(IGrainFactory grains, Leadership leadership, Facilitators facilitators, Visitors visitors, Boards boards, LeadingViews views, FacilitatorPages pages, TimeProvider time, IStringLocalizer<Phrases> say)
{
    private const int MinutesToPlaceAgain = 15;

    public async Task<IResult> Start(HttpContext http)
    {
        var form = StartForm.Of(http.Request.Form);
        if (!int.TryParse(form.Minutes, out var minutes) || Template.Of(minutes) is not { } template) throw new BadFormException("minutes");

        var (started, refusal) = await leadership.Start(form.Title.Length > 0 ? form.Title : say["Title.Default"], template, form.Deck, Language, isDemo: false, Asking.CommandOf(http), form.BoardFrom(boards, Language), form.Organisation);
        return started is null
            ? Page.Of(new HomePage { Frame = PageFrame.Of(http), NotStarted = say.Why(refusal!), Form = form }, Statuses.Of(refusal!.Reason))
            : await ComeIn(http, started);
    }

    /// <summary>On to the workshop that has just been started, with the role.</summary>
    public async Task<IResult> ComeIn(HttpContext http, Started started)
    {
        // A second click on "start" finds the workshop of the first, whose key this answer does not know.
        if (started.Leading.KeyProof == started.Workshop.KeyProof) await facilitators.Remember(http, started.Id, started.Leading);
        return FirstCookie.On(http, $"/workshops/{started.Id.Value}");
    }

    public async Task<IResult> ByLink(WorkshopId id, string key, HttpContext http)
    {
        await facilitators.Remember(http, id, new(Facilitators.ProofOf(key), key, ""));
        return FirstCookie.On(http, $"/workshops/{id.Value}");
    }

    public IResult Recovery(HttpContext http)
    {
        // Wrong words count against the browser that sends them, so it is known before it sends any.
        visitors.FindOrWelcome(http);
        return Page.Of(new RecoveryPage { Frame = PageFrame.Of(http) });
    }

    public async Task<IResult> ByRecoveryCode(HttpContext http)
    {
        var form = http.Request.Form;
        if (await leadership.WithRecoveryCode(form["code"].ToString(), form["words"].ToString(), http) is not var (id, leading))
            return Page.Of(new RecoveryPage { Frame = PageFrame.Of(http), Wrong = say["Recovery.Wrong"].Value, Code = form["code"].ToString(), Words = form["words"].ToString() }, StatusCodes.Status404NotFound);

        await facilitators.Remember(http, id, leading);
        return FirstCookie.On(http, $"/workshops/{id.Value}");
    }

    public async Task<IResult> Show(WorkshopId id, HttpContext http)
    {
        var (_, workshop, leading) = Entrance.Of(http).Led;
        return await pages.Facilitator(id, workshop, leading, http, notice: null);
    }

    public Task Live(WorkshopId id, HttpContext http, LiveFeed feed) => LiveEndpoint.Stream(http, feed, new Facilitating(id, Language, views));

    public async Task<IResult> Ask(WorkshopId id, HttpContext http, Func<HttpRequest, DateTimeOffset, WorkshopCommand> command)
    {
        var leading = Entrance.Of(http).Led.Leading;
        var at = time.GetUtcNow();
        var answer = await grains.GetGrain<IWorkshopGrain>(id.Value).Ask(command(http.Request, at), Asking.CommandOf(http), at);
        return await Answer(id, answer.State, leading, http, answer.Refusal);
    }

    /// <summary>When the tables place again; where that is a part of its own (G7), it gets its name here.</summary>
    public Task<IResult> ChooseMoment(WorkshopId id, HttpContext http) => Ask(id, http, (ask, at) => new ChooseSecondMoment(
        Enum.TryParse<SecondMoment>(ask.Form["moment"], out var moment) && Enum.IsDefined(moment) ? moment : throw new BadFormException("moment"), at,
        new Part(new(Guid.NewGuid()), PartKind.PlacingAgain, null, say["Kind.PlacingAgain"], MinutesToPlaceAgain, "", say["Second.Part.Notes"], 0)));

    public async Task<IResult> AskTable(WorkshopId id, TableId table, HttpContext http, Func<HttpRequest, DateTimeOffset, TableCommand> command)
    {
        var (_, workshop, leading) = Entrance.Of(http).Led;
        if (workshop.Find(table) is null) return await Answer(id, workshop, leading, http, new(Reason.TableUnknown));

        var at = time.GetUtcNow();
        var answer = await grains.GetGrain<ITableGrain>(table.Value).Ask(command(http.Request, at), Asking.CommandOf(http), at);
        return answer.Refusal is null && http.Request.Query["back"] == "table" ? Results.Redirect($"/workshops/{id.Value}/tables/{table.Value}/cards") : await Answer(id, workshop, leading, http, answer.Refusal);
    }

    /// <summary>A new private link; whoever has the old one does not lead any more.</summary>
    public async Task<IResult> RenewLink(WorkshopId id, HttpContext http)
    {
        var renewed = Leadership.NewKey(Entrance.Of(http).Led.Leading.RecoveryCode);
        var at = time.GetUtcNow();
        await grains.GetGrain<IWorkshopGrain>(id.Value).Ask(new RenewFacilitatorLink(renewed.KeyProof, at), Asking.CommandOf(http), at);
        await facilitators.Remember(http, id, renewed);
        return Results.Redirect($"/workshops/{id.Value}");
    }

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private async Task<IResult> Answer(WorkshopId id, Workshop workshop, LeadingRole leading, HttpContext http, Refusal? refusal)
    {
        var (notice, status) = (say.NoticeOf(refusal), Statuses.Of(refusal));
        if (http.Request.IsHtmx()) return await pages.Tools(id, workshop, leading, http, notice, status);
        return refusal is null ? Results.Redirect($"/workshops/{id.Value}") : await pages.Facilitator(id, workshop, leading, http, notice, status);
    }
}
