using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Following;

/// <summary>
/// Looking on without a pawn (W6): who came in by the code sees where everybody is, and may look back at what was. Players and who leads may
/// look back too. The way in ends with the code (W7).
/// </summary>
public sealed class FollowingRoom(ScreenViews views, PartViews parts, WorkshopStates workshops, Transcript transcript)
{
    public async Task<IResult> Show(HttpContext http)
    {
        var (id, workshop, home) = (Entrance.Of(http).Id, Entrance.Of(http).Workshop, HomeOf(Entrance.Of(http)));
        var past = PastPart.Of(workshop);
        if (Guid.TryParse(http.Request.Query["part"], out var asked) && past.Any(one => one.Id.Value == asked))
            return Page.Of(new LookBackPage { Part = parts.Of(id, workshop, workshop.FindPart(new(asked))!), Bar = BarView.Of(id, workshop), Frame = PageFrame.Of(http), Past = new PastView(id, past, new(asked)), Home = home });

        var (states, version) = await workshops.Of(id, workshop);
        return Page.Of(new FollowPage { View = views.ForFollowers(id, workshop, states, await workshops.ShownOf(id), version), Frame = PageFrame.Of(http), Past = new PastView(id, past), OwnTable = home.StartsWith("/tables/", StringComparison.Ordinal) ? home : "" });
    }

    public static Task Live(HttpContext http, LiveFeed feed, Audience audience) => LiveEndpoint.Stream(http, feed, audience);

    public Audience Followers(WorkshopId id) => new Followers(id, Leaders.Language, views);

    public static Audience LookingBack(WorkshopId id) => new LookingBack(id, Leaders.Language);

    /// <summary>The workshop as text, as far as it is (S22).</summary>
    public async Task<IResult> Read(HttpContext http) => Results.Text(await transcript.Of(Entrance.Of(http).Id, Entrance.Of(http).Workshop), "text/plain; charset=utf-8");

    /// <summary>Where "back" leads.</summary>
    private static string HomeOf(Entrance at) => at is { Arrival: { Leads: false, Follows: false }, OwnTable: { } own } ? $"/tables/{own.Value}" : $"/workshops/{at.Id.Value}/follow";
}
