using System.Globalization;
using System.Text;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Leading;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Settings;
using Leerklimaat.Server.Texts;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Leerklimaat.Server.Inviting;

/// <summary>What a facilitator gives away and takes back: the way in, the read link, the role (W2, W7).</summary>
public sealed class LinksDesk(Leaders leaders, Leadership leadership, Facilitators facilitators, Addresses addresses, IOptions<ServerSettings> settings, IStringLocalizer<Phrases> say)
{
    private const int OfferDays = 7, MostReadDays = 365;

    public IResult Show(HttpContext http) => PageOf(Entrance.Of(http).Led, http);

    public async Task<IResult> RevokeCode(WorkshopId id, HttpContext http) => await Ask(id, http, at => new RevokeCode(at));

    public async Task<IResult> RenewCode(WorkshopId id, HttpContext http)
    {
        // Read first, so that a form without it uses up no code.
        Asking.CommandOf(http);
        var code = await leadership.FreeCode(id);
        return await Ask(id, http, at => new RenewCode(code, at));
    }

    /// <summary>The secret is shown once: the journal keeps only its hash.</summary>
    public async Task<IResult> GiveReadLink(WorkshopId id, HttpContext http)
    {
        var days = int.TryParse(http.Request.Form["days"], out var asked) && asked is >= 1 and <= MostReadDays ? asked : throw new BadFormException("days");
        var level = Enum.TryParse<ReadLevel>(http.Request.Form["level"], out var chosen) && Enum.IsDefined(chosen) ? chosen : throw new BadFormException("level");
        var secret = Leadership.NewKey("");
        return await Ask(id, http, at => new GiveReadLink(secret.KeyProof, at.AddDays(days), level, at), workshop => workshop.ReadLink?.Proof == secret.KeyProof ? new("Links.Read.Given", $"{addresses.Of(http.Request)}/read/{id.Value}/{secret.Key}") : null);
    }

    /// <summary>New addresses for the wall and the table screens (W7).</summary>
    public Task<IResult> RenewScreens(WorkshopId id, HttpContext http) => Ask(id, http, at => new RenewScreens(Leadership.NewKey("").Key, at));

    public Task<IResult> WithdrawReadLink(WorkshopId id, HttpContext http) => Ask(id, http, at => new WithdrawReadLink(at));

    public async Task<IResult> Offer(WorkshopId id, HttpContext http)
    {
        var isHandOver = http.Request.Form["hand-over"] == "true";
        var secret = Leadership.NewKey("");
        return await Ask(
            id, http, at => new OfferRole(secret.KeyProof, isHandOver, at.AddDays(OfferDays), at),
            workshop => workshop.Offer?.Proof == secret.KeyProof ? new(isHandOver ? "Links.HandOver.Given" : "Links.Second.Given", $"{addresses.Of(http.Request)}/offers/{id.Value}/{secret.Key}") : null);
    }

    public Task<IResult> WithdrawOffer(WorkshopId id, HttpContext http) => Ask(id, http, at => new WithdrawOffer(at));

    public Task<IResult> DismissSeconds(WorkshopId id, HttpContext http) => Ask(id, http, at => new DismissSeconds(at));

    public Task<IResult> TakeSecondsBack(WorkshopId id, HttpContext http) => Ask(id, http, at => new TakeSecondsBack(at));

    /// <summary>What is offered and what is expected, before anything is accepted.</summary>
    public static IResult ShowOffer(WorkshopId id, string secret, HttpContext http)
    {
        var workshop = Entrance.Of(http).Workshop;
        return Page.Of(new OfferPage { Title = workshop.Title, IsHandOver = workshop.Offer!.IsHandOver, Action = $"/offers/{id.Value}/{secret}", Frame = PageFrame.Of(http) });
    }

    public async Task<IResult> Accept(WorkshopId id, string secret, HttpContext http)
    {
        var leading = Leadership.NewKey(Entrance.Of(http).Workshop.Offer!.IsHandOver ? Words.Draw(Words.OfRole) : "");
        var recovery = leading.RecoveryCode.Length > 0 ? Facilitators.ProofOf(id, leading.RecoveryCode) : "";
        var answer = await leaders.Ask(id, http, new AcceptRole(Facilitators.ProofOf(secret), leading.KeyProof, recovery, leaders.Now));
        if (!answer.State.IsLedBy(leading.KeyProof)) return OfferEnded();

        await facilitators.Remember(http, id, leading);
        return FirstCookie.On(http, $"/workshops/{id.Value}");
    }

    public async Task<IResult> Invitation(WorkshopId id, HttpContext http)
    {
        var led = Entrance.Of(http).Led;
        var (typed, place) = (http.Request.Query["begins"].ToString(), Plain.Line(http.Request.Query["place"]));
        if (!TypedMoment.TryRead(typed, out var begins)) return PageOf(led, http, notice: say["Links.Calendar.When"], status: StatusCodes.Status422UnprocessableEntity, begins: Plain.Line(typed), place: place);

        var join = addresses.ToJoin(http.Request, led.Workshop.Code!.Value);
        var planned = led.Workshop.Programme.Sum(part => part.Minutes);
        // A later one has more seconds behind it, and nothing has to be kept for that: to look at an invitation changes nothing.
        var sequence = (int)Math.Clamp((leaders.Now - (led.Workshop.StartedAt ?? leaders.Now)).TotalSeconds, 0, int.MaxValue);
        var file = Calendar.Invitation(id.Value, led.Workshop.Title, say.Invitation(led.Workshop, join), place, join, begins, planned > 0 ? planned : led.Workshop.Minutes, sequence, leaders.Now);
        return Results.File(Encoding.UTF8.GetBytes(file), "text/calendar; charset=utf-8", "workshop.ics");
    }

    private async Task<IResult> Ask(WorkshopId id, HttpContext http, Func<DateTimeOffset, WorkshopCommand> command, Func<Workshop, GivenLink?>? given = null)
    {
        var led = Entrance.Of(http).Led;
        var answer = await leaders.Ask(id, http, command(leaders.Now));
        if (answer.Refusal is null && given is null) return Results.Redirect($"/workshops/{id.Value}/links");
        return PageOf(led with { Workshop = answer.State }, http, given?.Invoke(answer.State), answer.Refusal is null ? null : say.Why(answer.Refusal), Statuses.Of(answer.Refusal));
    }

    private IResult PageOf(Led led, HttpContext http, GivenLink? given = null, string? notice = null, int status = StatusCodes.Status200OK, string begins = "", string place = "") => Page.Of(new LinksPage
    {
        Led = led,
        Join = addresses.ToJoin(http.Request, led.Workshop.Code!.Value),
        Frame = PageFrame.Of(http),
        Given = given,
        Wrong = notice,
        Begins = begins,
        Place = place,
        Now = leaders.Now,
        MostPeople = settings.Value.MostPeople,
    }, status);

    private IResult OfferEnded() => Page.Of(new MessagePage { Title = say["Offer.Ended.Title"].Value, Text = say["Reason.OfferEnded"].Value }, StatusCodes.Status410Gone);
}

/// <summary>A link that is shown once, and the text that says what it is for.</summary>
public sealed record GivenLink(string Text, string Address);
