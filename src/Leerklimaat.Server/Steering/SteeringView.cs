using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Server.Steering;

/// <summary>Where the programme is and how it runs, for who leads.</summary>
/// <param name="Programme">Nothing in a workshop from before there were programmes.</param>
public sealed record SteeringView(WorkshopId Id, string Title, ProgrammeView? Programme, PaceView? Pace)
{
    /// <summary>Where the steps go alone, which does not change while the clock runs.</summary>
    public SteeringView Steps => this with { Pace = null };

    public static SteeringView Of(WorkshopId id, Workshop workshop, DateTimeOffset now) => new(id, workshop.Title, ProgrammeView.Of(workshop), PaceView.Of(workshop, now));
}
