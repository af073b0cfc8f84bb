using System.Collections.Immutable;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Domain.Reports;

/// <summary>Makes the report of a workshop from what its events led to, the same each time.</summary>
public sealed class ReportMaking
{
    private readonly Workshop workshop;
    private readonly Dictionary<TableId, Table> tables;
    private readonly Plenary plenary;
    private readonly Deck deck;
    private readonly List<PlayedRound> rounds;
    private readonly List<(int Table, Note Note)> notes;
    private readonly PlenaryLists lists;

    /// <param name="all">The tables by id; one that is missing has not begun.</param>
    /// <param name="deck">The deck in the reader's language.</param>
    public ReportMaking(Workshop workshop, IReadOnlyDictionary<TableId, Table> all, Plenary plenary, Deck deck)
    {
        (this.workshop, this.deck) = (workshop, deck);
        // What was practised is in no report (W11): everything here sees only what people did.
        tables = workshop.WithoutRehearsal(all).ToDictionary();
        this.plenary = plenary.WithoutRehearsal();
        rounds = [.. PlayedCards.ClosedRounds(workshop, tables)];
        lists = PlenaryLists.Of(this.plenary, Harvest.Of(tables.Where(table => workshop.Find(table.Key) is not null)));
        var hidden = lists.Hidden.SelectMany(listed => listed.Entries).Select(entry => entry.Id).ToHashSet();
        // What the room took off its lists is in no report, wherever it would have stood.
        notes = [.. Written(workshop, tables, deck).Where(note => !hidden.Contains(EntryId.OfNote(note.Note.Id)))];
    }

    /// <summary>What a report would show: to be asked of the publications first.</summary>
    public ImmutableArray<PlayedCard> Played => PlayedCards.Closed(workshop, tables);

    /// <param name="questions">What people answered to the questions of the programme, in its order.</param>
    public WorkshopReport Make(Publications publications, ImmutableArray<ReportedQuestion> questions, int minimum)
    {
        var shown = publications.Shown.GroupBy(group => (group.Card, group.Sample, group.Table)).ToDictionary(group => group.Key, group => group.Last());
        var played = Played.ToDictionary(card => card.Card, card => card.Pawns);
        ImmutableArray<CardReport> cards = [.. Cards.Select(id => CardOf(id, publications, shown, played.GetValueOrDefault(id, [])))];
        var discussed = cards.Select(card => card.Id).Concat(Held.Select(card => card.Id)).Select(card => deck.Find(card.Value)).Where(card => card is { IsPlayed: true } && deck.CountsForItsFactor(card)).Select(card => card!.Factor).ToHashSet();
        return new(
            workshop.Title, workshop.HeldAt, States.Count(table => !table.Seats.IsEmpty), States.Sum(table => table.Seats.Length), workshop.Board, minimum, ReadLevel.All,
            cards, [.. deck.Factors.Select(factor => FactorOf(factor, cards)).Where(factor => factor.Shown + factor.Withheld > 0)], ListsOf(cards), questions, Held, Skipped)
        {
            Colophon = Colophon.Of(deck),
            IsPublished = publications.IsPublished,
            Invited = workshop.Purpose.Invited,
            NotDiscussed = [.. deck.Factors.Where(factor => !discussed.Contains(factor.Id))],
            Stories = StoryCounts.Of(publications.Stories),
            HasStories = rounds.Any(played => played.Stories.Any()),
            HasPublishedStories = rounds.Any(played => played.Stories.Any() && publications.HasLookedAt(played.Table, played.Round.Number)),
            Dots = plenary.Dots is { IsOpen: false, Dots.IsEmpty: false } dots ? new(dots.PeopleTold, dots.PeopleTold == 0) : ReportedDots.None,
            Cases = CasesBrought,
            OnPaper = [.. rounds.Where(played => played.Round.IsOnPaper).Select(played => played.Table).Distinct()],
        };
    }

    private IEnumerable<Table> States => workshop.Tables.Select(table => tables.GetValueOrDefault(table.Id) ?? Table.Empty);

    private List<CardId> Cards => InOrder(rounds.Select(played => played.Round.Card).Concat(notes.Select(note => note.Note.Card)).Except(Judged));

    private IEnumerable<CardId> Judged => States.SelectMany(table => table.Rounds).Where(round => round.IsJudged).Select(round => round.Card);

    // In the order of the deck, then the cases in the order of the tables that brought them.
    private List<CardId> InOrder(IEnumerable<CardId> cards)
    {
        var all = cards.Distinct().ToList();
        return [.. deck.Cards.Select(card => new CardId(card.Id)).Where(all.Contains), .. all.Where(card => deck.Find(card.Value) is null)];
    }

    private bool IsReversed(CardId card) => deck.Find(card.Value) is { IsReversed: true };

    private string TextOf(CardId card) => deck.Find(card.Value)?.Text ?? CaseOf(card)?.Text ?? "";

    private Case? CaseOf(CardId card) => States.SelectMany(table => table.Rounds).FirstOrDefault(round => round.Card == card && round.Case is not null)?.Case;

    private CardReport CardOf(CardId id, Publications publications, Dictionary<(CardId, Sample, int?), GroupShown> shown, ImmutableArray<PlacedPawn> pawns)
    {
        // What the screen showed of a card that is on no pile yet is in no report before it is.
        GroupShown? Group(Sample sample, int? table) => pawns.IsEmpty ? null : shown.GetValueOrDefault((id, sample, table));
        Counted? Find(Sample sample, int? table) => Group(sample, table) is { } group ? CountedOf(group, pawns) : null;
        var card = deck.Find(id.Value);
        var about = notes.Where(note => note.Note.Card == id).ToList();
        var twice = Find(Sample.Twice, null);
        return new(
            id, card is null, card?.Factor ?? "", TextOf(id), CaseOf(id)?.HappensNow ?? "",
            twice, Find(twice is null ? Sample.All : Sample.Once, null),
            [.. rounds.Where(played => played.Round.Card == id).Select(played => OutcomeOf(publications, played, Group(Sample.Twice, played.Table) ?? Group(Sample.Once, played.Table) ?? Group(Sample.All, played.Table), pawns))],
            NoteCounts.Of([.. about.Select(note => note.Note)]),
            [.. about.Select(note => new ReportedNote(note.Note.Kind, note.Note.Text, note.Note.SignedBy, note.Table))])
        {
            FactorName = card is null ? "" : deck.FactorOf(card).Name,
            Set = card is null ? null : deck.SetOf(card),
            Theme = deck.Themes.FirstOrDefault(theme => theme.Id == card?.Theme),
            IsReversed = IsReversed(id),
            Asks = CaseOf(id)?.Asks ?? "",
            NotIn = NotIn(pawns, [.. new[] { Sample.Twice, twice is null ? Sample.All : Sample.Once }.Select(sample => shown.GetValueOrDefault((id, sample, null))).OfType<GroupShown>()]),
        };
    }

    private static int NotIn(ImmutableArray<PlacedPawn> pawns, IReadOnlyCollection<GroupShown> shown)
    {
        var seats = shown.SelectMany(group => group.Pawns).Select(pawn => pawn.SeatKey).ToHashSet();
        return pawns.Count(pawn => !seats.Contains(pawn.SeatKey));
    }

    private TableOutcome OutcomeOf(Publications publications, PlayedRound played, GroupShown? group, ImmutableArray<PlacedPawn> now) =>
        new(played.Table, Disclosure.TellsPile(played.Round) ? played.Round.Pile : null, group is null ? null : CountedOf(group, now)) { IsAddedUp = group is not null && played.IsAddedUpFrom(group), IsPublished = publications.HasLookedAt(played.Table, played.Round.Number) };

    // Of people whose table placed again, a first placement is not where they stood in the end.
    private bool IsLast(GroupShown group) =>
        group.Sample == Sample.Twice || !rounds.Any(played => played.Round.Card == group.Card && !played.Round.Second.IsEmpty && group.Pawns.Any(pawn => pawn.Table == played.Table));

    private Counted CountedOf(GroupShown group, ImmutableArray<PlacedPawn> now)
    {
        var board = workshop.Board.For(IsReversed(group.Card));
        var isTwice = group.Sample == Sample.Twice;
        var (first, second) = (group.Pawns.Select(pawn => pawn.Before), group.Pawns.Select(pawn => pawn.After));
        var before = Spread.Of(Distribution.Of(board, first));
        var after = isTwice ? Spread.Of(Distribution.Of(board, second)) : null;
        var current = now.Select(pawn => isTwice ? pawn.Twice : pawn.Once).ToHashSet();
        return new(
            group.Pawns.Length, before, after, after is null ? null : Movement.Of(before, after, Shift.Of(board, first, second)),
            (after ?? before).Counts is null ? null : Tally.Of(board, isTwice ? second : first), IsEarlier: group.Pawns.Any(pawn => !current.Contains(isTwice ? pawn.Twice : pawn.Once)))
        {
            IsLast = IsLast(group),
        };
    }

    private static FactorReport FactorOf(Factor factor, IEnumerable<CardReport> all)
    {
        var cards = all.Where(card => card.Factor == factor.Id && card.Set is not { IsApart: true } && !card.Tables.IsEmpty).ToList();
        var shown = cards.Where(card => card.Last is not null).ToList();
        return new(factor.Id, factor.Name, Profile.Of(shown.Select(card => (factor.Id, card.IsReversed ? card.Last!.Reversed() : card.Last!))).FirstOrDefault(), shown.Count, cards.Count - shown.Count) { IsPublished = cards.Any(card => card.IsPublished) };
    }

    private ThreeLists ListsOf(ImmutableArray<CardReport> cards)
    {
        var texts = cards.ToDictionary(card => card.Id);
        var signed = notes.ToDictionary(note => EntryId.OfNote(note.Note.Id), note => note.Note.SignedBy);
        return new(Lines(lists.Present), Lines(lists.ToDevelop), Lines(lists.Questions));

        ImmutableArray<ReportedLine> Lines(IEnumerable<Listed> listed) =>
            [.. listed.Select(line => new ReportedLine(line.Name, [.. line.Entries.Select(EntryOf)], line.Dots, line.Actions, line.LeftOver).Reworded(line.Wording.Words))];

        ReportedEntry EntryOf(Entry entry) => new(
            entry.Card, deck.Find(entry.Card.Value) is null, texts.GetValueOrDefault(entry.Card)?.Text ?? TextOf(entry.Card), entry.Kind, entry.IsNote ? entry.Text : "",
            [.. entry.Sources.Select(source => source.Number).Distinct()])
        { SignedBy = signed.GetValueOrDefault(entry.Id, ""), IsReversed = IsReversed(entry.Card) };
    }

    private ImmutableArray<ReportedCase> CasesBrought
    {
        get
        {
            var shown = notes.Select(note => note.Note.Id).ToHashSet();
            return [.. Harvest.Cases(tables.Where(table => workshop.Find(table.Key) is not null)).Select(brought => new ReportedCase(
                brought.Card, brought.Number, brought.Case.Text, brought.Case.HappensNow, brought.Case.Asks,
                [.. brought.Given.Where(given => shown.Contains(given.Note.Id)).Select(given => new ReportedExample(given.Note.Kind, given.Note.Text, given.Note.SignedBy, given.IsTaken))]))];
        }
    }

    private ImmutableArray<HeldCard> Held
    {
        get
        {
            var held = workshop.Tables.SelectMany(table => (tables.GetValueOrDefault(table.Id) ?? Table.Empty).Held.Select(round => (round.Card, table.Number))).ToLookup(one => one.Card, one => one.Number);
            return [.. InOrder(held.Select(card => card.Key)).Select(id => new HeldCard(id, deck.Find(id.Value) is null, deck.Find(id.Value)?.Factor ?? "", TextOf(id), [.. held[id].Distinct().Order()]))];
        }
    }

    private ImmutableArray<SkippedCard> Skipped => [.. workshop.Tables
        .SelectMany(table => (tables.GetValueOrDefault(table.Id)?.Skipped ?? []).Select(card => (Card: card, table.Number)))
        .GroupBy(skipped => skipped.Card, skipped => skipped.Number)
        .Select(card => (Card: deck.Find(card.Key.Value), Tables: card.ToImmutableArray()))
        .Where(card => card.Card is { IsPlayed: true })
        .OrderBy(card => deck.Cards.IndexOf(card.Card!))
        .Select(card => new SkippedCard(new(card.Card!.Id), card.Card.Factor, card.Card.Text, card.Tables))];

    private static IEnumerable<(int Table, Note Note)> Written(Workshop workshop, IReadOnlyDictionary<TableId, Table> tables, Deck deck) =>
        from table in workshop.Tables
        let state = tables.GetValueOrDefault(table.Id) ?? Table.Empty
        from note in state.Notes
        where !note.IsWithdrawn && !state.PractisedRounds.Contains(note.Round) && deck.Find(note.Card.Value) is not { Kind: CardKind.Practice }
        select (table.Number, note);
}
