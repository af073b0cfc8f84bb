using System.Globalization;
using CsCheck;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Reports;

/// <summary>Random groups, random comings and goings, and somebody who keeps all reports.</summary>
[Rule("R3")]
public class AttackingReports
{
    private const int MostPeople = 16, MostGroups = 7, Gone = -1;

    // A tree of up to seven groups: the group above each one. And in which group each person is.
    private static readonly Gen<int[]> Above = Gen.Int[1, MostGroups - 1].SelectMany(groups => Gen.Int[0, MostGroups].Array[groups])
        .Select(numbers => numbers.Select((number, index) => number % (index + 1)).ToArray());

    private static readonly Gen<int[]> Seating = Gen.Int[0, MostGroups].Array[4, MostPeople];

    // Who changes, and to which group; often only one.
    private static readonly Gen<(int Person, int To)[]> Changes = Gen.Select(Gen.Int[0, MostPeople - 1], Gen.Int[Gone, MostGroups]).Array[0, 3];

    [Fact]
    public void Nobody_is_found_by_adding_and_subtracting_the_groups_of_one_report() =>
        Gen.Select(Above, Seating).Sample((above, seats) => Attacker.Finds(Disclosure.Choose(Tree(above, seats), [])) is null, iter: 300);

    [Fact]
    public void And_in_one_report_no_group_is_withheld_in_vain() =>
        Gen.Select(Above, Seating).Sample(
            (above, seats) =>
            {
                var whole = Tree(above, seats);
                var chosen = Disclosure.Choose(whole, []);
                var withheld = All(whole).Where(group => !group.People.IsEmpty).Except(chosen);
                return withheld.All(group => Attacker.Finds([.. chosen, group]) is not null);
            },
            iter: 100);

    [Fact]
    public void Nor_by_keeping_successive_reports_while_people_come_go_and_move() =>
        Gen.Select(Above, Seating, Changes.Array[1, 3]).Sample((above, seats, waves) => Attacker.Finds(Waves(above, seats, waves)) is null, iter: 300);

    [Fact]
    public void Nor_by_crossing_two_filters() =>
        Gen.Select(Above, Seating, Above, Seating).Sample(
            (above, seats, otherAbove, otherSeats) =>
            {
                var first = Disclosure.Choose(Tree(above, seats), []);
                return Attacker.Finds([.. first, .. Disclosure.Choose(Tree(otherAbove, otherSeats), first)]) is null;
            },
            iter: 300);

    [Fact]
    public void The_attacker_does_find_people_when_only_the_size_of_a_group_is_looked_at()
    {
        var found = 0;
        Gen.Select(Above, Seating).Sample(
            (above, seats) =>
            {
                if (Attacker.Finds(All(Tree(above, seats)).Where(group => group.People.Count >= Disclosure.Minimum)) is not null) Interlocked.Increment(ref found);
            },
            iter: 300);
        Assert.InRange(found, 30, 300);
    }

    [Fact]
    public void The_attacker_does_find_people_when_each_report_forgets_the_one_before()
    {
        var found = 0;
        Gen.Select(Above, Seating, Changes.Array[1, 3]).Sample(
            (above, seats, waves) =>
            {
                if (Attacker.Finds(Waves(above, seats, waves, remembers: false)) is not null) Interlocked.Increment(ref found);
            },
            iter: 300);
        Assert.InRange(found, 30, 300);
    }

    [Fact]
    public void Side_by_side_the_smallest_is_withdrawn_until_the_rest_is_large_enough_and_nothing_more() =>
        Gen.Select(Gen.Int[0, 12].Array[0, 6], Gen.Int[0, 6]).Sample((sizes, direct) =>
        {
            var inside = string.Join(", ", sizes.Select((size, index) => string.Create(CultureInfo.InvariantCulture, $"{index}: {size}")));
            var shown = Disclosure.Choose(ProtectingSmallGroups.Whole(direct, inside), []).Skip(1).Select(group => group.People.Count);
            return shown.SequenceEqual(BySmallestFirst(sizes, direct));
        });

    // The rule as the measures word it, on counts alone.
    private static List<int> BySmallestFirst(int[] sizes, int direct)
    {
        List<int> shown = [.. sizes.Where(size => size >= Disclosure.Minimum).OrderDescending()];
        while (shown.Count > 0 && sizes.Sum() + direct - shown.Sum() is > 0 and < Disclosure.Minimum) shown.RemoveAt(shown.Count - 1);
        return shown;
    }

    private static List<Group> Waves(int[] above, int[] seats, (int Person, int To)[][] waves, bool remembers = true)
    {
        List<Group> shown = [.. Disclosure.Choose(Tree(above, seats), [])];
        int[] now = [.. seats];
        foreach (var changes in waves)
        {
            foreach (var (person, to) in changes.Where(change => change.Person < now.Length)) now[person] = to;
            shown.AddRange(Disclosure.Choose(Tree(above, now), remembers ? shown : []));
        }

        return shown;
    }

    private static Group Tree(int[] above, int[] seats, int group = 0) => new(
        $"{group}",
        [.. Enumerable.Range(0, seats.Length).Where(person => seats[person] != Gone && seats[person] % (above.Length + 1) == group).Select(person => new Person($"{person}"))],
        [.. Enumerable.Range(1, above.Length).Where(inner => above[inner - 1] == group).Select(inner => Tree(above, seats, inner))]);

    private static IEnumerable<Group> All(Group group) => group.Inside.SelectMany(All).Prepend(group);
}
