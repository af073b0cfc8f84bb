using System.Text.Json.Serialization;
using Leerklimaat.Domain.Decks;

namespace Leerklimaat.Domain.OwnDecks;

/// <summary>Something that is asked of a deck by who has its link.</summary>
[JsonDerivedType(typeof(BeginDeck), "begin-deck")]
[JsonDerivedType(typeof(DescribeDeck), "describe-deck")]
[JsonDerivedType(typeof(ChooseDeckBoard), "choose-deck-board")]
[JsonDerivedType(typeof(AddCard), "add-card")]
[JsonDerivedType(typeof(ChangeCard), "change-card")]
[JsonDerivedType(typeof(MoveCard), "move-card")]
[JsonDerivedType(typeof(RemoveCard), "remove-card")]
[JsonDerivedType(typeof(PutCardBack), "put-card-back")]
[JsonDerivedType(typeof(AddFactor), "add-factor")]
[JsonDerivedType(typeof(ChangeFactor), "change-factor")]
[JsonDerivedType(typeof(RemoveFactor), "remove-factor")]
[JsonDerivedType(typeof(AddSet), "add-set")]
[JsonDerivedType(typeof(ChangeSet), "change-set")]
[JsonDerivedType(typeof(RemoveSet), "remove-set")]
[JsonDerivedType(typeof(AddTheme), "add-theme")]
[JsonDerivedType(typeof(ChangeTheme), "change-theme")]
[JsonDerivedType(typeof(RemoveTheme), "remove-theme")]
[JsonDerivedType(typeof(MakeEdition), "make-edition")]
[JsonDerivedType(typeof(GiveDeckLink), "give-deck-link")]
[JsonDerivedType(typeof(WithdrawDeckLink), "withdraw-deck-link")]
[JsonDerivedType(typeof(CommentOnCard), "comment-on-card")]
[JsonDerivedType(typeof(SettleComment), "settle-comment")]
[JsonDerivedType(typeof(BinDeck), "bin-deck")]
[JsonDerivedType(typeof(RestoreDeck), "restore-deck")]
public abstract record DeckCommand(DateTimeOffset At);

/// <param name="Deck">What it begins with: a copy of another deck, or what stood in a file. Its id is the new one.</param>
public sealed record BeginDeck(Deck Deck, string EditProof, DateTimeOffset At) : DeckCommand(At);

/// <param name="Seen">How often they had been changed when who writes this saw them.</param>
public sealed record DescribeDeck(DeckWords Words, int Seen, DateTimeOffset At) : DeckCommand(At);

public sealed record ChooseDeckBoard(Board Board, Board? Cases, DateTimeOffset At) : DeckCommand(At);

/// <param name="Place">Before which card, counted from 0; beyond the last one it becomes the last.</param>
public sealed record AddCard(Card Card, int Place, DateTimeOffset At) : DeckCommand(At);

public sealed record ChangeCard(Card Card, int Seen, DateTimeOffset At) : DeckCommand(At);

public sealed record MoveCard(string Card, int Place, DateTimeOffset At) : DeckCommand(At);

public sealed record RemoveCard(string Card, DateTimeOffset At) : DeckCommand(At);

/// <summary>The one that was removed last.</summary>
public sealed record PutCardBack(DateTimeOffset At) : DeckCommand(At);

public sealed record AddFactor(Factor Factor, DateTimeOffset At) : DeckCommand(At);

public sealed record ChangeFactor(Factor Factor, int Seen, DateTimeOffset At) : DeckCommand(At);

/// <summary>One that no card has.</summary>
public sealed record RemoveFactor(string Factor, DateTimeOffset At) : DeckCommand(At);

public sealed record AddSet(CardSet Set, DateTimeOffset At) : DeckCommand(At);

public sealed record ChangeSet(CardSet Set, int Seen, DateTimeOffset At) : DeckCommand(At);

/// <summary>One in which no card is left.</summary>
public sealed record RemoveSet(string Set, DateTimeOffset At) : DeckCommand(At);

public sealed record AddTheme(Theme Theme, DateTimeOffset At) : DeckCommand(At);

public sealed record ChangeTheme(Theme Theme, int Seen, DateTimeOffset At) : DeckCommand(At);

/// <summary>One that no card has.</summary>
public sealed record RemoveTheme(string Theme, DateTimeOffset At) : DeckCommand(At);

/// <summary>Keeps the words as they are now for good, under the next number. Where nothing was changed since the last one, that one stays it.</summary>
/// <param name="Date">The day, as it is where the deck is made.</param>
/// <param name="Note">What is different; empty where nobody says.</param>
public sealed record MakeEdition(DateOnly Date, string Note, DateTimeOffset At) : DeckCommand(At);

/// <summary>A link with this right; one that was given before with the same right holds no longer.</summary>
public sealed record GiveDeckLink(DeckRight Right, string Proof, DateTimeOffset At) : DeckCommand(At);

public sealed record WithdrawDeckLink(DeckRight Right, DateTimeOffset At) : DeckCommand(At);

public sealed record CommentOnCard(Guid Comment, string Card, string Text, DateTimeOffset At) : DeckCommand(At);

public sealed record SettleComment(Guid Comment, DateTimeOffset At) : DeckCommand(At);

public sealed record BinDeck(DateTimeOffset At) : DeckCommand(At);

public sealed record RestoreDeck(DateTimeOffset At) : DeckCommand(At);

/// <summary>What a deck says about itself.</summary>
/// <param name="Author">Who made it; empty where nobody says.</param>
/// <param name="Basis">What it was made from, in words.</param>
public sealed record DeckWords(string Title, string Author, string Licence, string Basis)
{
    public static DeckWords Of(Deck deck) => new(deck.Title, deck.Author, deck.Licence, deck.Basis);
}
