using System.Collections.Immutable;
using System.Globalization;
using Leerklimaat.Domain.FollowUps;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Settings;
using Leerklimaat.Server.Tables;

namespace Leerklimaat.Server.Reports;

/// <summary>Makes a report from where a workshop and its tables stand, and shows what may be shown.</summary>
public sealed class ReportMaker(Watched<Table> played, Watched<Plenary> plenaries, Watched<Question> questions, Watched<FollowUp> followUps, DeckShelf shelf, TableViews views, ShowingDesk showing, RoomTime room, TimeProvider time)
{
    public async Task<WorkshopReport> Make(WorkshopId id, Workshop workshop, ReadLevel level)
    {
        var states = await Task.WhenAll(workshop.Tables.Select(table => played.Look(table.Id.Value)));
        var tables = workshop.Tables.Zip(states).ToDictionary(pair => pair.First.Id, pair => pair.Second.State);
        var plenary = (await plenaries.Look(id.Value)).State;
        var deck = shelf.Find(workshop.Played, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        var making = new ReportMaking(workshop, tables, plenary, deck);
        var publications = await showing.Published(id);
        var answers = await Answers(workshop);
        var report = making.Make(publications, QuestionsOf(workshop, answers, showing.Minimum), showing.Minimum);
        report = report with
        {
            Colophon = report.Colophon with { Workshop = id, MadeAt = room.Of(time.GetUtcNow()) },
            HeldAt = workshop.HeldAt is { } held ? room.Of(held) : null,
            Board = views.BoardOf(deck, workshop.Board),
            Purpose = PurposeOf(workshop, answers, showing.Minimum),
            FollowUp = (await followUps.Look(id.Value)).State,
        };
        return report.At(level);
    }

    /// <summary>Why people came together, and whether they found that they reached it.</summary>
    /// <param name="minimum">The fewest people of whom sums are told (D10).</param>
    public static ReportedPurpose PurposeOf(Workshop workshop, IReadOnlyDictionary<PartId, Question> answers, int minimum)
    {
        var (occasion, goal, _) = workshop.Purpose;
        if (workshop.Programme.FirstOrDefault(part => part.Kind == PartKind.Closing) is not { } closing) return ReportedPurpose.None with { Occasion = occasion, Goal = goal };

        var said = answers[closing.Id].WithoutRehearsal;
        return new(
            occasion, goal, goal.Length > 0 && said.Reached.People >= minimum ? ReportedReached.Of(said.Reached) : null, said.Aims.People >= minimum ? ReportedAims.Of(said.Aims) : null,
            [.. said.Whys.Where(why => !why.IsHidden).Select(why => why.Text)], said.IsOpen);
    }

    /// <summary>What people answered, in the order of the programme. What was hidden, and what somebody kept to themselves, is not in it.</summary>
    /// <param name="minimum">The fewest people of whom sums are told (D10).</param>
    public static ImmutableArray<ReportedQuestion> QuestionsOf(Workshop workshop, IReadOnlyDictionary<PartId, Question> answers, int minimum) =>
    [
        .. Asking(workshop).Select(part => (Part: part, Question: answers[part.Id].WithoutRehearsal)).Where(asked => asked.Question.People > 0).Select(asked => new ReportedQuestion(
            asked.Part.Title, asked.Question.People, asked.Question.Kind == AnswerKind.RoomQuestions ? [] : [.. asked.Question.Replies.Where(reply => !reply.IsHidden).Select(reply => new ReportedReply(reply.Text, reply.Count))],
            asked.Question.Learned.People >= minimum ? ReportedLearned.Of(asked.Question.Learned) : null)
            {
                IsAboutLearning = asked.Part.Question == QuestionKind.LearningQuestion,
                IsAboutChoosing = asked.Question.Kind.IsChoosing(),
                IsResultShown = asked.Question.IsResultShown,
                Result = asked.Question.Kind.IsChoosing() && asked.Question.Result.People >= minimum ? ChoiceResult.Of(asked.Question, asked.Question.Result) : null,
                RoomQuestions = [.. asked.Question.RoomQuestions(asked.Question.Seconds)],
                Comparison = workshop.EarlierCloud(asked.Part) is { } earlier ? CloudComparison.Of(answers[earlier.Id].WithoutRehearsal, asked.Question) : null,
            }),
    ];

    private static IEnumerable<Part> Asking(Workshop workshop) => workshop.Programme.Where(part => part.Kind is PartKind.Question or PartKind.Closing);

    private async Task<IReadOnlyDictionary<PartId, Question>> Answers(Workshop workshop)
    {
        var parts = Asking(workshop).ToList();
        var answers = await Task.WhenAll(parts.Select(part => questions.Look(part.Id.Value)));
        return parts.Zip(answers).ToDictionary(asked => asked.First.Id, asked => asked.Second.State);
    }
}
