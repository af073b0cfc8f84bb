using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Domain.OwnDecks;

/// <summary>Who may come in at the addresses of a deck: whoever has a link of it, and may do what that link says.</summary>
public static class DeckDoors
{
    public static bool IsAtADeck(this Door door) => door is Door.HasADeckLink or Door.SeesTheDeck or Door.CommentsOnTheDeck or Door.EditsTheDeck or Door.KeepsTheDeck;

    /// <param name="right">What the link of this browser lets them do, or the one in the address; nothing for who has none, or one that holds no longer.</param>
    public static Admission Admit(Door door, DeckRight? right, OwnDeck deck)
    {
        if (!deck.Exists) return Admission.Unknown;
        if (right is not { } may || may < Needed(door)) return Admission.NotYours;
        if (deck.BinnedAt is null || door is Door.KeepsTheDeck or Door.HasADeckLink) return Admission.In;
        return may == DeckRight.Edit ? Admission.Binned : Admission.Ended;
    }

    private static DeckRight Needed(Door door) => door switch
    {
        Door.HasADeckLink or Door.SeesTheDeck => DeckRight.View,
        Door.CommentsOnTheDeck => DeckRight.Comment,
        _ => DeckRight.Edit,
    };
}
