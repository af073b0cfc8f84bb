using System.Text.Json;
using CsCheck;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Reports;

/// <summary>Each way in which somebody was found in a report, first where it may still work and then where it does not; and chance that looks for more.</summary>
public class FindingSomebody
{
    private const string Card = "veiligheid-1";

    // Who plays with the first publication and who only with the second, and where everybody stands, 5 for "weet ik niet": ten people at most.
    private static readonly Gen<(int[] People, bool[] IsLater, int[] Squares)> Rooms =
        Gen.Select(Gen.Int[1, 8].Array[1, 4], Gen.Bool.Array[4], Gen.Frequency((12, Gen.Int[1, 4]), (1, Gen.Const(5))).Array[10]).Where(room => room.Item1.Sum() <= 10);

    [Fact, Rule("D2")]
    public void The_pile_of_a_table_of_two_gave_both_squares()
    {
        int[][] truth = [[0, 0, 3, 2], [2, 0, 0, 0]];
        Assert.Equal([[2, 0, 0, 0]], new Solver(truth, [], fewestForAPile: 1, isEvenAnything: false).Possible(1));
        Assert.InRange(new Solver(truth, []).Possible(1).Count, 3, 10);
    }

    [Fact, Rule("D3")]
    public void Six_and_one_were_solved_from_one_report()
    {
        int[][] truth = [[1, 2, 2, 1], [0, 0, 0, 1]];
        Assert.Equal([[0, 0, 0, 1]], new Solver(truth, [[0, 1]]).Possible(1, insider: 0));
        Assert.Equal(4, new Solver(truth, Shown(truth)).Possible(1, insider: 0).Count);
    }

    [Fact, Rule("D2"), Rule("D3")]
    public void Five_two_and_three_were_solved_from_one_report()
    {
        int[][] truth = [[0, 1, 2, 2], [2, 0, 0, 0], [0, 0, 0, 3]];
        Assert.Equal([[0, 0, 0, 3]], new Solver(truth, [[0, 1, 2], [0]], fewestForAPile: 1, isEvenAnything: false).Possible(2));
        Assert.InRange(new Solver(truth, Shown(truth)).Possible(2).Count, 3, 20);
        Assert.Null(new Solver(truth, Shown(truth)).Finds());
    }

    [Fact, Rule("D3")]
    public void Who_sits_at_a_table_subtracted_it_from_the_total()
    {
        int[][] truth = [[1, 2, 2, 1], [0, 3, 1, 0]];
        Assert.Equal([[0, 3, 1, 0]], new Solver(truth, [[0, 1]]).Possible(1, insider: 0));
        Assert.InRange(new Solver(truth, Shown(truth)).Possible(1, insider: 0).Count, 3, 40);
    }

    [Fact, Rule("D4")]
    public void Five_of_five_on_one_square_were_printed_in_full()
    {
        int[][] truth = [[0, 0, 0, 5]];
        Assert.Equal([[0, 0, 0, 5]], new Solver(truth, [[0]], hidesNearly: false).Possible(0));
        Assert.Equal(4, new Solver(truth, Shown(truth)).Possible(0).Count);
    }

    [Fact, Rule("D4"), Rule("D3")]
    public void A_table_that_agreed_was_found_by_subtracting_the_others()
    {
        int[][] truth = [[3, 2, 1, 0], [0, 0, 0, 5]];
        Assert.Equal([[0, 0, 0, 5]], new Solver(truth, [[0, 1], [0], [1]]).Possible(1));
        Assert.InRange(new Solver(truth, Shown(truth)).Possible(1).Count, 2, 40);
    }

    [Fact, Rule("D9")]
    public void Seats_that_one_person_opened_filled_up_a_group()
    {
        AReport Room() => new AReport(5).Plays(1, Card, [1, 1, 1, 2, 3]);
        Assert.Equal(5, Room().On(1, 1, 2, 3, 4, 5).Make().Cards.Single().Once!.People);
        Assert.Null(Room().On(1, 9, 9, 9, 9, 5).Make().Cards.Single().Once);
    }

    [Fact, Rule("D2"), Rule("D3"), Rule("D4")]
    public void Nobody_is_bound_to_stand_somewhere_for_who_tries_every_way() =>
        Rooms.Sample(room => Solve(room, Shown(Truth(room), room.IsLater)) is null, iter: 1000);

    [Fact, Rule("D2"), Rule("D3"), Rule("D4")]
    public void Nor_is_anybody_where_people_placed_twice() => Gen.Select(Rooms, Rooms.Select(room => room.Squares)).Sample(
        (room, firsts) =>
        {
            var (first, second) = (Truth(room with { Squares = firsts }), Truth(room));
            var groups = Published(room.People, room.IsLater, (workshop, table) => workshop.Plays(table + 1, Card, Placed(first[table]), Placed(second[table])));
            // Piles follow the second placement; of the first nobody heard one.
            return new Solver(second, TablesOf(groups.Where(group => group.Sample == Sample.Twice))).Finds() is null && new Solver(first, TablesOf(groups), fewestForAPile: int.MaxValue).Finds() is null;
        },
        iter: 300);

    [Fact]
    public void Who_tries_every_way_does_find_people_where_only_the_size_of_the_total_counts()
    {
        var found = 0;
        Rooms.Sample(
            room =>
            {
                if (Solve(room, [[.. Enumerable.Range(0, room.People.Length)]]) is not null) Interlocked.Increment(ref found);
            },
            iter: 200);
        Assert.InRange(found, 20, 200);
    }

    [Fact, Rule("D1"), Rule("D3")]
    public void No_report_tells_a_few_people_apart_also_not_beside_the_report_before() => TwoWorlds.Any.Sample(
        worlds => worlds.Choice(isSwapped: false) != worlds.Choice(isSwapped: true) || JsonSerializer.Serialize(worlds.Reports(isSwapped: false)) == JsonSerializer.Serialize(worlds.Reports(isSwapped: true)),
        iter: 600);

    private static string? Solve((int[] People, bool[] IsLater, int[] Squares) room, IReadOnlyList<int[]> shown) => new Solver(Truth(room), shown).Finds();

    private static int[][] Truth((int[] People, bool[] IsLater, int[] Squares) room)
    {
        var squares = new Queue<int>(room.Squares);
        return [.. room.People.Select(people =>
        {
            var counts = new int[5];
            for (var seat = 0; seat < people; seat++) counts[squares.Dequeue() - 1]++;
            return counts;
        })];
    }

    /// <summary>Which tables are in each group that two publications show, one after the other.</summary>
    private static List<int[]> Shown(int[][] truth, bool[]? isLater = null) =>
        TablesOf(Published([.. truth.Select(counts => counts.Sum())], isLater, (workshop, table) => workshop.Plays(table + 1, Card, Placed(truth[table]))));

    private static IEnumerable<GroupShown> Published(int[] people, bool[]? isLater, Action<AReport, int> play)
    {
        var workshop = new AReport(people);
        foreach (var later in new[] { false, true })
        {
            foreach (var table in Enumerable.Range(0, people.Length).Where(table => (isLater?[table] ?? false) == later)) play(workshop, table);
            workshop.Make();
        }

        return workshop.Publications.Shown;
    }

    private static List<int[]> TablesOf(IEnumerable<GroupShown> groups) => [.. groups.Select(group => group.Pawns.Select(pawn => pawn.Table - 1).Distinct().ToArray())];

    // Who stands where does not matter to who counts: the first seats stand on the first square.
    private static int[] Placed(int[] counts) => [.. counts.SelectMany((count, square) => Enumerable.Repeat((square + 1) % 5, count))];
}
