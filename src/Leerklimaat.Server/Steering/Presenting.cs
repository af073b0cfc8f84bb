using Leerklimaat.Domain;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Texts;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Steering;

/// <summary>Steering through the programme: from the small page on a phone, and by the steps that stand on other pages.</summary>
public sealed class Presenting(Leaders leaders, WorkshopStates states, TimeProvider time, IStringLocalizer<Phrases> say)
{
    public Task<IResult> Show(HttpContext http) => PageOf(Entrance.Of(http).Led, http, null);

    public Task Live(WorkshopId id, HttpContext http, LiveFeed feed) => LiveEndpoint.Stream(http, feed, new Presenters(id, Leaders.Language, time));

    /// <summary>The clock alone, which moves also when nobody does anything.</summary>
    public IResult Clock(HttpContext http, string buttons, string target)
    {
        var led = Entrance.Of(http).Led;
        return Page.Of(new PaceFragment { View = PaceView.Of(led.Workshop, leaders.Now), Root = $"/workshops/{led.Id.Value}{buttons}", Target = target });
    }

    public async Task<IResult> Ask(WorkshopId id, HttpContext http, Func<HttpRequest, DateTimeOffset, WorkshopCommand> command)
    {
        var led = Entrance.Of(http).Led;
        var answer = await leaders.Ask(id, http, command(http.Request, leaders.Now));
        if (http.Request.IsHtmx()) return Page.Of(new PresenterAnswer { View = await ViewOf(id, answer.State), Notice = say.NoticeOf(answer.Refusal) }, Statuses.Of(answer.Refusal));
        return answer.Refusal is null ? Results.Redirect($"/workshops/{id.Value}/presenter") : await PageOf(led with { Workshop = answer.State }, http, answer.Refusal);
    }

    /// <summary>A step from another page, whose stream tells what it did. Why it was refused is all that is answered: the notes of who leads do not belong on the wall.</summary>
    public async Task<IResult> Step(WorkshopId id, HttpContext http, Func<HttpRequest, DateTimeOffset, WorkshopCommand> command)
    {
        var led = Entrance.Of(http).Led;
        var answer = await leaders.Ask(id, http, command(http.Request, leaders.Now));
        if (!http.Request.IsHtmx()) return answer.Refusal is null ? Results.Redirect($"/workshops/{id.Value}") : await PageOf(led with { Workshop = answer.State }, http, answer.Refusal);
        return answer.Refusal is null ? Results.NoContent() : Page.Of(new NoticeText { Notice = say.NoticeOf(answer.Refusal) }, Statuses.Of(answer.Refusal));
    }

    private async Task<SteeringView> ViewOf(WorkshopId id, Workshop workshop) => SteeringView.Of(id, workshop, (await states.Of(id, workshop)).States.Values, leaders.Now);

    private async Task<IResult> PageOf(Led led, HttpContext http, Refusal? refusal) =>
        Page.Of(new PresenterPage { View = await ViewOf(led.Id, led.Workshop), Frame = PageFrame.Of(http), Notice = say.NoticeOf(refusal) }, Statuses.Of(refusal));
}
