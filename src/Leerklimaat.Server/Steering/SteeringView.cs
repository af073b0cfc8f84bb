using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Steering;

/// <summary>Where the programme is and how it runs, for who leads.</summary>
/// <param name="Programme">Nothing in a workshop from before there were programmes.</param>
/// <param name="AtACard">So many tables have a card before them.</param>
public sealed record SteeringView(WorkshopId Id, string Title, ProgrammeView? Programme, PaceView? Pace, int AtACard)
{
    public bool IsClosed { get; init; }

    /// <summary>Until when the room counts down.</summary>
    public DateTimeOffset? CountsTo { get; init; }

    public static SteeringView Of(WorkshopId id, Workshop workshop, IEnumerable<Table> tables, DateTimeOffset now) =>
        new(id, workshop.Title, ProgrammeView.Of(workshop), PaceView.Of(workshop, now), tables.Count(table => table.IsAtACard)) { IsClosed = workshop.ClosedAt is not null, CountsTo = workshop.CountdownEndsAt + MessageView.OverFor > now ? workshop.CountdownEndsAt : null };

    /// <summary>The step that comes next, and what it leads to.</summary>
    public NextStep Next => Programme switch
    {
        null => NextStep.None,
        _ when IsClosed => NextStep.None,
        { Current: null } => NextStep.Begin,
        { Next: not null } => NextStep.GoOn,
        _ => NextStep.Close,
    };

    /// <summary>Where the steps go alone, which does not change while the clock runs and the tables play.</summary>
    public static SteeringView StepsOf(WorkshopId id, Workshop workshop) => new(id, workshop.Title, ProgrammeView.Of(workshop), Pace: null, AtACard: 0) { IsClosed = workshop.ClosedAt is not null };
}

/// <summary>What the large button does.</summary>
public enum NextStep { None, Begin, GoOn, Close }
