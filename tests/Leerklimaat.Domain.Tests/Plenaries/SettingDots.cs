using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Rehearsals;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Plenaries;

[Rule("P3")]
public class SettingDots : APlenary
{
    [Theory, InlineData(1, 1), InlineData(2, 1), InlineData(3, 2), InlineData(7, 4), InlineData(9, 5), InlineData(10, 5), InlineData(100, 5)]
    public void Half_as_many_as_there_are_entries_rounded_up_at_most_five(int entries, int each) => Fresh.When(new OpenDots(1, entries, Monday)).Then(new DotsOpened(1, each));

    [Fact]
    public void Without_entries_there_is_nothing_to_set_dots_on() => Fresh.When(new OpenDots(1, 0, Monday)).ThenRefused(Reason.NothingToDot);

    [Fact, Rule("L2")]
    public void Opening_twice_opens_one_round() => Dotting.When(new OpenDots(1, 7, Monday)).ThenNothing();

    [Fact]
    public void A_new_round_begins_only_after_the_last_is_closed()
    {
        Dotting.When(new OpenDots(2, 7, Monday)).ThenRefused(Reason.NotNow);
        Dotting.After(new CloseDots(1, Monday)).When(new OpenDots(2, 3, Monday)).Then(new DotsOpened(2, 2)).And(plenary => Assert.Empty(plenary.Dots!.Dots));
    }

    [Fact]
    public void A_person_sets_dots_until_they_are_gone_also_several_on_one() => Dotting
        .When(Dot(AnnasDots, ATime)).Then(new DotSet(1, AnnasDots, ATime))
        .After(Dot(AnnasDots, ATime, 2), Dot(AnnasDots, ATime, 3), Dot(AnnasDots, AWhoPays))
        .When(Dot(AnnasDots, AIntervision)).ThenRefused(Reason.NoDotsLeft);

    [Fact]
    public void Another_person_has_dots_of_their_own() =>
        Dotting.After(Dot(AnnasDots, ATime), Dot(AnnasDots, ATime, 2), Dot(AnnasDots, ATime, 3), Dot(AnnasDots, ATime, 4)).When(Dot(BramsDots, ATime)).Then(new DotSet(1, BramsDots, ATime));

    [Fact]
    public void A_tablet_that_goes_round_has_dots_for_everybody_who_holds_a_seat_on_it() =>
        Dotting.After(Dot(AnnasDots, ATime), Dot(AnnasDots, ATime, 2), Dot(AnnasDots, ATime, 3), Dot(AnnasDots, ATime, 4)).When(Dot(AnnasDots, ATime, 5, seats: 2)).Then(new DotSet(1, AnnasDots, ATime));

    [Fact, Rule("L2")]
    public void The_same_dot_twice_is_one_dot() => Dotting.After(Dot(AnnasDots, ATime)).When(Dot(AnnasDots, ATime)).ThenNothing();

    [Fact]
    public void A_dot_is_taken_back_and_can_be_set_elsewhere()
    {
        Dotting.After(Dot(AnnasDots, ATime)).When(new TakeDot(1, AnnasDots, ATime, 0, Monday)).Then(new DotTaken(1, AnnasDots, ATime))
            .When(new TakeDot(1, AnnasDots, ATime, 0, Monday)).ThenNothing();
        Dotting.After(Dot(BramsDots, ATime)).When(new TakeDot(1, AnnasDots, ATime, 0, Monday)).ThenNothing();
    }

    [Fact]
    public void After_closing_no_dot_is_set_or_taken()
    {
        Dotting.After(Dot(AnnasDots, ATime), new CloseDots(1, Monday)).When(Dot(AnnasDots, AWhoPays)).ThenRefused(Reason.DotsAreClosed);
        Dotting.After(Dot(AnnasDots, ATime), new CloseDots(1, Monday)).When(new TakeDot(1, AnnasDots, ATime, 0, Monday)).ThenRefused(Reason.DotsAreClosed);
    }

    [Fact]
    public void A_dot_for_an_earlier_round_is_refused() =>
        Dotting.After(new CloseDots(1, Monday), new OpenDots(2, 7, Monday)).When(Dot(AnnasDots, ATime)).ThenRefused(Reason.DotsAreClosed);

    [Fact]
    public void Counts_are_hidden_until_the_round_is_closed()
    {
        var set = Dotting.After([.. Five(ATime), Dot(AnnasDots, AWhoPays)]);
        Assert.All(ListsOf(set.State).All, listed => Assert.Null(listed.Dots));
        Assert.All(ListsOf(set.After(new CloseDots(1, Monday)).State).All, listed => Assert.NotNull(listed.Dots));
    }

    [Fact]
    public void A_bundle_has_its_own_dots_and_those_of_what_is_put_into_it()
    {
        var set = Dotting.After([Dot("1", ATime), Dot("2", AMoreTime), Dot("3", AWhoPays), Dot("4", AWhoPays), Dot("5", AIntervision), new CloseDots(1, Monday), Bundle(ATime, AMoreTime)]);
        Assert.Equal(new(2), ListsOf(set.State).Find(TimeTogether)!.Dots);
    }

    [Fact]
    public void While_people_set_dots_the_lists_stand_still() => Dotting.When(Bundle(ATime, AMoreTime)).ThenRefused(Reason.DotsAreOpen);

    [Fact, Rule("W10")]
    public void A_round_that_was_closed_too_soon_is_reopened() =>
        Dotting.After(Dot(AnnasDots, ATime), new CloseDots(1, Monday)).When(new ReopenDots(1, Monday)).Then(new DotsReopened(1)).And(plenary => Assert.Null(plenary.Counted));

    private static PlenaryCommand[] Five(EntryId entry) => [.. Enumerable.Range(1, 5).Select(person => Dot($"{person}", entry))];
}

/// <summary>Dots are an answer like any other: of five voices or more, with words where nearly everybody says the same (D10).</summary>
[Rule("D10")]
public class CountingDots : APlenary
{
    private static readonly CloseDots Close = new(1, Monday);

    private static DotCount? On(EntryId entry, Plenary plenary) => ListsOf(plenary).Find(entry)!.Dots;

    private static PlenaryCommand[] Spread(int people, int from = 1) => [.. Enumerable.Range(from, people).Select(person => Dot($"{person}", person % 2 == 0 ? ATime : AWhoPays))];

    [Fact]
    public void Of_four_people_nothing_is_told_and_the_lists_keep_their_order()
    {
        var plenary = Dotting.After([.. Spread(4), Close]).State;
        Assert.All(ListsOf(plenary).All, listed => Assert.Null(listed.Dots));
        Assert.Equal(ListsOf(Plenary.Empty).All.Select(listed => listed.Id), ListsOf(plenary).All.Select(listed => listed.Id));
        Assert.Equal(0, plenary.Dots!.PeopleTold);
    }

    [Fact]
    public void Of_five_each_line_says_how_many_and_the_round_of_how_many_people()
    {
        var plenary = Dotting.After([.. Spread(5), Close]).State;
        Assert.Equal((new DotCount(2), new DotCount(3), new DotCount(0), 5), (On(ATime, plenary), On(AWhoPays, plenary), On(AIntervision, plenary), plenary.Dots!.PeopleTold));
    }

    [Theory, InlineData(6, null), InlineData(5, null), InlineData(4, 4)]
    public void Where_all_or_all_but_one_set_a_dot_no_number_is_told(int there, int? told)
    {
        var plenary = Dotting.After([.. Enumerable.Range(1, 6).Select(person => Dot($"{person}", person <= there ? ATime : AWhoPays)), Close]).State;
        Assert.Equal(new(told), On(ATime, plenary));
        Assert.Equal(ATime, ListsOf(plenary).ToDevelop[0].Id);
    }

    [Fact, Rule("D9")]
    public void Who_follows_counts_and_is_no_voice()
    {
        PlenaryCommand[] crowd = [.. Enumerable.Range(1, 4).Select(browser => new SetDot(1, $"follower-{browser}", AIntervision, 1, 1, Monday, Voices: 0)), Dot("victim", ATime)];
        Assert.Null(On(ATime, Dotting.After([.. crowd, Close]).State));
        Assert.Equal((new DotCount(3), 9), (On(ATime, Dotting.After([.. crowd, .. Spread(4), Close]).State), Dotting.After([.. crowd, .. Spread(4), Close]).State.Dots!.PeopleTold));
    }

    [Fact, Rule("D9")]
    public void Seats_on_one_device_are_one_voice_unless_a_whole_table_plays_on_it()
    {
        PlenaryCommand[] Tablet(int? voices, int dots = 2) => [new SetDot(1, "tablet", ATime, dots, 5, Monday, voices), new SetDot(1, "tablet", AWhoPays, 20 - dots, 5, Monday, voices), Close];
        Assert.Null(On(ATime, Dotting.After(Tablet(null)).State));
        Assert.Equal((new DotCount(2), 5), (On(ATime, Dotting.After(Tablet(5)).State), Dotting.After(Tablet(5)).State.Dots!.PeopleTold));
        // Four dots of five people may be of nearly everybody.
        Assert.Equal(new(null), On(ATime, Dotting.After(Tablet(5, dots: 4)).State));
    }

    [Fact, Rule("D9")]
    public void One_dot_of_a_tablet_is_of_one_person_however_many_play_on_it()
    {
        PlenaryCommand Tablet(int dots) => new SetDot(1, "tablet", ATime, dots, 5, Monday, Voices: 5);
        Assert.Equal((1, 0), (Dotting.After(Tablet(1)).State.Dots!.People, Dotting.After(Tablet(1), Close).State.Dots!.PeopleTold));
        // Sixteen dots can be of four people, who have four each; seventeen cannot.
        Assert.Equal((0, 5), (Dotting.After(Tablet(16), Close).State.Dots!.PeopleTold, Dotting.After(Tablet(17), Close).State.Dots!.PeopleTold));
        // Nor does one dot that goes elsewhere after a reopening show itself.
        var moved = Dotting.After(Tablet(17), Close, new ReopenDots(1, Monday), new TakeDot(1, "tablet", ATime, 16, Monday), new SetDot(1, "tablet", AWhoPays, 1, 5, Monday, Voices: 5), Close).State;
        Assert.Equal((new DotCount(0), 1), (On(AWhoPays, moved), moved.Dots!.NotIn));
    }

    [Fact]
    public void A_reopened_round_does_not_show_the_few_who_changed_their_dots_since()
    {
        PlenaryCommand[] changed = [.. Spread(6), Close, new ReopenDots(1, Monday), new TakeDot(1, "2", ATime, 0, Monday), Dot("2", AIntervision), Dot("7", AIntervision)];
        var few = Dotting.After([.. changed, Close]).State;
        Assert.Equal((new DotCount(3), new DotCount(0), 6, 2), (On(ATime, few), On(AIntervision, few), few.Dots!.PeopleTold, few.Dots.NotIn));
        var enough = Dotting.After([.. changed, .. Spread(3, from: 8), Close]).State;
        Assert.Equal((new DotCount(4), new DotCount(2), 10, 0), (On(ATime, enough), On(AIntervision, enough), enough.Dots!.PeopleTold, enough.Dots.NotIn));
    }

    [Fact, Rule("W11")]
    public void Stand_ins_do_not_lift_people_over_the_minimum()
    {
        var practised = Dotting.After([.. Spread(2), .. Enumerable.Range(1, 6).Select(number => Dot(Rehearsed.Mark($"{number}"), number % 2 == 0 ? ATime : AWhoPays)), Close]).State;
        Assert.NotNull(On(ATime, practised));
        Assert.Null(On(ATime, practised.WithoutRehearsal()));
    }
}

[Rule("P4")]
public class Agreeing : APlenary
{
    private static readonly ActionPoint Action = new(new Guid(5, 0, 0, new byte[8]), ATime, "Een uur per week", "Het MT", new DateOnly(2026, 3, 1), "Iedereen heeft het uur in de agenda");

    [Fact]
    public void What_must_be_developed_gets_an_action_with_an_owner_a_date_and_how_we_notice() =>
        Fresh.When(new PlanAction(Action, Monday)).Then(new ActionPlanned(Action)).And(plenary => Assert.Equal([Action], ListsOf(plenary).Find(ATime)!.Actions));

    [Fact]
    public void An_action_is_changed_and_dropped()
    {
        var planned = Fresh.After(new PlanAction(Action, Monday));
        planned.When(new PlanAction(Action, Monday)).ThenNothing();
        planned.When(new PlanAction(Action with { Owner = "Chantal" }, Monday)).And(plenary => Assert.Equal("Chantal", Assert.Single(plenary.Arrangement.Actions).Owner));
        planned.When(new DropAction(Action.Id, Monday)).Then(new ActionDropped(Action.Id));
        planned.When(new DropAction(Action.Id, Monday)).ThenNothing();
    }

    [Fact]
    public void An_action_says_what_will_be_done()
    {
        Fresh.When(new PlanAction(Action with { Text = "" }, Monday)).ThenRefused(Reason.ActionEmpty);
        Fresh.When(new PlanAction(Action with { Text = new string('x', 281) }, Monday)).ThenRefused(Reason.ActionTooLong);
        Fresh.When(new PlanAction(Action with { Owner = new string('x', 81) }, Monday)).ThenRefused(new Refusal(Reason.NameTooLong, 80));
    }

    [Fact]
    public void A_question_left_over_gets_an_owner_and_later_an_answer() => Fresh
        .When(new AssignQuestion(AWhoPays, "Het MT", Monday)).Then(new QuestionAssigned(AWhoPays, "Het MT"))
        .When(new AssignQuestion(AWhoPays, "Het MT", Monday)).ThenNothing()
        .When(new AnswerQuestion(AWhoPays, "De gemeente", Monday)).Then(new QuestionAnswered(AWhoPays, "De gemeente"))
        .And(plenary => Assert.Equal(new LeftOver(AWhoPays, "Het MT", "De gemeente"), ListsOf(plenary).Find(AWhoPays)!.LeftOver));

    [Fact]
    public void An_answer_of_a_book_is_refused() => Fresh.When(new AnswerQuestion(AWhoPays, new string('x', 1001), Monday)).ThenRefused(Reason.AnswerTooLong);
}
