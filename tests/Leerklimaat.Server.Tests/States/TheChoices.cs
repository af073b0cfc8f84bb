using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Tests.Questions;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.States;

/// <summary>The questions that are answered by tapping, and those to who leads: before and after the result is shown.</summary>
internal static class TheChoices
{
    // For who sits there in turn: what they tap, of a ranking the whole order.
    private static readonly string[][] Orders = [["2", "0", "1", "3"], ["2", "1", "0", "3"], ["0", "2", "1", "3"], ["1", "2", "0", "3"], ["2", "0", "3", "1"]];

    private static readonly QuestionKind[] Tapped = [QuestionKind.OneChoice, QuestionKind.SeveralChoices, QuestionKind.Scale, QuestionKind.Ranking, QuestionKind.Recognition, QuestionKind.RoomQuestions];

    public static async IAsyncEnumerable<PageState> Of(RunningServer server)
    {
        var workshop = await AWorkshop.Start(server);
        using var asking = await AskingToChoose.At(workshop, Tapped);
        using var emma = await workshop.Follow("Emma");
        yield return new("part-question-one-choice", workshop.Chantal, $"{workshop.Root}/programme/{(await workshop.State()).Programme.First(part => part.Question == QuestionKind.OneChoice).Id.Value}");

        foreach (var kind in Tapped)
        {
            var question = await workshop.GoTo(part => part.Question == kind);
            var at = $"question-{Kebab.Of(kind)}";
            foreach (var state in TheProgramme.Pages(workshop, emma, at).Concat(Look("open"))) yield return state;

            foreach (var (person, order) in asking.Five.Zip(Orders)) await Answer(person, question, kind, order);
            if (kind == QuestionKind.RoomQuestions) foreach (var state in Look("waiting")) yield return state;
            await Show(workshop, question, kind);
            if (kind == QuestionKind.RoomQuestions) await Second(asking, question);
            foreach (var state in TheProgramme.Pages(workshop, emma, $"{at}-answered").Take(4).Concat(Look("answered"))) yield return state;

            await workshop.Chantal.Do(question, $"{question}/freezes");
            foreach (var state in Look("stopped")) yield return state;

            PageState[] Look(string how) => [new($"question-{at}-{how}", workshop.Anna, question), new($"question-{at}-{how}-following", emma, question), new($"question-{at}-{how}-leading", workshop.Chantal, question)];
        }

        workshop.Leave();
    }

    private static async Task Answer(Person person, string question, QuestionKind kind, string[] order)
    {
        switch (kind)
        {
            case QuestionKind.OneChoice or QuestionKind.Scale: await person.Do(question, $"{question}/choices", ("options", order[0])); break;
            case QuestionKind.Ranking: await person.Do(question, $"{question}/choices", ("options", string.Join(',', order))); break;
            case QuestionKind.Recognition: await person.Do(question, $"{question}/choices", ("options", string.Join(',', order.Take(3).Select((degree, sentence) => $"{sentence * 3 + int.Parse(degree, System.Globalization.CultureInfo.InvariantCulture) % 3}")))); break;
            case QuestionKind.SeveralChoices: foreach (var option in order[..2]) await person.Do(question, $"{question}/ticks?option={option}", ("ticked", "true")); break;
            default: await person.Do(question, $"{question}/answers", ("answer-text", $"Wanneer krijgen wij tijd om te leren? En wie beslist daar dan over, vraagt {person.Name}")); break;
        }
    }

    private static async Task Show(AWorkshop workshop, string question, QuestionKind kind)
    {
        if (kind != QuestionKind.RoomQuestions)
        {
            await workshop.Chantal.Do(question, $"{question}/results");
            return;
        }

        // One is discussed, one is laid away and one waits.
        for (var let = 0; let < 3; let++) await (await workshop.Chantal.Open(question)).Press("#desk-waiting button[formaction$='/showings']");
        await workshop.Chantal.Press("#desk-room button[formaction*='/treated']");
        await workshop.Chantal.Press("#desk-waiting button[formaction$='/hidings']");
    }

    private static async Task Second(AskingToChoose asking, string question)
    {
        foreach (var person in asking.Five)
        {
            await person.Open(question);
            while (person.Page.QuerySelector(".room-list button.second[aria-pressed=false]") is { } second) await person.Press($"#{second.Id}");
        }
    }
}
