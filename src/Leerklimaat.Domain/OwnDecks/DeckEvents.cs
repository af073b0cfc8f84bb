using System.Text.Json.Serialization;
using Leerklimaat.Domain.Decks;

namespace Leerklimaat.Domain.OwnDecks;

// The names and properties in this file are stored. Add; never rename or remove.

/// <summary>Something that happened to a deck that people make themselves.</summary>
[JsonDerivedType(typeof(DeckBegun), "deck-begun")]
[JsonDerivedType(typeof(DeckDescribed), "deck-described")]
[JsonDerivedType(typeof(BoardChosen), "board-chosen")]
[JsonDerivedType(typeof(CardAdded), "card-added")]
[JsonDerivedType(typeof(CardChanged), "card-changed")]
[JsonDerivedType(typeof(CardMoved), "card-moved")]
[JsonDerivedType(typeof(CardRemoved), "card-removed")]
[JsonDerivedType(typeof(CardPutBack), "card-put-back")]
[JsonDerivedType(typeof(FactorAdded), "factor-added")]
[JsonDerivedType(typeof(FactorChanged), "factor-changed")]
[JsonDerivedType(typeof(FactorRemoved), "factor-removed")]
[JsonDerivedType(typeof(SetAdded), "set-added")]
[JsonDerivedType(typeof(SetChanged), "set-changed")]
[JsonDerivedType(typeof(SetRemoved), "set-removed")]
[JsonDerivedType(typeof(ThemeAdded), "theme-added")]
[JsonDerivedType(typeof(ThemeChanged), "theme-changed")]
[JsonDerivedType(typeof(ThemeRemoved), "theme-removed")]
[JsonDerivedType(typeof(EditionMade), "edition-made")]
[JsonDerivedType(typeof(DeckLinkGiven), "deck-link-given")]
[JsonDerivedType(typeof(DeckLinkWithdrawn), "deck-link-withdrawn")]
[JsonDerivedType(typeof(CardCommented), "card-commented")]
[JsonDerivedType(typeof(CommentSettled), "comment-settled")]
[JsonDerivedType(typeof(DeckBinned), "deck-binned")]
[JsonDerivedType(typeof(DeckRestored), "deck-restored")]
public abstract record DeckEvent;

/// <param name="EditProof">A hash of the key in the link with which it is edited; the key itself is not kept.</param>
public sealed record DeckBegun(Deck Deck, string EditProof, DateTimeOffset At) : DeckEvent;

public sealed record DeckDescribed(DeckWords Words) : DeckEvent;

/// <param name="Cases">Nothing: the one that there is for all decks.</param>
public sealed record BoardChosen(Board Board, Board? Cases) : DeckEvent;

public sealed record CardAdded(Card Card, int Place) : DeckEvent;

public sealed record CardChanged(Card Card) : DeckEvent;

/// <param name="Place">Counted from 0, when it has been taken from where it stood.</param>
public sealed record CardMoved(string Card, int Place) : DeckEvent;

public sealed record CardRemoved(string Card) : DeckEvent;

public sealed record CardPutBack(Card Card, int Place) : DeckEvent;

public sealed record FactorAdded(Factor Factor) : DeckEvent;

public sealed record FactorChanged(Factor Factor) : DeckEvent;

public sealed record FactorRemoved(string Factor) : DeckEvent;

public sealed record SetAdded(CardSet Set) : DeckEvent;

public sealed record SetChanged(CardSet Set) : DeckEvent;

public sealed record SetRemoved(string Set) : DeckEvent;

public sealed record ThemeAdded(Theme Theme) : DeckEvent;

public sealed record ThemeChanged(Theme Theme) : DeckEvent;

public sealed record ThemeRemoved(string Theme) : DeckEvent;

/// <summary>The words as they were then are kept under this number for good.</summary>
public sealed record EditionMade(int Number, DateOnly Date, string Note, DateTimeOffset At) : DeckEvent;

public sealed record DeckLinkGiven(DeckRight Right, string Proof, DateTimeOffset At) : DeckEvent;

public sealed record DeckLinkWithdrawn(DeckRight Right, DateTimeOffset At) : DeckEvent;

public sealed record CardCommented(Guid Comment, string Card, string Text, DateTimeOffset At) : DeckEvent;

public sealed record CommentSettled(Guid Comment) : DeckEvent;

public sealed record DeckBinned(DateTimeOffset At) : DeckEvent;

public sealed record DeckRestored(DateTimeOffset At) : DeckEvent;
