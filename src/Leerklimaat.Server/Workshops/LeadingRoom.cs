using System.Globalization;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Settings;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Leerklimaat.Server.Workshops;

/// <summary>What the facilitator's page and its buttons do. Each of them asks first whether this browser leads this workshop.</summary>
public sealed class LeadingRoom(IGrainFactory grains, Leadership leadership, Facilitators facilitators, Visitors visitors, LiveLink link, Newest newest, WorkshopViews views, WorkshopPages pages, Demo demo, IOptions<ServerSettings> settings, TimeProvider time, IStringLocalizer<Phrases> say)
{
    public async Task<IResult> Start(HttpContext http)
    {
        var form = http.Request.Form;
        if (!int.TryParse(form["minutes"], out var minutes) || Template.Of(minutes) is not { } template) throw new BadFormException("minutes");
        if (!Guid.TryParse(form["command"], out var command)) throw new BadFormException("command");

        var title = Plain.Line(form["title"]);
        var (started, refusal) = await leadership.Start(title.Length > 0 ? title : say["Title.Default"], template, DeckOf(form), Language, isDemo: false, command);
        return started is null
            ? Page.Of<HomePage>(new { Frame = PageFrame.Of(http), Wrong = say.Why(refusal!), Title = title }, Statuses.Of(refusal!.Reason))
            : Led(http, started);
    }

    public async Task<IResult> StartDemo(HttpContext http) => Led(http, await demo.Start(Language));

    public async Task<IResult> ByLink(WorkshopId id, string key, HttpContext http)
    {
        if (Leadership.WithKey(await Find(id), key) is not { } leading) return pages.LinkEnded();

        facilitators.Remember(http, id, leading);
        return Results.Redirect($"/workshops/{id.Value}");
    }

    public IResult Recovery(HttpContext http)
    {
        // Wrong words count against the browser that sends them, so it is known before it sends any.
        visitors.FindOrWelcome(http);
        return Page.Of<RecoveryPage>(new { Frame = PageFrame.Of(http) });
    }

    public async Task<IResult> ByRecoveryCode(HttpContext http)
    {
        var form = http.Request.Form;
        if (await leadership.WithRecoveryCode(form["code"].ToString(), form["words"].ToString(), http) is not var (id, leading))
            return Page.Of<RecoveryPage>(new { Frame = PageFrame.Of(http), Wrong = say["Recovery.Wrong"].Value, Code = form["code"].ToString(), Words = form["words"].ToString() }, StatusCodes.Status404NotFound);

        facilitators.Remember(http, id, leading);
        return Results.Redirect($"/workshops/{id.Value}");
    }

    public async Task<IResult> Show(WorkshopId id, HttpContext http)
    {
        var workshop = await Find(id);
        if (facilitators.Find(http, id, workshop) is not { } leading) return pages.NotLeading();
        if (workshop.BinnedAt is not null) return BinDesk.Binned(new(id, workshop, leading), http, settings.Value.BinDays);
        return await pages.Facilitator(id, workshop, leading, http, notice: null);
    }

    public async Task Live(WorkshopId id, HttpContext http, LiveFeed feed)
    {
        if (facilitators.Find(http, id, await Find(id)) is { } leading) await LiveEndpoint.Stream(http, feed, new Facilitating(id, Language, views), () => StillLeads(id, leading));
        else http.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    public async Task<IResult> Screen(WorkshopId id, HttpContext http)
    {
        var workshop = await Find(id);
        return link.HasEnded(workshop) ? link.Ended(http) : await pages.Wall(id, workshop, http);
    }

    public async Task LiveScreen(WorkshopId id, HttpContext http, LiveFeed feed)
    {
        var workshop = await Find(id);
        if (link.HasEnded(workshop)) await link.Ended(http).ExecuteAsync(http);
        else if (workshop.Exists) await LiveEndpoint.Stream(http, feed, new Wall(id, Language, views), () => link.IsAlive(id, newest));
        else http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    public async Task<IResult> Ask(WorkshopId id, HttpContext http, Func<HttpRequest, DateTimeOffset, WorkshopCommand> command)
    {
        var workshop = await Find(id);
        if (facilitators.Find(http, id, workshop) is not { } leading) return pages.NotLeading();

        var at = time.GetUtcNow();
        var answer = await grains.GetGrain<IWorkshopGrain>(id.Value).Ask(command(http.Request, at), CommandOf(http), at);
        return await Answer(id, answer.State, leading, http, answer.Refusal);
    }

    public async Task<IResult> AskTable(WorkshopId id, TableId table, HttpContext http, Func<HttpRequest, DateTimeOffset, TableCommand> command)
    {
        var workshop = await Find(id);
        if (facilitators.Find(http, id, workshop) is not { } leading) return pages.NotLeading();
        if (workshop.Find(table) is null) return await Answer(id, workshop, leading, http, new(Reason.TableUnknown));

        var at = time.GetUtcNow();
        var answer = await grains.GetGrain<ITableGrain>(table.Value).Ask(command(http.Request, at), CommandOf(http), at);
        return await Answer(id, workshop, leading, http, answer.Refusal);
    }

    /// <summary>A new private link; whoever has the old one does not lead any more.</summary>
    public async Task<IResult> RenewLink(WorkshopId id, HttpContext http)
    {
        var workshop = await Find(id);
        if (facilitators.Find(http, id, workshop) is not { } leading || leading.KeyProof != workshop.KeyProof) return pages.NotLeading();

        var renewed = Leadership.NewKey(leading.RecoveryCode);
        var at = time.GetUtcNow();
        await grains.GetGrain<IWorkshopGrain>(id.Value).Ask(new RenewFacilitatorLink(renewed.KeyProof, at), CommandOf(http), at);
        facilitators.Remember(http, id, renewed);
        return Results.Redirect($"/workshops/{id.Value}");
    }

    private bool StillLeads(WorkshopId id, Leading leading) => newest.WorkshopOf(id, out _) is not { } workshop || Facilitators.Leads(leading.KeyProof, workshop);

    /// <summary>Where there is nothing to choose, the shipped one.</summary>
    private static string DeckOf(IFormCollection form) => form["deck"].ToString() is { Length: > 0 } deck ? deck : DeckShelf.Shipped;

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private static Guid CommandOf(HttpContext http) => Guid.TryParse(http.Request.Form["command"], out var command) ? command : throw new BadFormException("command");

    private async Task<Workshop> Find(WorkshopId id) => (await grains.GetGrain<IWorkshopGrain>(id.Value).Look()).State;

    private IResult Led(HttpContext http, Started started)
    {
        // A second click on "start" finds the workshop of the first, whose key this answer does not know.
        if (started.Leading.KeyProof == started.Workshop.KeyProof) facilitators.Remember(http, started.Id, started.Leading);
        return Results.Redirect($"/workshops/{started.Id.Value}");
    }

    private async Task<IResult> Answer(WorkshopId id, Workshop workshop, Leading leading, HttpContext http, Refusal? refusal)
    {
        var notice = refusal is null ? null : new Notice(say.Why(refusal), null);
        var status = refusal is null ? StatusCodes.Status200OK : Statuses.Of(refusal.Reason);
        if (http.Request.IsHtmx()) return await pages.Tools(id, workshop, leading, http, notice, status);
        return refusal is null ? Results.Redirect($"/workshops/{id.Value}") : await pages.Facilitator(id, workshop, leading, http, notice, status);
    }
}
