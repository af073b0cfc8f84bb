using System.Collections.Immutable;
using System.Globalization;
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
public sealed class ReportMaker(Watched<Table> played, Watched<Plenary> plenaries, Watched<Question> questions, DeckShelf shelf, TableViews views, ShowingDesk showing, RoomTime room, TimeProvider time)
{
    public async Task<WorkshopReport> Make(WorkshopId id, Workshop workshop, ReadLevel level)
    {
        var answers = await Task.WhenAll(workshop.Tables.Select(table => played.Look(table.Id.Value)));
        var tables = workshop.Tables.Zip(answers).ToDictionary(pair => pair.First.Id, pair => pair.Second.State);
        var plenary = (await plenaries.Look(id.Value)).State;
        var deck = shelf.Find(workshop.Deck, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        var making = new ReportMaking(workshop, tables, plenary, deck);
        var publications = await showing.Published(id);
        var report = making.Make(publications, await QuestionsOf(workshop), showing.Minimum);
        report = report with
        {
            Colophon = report.Colophon with { Workshop = id, MadeAt = room.Of(time.GetUtcNow()) },
            HeldAt = workshop.HeldAt is { } held ? room.Of(held) : null,
            Board = views.BoardOf(deck, workshop.Board),
            Purpose = await PurposeOf(workshop),
        };
        return report.At(level);
    }

    private async Task<ReportedPurpose> PurposeOf(Workshop workshop)
    {
        var (occasion, goal, _) = workshop.Purpose;
        if (workshop.Programme.FirstOrDefault(part => part.Kind == PartKind.Closing) is not { } closing) return ReportedPurpose.None with { Occasion = occasion, Goal = goal };

        var said = (await questions.Look(closing.Id.Value)).State.WithoutRehearsal;
        return new(
            occasion, goal, goal.Length > 0 && said.Reached.People >= showing.Minimum ? ReportedReached.Of(said.Reached) : null, said.Aims.People >= showing.Minimum ? ReportedAims.Of(said.Aims) : null,
            [.. said.Whys.Where(why => !why.IsHidden).Select(why => why.Text)], said.IsOpen);
    }

    // What was hidden, and what somebody kept to themselves, is not in it.
    private async Task<ImmutableArray<ReportedQuestion>> QuestionsOf(Workshop workshop)
    {
        var parts = workshop.Programme.Where(part => part.Kind is PartKind.Question or PartKind.Closing).ToList();
        var answers = await Task.WhenAll(parts.Select(part => questions.Look(part.Id.Value)));
        return [.. parts.Zip(answers, (part, answer) => (Part: part, Question: answer.State.WithoutRehearsal)).Where(asked => asked.Question.People > 0).Select(asked => new ReportedQuestion(
            asked.Part.Title, asked.Question.People, asked.Question.Kind == AnswerKind.RoomQuestions ? [] : [.. asked.Question.Replies.Where(reply => !reply.IsHidden).Select(reply => new ReportedReply(reply.Text, reply.Count))],
            asked.Question.Learned.People >= showing.Minimum ? ReportedLearned.Of(asked.Question.Learned) : null)
            {
                IsAboutLearning = asked.Part.Question == QuestionKind.LearningQuestion,
                IsAboutChoosing = asked.Question.Kind.IsChoosing(),
                IsResultShown = asked.Question.IsResultShown,
                Result = asked.Question.Kind.IsChoosing() && asked.Question.Result.People >= showing.Minimum ? ChoiceResult.Of(asked.Question, asked.Question.Result) : null,
                RoomQuestions = [.. asked.Question.RoomQuestions(asked.Question.Seconds)],
                Comparison = workshop.EarlierCloud(asked.Part) is { } earlier ? CloudComparison.Of(answers[parts.IndexOf(earlier)].State.WithoutRehearsal, asked.Question) : null,
            })];
    }
}
