using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Server.Workshops;

/// <summary>The only place where a part of the programme becomes what people see.</summary>
public sealed class PartViews
{
    /// <returns>The part that everybody is at; none before the programme begins, or where there is none; and the ending of a workshop that was held.</returns>
    public PartView Current(WorkshopId id, Workshop? workshop) => workshop switch
    {
        { ClosedAt: not null, HeldAt: not null } => PartView.Ending(id),
        { CurrentPart: { } part } => Of(id, workshop, part),
        _ => PartView.None,
    };

    /// <summary>The same at a table: one that has a card before it finishes that first (W4).</summary>
    public PartView AtTable(WorkshopId id, Workshop? workshop, Table table) => Current(id, workshop) is { IsShown: true } part ? part with { IsWaiting = table.IsAtACard } : PartView.None;

    public PartView Of(WorkshopId id, Workshop workshop, Part part) =>
        new(id, part.Id, part.Kind, part.Question, part.Title, SlideText.Draw(part).Markup, workshop.PlaceOf(part.Id) + 1, workshop.Programme.Length)
        {
            Shape = SlideText.Draw(part).Shape,
            IsWelcome = part == workshop.Welcome,
            Purpose = part == workshop.Welcome ? workshop.Purpose : Purpose.None,
        };
}
