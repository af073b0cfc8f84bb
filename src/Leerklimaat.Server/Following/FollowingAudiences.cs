using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Plenaries;
using Leerklimaat.Server.Steering;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Following;

/// <summary>The wall of the room. In a browser that leads it has the steps of the programme too, for a clicker.</summary>
/// <param name="IsForeseen">As the next step would leave it, which nobody has taken yet.</param>
public sealed record Wall(WorkshopId Workshop, string Language, ScreenViews Views, bool HasSteps, bool IsForeseen, TimeProvider Time) : WholeWorkshop(Workshop, Language)
{
    public override IEnumerable<Subject> Subjects(Newest newest) => [.. base.Subjects(newest), Subject.Of<Plenary>(Workshop.Value)];

    /// <summary>While the plenary is the current part its lists take the wall. The version counts the plenary always, so that it only grows.</summary>
    public override Fragment? Draw(Newest newest)
    {
        if (Gathering.From(newest, Workshop) is not { } found) return null;

        var now = IsForeseen ? found with { Workshop = found.Workshop.Foreseen(Time.GetUtcNow()) } : found;
        return now.IsPlenary
            ? Of(Region.Of<PlenaryBoard>("screen", Views.Plenary.ScreenOf(now)), now.Workshop, now.Version)
            : Draw(now.Workshop, now.Tables, now.Published, now.Version);
    }

    protected override Fragment Draw(Workshop workshop, IReadOnlyDictionary<TableId, Table> states, Publications shown, long version) =>
        Of(Region.Of<WallBoard>("screen", Views.ForWall(Workshop, workshop, states, shown, version: 0)), workshop, version);

    private Fragment Of(Region screen, Workshop workshop, long version)
    {
        var joining = Region.Of<JoiningMark>("joining", new JoiningView(workshop.IsJoiningShown));
        var title = Region.Of<TitleFragment>("wall-title", workshop.Title);
        return new(HasSteps ? [Region.Of<StepsAside>("steering", SteeringView.StepsOf(Workshop, workshop)), title, joining, screen] : [title, joining, screen], version);
    }
}

/// <summary>Who looks on without a pawn.</summary>
public sealed record Followers(WorkshopId Workshop, string Language, ScreenViews Views) : WholeWorkshop(Workshop, Language)
{
    protected override Fragment Draw(Workshop workshop, IReadOnlyDictionary<TableId, Table> states, Publications shown, long version)
    {
        var view = Views.ForFollowers(Workshop, workshop, states, shown, version: 0);
        return new(
        [
            Region.Of<FollowSaid>("said", FollowSaidView.Of(view.Screen)),
            Region.Of<FollowBoard>("follow", view),
            Region.Of<LookBack>("past", new PastView(Workshop, PastPart.Of(workshop))),
        ], version);
    }
}

/// <summary>Who looks back at an earlier part: only where the facilitator is comes live.</summary>
public sealed record LookingBack(WorkshopId Workshop, string Language) : Audience(Language)
{
    public override TimeSpan Pace => TimeSpan.FromMilliseconds(250);

    public override IEnumerable<Subject> Subjects(Newest newest) => [Subject.Of<Workshop>(Workshop.Value)];

    public override Fragment? Draw(Newest newest) =>
        newest.Of<Workshop>(Workshop.Value, out var version) is { Exists: true } workshop ? new([Region.Of<FollowBar>("bar", BarView.Of(Workshop, workshop))], version) : null;
}
