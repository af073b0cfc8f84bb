using System.Collections.Immutable;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Plenaries;

/// <summary>One line of a list, with the card and the tables that it comes from; never with a person.</summary>
/// <param name="Text">What was written: on the note, or on the blank card. Empty for a printed card, whose words are in its deck.</param>
public sealed record Entry(EntryId Id, EntryKind Kind, CardId Card, string Text, ImmutableArray<Source> Sources)
{
    /// <summary>The list on which it stands until somebody moves it.</summary>
    public PlenaryList List => Kind switch
    {
        EntryKind.GreenCard or EntryKind.Example => PlenaryList.Present,
        _ when IsGreenNote => PlenaryList.Present,
        EntryKind.Question or EntryKind.DiscussedCard => PlenaryList.Questions,
        _ => PlenaryList.ToDevelop,
    };

    /// <summary>A green note at a statement, whatever was said of it.</summary>
    public bool IsGreenNote => Kind is EntryKind.GreenNote or EntryKind.Aspect or EntryKind.Activity;

    public bool IsNote => Kind.IsNote();
}

/// <summary>The table and the round that an entry comes from.</summary>
public sealed record Source(TableId Table, int Number, int Round);

/// <summary>Draws the entries from the tables (P1). It is a sum over what is on the tables now, so it is never out of date and stores nothing.</summary>
public static class Harvest
{
    /// <summary>
    /// Cards first and then notes, each in the order of the tables. A card that several tables laid on the same pile is one entry. Of a table with one or
    /// two pawns the pile is not told: its card stands there as discussed (D2).
    /// </summary>
    public static ImmutableArray<Entry> Of(IEnumerable<KeyValuePair<TableId, Table>> tables)
    {
        var laid = Laid(tables);
        return [.. laid.SelectMany(table => Cards(table.Key, table.Value)).GroupBy(entry => entry.Id).Select(Together), .. laid.SelectMany(table => Notes(table.Key, table.Value))];
    }

    /// <summary>The cards that tables have talked about and place again later (G7): they are on no pile, and so on none of the lists.</summary>
    public static ImmutableArray<Entry> Waiting(IEnumerable<KeyValuePair<TableId, Table>> tables) =>
    [
        .. Laid(tables)
            .SelectMany(table => table.Value.Held.Select(round => new Entry(
                EntryId.OfCard(EntryKind.DiscussedCard, round.Card), EntryKind.DiscussedCard, round.Card, round.Case?.Text ?? "", [SourceOf(table.Key, table.Value, round.Number)])))
            .GroupBy(entry => entry.Id).Select(Together),
    ];

    /// <summary>The cases that were played, in the order of the tables.</summary>
    public static ImmutableArray<BroughtCase> Cases(IEnumerable<KeyValuePair<TableId, Table>> tables) =>
    [
        .. from table in Laid(tables)
           from round in table.Value.Played
           where round is { IsJudged: true, IsHeld: false }
           select new BroughtCase(table.Key, table.Value.Setting!.Number, round.Number, round.Card, round.Case!, [.. table.Value.GivenTo(round).Select(note => new Given(note, round.Taken.Contains(note.Id)))]),
    ];

    private static List<KeyValuePair<TableId, Table>> Laid(IEnumerable<KeyValuePair<TableId, Table>> tables) =>
        [.. tables.Where(table => table.Value.Setting is not null).Select(table => KeyValuePair.Create(table.Key, table.Value.AsGiven())).OrderBy(table => table.Value.Setting!.Number)];

    private static IEnumerable<Entry> Cards(TableId id, Table table) => table.Played
        .Where(round => round.Pile is not null)
        .Select(round => (Round: round, Kind: Disclosure.TellsPile(round) ? KindOf(round.Pile!.Value) : EntryKind.DiscussedCard))
        .Select(played => new Entry(EntryId.OfCard(played.Kind, played.Round.Card), played.Kind, played.Round.Card, played.Round.Case?.Text ?? "", [SourceOf(id, table, played.Round.Number)]));

    private static Entry Together(IGrouping<EntryId, Entry> same) => same.First() with { Sources = [.. same.SelectMany(entry => entry.Sources)] };

    // What was written on the practice card was practice, too (G12). The name under a signed note stays behind at its table.
    private static IEnumerable<Entry> Notes(TableId id, Table table)
    {
        var judged = table.Played.Append(table.Round).Where(round => round is { IsJudged: true }).Select(round => round!.Number).ToHashSet();
        return table.Notes
            .Where(note => !note.IsWithdrawn && !table.PractisedRounds.Contains(note.Round))
            .Select(note => new Entry(EntryId.OfNote(note.Id), KindOf(note.Kind, judged.Contains(note.Round)), note.Card, note.Text, [SourceOf(id, table, note.Round)]));
    }

    private static Source SourceOf(TableId id, Table table, int round) => new(id, table.Setting!.Number, round);

    private static EntryKind KindOf(Pile pile) => pile switch
    {
        Pile.Green => EntryKind.GreenCard,
        Pile.RedNotPresent => EntryKind.CardNotPresent,
        _ => EntryKind.CardToImprove,
    };

    private static EntryKind KindOf(NoteKind kind, bool isAtACase) => kind switch
    {
        _ when kind.IsGreen() && isAtACase => EntryKind.Example,
        NoteKind.Green => EntryKind.GreenNote,
        NoteKind.Aspect => EntryKind.Aspect,
        NoteKind.Activity => EntryKind.Activity,
        NoteKind.Question => EntryKind.Question,
        _ => isAtACase ? EntryKind.Tip : EntryKind.Need,
    };
}

/// <summary>A case whose approach was judged, with what others gave to it (G11). Its place in the plenary is its own.</summary>
public sealed record BroughtCase(TableId Table, int Number, int Round, CardId Card, Case Case, ImmutableArray<Given> Given);

/// <summary>An example or a tip, and whether who brought the case takes it along.</summary>
public sealed record Given(Note Note, bool IsTaken);
