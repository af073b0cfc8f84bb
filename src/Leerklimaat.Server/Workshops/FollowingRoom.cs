using Leerklimaat.Domain;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Workshops;

/// <summary>
/// Looking on without a pawn (W6): who came in by the code sees where everybody is, and may look back at what was. Players and who leads may
/// look back too. The way in ends with the code (W7).
/// </summary>
public sealed class FollowingRoom(
    IGrainFactory grains, Leaders leaders, Facilitators facilitators, Visitors visitors, WorkshopViews views, PartViews parts, WorkshopPages pages, Transcript transcript, LiveLink link, Newest newest, IStringLocalizer<Phrases> say)
{
    public async Task<IResult> Show(WorkshopId id, HttpContext http, Guid? part)
    {
        var workshop = await leaders.Find(id);
        if (await HomeOf(id, workshop, http) is not { } home) return Ended(workshop);

        var past = PastPart.Of(workshop);
        if (part is { } asked && past.Any(one => one.Id.Value == asked))
            return Page.Of<LookBackPage>(new { Part = parts.Of(id, workshop, workshop.FindPart(new(asked))!), Bar = BarView.Of(id, workshop), Frame = PageFrame.Of(http), Past = new PastView(id, past, new(asked)), Home = home });

        var (states, version) = await pages.StatesOf(id, workshop);
        return Page.Of<FollowPage>(new { View = views.ForFollowers(id, workshop, states, await pages.ShownOf(id), version), Frame = PageFrame.Of(http), Past = new PastView(id, past) });
    }

    public async Task Live(WorkshopId id, HttpContext http, LiveFeed feed, Audience audience)
    {
        var workshop = await leaders.Find(id);
        if (await HomeOf(id, workshop, http) is { } home) await LiveEndpoint.Stream(http, feed, audience, StillMayLook(id, http, workshop, home));
        else http.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    public Audience Followers(WorkshopId id) => new Followers(id, Leaders.Language, views);

    public static Audience LookingBack(WorkshopId id) => new LookingBack(id, Leaders.Language);

    /// <summary>The workshop as text, as far as it is (S22).</summary>
    public async Task<IResult> Read(WorkshopId id, HttpContext http)
    {
        var workshop = await leaders.Find(id);
        return await HomeOf(id, workshop, http) is null ? Ended(workshop) : Results.Text(await transcript.Of(id, workshop), "text/plain; charset=utf-8");
    }

    /// <returns>Where "back" leads for whoever may look here; nothing for who may not.</returns>
    private async Task<string?> HomeOf(WorkshopId id, Workshop workshop, HttpContext http)
    {
        if (!workshop.Exists || workshop.BinnedAt is not null) return null;

        var follow = $"/workshops/{id.Value}/follow";
        if (facilitators.Find(http, id, workshop) is not null) return follow;
        if (visitors.Find(http) is not { } visitor) return null;
        if (link.IsFollower(workshop, visitor.Device)) return follow;
        if (link.HasEnded(workshop)) return null;

        var tables = await Task.WhenAll(workshop.Tables.Select(table => grains.GetGrain<ITableGrain>(table.Id.Value).Look()));
        var own = workshop.Tables.Zip(tables).FirstOrDefault(pair => pair.Second.State.SeatsOf(visitor.Device).Any()).First;
        return own is null ? null : $"/tables/{own.Id.Value}";
    }

    /// <summary>A code that is renewed or taken back, a role that is handed over and a workshop that is thrown away end an open stream too.</summary>
    private Func<bool> StillMayLook(WorkshopId id, HttpContext http, Workshop opened, string home)
    {
        var (leading, device) = (facilitators.Find(http, id, opened)?.KeyProof ?? "", visitors.Find(http)?.Device);
        return () => newest.WorkshopOf(id, out _) is not { } now
            || (now.BinnedAt is null && ((leading.Length > 0 && Facilitators.Leads(leading, now)) || (home.StartsWith("/tables", StringComparison.Ordinal) && !link.HasEnded(now)) || (device is { } known && link.IsFollower(now, known))));
    }

    private IResult Ended(Workshop workshop) => workshop.Exists
        ? Page.Of<MessagePage>(new { Title = say["Follow.Ended.Title"].Value, Text = say["Follow.Ended"].Value, Link = "/", LinkText = say["Follow.Ended.Go"].Value }, StatusCodes.Status410Gone)
        : Page.Of<MessagePage>(new { Title = say["NotFound.Title"].Value, Text = say[$"Reason.{nameof(Reason.WorkshopUnknown)}"].Value }, StatusCodes.Status404NotFound);
}
