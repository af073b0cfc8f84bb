using Leerklimaat.Domain.Workshops;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Workshops;

/// <summary>Welcome 5, words 15, game 40, plenary 20, closing 10: ninety minutes from nine o'clock.</summary>
[Rule("W5")]
public class KeepingTime : AProgramme
{
    [Fact]
    public void There_is_no_clock_before_the_beginning() => Assert.Null(ProgrammeClock.Read(Started.State, Monday));

    [Theory, InlineData(0, 0), InlineData(4, 0), InlineData(5, 0), InlineData(8, 3)]
    public void It_is_behind_when_a_part_takes_longer_than_planned(int minute, int behind) => Assert.Equal(behind, Read(Begun, minute).MinutesBehind);

    [Fact]
    public void It_is_ahead_when_a_part_was_shorter() => Assert.Equal(-3, Read(Begun.After(new GoToPart(Words.Id, After(2))), 10).MinutesBehind);

    [Fact]
    public void A_late_start_of_a_part_is_carried_along() => Assert.Equal((4, After(94)), (Read(Begun.After(new GoToPart(Words.Id, After(9))), 20).MinutesBehind, Read(Begun.After(new GoToPart(Words.Id, After(9))), 20).ExpectedAt));

    [Fact]
    public void Going_back_costs_the_time_that_it_takes()
    {
        var story = Begun.After(new GoToPart(Words.Id, After(5)), new GoToPart(Welcome.Id, After(10)));
        Assert.Equal(0, Read(story, 10).MinutesBehind);
        Assert.Equal(3, Read(story, 13).MinutesBehind);
        Assert.Equal(3, Read(story.After(new GoToPart(Words.Id, After(13))), 20).MinutesBehind);
    }

    [Fact]
    public void A_part_that_was_passed_over_wins_its_minutes() => Assert.Equal(-15, Read(Begun.After(new GoToPart(Playing.Id, After(5))), 5).MinutesBehind);

    [Fact]
    public void The_rest_is_retimed_so_that_it_ends_in_time_and_the_plenary_keeps_its_minutes()
    {
        var clock = Read(Begun.After(new GoToPart(Words.Id, After(5)), new GoToPart(Playing.Id, After(20))), 70);
        Assert.Equal(10, clock.MinutesBehind);
        Assert.Equal([new PartMinutes(Harvest.Id, 19), new PartMinutes(Goodbye.Id, 1)], clock.Rest);
    }

    [Fact]
    public void What_is_left_is_shared_by_what_was_planned() =>
        Assert.Equal([10, 4, 20], ProgrammeClock.Retime([Playing with { Minutes = 25 }, Goodbye, Harvest], TimeSpan.FromMinutes(34.5)).Select(one => one.Minutes));

    [Fact]
    public void When_it_runs_in_time_nothing_has_to_change() => Assert.Empty(Read(Begun, 3).Rest);

    [Fact]
    public void The_facilitator_retimes_the_rest_and_it_is_in_time_again() => Begun
        .After(new GoToPart(Words.Id, After(25)))
        .When(new RetimeRest(After(25))).Then(new PartsRetimed([new(Playing.Id, 24), new(Harvest.Id, 20), new(Goodbye.Id, 6)]))
        .And(workshop => Assert.Equal(0, ProgrammeClock.Read(workshop, After(25))!.MinutesBehind))
        .When(new RetimeRest(After(25))).ThenRefused(Reason.NothingToRetime);

    [Fact, Rule("W10")]
    public void Retiming_can_be_undone() => Begun.After(new GoToPart(Words.Id, After(25)), new RetimeRest(After(25)), new UndoProgramme(After(26))).And(workshop => Assert.Equal(40, workshop.FindPart(Playing.Id)!.Minutes));

    [Fact]
    public void There_is_a_warning_when_the_plenary_is_in_danger()
    {
        var playing = Begun.After(new GoToPart(Playing.Id, After(20)));
        Assert.False(Read(playing, 60).IsPlenaryInDanger);
        Assert.False(Read(playing, 65).IsPlenaryInDanger);
        Assert.True(Read(playing, 66).IsPlenaryInDanger);
        Assert.Equal(TimeSpan.FromMinutes(14), Read(playing, 66).PlenaryLeft);
        Assert.Equal(TimeSpan.Zero, Read(playing, 99).PlenaryLeft);
    }

    [Fact]
    public void Once_the_plenary_has_begun_it_is_not_warned_for() => Assert.False(Read(Begun.After(new GoToPart(Harvest.Id, After(80))), 85).IsPlenaryInDanger);

    [Fact]
    public void After_the_closing_the_clock_is_put_away() => Assert.Null(ProgrammeClock.Read(Begun.After(new CloseWorkshop(After(90))).State, After(91)));

    private static ProgrammeClock Read(Story<Workshop, WorkshopCommand, WorkshopEvent> story, int minute) => ProgrammeClock.Read(story.State, After(minute))!;
}
