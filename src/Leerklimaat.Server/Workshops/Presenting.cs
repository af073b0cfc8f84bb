using Leerklimaat.Domain;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Tables;

namespace Leerklimaat.Server.Workshops;

/// <summary>The small page with which a facilitator steers from a phone.</summary>
public sealed class Presenting(Leaders leaders, Newest newest, WorkshopViews views, WorkshopPages pages)
{
    public async Task<IResult> Show(WorkshopId id, HttpContext http) => await leaders.Find(id, http) is { } led ? await PageOf(led, http, null) : pages.NotLeading();

    public async Task Live(WorkshopId id, HttpContext http, LiveFeed feed)
    {
        if (await leaders.Find(id, http) is { } led) await LiveEndpoint.Stream(http, feed, new Presenters(id, Leaders.Language, views), () => newest.WorkshopOf(id, out _) is not { } workshop || Facilitators.Leads(led.Leading.KeyProof, workshop));
        else http.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    /// <summary>The clock alone, which moves also when nobody does anything.</summary>
    public async Task<IResult> Clock(WorkshopId id, HttpContext http, string buttons, string target) => await leaders.Find(id, http) is { } led
        ? Page.Of<PaceFragment>(new { View = PaceView.Of(led.Workshop, leaders.Now), Root = $"/workshops/{id.Value}{buttons}", Target = target })
        : Results.StatusCode(StatusCodes.Status403Forbidden);

    public async Task<IResult> Ask(WorkshopId id, HttpContext http, Func<HttpRequest, DateTimeOffset, WorkshopCommand> command)
    {
        if (await leaders.Find(id, http) is not { } led) return pages.NotLeading();

        var answer = await leaders.Ask(id, http, command(http.Request, leaders.Now));
        var after = led with { Workshop = answer.State };
        if (!http.Request.IsHtmx()) return answer.Refusal is null ? Results.Redirect($"/workshops/{id.Value}/presenter") : await PageOf(after, http, answer.Refusal);

        var (states, version) = await pages.StatesOf(id, answer.State);
        return Page.Of<PresenterAnswer>(new { View = views.ForFacilitator(id, answer.State, states, version), Notice = leaders.NoticeOf(answer.Refusal) }, Leaders.StatusOf(answer.Refusal));
    }

    private async Task<IResult> PageOf(Led led, HttpContext http, Refusal? refusal)
    {
        var (states, version) = await pages.StatesOf(led.Id, led.Workshop);
        return Page.Of<PresenterPage>(new { View = views.ForFacilitator(led.Id, led.Workshop, states, version), Frame = PageFrame.Of(http), Notice = leaders.NoticeOf(refusal) }, Leaders.StatusOf(refusal));
    }
}
