using Leerklimaat.Domain;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Texts;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Leading;

/// <summary>The small page with which a facilitator steers from a phone.</summary>
public sealed class Presenting(Leaders leaders, LeadingViews views, WorkshopStates workshops, IStringLocalizer<Phrases> say)
{
    public Task<IResult> Show(HttpContext http) => PageOf(Entrance.Of(http).Led, http, null);

    public Task Live(WorkshopId id, HttpContext http, LiveFeed feed) => LiveEndpoint.Stream(http, feed, new Presenters(id, Leaders.Language, views));

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
        var after = led with { Workshop = answer.State };
        if (!http.Request.IsHtmx()) return answer.Refusal is null ? Results.Redirect($"/workshops/{id.Value}/presenter") : await PageOf(after, http, answer.Refusal);

        var (states, version) = await workshops.Of(id, answer.State);
        return Page.Of(new PresenterAnswer { View = views.ForFacilitator(id, answer.State, states, version), Notice = say.NoticeOf(answer.Refusal) }, Statuses.Of(answer.Refusal));
    }

    private async Task<IResult> PageOf(Led led, HttpContext http, Refusal? refusal)
    {
        var (states, version) = await workshops.Of(led.Id, led.Workshop);
        return Page.Of(new PresenterPage { View = views.ForFacilitator(led.Id, led.Workshop, states, version), Frame = PageFrame.Of(http), Notice = say.NoticeOf(refusal) }, Statuses.Of(refusal));
    }
}
