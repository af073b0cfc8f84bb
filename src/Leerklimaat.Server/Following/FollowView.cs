using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Following;

/// <summary>What a follower sees: the part that everybody is at, and in the game the garden. Nothing of who leads, and no pawn.</summary>
public sealed record FollowView(WorkshopScreenView Screen, BarView Bar, bool IsClosed, Purpose Purpose);

/// <summary>What somebody who follows hears who does not see it.</summary>
/// <param name="Number">Of the part that everybody is at; 0 while there is none.</param>
public sealed record FollowSaidView(int Number, string Title, bool IsEnding, GameState Game, string Message)
{
    public static FollowSaidView Of(WorkshopScreenView screen) => new(screen.Part.Number, screen.Part.Title, screen.Part.IsEnding, screen.Game, screen.Message.Text);
}

/// <summary>What may be looked at again.</summary>
/// <param name="Shown">The part that is looked at now.</param>
public sealed record PastView(WorkshopId Workshop, Sequence<PastPart> Parts, PartId? Shown = null);

/// <summary>A part that may be looked at again: the facilitator has been there.</summary>
public sealed record PastPart(PartId Id, int Number, string Title)
{
    public static Sequence<PastPart> Of(Workshop workshop) =>
        [.. workshop.Programme.Take(workshop.Reached + 1).Select((part, place) => new PastPart(part.Id, place + 1, part.Title))];
}
