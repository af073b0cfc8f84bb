using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.People;

namespace Leerklimaat.Server.Doors;

/// <summary>Somebody at a door: what was found of them and of what is behind it. Whoever was let in is served from here, so that nothing is looked up twice.</summary>
/// <param name="Workshop">Empty where the address names none.</param>
/// <param name="OwnTable">Where this browser has a seat.</param>
public sealed record Entrance(Door Door, Admission Admission, Arrival Arrival, WorkshopId Id, Workshop Workshop, Visitor? Visitor = null, LeadingRole? Leading = null, TableId? Table = null, Table? State = null, TableId? OwnTable = null)
{
    /// <summary>The deck behind the door; nothing at all other doors.</summary>
    public HeldDeck? Deck { get; init; }

    /// <summary>For a page that only who leads comes to.</summary>
    public Led Led => new(Id, Workshop, Leading ?? throw new InvalidOperationException($"Nobody leads behind the door {Door}."));

    /// <summary>For a page that only who has a link of a deck comes to.</summary>
    public HeldDeck HeldDeck => Deck ?? throw new InvalidOperationException($"There is no deck behind the door {Door}.");

    public static Entrance Of(HttpContext http) => Find(http) ?? throw new InvalidOperationException("This address has no door.");

    public static Entrance? Find(HttpContext http) => http.Features.Get<Entrance>();
}
