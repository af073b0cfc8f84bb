using System.Collections.Immutable;
using System.Globalization;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Plenaries;

/// <summary>
/// The only place where a plenary becomes what somebody sees. Dots leave through here in two ways only: as sums after their round was closed,
/// and one's own to the browser that set them. Pawns leave as sums over all tables.
/// </summary>
public sealed class PlenaryViews(TableViews tables, DeckShelf shelf, Suggestions suggestions, IStringLocalizer<Phrases> say)
{
    public ListsView ListsOf(Gathered now)
    {
        var lists = now.Lists;
        var reader = new Reader(tables, DeckOf(now), now, say);
        var hidden = lists.Hidden.SelectMany(listed => listed.Entries).Select(entry => entry.Id).ToHashSet();
        return new(now.Id, In(lists.Present), In(lists.ToDevelop), In(lists.Questions), In(lists.Hidden))
        {
            Giving = GivingOf(now),
            Waiting = [.. now.Waiting.Select(entry => reader.ViewOf(entry, entry.List))],
            // What the room took off its lists is not here either.
            Cases = [.. now.Cases.Select(brought => new BroughtCaseView($"{brought.Number}-{brought.Round}", brought.Number, brought.Case.Text, brought.Case.Asks,
                [.. brought.Given.Where(given => !hidden.Contains(EntryId.OfNote(given.Note.Id))).Select(given => new GivenView(new(given.Note.Id.Value, given.Note.Kind, given.Note.Text, ""), given.IsTaken))]))],
        };

        Sequence<EntryView> In(ImmutableArray<Listed> listed) => [.. listed.Select(reader.ViewOf)];
    }

    public static DotsView DotsOf(Gathered now, int lines)
    {
        var next = DotRound.EachOf(lines);
        return now.Plenary.Dots is { } dots
            ? new(now.Id, dots.Number, dots.IsOpen, dots.Each, dots.People, next, dots.IsOpen ? 0 : dots.PeopleTold, dots.IsOpen || dots.PeopleTold == 0 ? 0 : dots.NotIn)
            : new(now.Id, 0, false, 0, 0, next, 0, 0);
    }

    public PlenaryScreenView ScreenOf(Gathered now)
    {
        var lists = ListsOf(now);
        return new(lists, DotsOf(now, lists.Count), now.Plenary.Shown is { } card ? PictureOf(now, card) : null) { IsRehearsal = now.Workshop.Rehearsal is not null };
    }

    public PlenaryToolsView ToolsOf(Gathered now)
    {
        var deck = DeckOf(now);
        var reader = new Reader(tables, deck, now, say);
        var lists = now.Lists;
        var practised = now.Rehearsed.Where(card => card.Pawns.Length >= now.Plenary.Minimum).Select(card => card.Card).ToHashSet();
        return new(
            now.Id, !now.Plenary.Before.IsEmpty, now.Plenary.Dots is { IsOpen: true },
            [.. suggestions.For(now, entry => reader.TextOf(entry)).Select(one => new SuggestionView([.. one.Entries.Select(lists.Find).OfType<Listed>().Select(reader.ViewOf)], [.. one.SharedWords]))],
            [.. now.Cards.Select(card => new ShownCardView(card.Value, reader.StatementOf(card), now.Plenary.PictureOf(card) is not null || practised.Contains(card) || now.Published.Together(card)?.Pawns.Length >= now.Plenary.Minimum) { IsCase = reader.IsCase(card) })],
            now.Plenary.Shown?.Value ?? "", now.Plenary.Minimum)
        { IsPublished = now.Published.IsPublished };
    }

    private static GivingView GivingOf(Gathered now)
    {
        var given = now.Workshop.Tables.Where(table => !now.Workshop.IsRehearsed(table.Id)).Select(table => (table.Number, State: now.Tables.GetValueOrDefault(table.Id) ?? Table.Empty))
            .Where(table => !table.State.IsOnPaper && (table.State.HarvestGivenAt is not null || table.State.HasHarvest))
            .ToLookup(table => table.State.HarvestGivenAt is not null, table => table.Number);
        return new([.. given[true]], [.. given[false]]);
    }

    public OwnDotsView OwnDotsOf(Gathered now, string owner, int seats)
    {
        var lists = ListsOf(now);
        var dots = now.Plenary.Dots;
        var all = (dots?.Each ?? 0) * seats;
        return new(
            now.Id, DotsOf(now, lists.Count), seats > 0, all - (dots?.SetBy(owner) ?? 0), all,
            // What is there already comes last: what is still to be done is what people choose from.
            [.. lists.ToDevelop.Concat(lists.Questions).Concat(lists.Present).Select(line => new DottedView(line, dots?.SetBy(owner, new(line.Id)) ?? 0))]);
    }

    public EntryPageView? EntryOf(Gathered now, EntryId id) => now.Lists.Find(id) is not { } listed ? null : new(
        now.Id, now.Workshop.Title, new Reader(tables, DeckOf(now), now, say).ViewOf(listed),
        ActionsOf(listed), listed.LeftOver?.Owner ?? "", listed.LeftOver?.Answer ?? "")
    { Wording = listed.Wording };

    private static Sequence<ActionView> ActionsOf(Listed listed) => [.. listed.Actions.Select(action => new ActionView(action.Id, action.Text, action.Owner, action.By, action.Noticing))];

    /// <summary>A picture that was drawn before a table began to place again loses its second row for as long as that lasts.</summary>
    private CardPictureView? PictureOf(Gathered now, CardId card)
    {
        if (now.Plenary.PictureOf(card) is not { } picture) return null;
        // The only table that played it holds it back since (T8).
        if (now.Tables.Values.All(table => table.Rounds.All(round => round.Card != card))) return null;

        var deck = DeckOf(now);
        var (after, movement) = CardPicture.IsSecondHidden(card, now.Tables.Values) ? (null, null) : (picture.After, picture.Movement);
        var reader = new Reader(tables, deck, now, say);
        var factor = deck.Find(card.Value) is { } printed ? deck.FactorOf(printed) : null;
        return new(
            reader.StatementOf(card), factor?.Name ?? "",
            [.. tables.BoardOf(deck, now.Workshop.Board).Squares.Select(square => square.Words)],
            RowOf(picture.Before), after is null ? null : RowOf(after), [.. MovesOf(picture.Before, after, movement)],
            after is null || movement is null ? "" : TextOf(Movement.Of(Spread.Of(picture.Before), Spread.Of(after), movement)))
        { IsCase = reader.IsCase(card), Sign = factor?.Sign ?? "" };
    }

    private PictureRow RowOf(Distribution pawns) => Spread.Of(pawns) switch
    {
        { Counts: { } counts } spread => new(spread.People, [.. counts.Counts.Select(count => count.ToString(CultureInfo.CurrentCulture))], counts.DontKnow),
        var spread => new(spread.People, [.. pawns.Counts.Select((_, index) => index + 1 == spread.NearlyAllOn ? say["Nearly"].Value : "")], 0),
    };

    private string TextOf(Movement movement) => movement.Moved is { } moved
        ? say["Moved", TextOf(moved.Up), TextOf(moved.Down), TextOf(moved.Same)]
        : say[$"Direction.{movement.Direction}"];

    private string TextOf(Amount amount) => amount.Exactly?.ToString(CultureInfo.CurrentCulture) ?? say["Amount.Few"];

    // D4: an arrow of one or two would show them.
    private static IEnumerable<MoveView> MovesOf(Distribution before, Distribution? after, Shift? movement) => movement is null || after is null || Spread.Of(before).Counts is null || Spread.Of(after).Counts is null ? [] :
        from start in Enumerable.Range(1, movement.Squares)
        from end in Enumerable.Range(1, movement.Squares)
        where movement.Moved(start, end) >= Disclosure.FewestMoved
        select new MoveView(start, end, movement.Moved(start, end));

    private Deck DeckOf(Gathered now) => shelf.Find(now.Workshop.Played, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    /// <summary>Puts entries into words.</summary>
    private sealed class Reader(TableViews tables, Deck deck, Gathered now, IStringLocalizer<Phrases> say)
    {
        private readonly Dictionary<CardId, string> cases = now.Tables.Values
            .SelectMany(table => table.Played.Append(table.Round)).Where(round => round?.Case is not null)
            .GroupBy(round => round!.Card).ToDictionary(rounds => rounds.Key, rounds => rounds.First()!.Case!.Text);

        public bool IsCase(CardId card) => cases.ContainsKey(card);

        public string StatementOf(CardId card) => cases.GetValueOrDefault(card) ?? tables.CardOf(card, deck).Text;

        public string TextOf(Entry entry) => entry.Text.Length > 0 ? entry.Text : StatementOf(entry.Card);

        /// <summary>As it stands on a list: there a reversed statement says how it was laid (G17).</summary>
        private string WordsOf(Entry entry) => entry.Text.Length > 0 ? entry.Text : say.LaidAs(StatementOf(entry.Card), deck.Find(entry.Card.Value) is { IsReversed: true }, entry.Kind.Pile());

        public EntryView ViewOf(Listed listed) => listed.IsBundle
            ? View(listed, listed.Name, "", [.. listed.Entries.Select(entry => ViewOf(entry, listed.List))])
            : View(listed, WordsOf(listed.Entries[0]), listed.Entries[0].IsNote ? StatementOf(listed.Entries[0].Card) : "", []);

        public EntryView ViewOf(Entry entry, PlenaryList list) => Spoken(entry, new(
            entry.Id.Value, list, false, entry.Kind, WordsOf(entry), entry.IsNote ? StatementOf(entry.Card) : "", TablesOf(entry.Sources), null, [], [], "", ""));

        private EntryView View(Listed listed, string text, string card, Sequence<EntryView> inside) => Spoken(listed.Entries[0], new(
            listed.Id.Value, listed.List, listed.IsBundle, listed.Entries[0].Kind, text, card, TablesOf(listed.Sources), listed.Dots, inside,
            ActionsOf(listed), listed.LeftOver?.Owner ?? "", listed.LeftOver?.Answer ?? ""));

        private EntryView Spoken(Entry entry, EntryView view) => view with { IsPrinted = !view.IsBundle && entry.Text.Length == 0 && !IsCase(entry.Card), IsToPrinted = !IsCase(entry.Card) };

        private string TablesOf(IEnumerable<Source> sources) => string.Join(", ", sources.DistinctBy(source => source.Number).OrderBy(source => source.Number).Select(NumberOf));

        private string NumberOf(Source source) => now.Tables.GetValueOrDefault(source.Table)?.OnPaper(source.Round) is null
            ? source.Number.ToString(CultureInfo.InvariantCulture)
            : say["Entry.OnPaper", source.Number];
    }
}
