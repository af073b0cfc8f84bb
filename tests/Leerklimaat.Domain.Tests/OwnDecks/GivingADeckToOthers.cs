using Leerklimaat.Domain.OwnDecks;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.OwnDecks;

/// <summary>A deck belongs to who has a link of it, and each link says what for.</summary>
[Rule("G14")]
public class GivingADeckToOthers : AnOwnDeck
{
    private static readonly OwnDeck Shared = Begun.After(new GiveDeckLink(DeckRight.View, ReadKey, Monday)).State;

    public static TheoryData<Door> EveryDoorOfADeck => [.. Enum.GetValues<Door>().Where(door => door.IsAtADeck())];

    [Fact]
    public void A_key_has_the_right_that_it_was_given_with_and_another_has_none() =>
        Assert.Equal([DeckRight.Edit, DeckRight.View, null], new[] { Key, ReadKey, "other" }.Select(Shared.RightOf));

    [Fact]
    public void A_new_link_ends_the_old_one()
    {
        var renewed = Begun.After(new GiveDeckLink(DeckRight.Edit, "new", Monday)).State;
        Assert.Equal([null, DeckRight.Edit], new[] { Key, "new" }.Select(renewed.RightOf));
    }

    [Fact]
    public void A_link_can_be_withdrawn_and_the_one_to_write_with_only_renewed()
    {
        Assert.Null(Begun.After(new GiveDeckLink(DeckRight.View, ReadKey, Monday), new WithdrawDeckLink(DeckRight.View, Monday)).State.RightOf(ReadKey));
        Begun.When(new WithdrawDeckLink(DeckRight.Edit, Monday)).ThenRefused(Reason.DeckNeedsItsLink);
    }

    [Theory, MemberData(nameof(EveryDoorOfADeck))]
    public void Who_has_no_link_comes_in_nowhere(Door door) => Assert.Equal(Admission.NotYours, DeckDoors.Admit(door, null, Shared));

    [Theory, MemberData(nameof(EveryDoorOfADeck))]
    public void Who_writes_comes_in_everywhere(Door door) => Assert.Equal(Admission.In, DeckDoors.Admit(door, DeckRight.Edit, Shared));

    [Theory, InlineData(Door.SeesTheDeck, Admission.In, Admission.In), InlineData(Door.CommentsOnTheDeck, Admission.NotYours, Admission.In), InlineData(Door.EditsTheDeck, Admission.NotYours, Admission.NotYours)]
    public void Who_reads_or_comments_does_what_the_link_says(Door door, Admission reads, Admission comments) =>
        Assert.Equal((reads, comments), (DeckDoors.Admit(door, DeckRight.View, Shared), DeckDoors.Admit(door, DeckRight.Comment, Shared)));

    [Fact, Rule("W9")]
    public void From_the_bin_only_who_writes_puts_it_back()
    {
        var binned = Shared with { BinnedAt = Monday };
        Assert.Equal(Admission.In, DeckDoors.Admit(Door.KeepsTheDeck, DeckRight.Edit, binned));
        Assert.Equal(Admission.Binned, DeckDoors.Admit(Door.EditsTheDeck, DeckRight.Edit, binned));
        Assert.Equal(Admission.Ended, DeckDoors.Admit(Door.SeesTheDeck, DeckRight.View, binned));
    }
}
