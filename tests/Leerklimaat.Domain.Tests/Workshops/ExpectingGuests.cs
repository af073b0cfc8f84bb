using Leerklimaat.Domain.Guests;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Workshops;

[Rule("T9")]
public class ExpectingGuests
{
    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly WorkshopTable[] Two = [new(new(new Guid(1, 0, 0, new byte[8])), 1, "", 3), new(new(new Guid(2, 0, 0, new byte[8])), 2, "", 3)];

    [Fact]
    public void A_name_stands_on_each_line_and_the_department_behind_it() =>
        Assert.Equal([new("Anna de Vries", "Werk"), new("Bram", ""), new("Chaima El", "Burgerzaken, balie"), new("Dennis", "ICT")], GuestLines.Read("Anna de Vries; Werk\r\n\n  Bram  \nChaima El\tBurgerzaken, balie\nDennis,ICT;;").Lines);

    [Fact]
    public void The_heads_of_a_spreadsheet_are_nobody() => Assert.Equal([new("Anna", "Werk"), new("Naam", "ICT")], GuestLines.Read("\nNaam\tAfdeling\nAnna\tWerk\nNaam\tICT").Lines);

    [Fact]
    public void What_is_wrong_is_said_of_each_line_at_once() => Assert.Equal(
        [new(2, GuestFaultKind.NoName), new(3, GuestFaultKind.TooLong), new(5, GuestFaultKind.Twice)],
        GuestLines.Read($"Anna;Werk\n;Werk\n{new string('a', 41)}\nAnna;ICT\nANNA ; werk").Faults);

    [Fact, Rule("T1")]
    public void Departments_are_mixed_over_the_tables()
    {
        var guests = GuestList.Spread([new("a", "Werk"), new("b", "Werk"), new("c", "ICT"), new("d", "werk "), new("e", "ICT"), new("f", "")], Two)!.Value;
        Assert.Equal(6, guests.Length);
        foreach (var table in Two)
        {
            var here = guests.Where(guest => guest.Table == table.Id).ToList();
            Assert.Equal(3, here.Count);
            Assert.InRange(here.Count(guest => guest.Department.Trim().Equals("werk", StringComparison.OrdinalIgnoreCase)), 1, 2);
            Assert.Single(here, guest => guest.Department == "ICT");
        }
    }

    [Fact]
    public void The_same_list_is_spread_in_the_same_way() => Assert.Equal(GuestList.Spread([new("a", "x"), new("b", "y"), new("c", "x")], Two)!.Value, GuestList.Spread([new("a", "x"), new("b", "y"), new("c", "x")], Two)!.Value);

    [Fact]
    public void More_names_than_seats_are_spread_nowhere() => Assert.Null(GuestList.Spread([.. Enumerable.Range(1, 7).Select(number => new GuestLine($"{number}", ""))], Two));

    [Theory, InlineData("Anna de Vries", 1), InlineData(" anna  DE vries", 1), InlineData("Bram", 1), InlineData("Anna", 2), InlineData("An", 0), InlineData("Emma", 0), InlineData("", 0)]
    public void Somebody_is_found_by_the_whole_name_or_by_its_beginning(string typed, int found) =>
        Assert.Equal(found, List("Anna de Vries", "Anna Bakker", "Bram").Called(typed).Length);

    [Fact]
    public void Who_is_called_so_goes_before_who_begins_so() => Assert.Equal(["Anna"], List("Anna", "Anna Bakker").Called("anna").Select(guest => guest.Name));

    [Fact]
    public void A_new_list_takes_the_place_of_the_old_one() => new Story<GuestList, GuestCommand, GuestEvent>(GuestList.Empty, GuestList.Decide, GuestList.Evolve)
        .After(new ExpectGuests([new("Anna", "", Two[0].Id)], Monday))
        .When(new ExpectGuests([new("Anna", "", Two[0].Id)], Monday)).ThenNothing()
        .When(new ExpectGuests([new("Bram", "", Two[1].Id)], Monday)).And(list => Assert.Equal(["Bram"], list.Guests.Select(guest => guest.Name)));

    [Fact]
    public void Who_changes_a_list_that_another_changed_meanwhile_is_told() => new Story<GuestList, GuestCommand, GuestEvent>(GuestList.Empty, GuestList.Decide, GuestList.Evolve)
        .After(new ExpectGuests([new("Anna", "", Two[0].Id)], Monday, Seen: 0), new ExpectGuests([new("Bram", "", Two[0].Id)], Monday, Seen: 1))
        .And(list => Assert.Equal(2, list.Changes))
        .When(new ExpectGuests([new("Anna", "", Two[0].Id), new("Chaima", "", Two[0].Id)], Monday, Seen: 1)).ThenRefused(Reason.GuestsChangedMeanwhile);

    [Fact]
    public void A_list_has_an_end() => new Story<GuestList, GuestCommand, GuestEvent>(GuestList.Empty, GuestList.Decide, GuestList.Evolve)
        .When(new ExpectGuests([.. Enumerable.Range(1, GuestList.Most + 1).Select(number => new Guest($"{number}", "", Two[0].Id))], Monday)).ThenRefused(Reason.TooManyGuests);

    private static GuestList List(params string[] names) => new([.. names.Select(name => new Guest(name, "", Two[0].Id))]);
}
