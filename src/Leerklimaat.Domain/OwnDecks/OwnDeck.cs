using System.Collections.Immutable;
using Leerklimaat.Domain.Decks;

namespace Leerklimaat.Domain.OwnDecks;

/// <summary>A deck that people make themselves: the words as they are being written, and every edition that was made of them. It belongs to who has its link.</summary>
public sealed partial record OwnDeck
{
    public const int LongestNote = 200, LongestComment = 500, MostComments = 500, MostEditions = 200;

    public static readonly OwnDeck Empty = new();

    /// <summary>As it is being written. Its edition is the number of the last one that was made; 0 before there is one.</summary>
    public Deck? Draft { get; init; }

    /// <summary>As they were played, the first one first. None of them ever changes.</summary>
    public ImmutableArray<MadeEdition> Editions { get; init; } = [];

    /// <summary>How often each card, factor, set and the deck's own words were changed, by their id: who changes one says which they saw.</summary>
    public ImmutableDictionary<string, int> Changes { get; init; } = ImmutableDictionary<string, int>.Empty;

    public ImmutableArray<DeckLink> Links { get; init; } = [];

    public ImmutableArray<CardComment> Comments { get; init; } = [];

    /// <summary>What was removed last; nothing where that was put back.</summary>
    public RemovedCard? Removed { get; init; }

    public DateTimeOffset? BinnedAt { get; init; }

    public bool Exists => Draft is not null;

    /// <summary>The last one that was made.</summary>
    public MadeEdition? Newest => Editions.IsEmpty ? null : Editions[^1];

    /// <summary>Whether something was changed since the last edition was made.</summary>
    public bool HasNews => Exists && (Newest is not { } newest || !IsTheSame(newest.Deck, Draft!));

    /// <summary>How often this was changed: the card, factor or set of this id, or the words of the deck.</summary>
    public int ChangesOf(string id) => Changes.GetValueOrDefault(id);

    /// <summary>The id by which the words of the deck itself are counted.</summary>
    public const string OwnWords = "deck";

    /// <summary>What somebody with this key may do; nothing with any other.</summary>
    public DeckRight? RightOf(string proof) => Links.Where(link => link.Proof == proof).Select(link => (DeckRight?)link.Right).FirstOrDefault();

    public static Decision<DeckEvent> Decide(OwnDeck deck, DeckCommand command) => command switch
    {
        BeginDeck begin => deck.Exists ? Decision<DeckEvent>.Nothing : Begin(begin),
        _ when !deck.Exists => Reason.DeckUnknown,

        RestoreDeck restore => deck.BinnedAt is null ? Decision<DeckEvent>.Nothing : new DeckRestored(restore.At),
        BinDeck bin => deck.BinnedAt is null ? new DeckBinned(bin.At) : Decision<DeckEvent>.Nothing,
        _ when deck.BinnedAt is not null => Reason.DeckBinned,

        DescribeDeck describe => deck.Describe(describe),
        ChooseDeckBoard choose => deck.Choose(choose),
        AddCard add => deck.Add(add),
        ChangeCard change => deck.Change(change),
        MoveCard move => deck.Move(move),
        RemoveCard remove => deck.Draft!.Find(remove.Card) is null ? Decision<DeckEvent>.Nothing : new CardRemoved(remove.Card),
        PutCardBack => deck.PutBack(),
        AddFactor add => deck.Add(add),
        ChangeFactor change => deck.Change(change),
        RemoveFactor remove => deck.Remove(remove),
        AddSet add => deck.Add(add),
        ChangeSet change => deck.Change(change),
        RemoveSet remove => deck.Remove(remove),
        AddTheme add => deck.Add(add),
        ChangeTheme change => deck.Change(change),
        RemoveTheme remove => deck.Remove(remove),
        MakeEdition make => deck.Make(make),

        GiveDeckLink give => deck.RightOf(give.Proof) == give.Right ? Decision<DeckEvent>.Nothing : new DeckLinkGiven(give.Right, give.Proof, give.At),
        WithdrawDeckLink { Right: DeckRight.Edit } => Reason.DeckNeedsItsLink,
        WithdrawDeckLink withdraw => deck.Links.Any(link => link.Right == withdraw.Right) ? new DeckLinkWithdrawn(withdraw.Right, withdraw.At) : Decision<DeckEvent>.Nothing,
        CommentOnCard comment => deck.Comment(comment),
        SettleComment settle => deck.Comments.Any(comment => comment.Id == settle.Comment && !comment.IsSettled) ? new CommentSettled(settle.Comment) : Decision<DeckEvent>.Nothing,
        _ => throw new NotSupportedException(command.GetType().Name),
    };

    public static OwnDeck Evolve(OwnDeck deck, DeckEvent happened) => happened switch
    {
        // What was brought along as an edition is one; a copy of other words is none yet.
        DeckBegun begun => Empty with { Draft = begun.Deck, Links = [new(DeckRight.Edit, begun.EditProof)], Editions = begun.Deck.Edition > 0 ? [new(begun.Deck, "", begun.At)] : [] },
        DeckDescribed described => deck.With(OwnWords, deck.Draft! with { Title = described.Words.Title, Author = described.Words.Author, Licence = described.Words.Licence, Basis = described.Words.Basis }),
        BoardChosen chosen => deck with { Draft = deck.Draft! with { Board = chosen.Board, Cases = chosen.Cases } },
        CardAdded added => deck.WithCards(deck.Draft!.Cards.Insert(added.Place, added.Card)),
        CardChanged changed => deck.With(changed.Card.Id, deck.Draft! with { Cards = deck.Draft!.Cards.Replace(deck.Draft.Find(changed.Card.Id)!, changed.Card) }),
        CardMoved moved => deck.WithCards(deck.Draft!.Cards.Remove(deck.Draft.Find(moved.Card)!).Insert(moved.Place, deck.Draft.Find(moved.Card)!)),
        CardRemoved removed => deck.WithCards(deck.Draft!.Cards.Remove(deck.Draft.Find(removed.Card)!)) with { Removed = new(deck.Draft.Find(removed.Card)!, deck.PlaceOf(removed.Card)) },
        CardPutBack put => deck.WithCards(deck.Draft!.Cards.Insert(put.Place, put.Card)) with { Removed = null },
        FactorAdded added => deck with { Draft = deck.Draft! with { Factors = deck.Draft.Factors.Add(added.Factor) } },
        FactorChanged changed => deck.With(changed.Factor.Id, deck.Draft! with { Factors = deck.Draft.Factors.Replace(deck.FactorOf(changed.Factor.Id)!, changed.Factor) }),
        FactorRemoved removed => deck with { Draft = deck.Draft! with { Factors = deck.Draft.Factors.Remove(deck.FactorOf(removed.Factor)!) } },
        SetAdded added => deck with { Draft = deck.Draft! with { Sets = deck.Draft.Sets.Add(added.Set) } },
        SetChanged changed => deck.With(changed.Set.Id, deck.Draft! with { Sets = deck.Draft.Sets.Replace(deck.SetOf(changed.Set.Id)!, changed.Set) }),
        SetRemoved removed => deck with { Draft = deck.Draft! with { Sets = deck.Draft.Sets.Remove(deck.SetOf(removed.Set)!) } },
        ThemeAdded added => deck with { Draft = deck.Draft! with { Themes = deck.Draft.Themes.Add(added.Theme) } },
        ThemeChanged changed => deck.With(changed.Theme.Id, deck.Draft! with { Themes = deck.Draft.Themes.Replace(deck.ThemeOf(changed.Theme.Id)!, changed.Theme) }),
        ThemeRemoved removed => deck with { Draft = deck.Draft! with { Themes = deck.Draft.Themes.Remove(deck.ThemeOf(removed.Theme)!) } },
        EditionMade made => deck.Made(made),
        DeckLinkGiven given => deck with { Links = [.. deck.Links.Where(link => link.Right != given.Right), new(given.Right, given.Proof)] },
        DeckLinkWithdrawn withdrawn => deck with { Links = deck.Links.RemoveAll(link => link.Right == withdrawn.Right) },
        CardCommented commented => deck with { Comments = deck.Comments.Add(new(commented.Comment, commented.Card, commented.Text, commented.At, IsSettled: false)) },
        CommentSettled settled => deck with { Comments = [.. deck.Comments.Select(comment => comment.Id == settled.Comment ? comment with { IsSettled = true } : comment)] },
        DeckBinned binned => deck with { BinnedAt = binned.At },
        DeckRestored => deck with { BinnedAt = null },
        _ => throw new NotSupportedException(happened.GetType().Name),
    };

    public int PlaceOf(string card) => Draft!.Cards.IndexOf(Draft.Find(card)!);

    public Factor? FactorOf(string id) => Draft!.Factors.FirstOrDefault(factor => factor.Id == id);

    public CardSet? SetOf(string id) => Draft!.Sets.FirstOrDefault(set => set.Id == id);

    public Theme? ThemeOf(string id) => Draft!.Themes.FirstOrDefault(theme => theme.Id == id);

    private OwnDeck With(string changed, Deck draft) => this with { Draft = draft, Changes = Changes.SetItem(changed, ChangesOf(changed) + 1) };

    private OwnDeck WithCards(ImmutableArray<Card> cards) => this with { Draft = Draft! with { Cards = cards } };

    private OwnDeck Made(EditionMade made)
    {
        var draft = Draft! with { Edition = made.Number, Date = made.Date };
        return this with { Draft = draft, Editions = Editions.Add(new(draft, made.Note, made.At)) };
    }

    private static bool IsTheSame(Deck one, Deck other) =>
        one with { Edition = 0, Date = null, Board = other.Board, Cases = other.Cases, Factors = [], Cards = [], Sets = [], Themes = [] } == other with { Edition = 0, Date = null, Factors = [], Cards = [], Sets = [], Themes = [] }
        && one.Board.Equals(other.Board) && Equals(one.Cases, other.Cases)
        && one.Factors.SequenceEqual(other.Factors) && one.Cards.SequenceEqual(other.Cards) && one.Sets.SequenceEqual(other.Sets) && one.Themes.SequenceEqual(other.Themes);
}

/// <summary>An edition of a deck: what it was, and what its makers said about it.</summary>
/// <param name="Note">What is different, in words; empty where nobody said.</param>
public sealed record MadeEdition(Deck Deck, string Note, DateTimeOffset At);

/// <param name="Place">Where it stood, counted from 0.</param>
public sealed record RemovedCard(Card Card, int Place);

/// <summary>What somebody with a link may do with a deck. Who may do more may do what comes before it, too.</summary>
public enum DeckRight { View, Comment, Edit }

/// <param name="Proof">A hash of the key in the link; the key itself is not kept.</param>
public sealed record DeckLink(DeckRight Right, string Proof);

/// <summary>What somebody who reads along thinks of a card. Nobody is named.</summary>
/// <param name="IsSettled">Whoever edits has done something with it, or not.</param>
public sealed record CardComment(Guid Id, string Card, string Text, DateTimeOffset At, bool IsSettled);
