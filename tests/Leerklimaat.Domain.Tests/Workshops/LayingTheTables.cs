using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Workshops;

[Rule("T1")]
public class LayingTheTables : AProgramme
{
    private static readonly TableId Two = new(new Guid(2, 0, 0, new byte[8])), Three = new(new Guid(3, 0, 0, new byte[8]));

    private static readonly AddTable Second = new(Two, Monday), Third = new(Three, Monday);

    [Fact]
    public void Every_table_begins_with_the_seats_of_its_template() => Started.After(Second).And(workshop => Assert.Equal([8, 8], workshop.Tables.Select(table => table.Seats)));

    [Fact]
    public void A_table_gets_a_name_and_another_number_of_seats() => Started
        .When(new ChangeTables([new(One, "De Uilen", 5)], Monday)).Then(new TableNamed(One, "De Uilen"), new TableSeatsChanged(One, 5))
        .When(new ChangeTables([new(One, "De Uilen", 5)], Monday)).ThenNothing()
        .When(new ChangeTables([new(One, "", 5)], Monday)).Then(new TableNamed(One, ""))
        .And(workshop => Assert.Equal(new WorkshopTable(One, 1, "", 5), Assert.Single(workshop.Tables)));

    [Theory, InlineData(1), InlineData(13), InlineData(-1)]
    public void It_has_two_to_twelve_seats(int seats) => Started.When(new ChangeTables([new(One, "", seats)], Monday)).ThenRefused(new Refusal(Reason.SeatsWrong, 2, 12));

    [Fact]
    public void Its_name_is_not_too_long_whoever_gives_it()
    {
        Started.When(new ChangeTables([new(One, new string('a', 31), 8)], Monday)).ThenRefused(new Refusal(Reason.NameTooLong, 30));
        Started.When(new NameTable(One, new string('a', 31), Monday)).ThenRefused(new Refusal(Reason.NameTooLong, 30));
    }

    [Fact]
    public void What_is_not_there_cannot_be_changed() => Started.When(new ChangeTables([new(Three, "", 8)], Monday)).ThenRefused(Reason.TableUnknown);

    [Fact, Rule("W10")]
    public void A_table_that_was_added_can_be_taken_away_and_its_number_is_free_again() => Started.After(Second, Third)
        .When(new RemoveTable(Three, 4, Monday)).Then(new TableRemoved(Three, 4, Monday)).When(new RemoveTable(Three, 4, Monday)).ThenNothing()
        .And(workshop => Assert.Equal((2, 4L, Three), (workshop.Tables.Length, workshop.ErasedEvents, Assert.Single(workshop.TablesAway))))
        .When(Third).ThenNothing()
        .When(new AddTable(new(new Guid(4, 0, 0, new byte[8])), Monday)).Then(new TableAdded(new(new Guid(4, 0, 0, new byte[8])), 3));

    [Fact]
    public void No_two_tables_have_one_number_when_one_in_the_middle_went() => Started.After(Second, Third, new RemoveTable(Two, 0, Monday))
        .When(new AddTable(new(new Guid(4, 0, 0, new byte[8])), Monday)).Then(new TableAdded(new(new Guid(4, 0, 0, new byte[8])), 4));

    [Fact]
    public void The_seats_of_all_tables_count_before_the_start() => Started.After(Second, new ChangeTables([new(Two, "", 3)], Monday))
        .And(workshop => Assert.Equal((11, 8), (workshop.Seats, workshop.SeatsAtLargest)))
        .And(workshop => Assert.Contains(new StartFinding(StartCheck.Tables, false, 2, 11), BeforeTheStart.Check(workshop, isNamed: true, cards: 10, people: 12)));

    [Fact]
    public void All_tables_are_changed_at_once_or_none() => Started.After(Second)
        .When(new ChangeTables([new(One, "De Uilen", 5), new(Two, "", 8)], Monday)).Then(new TableNamed(One, "De Uilen"), new TableSeatsChanged(One, 5))
        .When(new ChangeTables([new(One, "", 8), new(Two, "", 13)], Monday)).ThenRefused(new Refusal(Reason.SeatsWrong, 2, 12));

    [Fact, Rule("W11")]
    public void As_many_stand_ins_practise_as_fit_at_the_largest_table() => Started.After(Second, new ChangeTables([new(One, "", 6), new(Two, "", 3)], Monday))
        .When(new BeginRehearsal([One, Two], 7, Domain.Rehearsals.Tempo.Real, Monday)).ThenRefused(new Refusal(Reason.RehearsalPlayers, 2, 6));
}
