using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.OwnDecks;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.OwnDecks;

/// <summary>Every command in every situation, and what is stored of it.</summary>
public class EveryDeckEvent : AnOwnDeck
{
    private static readonly Guid Comment = new(7, 0, 0, new byte[8]);

    private static readonly DeckCommand[] Commands =
    [
        new BeginDeck(Words, Key, Monday), new DescribeDeck(DeckWords.Of(Words) with { Author = "Wij" }, 0, Monday), new ChooseDeckBoard(Board.Of(BoardKind.OwnWords, ["nooit", "soms", "altijd"]), null, Monday),
        new AddCard(First with { Id = "fourth" }, 1, Monday), new ChangeCard(Changed(First, "Anders."), 0, Monday), new MoveCard("third", 0, Monday), new RemoveCard("second", Monday), new PutCardBack(Monday),
        new AddFactor(new("trust", "Vertrouwen", ""), Monday), new ChangeFactor(Courage with { Name = "Lef" }, 0, Monday), new RemoveFactor("trust", Monday),
        new AddSet(new("more", "Meer"), Monday), new ChangeSet(Ours with { Name = "Van hier" }, 0, Monday), new RemoveSet("more", Monday),
        new AddTheme(new("lead", "Leiderschap"), Monday), new ChangeTheme(new("lead", "Leiding"), 0, Monday), new RemoveTheme("lead", Monday), new MakeEdition(Today, "De eerste", Monday),
        new GiveDeckLink(DeckRight.View, ReadKey, Monday), new WithdrawDeckLink(DeckRight.View, Monday), new CommentOnCard(Comment, "first", "Hm", Monday), new SettleComment(Comment, Monday),
        new BinDeck(Monday), new RestoreDeck(Monday),
    ];

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    [Fact]
    public void There_is_a_sample_of_every_command() =>
        Assert.Equal(typeof(DeckCommand).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(known => known.DerivedType.Name).Order(), Commands.Select(command => command.GetType().Name).Order());

    [Fact, Rule("L2")]
    public void Each_of_them_leads_to_its_event_and_a_second_time_to_none_and_what_is_read_back_is_the_same()
    {
        var (state, happened) = (OwnDeck.Empty, new List<DeckEvent>());
        foreach (var command in Commands)
        {
            var decision = OwnDeck.Decide(state, command);
            Assert.True(decision.Events.Count == 1, $"{command}: {decision.Refusal}");
            happened.AddRange(decision.Events);
            state = decision.Events.Aggregate(state, OwnDeck.Evolve);
            Assert.Empty(OwnDeck.Decide(state, command).Events);
        }

        Assert.Equal(typeof(DeckEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(known => known.DerivedType.Name).Order(), happened.Select(one => one.GetType().Name).Order());
        var read = happened.Select(one => JsonSerializer.Deserialize<DeckEvent>(JsonSerializer.Serialize(one, Json), Json)!).Aggregate(OwnDeck.Empty, OwnDeck.Evolve);
        Assert.Equal(JsonSerializer.Serialize(state, Json), JsonSerializer.Serialize(read, Json));
    }

    [Fact, Rule("L2")]
    public void Nobody_does_anything_to_a_deck_that_is_not_there()
    {
        foreach (var command in Commands.Where(command => command is not BeginDeck)) Nothing.When(command).ThenRefused(Reason.DeckUnknown);
    }

    [Fact]
    public void The_words_of_a_stored_deck_may_only_be_added_to() => Assert.Equal(
        ["Author", "Basis", "Board", "Cards", "Cases", "Date", "Edition", "Factors", "Id", "Language", "Licence", "Sets", "Themes", "Title"],
        JsonDocument.Parse(JsonSerializer.Serialize(Words)).RootElement.EnumerateObject().Select(property => property.Name).Order());
}
