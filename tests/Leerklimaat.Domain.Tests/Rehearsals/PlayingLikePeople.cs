using CsCheck;
using Leerklimaat.Domain.Rehearsals;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Rehearsals;

/// <summary>What a stand-in does at a table, and what a table of them looks like.</summary>
public class PlayingLikePeople : ARehearsal
{
    [Fact, Rule("W11")]
    public void A_stand_in_sits_down_under_a_marked_code_as_long_as_there_are_too_few()
    {
        var wish = Playing.Arrival(Table(1), Empty(), 2, Monday);

        Assert.True(Rehearsed.IsMarked(Assert.IsType<TakeSeat>(wish!.Command).CodeProof));
        Assert.Null(Playing.Arrival(Table(1), PlayedByAll(Seated.State), 3, Monday));
        Assert.Null(Playing.Arrival(Table(1), Seated.State, 2, Monday));
    }

    [Fact, Rule("W11"), Rule("G3")]
    public void A_stand_in_places_once_and_then_waits_for_the_others()
    {
        var placing = PlayedByAll(Placing.State);

        Assert.IsType<PlacePawn>(WishOf(placing, Bram)!.Command);
        var placed = After(placing, WishOf(placing, Bram)!.Command);
        Assert.IsNotType<PlacePawn>(WishOf(placed, Bram)!.Command);
        Assert.False(WishOf(placed, Bram)!.Command is RevealPawns);
    }

    [Fact, Rule("W11")]
    public void A_stand_in_does_nothing_while_the_game_is_not_open()
    {
        Assert.Null(WishOf(PlayedByAll(Placing.State) with { Game = GameState.Stopped }, Bram));
        Assert.Null(WishOf(PlayedByAll(Placing.State) with { Game = GameState.NotOpened }, Bram));
    }

    [Fact, Rule("W11"), Rule("T4")]
    public void A_person_who_has_not_placed_is_waited_for_and_a_sleeping_phone_is_set_aside()
    {
        var waiting = Placing.After(Place(Bram, 3), Place(Chaima, 4)).State;

        Assert.IsType<RevealPawns>(WishOf(PlayedBy(waiting, Bram, Chaima), Bram)!.Command);
        Assert.True(WishOf(PlayedBy(waiting, Bram, Chaima), Bram)!.Thinking > TimeSpan.FromMinutes(3));
        Assert.Equal(Anna, Assert.IsType<SetAside>(WishOf(PlayedByAll(waiting), Bram)!.Command).Other);
    }

    [Fact, Rule("W11"), Rule("G5")]
    public void Only_whose_turn_it_is_tells()
    {
        var telling = PlayedByAll(Telling.State);
        var teller = telling.Teller!.Number;

        Assert.Equal(teller, Assert.IsType<FinishTurn>(WishOf(telling, teller)!.Command).Teller);
        foreach (var other in new[] { Anna, Bram, Chaima }.Where(seat => seat != teller)) Assert.IsNotType<FinishTurn>(WishOf(telling, other)!.Command);
    }

    [Fact, Rule("W11"), Rule("T5")]
    public void A_stand_in_leaves_moving_on_to_the_host()
    {
        var ready = PlayedByAll(AllPlaced.State) with { Host = Anna };

        Assert.IsType<RevealPawns>(WishOf(ready, Anna)!.Command);
        Assert.Null(WishOf(ready, Bram));
    }

    [Fact, Rule("W11")]
    public void Who_sleeps_does_nothing_and_comes_back_with_a_later_card()
    {
        var second = PlayedByAll(Placing.State) with { RoundsBegun = 2 };
        Assert.Null(WishOf(second, Chaima, sleeps: true));

        var third = PlayedByAll(Placing.After(new SetAside(Anna, AnnasPhone, Chaima, Monday)).State) with { RoundsBegun = 3 };
        Assert.IsType<ComeBack>(WishOf(third, Chaima, sleeps: true)!.Command);
    }

    [Fact, Rule("W11")]
    public void Thinking_goes_on_until_it_is_over_and_begins_anew_when_there_is_something_else_to_do()
    {
        var wish = new Wish<int>("place-1", TimeSpan.FromSeconds(20), 1);
        var mind = Mind.Empty.After(wish, Monday, speed: 1);

        Assert.False(mind.After(wish, Monday.AddSeconds(19), 1).IsDue(Monday.AddSeconds(19)));
        Assert.True(mind.After(wish, Monday.AddSeconds(20), 1).IsDue(Monday.AddSeconds(20)));
        Assert.False(mind.After(wish with { About = "place-2" }, Monday.AddSeconds(20), 1).IsDue(Monday.AddSeconds(20)));
        Assert.True(Mind.Empty.After(wish, Monday, speed: 5).IsDue(Monday.AddSeconds(4)));
        Assert.False(mind.After<int>(null, Monday.AddSeconds(30), 1).IsDue(Monday.AddSeconds(30)));
    }

    [Fact, Rule("W11"), Rule("L2")]
    public void Whoever_sits_there_a_table_plays_card_after_card_and_nothing_it_asks_is_refused() =>
        Gen.Select(Gen.Int[1, 100_000], Gen.Int[2, 9], Gen.Enum<SecondMoment>()).Sample(
            (number, players, moment) =>
            {
                var (commands, after) = Play(number, players, table => table.Played.Length >= 6, moment);

                var table = Empty(moment);
                foreach (var command in commands)
                {
                    var decision = Domain.Tables.Table.Decide(table, command);
                    Assert.True(decision.Refusal is null, $"Table {number}: {command} was refused: {decision.Refusal}");
                    table = decision.Events.Aggregate(table, Domain.Tables.Table.Evolve);
                }

                Assert.True(after.Played.Length >= 6, $"Table {number} came no further than {after.Played.Length} cards");
                Assert.Equal(players, after.Seats.Length);
                Assert.Equal(after.Seats.Length, after.Seats.Select(seat => seat.Name).Distinct().Count());
                Assert.All(after.Notes, note => Assert.True(Rehearsed.IsMarked(note.Proof)));
                Assert.Equal(after.Notes.Length, after.Notes.Select(note => note.Text).Distinct().Count());
            },
            iter: 150);

    [Fact, Rule("W11")]
    public void Ten_tables_think_disagree_change_their_minds_write_pass_over_a_sleeper_and_ask_for_help()
    {
        var tables = Enumerable.Range(1, 10).Select(number => Play(number, 5, table => table.Played.Length >= 7)).ToList();
        var rounds = tables.SelectMany(table => table.After.Played).Where(round => round.Kind == RoundKind.Statement).ToList();
        var commands = tables.SelectMany(table => table.Commands).ToList();

        Assert.True(rounds.Count(round => round.First.Select(pawn => pawn.Place).Distinct().Count() >= 3) > rounds.Count / 2, "few tables disagree");
        Assert.True(rounds.Count(round => round.First.Any(pawn => pawn.Place != round.SecondOf(pawn.Seat))) > rounds.Count / 2, "hardly anybody moves");
        Assert.Contains(rounds, round => round.First.Any(pawn => pawn.Place == Domain.Tables.Place.DontKnow));
        Assert.Equal(NoteKinds.Papers.Order(), tables.SelectMany(table => table.After.Notes).Select(note => note.Kind).Distinct().Order());
        Assert.Equal([Pile.Green, Pile.RedToImprove, Pile.RedNotPresent], rounds.Select(round => round.Pile!.Value).Distinct().Order());
        Assert.Equal([Story.HappensAlready, Story.NotYet, Story.Passed], rounds.SelectMany(round => round.Turns).Select(turn => turn.Story).Distinct().Order());
        Assert.Contains(commands, command => command is AskForHelp);
        Assert.Contains(commands, command => command is SetAside { Other.Value: 5 });
        Assert.Contains(commands, command => command is ComeBack { Seat.Value: 5 });
        Assert.DoesNotContain(commands, command => command is SetAside { Other.Value: not 5 });

        var pauses = commands.Zip(commands.Skip(1), (one, next) => (next.At - one.At).TotalSeconds).Where(seconds => seconds > 0).ToList();
        Assert.InRange(pauses.Max() / pauses.Min(), 20, double.MaxValue);
        Assert.InRange((rounds.Max(round => round.BeganAt) - Monday).TotalMinutes / 7, 2, 10);
    }

    [Fact, Rule("W11")]
    public void What_to_look_at_in_a_demo_is_two_tables_that_place_and_one_that_tells_and_asks_for_help()
    {
        var rehearsal = new Rehearsal([Table(1), Table(2), Table(3)], 4, Tempo.Real, Monday);
        var tables = rehearsal.Tables.Select(id => PlayingAhead.Scene(Playing, rehearsal, id, Empty(), Monday).Aggregate(Empty(), (table, command) => After(table, command))).ToList();

        Assert.Equal([Phase.FirstPlacement, Phase.FirstPlacement, Phase.Telling], tables.Select(table => table.Round!.Phase));
        Assert.All(tables[..2], table => Assert.False(table.IsEverybodyReady));
        Assert.NotNull(tables[2].HelpAskedAt);
        Assert.All(tables, table => Assert.InRange(table.Played.Length, 2, 6));
    }

    private static Table After(Table table, TableCommand command) => Domain.Tables.Table.Decide(table, command).Events.Aggregate(table, Domain.Tables.Table.Evolve);
}
