using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Questions;
using Leerklimaat.Server.Tests.Running;
using static Leerklimaat.Server.Tests.Questions.AtAQuestion;

namespace Leerklimaat.Server.Tests.Questions;

/// <summary>Somebody opens more than one page or seat, to find out what the one person beside them answers.</summary>
[Rule("W4")]
public class CountingVoices
{
    [Fact, Rule("D9"), Rule("D10")]
    public async Task Four_browsers_that_follow_beside_one_person_find_out_nothing()
    {
        await using var workshop = await AWorkshop.Start();
        var closing = await workshop.GoTo(IsClosing);
        await workshop.Anna.Open(closing);
        await workshop.Anna.Press("#aim-LearnTogether");
        List<Person> followers = [];
        for (var number = 1; number <= 4; number++) followers.Add(await workshop.Follow($"Browser {number}"));
        foreach (var follower in followers)
        {
            await follower.Open(closing);
            await follower.Press("#aim-ShareKnowledge");
            Assert.Equal("true", follower.Page.QuerySelector("#aim-ShareKnowledge")!.GetAttribute("aria-pressed"));
        }

        Assert.Equal(0, (await workshop.Asked(closing)).Aims.People);
        Assert.DoesNotContain("Wat lukte er vandaag?", (await workshop.Dennis.Open($"{workshop.Root}/report")).Text, StringComparison.Ordinal);
        foreach (var follower in followers) follower.Dispose();
    }

    [Fact, Rule("D9"), Rule("D10")]
    public async Task Seats_on_one_device_are_one_voice_unless_the_whole_table_plays_on_it()
    {
        await using var workshop = await AWorkshop.Start();
        foreach (var neighbour in new[] { "Oma", "Opa", "Tante", "Oom" }) await workshop.Anna.Ask($"{workshop.Table1}/neighbours", ("name", neighbour));
        foreach (var neighbour in new[] { "Klaas", "Kees", "Karin", "Kim" }) await workshop.Dennis.Ask($"{workshop.Table2}/neighbours", ("name", neighbour));
        var closing = await workshop.GoTo(IsClosing);
        await TickAll(workshop.Anna, [1, 3, 4, 5, 6], closing);
        Assert.Equal(0, (await workshop.Asked(closing)).Aims.People);

        await TickAll(workshop.Dennis, [1, 2, 3, 4, 5], closing);
        // Anna's tablet and four of Dennis's are five voices; who came after them waits.
        Assert.Equal(9, (await workshop.Asked(closing)).Aims.People);
    }

    [Fact, Rule("D4"), Rule("D10")]
    public void What_nearly_all_say_of_one_question_is_in_no_sum_with_another()
    {
        var (nearly, spread) = (Judged(5, 1), Judged(3, 3));
        var learned = QuestionViews.Board(Closing(nearly, spread), 20).Learned!;
        Assert.Equal("3 0 2 of 5", $"{string.Join(' ', learned.Said)} of {learned.People}");
        Assert.Equal(Learned.Answered, QuestionViews.Board(Closing(nearly), 20).Learned!.NearlyAll);
        Assert.Empty(QuestionViews.Board(Closing(nearly), 20).Learned!.Said);
    }

    [Fact, Rule("D10")]
    public void Of_several_questions_together_it_is_told_how_many_people_there_are_at_most()
    {
        var together = QuestionViews.Board(Closing(Judged(3, 3), Judged(2, 3)), 20).Learned!;
        Assert.Equal((10, true), (together.People, together.IsAtMost));
        Assert.False(QuestionViews.Board(Closing(Judged(3, 3)), 20).Learned!.IsAtMost);
    }

    private static Asked Closing(params Question[] learned) => new(
        new(Guid.NewGuid()), ThePart(PartKind.Closing), AnswerKind.TakeAlong, Question.Empty, [.. learned.Select(question => new Returning(ThePart(PartKind.Question), question))], 1);

    private static Part ThePart(PartKind kind) => new(new(Guid.NewGuid()), kind, Question: null, "", 5, "", "", Edition: 1);

    private static Question Judged(int answered, int notYet) => Enumerable.Range(1, answered + notYet).SelectMany(number => new QuestionEvent[]
    {
        new AnswerGiven(new(new Guid(number, 0, 0, new byte[8])), $"Vraag {number}", IsShared: true, $"writer-{number}"),
        new LearningQuestionAnswered(new(new Guid(number, 0, 0, new byte[8])), number <= answered ? Learned.Answered : Learned.NotYet),
    }).Aggregate(Question.Evolve(Question.Empty, new QuestionOpened(Guid.Empty, AnswerKind.LearningQuestion)), Question.Evolve);

    private static async Task TickAll(Person person, int[] seats, string closing)
    {
        foreach (var seat in seats)
        {
            await person.Open(closing);
            await person.Press($"[formaction$='opened={seat}']");
            await person.Press("#aim-LearnTogether");
        }
    }
}
