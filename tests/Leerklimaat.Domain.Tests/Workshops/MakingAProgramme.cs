using Leerklimaat.Domain.Workshops;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Workshops;

[Rule("W4"), Rule("W10")]
public class MakingAProgramme : AProgramme
{
    private static readonly Purpose Wanted = new("Nieuwe collega’s", "Weten wat er al is", 0);

    private static readonly Part Extra = PartOf(9, PartKind.Slide, "Pauze", 10);

    [Fact]
    public void A_part_is_added_where_it_is_wanted() => Started.When(new AddParts([Extra], 1, Monday)).Then(new PartsAdded([Extra with { Edition = 1 }], 1))
        .And(workshop => Assert.Equal([Welcome.Id, Extra.Id, Words.Id], workshop.Programme.Take(3).Select(part => part.Id)))
        .When(new AddParts([Extra], 1, Monday)).ThenNothing();

    [Fact]
    public void A_part_is_changed() => Started.When(new ChangePart(Welcome with { Title = "Hallo" }, Monday)).Then(new PartChanged(Welcome with { Title = "Hallo", Edition = 1 })).When(new ChangePart(Welcome with { Title = "Hallo" }, Monday)).ThenNothing();

    [Fact]
    public void The_second_of_two_who_edit_the_same_part_is_told_so() => Started.After(new ChangePart(Welcome with { Title = "Hallo" }, Monday)).When(new ChangePart(Welcome with { Title = "Dag" }, Monday)).ThenRefused(Reason.PartChangedMeanwhile);

    [Fact]
    public void Two_who_edit_different_parts_do_not_hinder_each_other() => Started.After(new ChangePart(Welcome with { Title = "Hallo" }, Monday)).When(new ChangePart(Words with { Minutes = 7 }, Monday)).Then(new PartChanged(Words with { Minutes = 7, Edition = 2 }));

    [Fact]
    public void A_part_moves_up_and_down() => Started.When(new MovePart(Words.Id, 0, Monday)).Then(new PartMoved(Words.Id, 0)).When(new MovePart(Words.Id, 0, Monday)).ThenNothing()
        .When(new MovePart(Words.Id, 99, Monday)).Then(new PartMoved(Words.Id, 4)).And(workshop => Assert.Equal(Words.Id, workshop.Programme[^1].Id));

    [Fact]
    public void A_part_is_removed_and_comes_back() => Started.When(new RemovePart(Words.Id, Monday)).Then(new PartRemoved(Words.Id)).When(new RemovePart(Words.Id, Monday)).ThenNothing()
        .When(new UndoProgramme(Monday)).Then(new ProgrammeRestored([Welcome, Words with { Edition = 2 }, Playing, Harvest, Goodbye]))
        .When(new UndoProgramme(Monday)).ThenRefused(Reason.NothingToUndo);

    [Fact]
    public void Changes_are_undone_one_after_the_other() => Started.After(new MovePart(Words.Id, 0, Monday), new ChangePart(Words with { Minutes = 1 }, Monday), new UndoProgramme(Monday), new UndoProgramme(Monday))
        .And(workshop => Assert.Equal([(Welcome.Id, 5), (Words.Id, 15)], workshop.Programme.Take(2).Select(part => (part.Id, part.Minutes))));

    [Fact]
    public void After_an_undo_an_old_form_is_not_mistaken_for_a_new_one() => Started.After(new ChangePart(Welcome with { Title = "Hallo" }, Monday), new UndoProgramme(Monday))
        .When(new ChangePart(Welcome with { Title = "Dag", Edition = 1 }, Monday)).ThenRefused(Reason.PartChangedMeanwhile);

    [Fact]
    public void The_part_that_everybody_is_at_is_not_taken_away() => Begun.When(new RemovePart(Welcome.Id, Monday)).ThenRefused(Reason.PartIsHere);

    [Fact]
    public void Undoing_does_not_take_it_away_either() => Started.After(new AddParts([Extra], 0, Monday), new BeginProgramme(Monday)).When(new UndoProgramme(Monday)).ThenRefused(Reason.PartIsHere);

    [Fact]
    public void The_part_that_everybody_is_at_does_not_become_another_kind() => Begun.When(new ChangePart(Welcome with { Kind = PartKind.Question }, Monday)).ThenRefused(Reason.PartIsHere);

    [Fact]
    public void There_is_one_game_in_a_programme() => Started.When(new AddParts([PartOf(9, PartKind.Game, "Nog een", 10)], 1, Monday)).ThenRefused(Reason.PartIsOnlyOnce);

    [Fact]
    public void A_slide_does_not_become_a_second_plenary() => Started.When(new ChangePart(Welcome with { Kind = PartKind.Plenary }, Monday)).ThenRefused(Reason.PartIsOnlyOnce);

    [Fact]
    public void A_hundred_parts_are_enough() => Started.When(new AddParts([.. Enumerable.Range(10, 96).Select(number => PartOf(number, PartKind.Slide, "Dia", 1))], 1, Monday)).ThenRefused(Reason.TooManyParts);

    [Theory, InlineData(Reason.PartTitleEmpty), InlineData(Reason.TitleTooLong), InlineData(Reason.PartTextTooLong), InlineData(Reason.PartNotesTooLong), InlineData(Reason.PartMinutesWrong)]
    public void What_is_too_much_is_refused_in_words(Reason reason) => Started.When(new ChangePart(Broken(reason), Monday)).ThenRefused(reason);

    [Fact]
    public void An_unknown_part_is_neither_changed_nor_moved_nor_removed()
    {
        Started.When(new ChangePart(Extra, Monday)).ThenRefused(Reason.PartUnknown);
        Started.When(new MovePart(Extra.Id, 0, Monday)).ThenRefused(Reason.PartUnknown);
        Started.When(new RemovePart(Extra.Id, Monday)).ThenRefused(Reason.PartUnknown);
    }

    [Fact]
    public void The_facilitator_says_what_gave_rise_to_the_workshop_and_what_it_is_for() => Started
        .When(new StatePurpose(Wanted, Monday)).Then(new PurposeStated(Wanted with { Edition = 1 })).When(new StatePurpose(Wanted, Monday)).ThenNothing()
        .And(workshop => Assert.Equal(("Nieuwe collega’s", "Weten wat er al is"), (workshop.Purpose.Occasion, workshop.Purpose.Goal)))
        .When(new StatePurpose(Purpose.None with { Edition = 1 }, Monday)).Then(new PurposeStated(Purpose.None with { Edition = 2 }));

    [Fact]
    public void Two_who_change_the_purpose_at_once_do_not_overwrite_each_other() => Started.After(new StatePurpose(Wanted, Monday))
        .When(new StatePurpose(Wanted with { Goal = "Iets anders" }, Monday)).ThenRefused(Reason.PurposeChangedMeanwhile);

    [Fact]
    public void A_purpose_is_three_hundred_characters_at_most()
    {
        Started.When(new StatePurpose(Wanted with { Goal = new('a', 301) }, Monday)).ThenRefused(Reason.PurposeTooLong);
        Started.When(new StatePurpose(Wanted with { Occasion = new('a', 301) }, Monday)).ThenRefused(Reason.PurposeTooLong);
        Started.When(new StatePurpose(Wanted with { Goal = new('a', 300) }, Monday)).Then(new PurposeStated(new("Nieuwe collega’s", new('a', 300), 1)));
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(10_001)]
    public void How_many_were_invited_is_a_number_of_people(int invited) => Started.When(new StatePurpose(Wanted with { Invited = invited }, Monday)).ThenRefused(Reason.InvitedWrong);

    [Theory, InlineData(1), InlineData(10_000), InlineData(null)]
    public void How_many_were_invited_may_be_said(int? invited) => Started.When(new StatePurpose(Wanted with { Invited = invited }, Monday)).Then(new PurposeStated(Wanted with { Edition = 1, Invited = invited }));

    [Fact]
    public void The_purpose_is_told_at_the_first_slide()
    {
        Assert.Equal(Welcome, Started.State.Welcome);
        Assert.Null(Started.After(new RemovePart(Welcome.Id, Monday)).State.Welcome);
        Assert.Null(Workshop.Empty.Welcome);
    }

    [Fact]
    public void A_cloud_that_is_asked_again_means_the_nearest_one_before_it()
    {
        var again = PartOf(8, PartKind.Question, "Nog eens", 5) with { Question = QuestionKind.CloudAgain };
        var programme = Started.After(new AddParts([again], 4, Monday)).State;
        Assert.Equal(Words.Id, programme.EarlierCloud(programme.FindPart(again.Id)!)?.Id);
        Assert.Null(programme.EarlierCloud(Words));
        var moved = Started.After(new AddParts([again], 4, Monday), new MovePart(again.Id, 0, Monday)).State;
        Assert.Null(moved.EarlierCloud(moved.FindPart(again.Id)!));
        var list = Started.After(new ChangePart(Words with { Question = QuestionKind.Answers }, Monday), new AddParts([again], 4, Monday)).State;
        Assert.Null(list.EarlierCloud(list.FindPart(again.Id)!));
    }

    private static Part Broken(Reason reason) => reason switch
    {
        Reason.PartTitleEmpty => Welcome with { Title = "" },
        Reason.TitleTooLong => Welcome with { Title = new('a', 101) },
        Reason.PartTextTooLong => Welcome with { Text = new('a', 20_001) },
        Reason.PartNotesTooLong => Welcome with { Notes = new('a', 5_001) },
        _ => Welcome with { Minutes = 481 },
    };
}
