using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Live;

namespace Leerklimaat.Server.Tables;

/// <summary>What a table found, as it reads it back itself (T8). Nobody else sees it so.</summary>
public sealed record HarvestView(TableId Table, int Number, bool IsGiven, Sequence<HarvestedView> Cards);

/// <summary>A card, the pile it lies on and what was written on it.</summary>
/// <param name="Round">Nothing of a card that was put away again, which is itself on no pile.</param>
/// <param name="Pile">Nothing for a case that was judged, and while the card is on no pile yet.</param>
/// <param name="IsKept">It stays at the table, and so do its notes.</param>
/// <param name="IsJudged">At a case a green note is an example, and a need is a tip.</param>
public sealed record HarvestedView(int? Round, CardView Card, Pile? Pile, bool IsKept, bool IsJudged, Sequence<HarvestedNote> Notes);

/// <param name="IsKept">It stays at the table.</param>
public sealed record HarvestedNote(NoteView Note, bool IsKept);
