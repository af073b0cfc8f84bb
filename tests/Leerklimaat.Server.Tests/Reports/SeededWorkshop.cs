using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Tests.Reports;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Decks;

namespace Leerklimaat.Server.Tests.Reports;

/// <summary>Four tables of different sizes that play twelve cards of the shipped deck, and a room that makes something of it: always the same.</summary>
internal static class SeededWorkshop
{
    private const int Seed = 4;

    public static WorkshopReport Report(string language)
    {
        var report = Played(language).Make();
        return report with
        {
            Purpose = new(
                "Er zijn veel nieuwe collega’s, en iedereen leert anders.", "We weten wat er al goed gaat en kiezen twee dingen die we gaan doen.",
                new(new(12, 5, 2), null, 19), new(ToldCount.Of(18, 19), ToldCount.Of(11, 19), ToldCount.Of(9, 19), 19), ["We hebben vooral veel gepraat; de keuze kwam laat."], WasAsked: true),
            Colophon = report.Colophon with { MadeAt = new(2026, 1, 6, 14, 5, 0, TimeSpan.FromHours(1)) },
        };
    }

    private static AReport Played(string language)
    {
        var deck = new DeckShelf([Path.Combine(AppContext.BaseDirectory, "decks")]).Find("leerklimaat", language);
        var workshop = new AReport(7, 6, 8, 3)
        {
            Deck = deck,
            Purpose = Purpose.None with { Invited = 30 },
            Questions =
            [
                new("Waar denk je aan bij leren?", 22, [new("cursus", 9), new("samen doen", 6), new("fouten maken", 4), new("tijd", 3)], null),
                new("Wat wil jij hier leren?", 20, [new("Hoe krijg ik mijn team mee?", 1), new("نتعلم معا", 1)], new(new(6, 4, 2), null, 12)) { IsAboutLearning = true },
                Chosen("Waar leer jij het meest van?", AnswerKind.OneChoice, "Samen oefenen\nEen cursus\nSparren", number => [number % 3]),
                Chosen("Wat deed je dit jaar?", AnswerKind.SeveralChoices, "Samen oefenen\nEen cursus\nSparren", number => number % 2 == 0 ? [0, 1] : [0]),
                Chosen("Hoeveel leer jij van je collega's?", AnswerKind.Scale, "helemaal niet\nvolop", number => [number % 4 + 1]),
                Chosen("Mogen wij fouten maken?", AnswerKind.OneChoice, "Ja\nNee", number => [number == 0 ? 1 : 0]),
                Chosen("Wat heb je nodig om te leren?", AnswerKind.Ranking, "Tijd\nVertrouwen\nRuimte", number => number % 2 == 0 ? [0, 1, 2] : [1, 0, 2]),
                Chosen("Herken je dit bij ons?", AnswerKind.Recognition, "Kennis delen staat aan het begin.\nWij leren samen.", number => [number % 3, number == 0 ? 4 : 3]),
                Chosen("Wie helpt jou het meest?", AnswerKind.Ranking, "Een collega\nMijn leidinggevende\nEen cursus", number => number % 3 == 0 ? [0, 1, 2] : number % 3 == 1 ? [1, 2, 0] : [0, 2, 1]),
                new("Wat kies je als eerste?", 3, [], null) { IsAboutChoosing = true, IsResultShown = true },
                new("Wat wil je nog weten?", 4, [], null) { RoomQuestions = [new(new(Id(9)), 1, "Wanneer krijgen wij tijd om te leren?", new(6, false), true), new(new(Id(10)), 2, "Wie beslist daarover?", new(null, false), false)] },
            ],
        };
        var cards = deck.Statements.Where(card => card.Set == "factors").ToList();
        var chance = new Random(Seed);
        for (var number = 0; number < 12; number++)
        {
            var card = cards[number * 7 % cards.Count];
            for (var table = 1; table <= 4; table++)
            {
                if ((number + table) % 3 == 0) continue;
                int[] first = [.. Enumerable.Range(0, workshop.State(table).Seats.Length).Select(_ => Math.Clamp(chance.Next(0, 3) + number % 3, 0, 4))];
                workshop.Plays(
                    table, card.Id, first, [.. first.Select(square => Math.Clamp(square + chance.Next(-1, 3) / 1, 1, 4))], chance.Next(2) == 0 ? Pile.Green : Pile.RedToImprove,
                    stories: [.. first.Select(square => square > 2 ? Story.HappensAlready : square > 0 ? Story.NotYet : Story.Passed)]);
                if (table == 1) workshop.Writes(1, $"Elke dinsdag eten we samen en vertelt iemand wat die week misging ({number + 1}).", number % 3 == 1 ? NoteKind.Activity : NoteKind.Green, signedBy: number % 4 == 0 ? "Anna" : "");
                if (table == 2) workshop.Writes(2, $"Hoe doen andere afdelingen dit? ({number + 1})", NoteKind.Question).Writes(2, $"=1+1 uur per week in het rooster ({number + 1})", NoteKind.Need);
            }
        }

        return Agree(workshop).Happens(3, new CardSkipped(new(cards[1].Id)), new CardSkipped(new(cards[9].Id)));
    }

    /// <summary>Fourteen people chose, and the result was shown.</summary>
    private static ReportedQuestion Chosen(string title, AnswerKind kind, string options, Func<int, int[]> chosen)
    {
        var question = Enumerable.Range(0, 14).Select(number => (QuestionEvent)new ChoiceMade(chosen(number), $"writer-{number}")).Append(new ResultShown())
            .Aggregate(Question.Evolve(Question.Empty, new QuestionOpened(Guid.Empty, kind, options)), Question.Evolve);
        return new(title, question.People, [], null) { IsAboutChoosing = true, IsResultShown = true, Result = ChoiceResult.Of(question, question.Result) };
    }

    private static AReport Agree(AReport workshop)
    {
        var (eating, hours) = (Bundle(1), Bundle(2));
        EntryId[] green = [.. Written(1, NoteKind.Green)], needs = [.. Written(2, NoteKind.Need)], questions = [.. Written(2, NoteKind.Question)];
        workshop.Agrees(
            new EntriesBundled(eating, "Samen eten en vertellen", PlenaryList.Present, [.. green.Take(4)]), new EntriesBundled(hours, "Uren in het rooster", PlenaryList.ToDevelop, [.. needs.Take(5)]),
            new ActionPlanned(new(Id(3), hours, "Elk team zet een vast leeruur in het rooster", "Joost", new(2026, 2, 1), "Het uur staat er, en gaat door")),
            new ActionPlanned(new(Id(4), eating, "De dinsdaglunch ook op de werf", "Mira", new(2026, 3, 15), "Er komen mensen van drie afdelingen")),
            new QuestionAssigned(questions[0], "Mira"), new QuestionAnswered(questions[0], "Sociaal Domein doet het met een buddy. We gaan er kijken."), new QuestionAssigned(questions[1], "Joost"), new DotsOpened(1, 3));
        foreach (var person in Enumerable.Range(1, 14)) workshop.Agrees(new DotSet(1, $"{person}", person % 3 == 0 ? eating : hours), new DotSet(1, $"{person}", person % 2 == 0 ? needs[5] : green[5]));
        return workshop.Agrees(new DotsClosed(1));

        IEnumerable<EntryId> Written(int table, NoteKind kind) => workshop.State(table).Notes.Where(note => note.Kind.Paper() == kind).Select(note => EntryId.OfNote(note.Id));
    }

    private static EntryId Bundle(int number) => EntryId.OfBundle(Id(number));

    private static Guid Id(int number) => new(number, 7, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
