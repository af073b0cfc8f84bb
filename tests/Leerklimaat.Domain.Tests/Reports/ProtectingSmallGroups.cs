using System.Collections.Immutable;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Reports;

[Rule("R3")]
public class ProtectingSmallGroups
{
    // The vectors of the measures, §2.8: the groups inside the whole, who is in the whole directly, and what may be shown.
    [Theory]
    [InlineData("A 3, B 6", 0, "whole")]
    [InlineData("A 3, B 6", 4, "whole, B")]
    [InlineData("Sales 5, Marketing 2", 1, "whole")]
    [InlineData("A 5, B 5", 0, "whole, A, B")]
    [InlineData("A 2, B 2", 0, "")]
    [InlineData("A 4, B 5, C 9", 0, "whole, C")]
    [InlineData("A 1, B 5, C 6, D 7", 0, "whole, D, C")]
    public void The_vectors_of_the_measures_come_out(string inside, int direct, string shown)
    {
        var chosen = Disclosure.Choose(Whole(direct, inside), []);
        Assert.Equal(shown, Names(chosen));
        Assert.Null(Attacker.Finds(chosen));
    }

    [Theory]
    [InlineData("A 0, B 6", 0, "whole, B")]
    [InlineData("A 6", 3, "whole")]
    [InlineData("A 5, B 5, C 3", 0, "whole, A")]
    [InlineData("A 4", 1, "whole")]
    [InlineData("A 0", 0, "")]
    public void At_the_edges_the_smallest_and_of_equals_the_last_is_withdrawn(string inside, int direct, string shown) =>
        Assert.Equal(shown, Names(Disclosure.Choose(Whole(direct, inside), [])));

    [Fact]
    public void The_minimum_can_be_raised_and_not_lowered()
    {
        Assert.Equal("whole", Names(Disclosure.Choose(Whole(0, "A 5, B 5"), [], minimum: 6)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Disclosure.Choose(Whole(0, "A 5, B 5"), [], minimum: 4));
    }

    [Fact]
    public void A_group_inside_one_that_is_withheld_does_not_give_it_away()
    {
        // B is withheld because of A; whoever is in B is in B1 too, so B1 would tell the same.
        var whole = new Group("whole", [], [Of("A", 3), new Group("B", [], [Of("B1", 6)])]);
        Assert.Equal("whole", Names(Disclosure.Choose(whole, [])));
    }

    [Fact]
    public void Rest_of_a_group_inside_a_group_is_protected_too()
    {
        var whole = new Group("whole", [], [Of("A", 9), new Group("B", People("b", 2), [Of("B1", 6), Of("B2", 7)])]);
        Assert.Equal("whole, B, A, B2", Names(Disclosure.Choose(whole, [])));
    }

    [Fact]
    public void When_one_of_six_leaves_the_five_are_not_shown_after_the_six()
    {
        var before = Disclosure.Choose(Whole(6, ""), []);
        var now = Whole(5, "");
        Assert.Equal("whole", Names(before));
        Assert.Equal(["p6"], Attacker.Finds([.. before, now])!.Select(person => person.Key).Where(key => key == "p6"));
        Assert.Empty(Disclosure.Choose(now, before));
    }

    [Fact]
    public void When_one_comes_as_another_leaves_the_same_count_does_not_hide_them()
    {
        var before = Disclosure.Choose(Whole(6, ""), []);
        var swapped = new Group("whole", before[0].Direct.Remove(new("p6")).Add(new("new")), []);
        Assert.NotNull(Attacker.Finds([.. before, swapped]));
        Assert.Empty(Disclosure.Choose(swapped, before));
    }

    [Fact]
    public void When_five_come_together_both_may_be_shown() => Assert.Equal("whole", Names(Disclosure.Choose(Whole(11, ""), Disclosure.Choose(Whole(6, ""), []))));

    [Fact]
    public void A_move_between_two_groups_withholds_both_and_leaves_the_whole()
    {
        var before = Disclosure.Choose(Whole(0, "A 7, B 7"), []);
        var mover = new Person("A1");
        var moved = new Group("whole", [], [new("A", before[1].Direct.Remove(mover), []), new("B", before[2].Direct.Add(mover), [])]);
        Assert.Equal("whole, A, B", Names(before));
        Assert.Equal("whole", Names(Disclosure.Choose(moved, before)));
    }

    [Fact]
    public void Another_filter_does_not_cut_out_a_few_people()
    {
        // Ten people by table and by department: table 1 without department X leaves one person.
        var tables = Disclosure.Choose(Whole(0, "1 6, 2 6"), []);
        var departments = new Group("whole", [], [new("X", [.. tables[0].People.Where(person => person.Key is not ("16" or "21"))], []), new("Y", [new("16"), new("21")], [])]);
        Assert.Equal("whole", Names(Disclosure.Choose(departments, tables)));
    }

    [Fact]
    public void What_was_shown_may_be_shown_again()
    {
        var tree = Whole(4, "A 3, B 6");
        var first = Disclosure.Choose(tree, []);
        Assert.Equal(Names(first), Names(Disclosure.Choose(tree, [.. first, .. first])));
    }

    [Fact]
    public void What_was_shown_with_too_few_does_no_further_harm()
    {
        // An earlier report showed three people; the whole that they are in may still be shown, they themselves not again.
        var whole = Whole(6, "A 3");
        Assert.Equal("whole", Names(Disclosure.Choose(whole, [whole, whole.Inside[0]])));
    }

    internal static Group Whole(int direct, string inside) => new("whole", People("p", direct), [.. inside.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(group => Of(group))]);

    internal static string Names(IEnumerable<Group> groups) => string.Join(", ", groups.Select(group => group.Name));

    private static Group Of(string group) => Of(group.Split(' ')[0], int.Parse(group.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture));

    private static Group Of(string name, int people) => new(name, People(name, people), []);

    private static ImmutableHashSet<Person> People(string prefix, int count) => [.. Enumerable.Range(1, count).Select(number => new Person($"{prefix}{number}"))];
}
