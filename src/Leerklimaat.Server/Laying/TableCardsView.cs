using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Tables;

namespace Leerklimaat.Server.Laying;

/// <summary>What a table played and wrote, the newest card first. No pawn is in it.</summary>
public sealed record TableCardsView(WorkshopId Workshop, WorkshopTable Table, IReadOnlyList<CardOfTable> Cards);

/// <param name="Pile">Nothing while it is played, or waits to be placed again, and of a case that was judged.</param>
/// <param name="IsDone">Nobody plays it any more.</param>
/// <param name="MayComeBack">It can be taken from its pile: no other lies on the table.</param>
public sealed record CardOfTable(int Round, CardView Card, Pile? Pile, bool IsDone, bool MayComeBack, IReadOnlyList<(NoteView Note, bool IsHidden)> Notes);
