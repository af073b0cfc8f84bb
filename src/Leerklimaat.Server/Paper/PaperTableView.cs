using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Tables;

namespace Leerklimaat.Server.Paper;

/// <summary>The page on which one table is entered from paper.</summary>
/// <param name="Replaces">The round that is corrected; nothing for a new card.</param>
/// <param name="Faults">What is wrong, each at its field.</param>
public sealed record PaperTableView(
    WorkshopId Workshop, WorkshopTable Table, string Title, Board Board, IReadOnlyList<SeatView> People, IReadOnlyList<PrintedCard> Cards,
    IReadOnlyList<EnteredView> Entered, IReadOnlyList<EnteredView> Asides, PaperForm Form, int? Replaces, IReadOnlyList<PaperWrong> Faults)
{
    /// <summary>The board of cases, whose squares are written down by other numbers; nothing in a workshop from before there was one.</summary>
    public Board? Cases { get; init; }

    /// <summary>The card that was entered just now.</summary>
    public EnteredView? Just { get; init; }

    /// <summary>It was a correction.</summary>
    public bool IsChange { get; init; }

    /// <summary>Where the browser still has what was typed, which is now on the table.</summary>
    public string? TypedAt => Just is null ? null : IsChange ? AddressOf(Just.Round) : Address;

    public string AddressOf(int? round) => round is { } number ? $"{Address}/rounds/{number}" : Address;

    /// <summary>What was typed for the number of people, and why that cannot be.</summary>
    public (string Typed, string Why)? PeopleWrong { get; init; }

    public string Root => $"/workshops/{Workshop.Value}/paper-tables";

    public string Address => $"{Root}/{Table.Id.Value}";

    public IEnumerable<PaperWrong> At(PaperField field) => Faults.Where(fault => fault.Field == field);

    public bool IsWrong(PaperField field, int place) => Faults.Any(fault => fault.Field == field && fault.Place == place);
}

/// <summary>A card that was entered, or taken back.</summary>
/// <param name="Pile">Nothing of a case that was judged.</param>
public sealed record EnteredView(int Round, string Number, string Text, Pile? Pile, int People, int Notes)
{
    /// <inheritdoc cref="CardView.IsCase"/>
    public bool IsCase { get; init; }
}

/// <summary>What is wrong, as a sentence, and where.</summary>
public sealed record PaperWrong(PaperField Field, int Place, string Text);

/// <summary>A table as it stands in the list of tables that can be entered.</summary>
/// <param name="IsRehearsed">Stand-ins play there: it cannot be entered (W11).</param>
public sealed record PaperTableLine(WorkshopTable Table, int People, int Cards, bool IsOnPaper, bool IsRehearsed);
