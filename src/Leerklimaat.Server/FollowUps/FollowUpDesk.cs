using System.Globalization;
using System.Text;
using Leerklimaat.Domain;
using Leerklimaat.Domain.FollowUps;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Inviting;
using Leerklimaat.Server.Leading;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Reports;
using Leerklimaat.Server.Settings;
using Leerklimaat.Server.Texts;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.FollowUps;

/// <summary>How the actions of a workshop go (O2): all of them for who leads, and for each owner the one that is theirs.</summary>
public sealed class FollowUpDesk(IGrainFactory grains, ReportMaker reports, CardOutline names, Leaders leaders, Addresses addresses, ActionDays days, IStringLocalizer<Phrases> say)
{
    // So long that a holiday is no silence.
    private static readonly TimeSpan Patience = TimeSpan.FromDays(42);

    public Task<IResult> Show(HttpContext http) => PageOf(http);

    /// <summary>Something that who leads says about an action.</summary>
    public async Task<IResult> Say(string form, HttpContext http)
    {
        var (id, action) = (Entrance.Of(http).Id, ActionOf(http));
        if (!await IsThere(http, action)) return Gone();

        var answer = await Grain(id).Ask(CommandOf(form, action, http.Request.Form, leaders.Now), Asking.CommandOf(http), leaders.Now);
        return answer.Refusal is { } refusal
            ? await PageOf(http, action, new(form, http.Request.Form, say.Why(refusal)), status: Statuses.Of(refusal))
            : Results.Redirect($"/workshops/{id.Value}/follow-up#action-{action:N}");
    }

    /// <summary>The secret is shown once: the journal keeps only its hash.</summary>
    public async Task<IResult> GiveLink(HttpContext http)
    {
        var (id, action, secret) = (Entrance.Of(http).Id, ActionOf(http), Leadership.NewKey(""));
        if (!await IsThere(http, action)) return Gone();

        var answer = await leaders.Ask(id, http, new GiveActionLink(action, secret.KeyProof, leaders.Now));
        // A second click finds the link of the first, whose secret this answer does not know.
        return answer.State.ActionWith(secret.KeyProof) is null
            ? Results.Redirect($"/workshops/{id.Value}/follow-up#action-{action:N}")
            : await PageOf(http, action, given: $"{addresses.Of(http.Request)}/actions/{id.Value}/{secret.Key}", workshop: answer.State);
    }

    public async Task<IResult> WithdrawLink(HttpContext http)
    {
        var (id, action) = (Entrance.Of(http).Id, ActionOf(http));
        await leaders.Ask(id, http, new WithdrawActionLink(action, leaders.Now));
        return Results.Redirect($"/workshops/{id.Value}/follow-up#action-{action:N}");
    }

    /// <summary>The actions that are still to be done and have a day, for the calendar of who leads (O3).</summary>
    public async Task<IResult> SaveDays(HttpContext http)
    {
        var (id, workshop) = (Entrance.Of(http).Id, Entrance.Of(http).Workshop);
        var actions = await ActionsOf(id, workshop, _ => "");
        return days.Of(actions, workshop, $"{addresses.Of(http.Request)}/workshops/{id.Value}/follow-up", leaders.Now) is { } file ? ActionDays.Saved(file, "actions.ics") : NoDay();
    }

    /// <summary>A day to look back together, which who leads chooses; nothing of it is kept here.</summary>
    public async Task<IResult> SaveLookBack(HttpContext http)
    {
        var (id, workshop, typed) = (Entrance.Of(http).Id, Entrance.Of(http).Workshop, http.Request.Query["day"].ToString());
        return TypedMoment.TryReadDay(typed, out var day)
            ? ActionDays.Saved(days.LookBack(id, workshop, day, await ActionsOf(id, workshop, _ => ""), leaders.Now), "look-back.ics")
            : await PageOf(http, typedDay: Plain.Line(typed), status: StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>The day of one's own action, with the way back to it.</summary>
    public async Task<IResult> SaveOwnDay(string secret, HttpContext http)
    {
        var (id, workshop) = (Entrance.Of(http).Id, Entrance.Of(http).Workshop);
        var own = (await ActionsOf(id, workshop, _ => "")).Where(action => action.Id == Owned(workshop, secret)).ToList();
        if (own.Count == 0) return Gone();
        return days.Of(own, workshop, $"{addresses.Of(http.Request)}/actions/{id.Value}/{secret}", leaders.Now) is { } file ? ActionDays.Saved(file, "action.ics") : NoDay();
    }

    /// <summary>For its owner: one action, and nothing else of the workshop.</summary>
    public Task<IResult> ShowOwn(string secret, HttpContext http) => OwnPage(secret, http);

    public async Task<IResult> SayOwn(string form, string secret, HttpContext http)
    {
        var (id, action) = (Entrance.Of(http).Id, Owned(Entrance.Of(http).Workshop, secret));
        if (!await IsThere(http, action)) return Gone();

        var answer = await Grain(id).Ask(CommandOf(form, action, http.Request.Form, leaders.Now), Asking.CommandOf(http), leaders.Now);
        return answer.Refusal is { } refusal
            ? await OwnPage(secret, http, new(form, http.Request.Form, say.Why(refusal)), Statuses.Of(refusal))
            : Results.Redirect($"/actions/{id.Value}/{secret}");
    }

    private async Task<IResult> PageOf(HttpContext http, Guid? about = null, Refused? refused = null, string given = "", Workshop? workshop = null, string? typedDay = null, int status = StatusCodes.Status200OK)
    {
        var id = Entrance.Of(http).Id;
        var at = workshop ?? Entrance.Of(http).Workshop;
        var all = await ActionsOf(id, at, action => $"/workshops/{id.Value}/follow-up");
        List<ActionView> actions = [.. all.Select(action => action with { HasLink = at.ActionLinks.Any(link => link.Action == action.Id), Refused = action.Id == about ? refused : null })];
        var agreed = at.HeldAt ?? at.StartedAt ?? leaders.Now;
        var silent = actions.Where(action => action.Followed.IsSilentAt(leaders.Now, agreed, Patience)).Select(action => action.Id).ToHashSet();
        return Page.Of(new FollowUpPage
        {
            Frame = PageFrame.Of(http),
            Root = $"/workshops/{id.Value}",
            View = new(at.Title,
            [
                ("FollowUp.Silent", [.. actions.Where(action => silent.Contains(action.Id))]),
                ("FollowUp.Begun", [.. actions.Where(action => action.Followed.State == ActionState.Begun && !silent.Contains(action.Id))]),
                ("FollowUp.Agreed", [.. actions.Where(action => action.Followed.State == ActionState.Agreed && !silent.Contains(action.Id))]),
                ("FollowUp.Stopped", [.. actions.Where(action => action.Followed.State == ActionState.Stopped)]),
                ("FollowUp.Done", [.. actions.Where(action => action.Followed.State == ActionState.Done)]),
            ]),
            Given = given.Length > 0 ? (about!.Value, given) : null,
            LookBack = days.Proposed(at, leaders.Now),
            TypedDay = typedDay,
        }, status);
    }

    private async Task<IResult> OwnPage(string secret, HttpContext http, Refused? refused = null, int status = StatusCodes.Status200OK)
    {
        var (id, workshop) = (Entrance.Of(http).Id, Entrance.Of(http).Workshop);
        var own = (await ActionsOf(id, workshop, _ => $"/actions/{id.Value}/{secret}")).FirstOrDefault(action => action.Id == Owned(workshop, secret));
        return own is null
            ? Gone()
            : Page.Of(new OwnActionPage { Frame = PageFrame.Of(http), Title = workshop.Title, View = own with { Refused = refused } }, status);
    }

    // Who leads may have taken it out of the plenary while somebody had its page open.
    private async Task<bool> IsThere(HttpContext http, Guid action) => (await ActionsOf(Entrance.Of(http).Id, Entrance.Of(http).Workshop, _ => "")).Any(one => one.Id == action);

    private IResult Gone() => Page.Of(new MessagePage { Title = say["FollowUp.Gone.Title"].Value, Text = say["FollowUp.Gone"].Value }, StatusCodes.Status410Gone);

    private IResult NoDay() => Page.Of(new MessagePage { Title = say["FollowUp.NoDay.Title"].Value, Text = say["FollowUp.NoDay"].Value }, StatusCodes.Status404NotFound);

    private async Task<IReadOnlyList<ActionView>> ActionsOf(WorkshopId id, Workshop workshop, Func<Guid, string> root)
    {
        var report = await reports.Make(id, workshop, ReadLevel.All);
        var followed = (await Grain(id).Look()).State;
        return [.. report.Lists.Actions.Select(one => new ActionView(one.Action, names.NameOf(one.About), followed.Of(one.Action.Id), root(one.Action.Id)))];
    }

    private static FollowUpCommand CommandOf(string form, Guid action, IFormCollection typed, DateTimeOffset at) => form switch
    {
        "states" => new SetActionState(action, Chosen<ActionState>(typed, "state"), Plain.Text(typed["why"]), at),
        "lines" => new LogAction(action, Plain.Text(typed["line"]), at),
        "noticed" => new SayNoticed(action, Plain.Text(typed["noticed"]), at),
        "kinds" => new SayWhatItIs(action, Chosen<ActionKind>(typed, "kind"), Plain.Line(typed["goal"]), at),
        _ => new MoveAction(action, DayOf(typed), at),
    };

    private static TChoice Chosen<TChoice>(IFormCollection typed, string field) where TChoice : struct, Enum =>
        Enum.TryParse<TChoice>(typed[field], out var choice) && Enum.IsDefined(choice) ? choice : throw new BadFormException(field);

    private static DateOnly? DayOf(IFormCollection typed) => Plain.Line(typed["by"]) is not { Length: > 0 } day ? null
        : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var by) ? by : throw new BadFormException("by");

    private static Guid ActionOf(HttpContext http) => Guid.TryParse(http.Request.Query["action"], out var action) ? action : throw new BadFormException("action");

    private static Guid Owned(Workshop workshop, string secret) => workshop.ActionWith(Facilitators.ProofOf(secret)) ?? throw new InvalidOperationException("The door was opened by another link.");

    private IFollowUpGrain Grain(WorkshopId id) => grains.GetGrain<IFollowUpGrain>(id.Value);
}
