using System.Text.Json;
using CsCheck;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Rehearsals;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Tests.Questions;
using Leerklimaat.Domain.Tests.Reports;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Rehearsals;

/// <summary>What stand-ins did is in no report, also while they play, and afterwards nowhere.</summary>
public class LeavingNothingBehind : AQuestion
{
    private static readonly string Simulated = Rehearsed.Mark("1"), AlsoSimulated = Rehearsed.Mark("2");

    [Fact, Rule("W11"), Rule("R1")]
    public void A_report_is_the_same_whatever_stand_ins_did() =>
        Gen.Select(Gen.Int[0, 4].Array[6], Gen.Int[0, 4].Array[6], Gen.Int[0, 4].Array[5], Gen.Bool).Sample((first, second, other, isPictured) =>
        {
            string Report(bool isRehearsed)
            {
                var report = new AReport(6, isRehearsed ? 5 : 0).Rehearses(2).Plays(1, "veiligheid-1", first, second).Writes(1, "samen lunchen");
                report.Agrees(new DotsOpened(1, 2), new DotSet(1, "hash-anna", EntryId.OfCard(EntryKind.GreenCard, new("veiligheid-1"))));
                if (isRehearsed)
                {
                    report.Plays(2, "veiligheid-1", other, other, Pile.RedToImprove).Plays(2, "tijd-1", other).Writes(2, "verzonnen").Happens(2, new CardSkipped(new("openheid-1")));
                    report.Agrees(new DotSet(1, Simulated, EntryId.OfCard(EntryKind.GreenCard, new("veiligheid-1"))));
                    if (isPictured) report.Agrees(new CardDrawn(APicture(isRehearsed: true)));
                }

                report.Agrees(new DotsClosed(1));
                return JsonSerializer.Serialize(report.Make());
            }

            Assert.Equal(Report(isRehearsed: false), Report(isRehearsed: true));
        }, iter: 300);

    [Fact, Rule("W11")]
    public void Of_a_question_only_what_people_answered_is_left() => Cloud.After(Give(Anna, 1, "Tijd"), Give(Simulated, 2, "tijd"), Give(Simulated, 3, "Rust"), Give(Bram, 4, "Geduld"), new HideAnswer(ReplyId.OfPhrase("Geduld"), Monday))
        .When(new ForgetRehearsal(Monday)).Then(new RehearsalForgotten())
        .And(question =>
        {
            Assert.Equal([("Tijd", 1)], Seen(question));
            Assert.Equal((2, true), (question.People, question.IsOpen));
            Assert.Contains(question.Replies, reply => reply is { Text: "Geduld", IsHidden: true });
        });

    [Fact, Rule("W11")]
    public void A_question_that_only_stand_ins_answered_was_never_asked() => List.After(Give(Simulated, 1, "Tijd"), new FreezeQuestion(Monday))
        .When(new ForgetRehearsal(Monday)).And(question => Assert.Equal(Question.Empty, question));

    [Fact, Rule("W11"), Rule("L2")]
    public void What_is_forgotten_is_forgotten_once() => Cloud.After(Give(Anna, 1, "Tijd"), Give(Simulated, 2, "Rust"), new ForgetRehearsal(Monday)).When(new ForgetRehearsal(Monday)).ThenNothing();

    [Fact, Rule("W11")]
    public void A_question_that_people_alone_answered_is_left_as_it_is() => Cloud.After(Give(Anna, 1, "Tijd")).When(new ForgetRehearsal(Monday)).ThenNothing();

    [Fact, Rule("W11"), Rule("R3")]
    public void Whether_learning_questions_were_answered_is_counted_of_people_alone()
    {
        var story = Learning;
        for (var person = 1; person <= 4; person++) story.After(Give($"writer-{person}", person, $"Vraag {person}"), Judge($"writer-{person}", person, Learned.Answered));
        story.After(Give(Simulated, 5, "Vraag 5"), Judge(Simulated, 5, Learned.NotYet));

        Assert.True(story.State.LearnedByAll.MayBeShown);
        Assert.False(story.State.Learned.MayBeShown);
        Assert.False(story.State.WithoutRehearsal.Learned.MayBeShown);
        Assert.False(story.After(new ForgetRehearsal(Monday)).State.LearnedByAll.MayBeShown);
        Assert.True(story.After(Give("writer-5", 6, "Vraag 6"), Judge("writer-5", 6, Learned.Partly)).State.Learned is var told && (told.Of(Learned.Answered), told.Of(Learned.Partly), told.Of(Learned.NotYet)) == (4, 1, 0));
    }

    [Fact, Rule("W11"), Rule("R3")]
    public void What_is_said_of_the_goal_while_practising_counts_nowhere_and_goes()
    {
        var closing = Opened(AnswerKind.TakeAlong);
        for (var person = 1; person <= 5; person++) closing.After(new JudgeGoal(GoalReached.No, Rehearsed.Mark($"{person}"), Monday), new TickAim(Aim.LearnTogether, true, Rehearsed.Mark($"{person}"), Monday));
        closing.After(new ExplainGoal(Id(7), "Verzonnen", Simulated, Monday), new JudgeGoal(GoalReached.Yes, Anna, Monday));

        Assert.False(closing.State.Reached.MayBeShown || closing.State.Aims.MayBeShown);
        Assert.Empty(closing.State.WithoutRehearsal.Whys);
        closing.When(new ForgetRehearsal(Monday)).And(question =>
        {
            Assert.Equal([Anna], question.Reflections.Keys);
            Assert.Equal(GoalReached.Yes, question.ReflectionOf(Anna).Reached);
        });
    }

    [Fact, Rule("W11")]
    public void Of_the_plenary_the_dots_and_pictures_of_stand_ins_go()
    {
        var picture = APicture(isRehearsed: true);
        var dotted = Plenary.After(new OpenDots(1, 4, Monday), Dot("hash-anna"), Dot(Simulated), Dot(AlsoSimulated), new CloseDots(1, Monday), new ShowCard(picture.Card, picture, Monday), new ChooseMinimum(6, Monday));

        dotted.When(new ClearRehearsal(false, Monday)).And(plenary =>
        {
            Assert.Equal(["hash-anna"], plenary.DotRounds.Single().Dots.Select(dot => dot.Owner));
            Assert.Empty(plenary.Pictures);
            Assert.Equal(6, plenary.Minimum);
        });
        dotted.When(new ClearRehearsal(false, Monday)).ThenNothing();
        dotted.When(new ClearRehearsal(true, Monday)).And(plenary => Assert.Equal(Domain.Plenaries.Plenary.Empty, plenary));
    }

    [Fact, Rule("W11")]
    public void A_picture_of_people_stays()
    {
        var picture = APicture(isRehearsed: false);
        Plenary.After(new ShowCard(picture.Card, picture, Monday)).When(new ClearRehearsal(false, Monday)).ThenNothing();
    }

    private static CardPicture APicture(bool isRehearsed)
    {
        var played = new Domain.Reports.PlayedCard(new("veiligheid-1"), [.. Enumerable.Range(1, 5).Select(seat => new Domain.Reports.PlacedPawn(2, seat, 1, 1, null))]);
        var picture = CardPicture.Rehearsed(played, Domain.Decks.Board.Default)!;
        return isRehearsed ? picture : picture with { IsRehearsed = false };
    }

    private static Story<Plenary, PlenaryCommand, PlenaryEvent> Plenary => new(Domain.Plenaries.Plenary.Empty, Domain.Plenaries.Plenary.Decide, Domain.Plenaries.Plenary.Evolve);

    private static SetDot Dot(string owner) => new(1, owner, EntryId.OfCard(EntryKind.GreenCard, new("veiligheid-1")), 1, 1, Monday);
}
