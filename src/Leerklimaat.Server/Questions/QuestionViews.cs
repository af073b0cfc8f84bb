using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.People;

namespace Leerklimaat.Server.Questions;

/// <summary>The only place where the state of a question becomes what somebody sees. What is private is in its writer's own view and in no other.</summary>
public static class QuestionViews
{
    public const int OnPhone = 20, OnScreen = 60, OnDesk = 100, ComparedPhrases = 20;

    /// <returns>What the part asks for; nothing where it is no question.</returns>
    public static AnswerKind? KindOf(Part? part) => part switch
    {
        { Kind: PartKind.Closing } => AnswerKind.TakeAlong,
        { Kind: PartKind.Question, Question: QuestionKind.Answers } => AnswerKind.Answers,
        { Kind: PartKind.Question, Question: QuestionKind.LearningQuestion } => AnswerKind.LearningQuestion,
        { Kind: PartKind.Question, Question: QuestionKind.OneChoice } => AnswerKind.OneChoice,
        { Kind: PartKind.Question, Question: QuestionKind.SeveralChoices } => AnswerKind.SeveralChoices,
        { Kind: PartKind.Question, Question: QuestionKind.Scale } => AnswerKind.Scale,
        { Kind: PartKind.Question, Question: QuestionKind.Ranking } => AnswerKind.Ranking,
        { Kind: PartKind.Question, Question: QuestionKind.Recognition } => AnswerKind.Recognition,
        { Kind: PartKind.Question, Question: QuestionKind.RoomQuestions } => AnswerKind.RoomQuestions,
        { Kind: PartKind.Question } => AnswerKind.WordCloud,
        _ => null,
    };

    /// <summary>Asks what the part asks, as the programme has it now.</summary>
    public static OpenQuestion Opening(WorkshopId workshop, Part part, AnswerKind kind, DateTimeOffset at) => new(workshop.Value, kind, at, kind.IsChoosing() ? string.Join('\n', QuestionOptions.Of(part.Options)) : "");

    /// <summary>The parts whose answers come back at this one: learning questions at a closing, and the earlier cloud where its words are asked anew.</summary>
    public static IEnumerable<Part> ReturningAt(Workshop workshop, Part part) => part.Kind == PartKind.Closing
        ? workshop.Programme.Where(one => one is { Kind: PartKind.Question, Question: QuestionKind.LearningQuestion })
        : workshop.EarlierCloud(part) is { } earlier ? [earlier] : [];

    public static BoardView Board(Asked asked, int most)
    {
        if (asked.Kind.IsChoosing() || asked.Kind == AnswerKind.RoomQuestions) return TappedBoard(asked, most);

        var seen = asked.Question.Replies.Where(reply => !reply.IsHidden).ToList();
        var isCloud = asked.Kind == AnswerKind.WordCloud;
        return new(
            asked.Workshop, asked.Part.Id, asked.Kind, asked.Part.Title, asked.Question.IsFrozen, [.. Cut(seen, most, isCloud)], Math.Max(0, seen.Count - most), asked.Question.People,
            isCloud && seen.Count > 0 && most >= OnScreen ? CloudLayout.Of(seen) : null,
            asked.Part.Kind == PartKind.Closing ? LearnedOf([.. asked.Returning.Select(returning => returning.Question)], most) : null)
        {
            Reached = asked.Kind == AnswerKind.TakeAlong ? ReachedOf(asked) : null,
            Comparison = isCloud && seen.Count > 0 && asked.Returning is [var earlier] ? ComparisonOf(earlier, asked.Question, most) : null,
        };
    }

    private static BoardView TappedBoard(Asked asked, int most)
    {
        var board = new BoardView(asked.Workshop, asked.Part.Id, asked.Kind, asked.Part.Title, asked.Question.IsFrozen, [], 0, asked.Question.People, null, null);
        if (asked.Kind.IsChoosing()) return board with { Result = ResultOf(asked) };
        var room = asked.Question.RoomQuestions(asked.Question.SecondsByAll).ToList();
        return board with { RoomQuestions = [.. room.Take(most)], More = Math.Max(0, room.Count - most) };
    }

    private static ChoiceView ResultOf(Asked asked)
    {
        var result = ChoiceResult.Of(asked.Question, asked.Question.ResultByAll);
        return new(result.Kind, [.. result.Options], [.. result.Ends], result.People, result.NearlyAll, result.Mean, asked.Question.IsResultShown);
    }

    /// <summary>The earlier words come beside the new ones once there are any: nobody is to copy them.</summary>
    private static ComparisonView ComparisonOf(Returning earlier, Question now, int most)
    {
        var (compared, before) = (CloudComparison.Of(earlier.Question, now), earlier.Question.Replies.Where(reply => !reply.IsHidden).ToList());
        var isDrawn = most >= OnScreen && before.Count > 0;
        return new(
            earlier.Part.Title, isDrawn ? CloudLayout.Of([.. before.Take(ComparedPhrases)]) : null, isDrawn ? CloudLayout.Of([.. now.Replies.Where(reply => !reply.IsHidden).Take(ComparedPhrases)]) : null,
            [.. compared.Came.Take(most)], [.. compared.Stayed.Take(most)], [.. compared.Went.Take(most)]);
    }

    public static DeskView Desk(Asked asked, int people)
    {
        var all = asked.Question.Replies.Concat(asked.Question.Whys).ToList();
        var isCloud = asked.Kind == AnswerKind.WordCloud;
        var shown = all.Where(reply => !reply.IsHidden).ToList();
        var desk = new DeskView(
            asked.Workshop, asked.Part.Id, asked.Kind, asked.Question.IsFrozen, [.. Cut(shown, OnDesk, isCloud)], [.. Cut([.. all.Where(reply => reply.IsHidden)], OnDesk, isCloud)],
            Math.Max(0, shown.Count - OnDesk), asked.Question.People, people);
        if (asked.Kind.IsChoosing()) return desk with { IsResultShown = asked.Question.IsResultShown, Counted = asked.Question.ResultByAll.People };
        if (asked.Kind != AnswerKind.RoomQuestions) return desk;

        var waiting = asked.Question.Answers.Values.Where(asked.Question.IsWaiting).OrderBy(answer => answer.Number).Select(answer => new Reply(ReplyId.Of(answer.Id), answer.Text, 1, true)).ToList();
        return desk with
        {
            Shown = [],
            More = 0,
            Hidden = [.. desk.Hidden.Where(reply => waiting.All(one => one.Id != reply.Id))],
            Waiting = [.. waiting.Take(OnDesk)],
            RoomQuestions = [.. asked.Question.RoomQuestions(asked.Question.SecondsByAll).Take(OnDesk)],
        };
    }

    public static OwnView Own(Asked asked, Visitor visitor, IReadOnlyList<Answering> seats, int? seat)
    {
        var kind = asked.Kind;
        if ((seats.Count == 1 ? seats[0] : seats.FirstOrDefault(one => one.Number == seat)) is not { } own)
            return new(asked.Workshop, asked.Part.Id, kind, asked.Question.IsFrozen, null, [.. seats], [], Question.MostOf(kind), []);

        return new(
            asked.Workshop, asked.Part.Id, kind, asked.Question.IsFrozen, own.Number, [.. seats],
            [.. asked.Question.OwnOf(own.WriterOf(visitor, asked.Part.Id)).OrderBy(answer => answer.Number).Select(answer => OwnOf(asked.Question, answer))], Question.MostOf(kind),
            asked.Part.Kind != PartKind.Closing ? [] : [.. asked.Returning.SelectMany(returning => returning.Question.OwnOf(own.WriterOf(visitor, returning.Part.Id)).Where(answer => !answer.IsWithdrawn).OrderBy(answer => answer.Number)
                .Select(answer => new OwnLearningQuestion(returning.Part.Id, answer.Id.Value, answer.Text, answer.Learned)))])
        {
            Reflection = kind == AnswerKind.TakeAlong ? ReflectionOf(asked, own.WriterOf(visitor, asked.Part.Id)) : null,
            Choice = kind.IsChoosing() ? ChoiceOf(asked, own.WriterOf(visitor, asked.Part.Id)) : null,
            RoomQuestions = kind == AnswerKind.RoomQuestions ? [.. RoomQuestionsOf(asked.Question, own.WriterOf(visitor, asked.Part.Id))] : [],
        };
    }

    private static OwnChoiceView ChoiceOf(Asked asked, string writer)
    {
        var (options, chosen) = (ChoiceResult.Of(asked.Question, GuardedCounts.None), asked.Question.ChosenBy(writer));
        return new([.. options.Options.Select(option => option.Text)], [.. options.Ends], [.. chosen], asked.Question.IsWhole(chosen));
    }

    private static IEnumerable<OwnRoomQuestion> RoomQuestionsOf(Question question, string writer) => question.RoomQuestions(question.SecondsByAll).Take(OnDesk)
        .Select(one => (Asked: one, Answer: question.Answers[one.Id.Value])).Select(one => new OwnRoomQuestion(one.Asked, one.Answer.Writer == writer, question.IsSecondedBy(writer, one.Answer)));

    private static ReachedView ReachedOf(Asked asked)
    {
        var (reached, aims) = (asked.Question.Reached, asked.Question.Aims);
        return new(
            asked.Purpose.Goal, reached.NearlyAll<GoalReached>() is null ? [.. Enum.GetValues<GoalReached>().Select(reached.Of)] : [], reached.NearlyAll<GoalReached>(), reached.People,
            [.. Enum.GetValues<Aim>().Select(aims.Told)], aims.People);
    }

    private static OwnReflectionView ReflectionOf(Asked asked, string writer)
    {
        var own = asked.Question.ReflectionOf(writer);
        return new(asked.Purpose.Goal, own.Reached, own.Why, own.Why.Length > 0 && asked.Question.Hidden.Contains(ReplyId.Of(own.WhyId).Value), [.. own.Aims]);
    }

    private static LearnedView LearnedOf(IReadOnlyList<Question> questions, int most)
    {
        var seen = questions.SelectMany(question => question.Replies).Where(reply => !reply.IsHidden).ToList();
        // Of a question of which nearly all is the same no number is told (D4), so it is in no sum with another: that would tell it.
        var tallies = questions.Select(question => question.LearnedByAll).Where(tally => tally.MayBeShown).ToLookup(tally => tally.NearlyAll<Learned>() is null);
        var sum = tallies[true].Any() ? tallies[true].Aggregate((all, one) => all with { Counts = [.. all.Counts.Zip(one.Counts, (here, there) => here + there)], People = all.People + one.People }) : tallies[false].FirstOrDefault(GuardedCounts.None);
        return new(
            [.. Cut(seen, most, largestFirst: false)], Math.Max(0, seen.Count - most),
            sum.NearlyAll<Learned>() is null ? [.. Enum.GetValues<Learned>().Select(sum.Of)] : [], sum.NearlyAll<Learned>(), sum.People)
        { IsAtMost = tallies[true].Count() > 1 };
    }

    private static OwnAnswerView OwnOf(Question question, Answer answer) => new(
        answer.Id.Value, answer.Text, answer.IsShared, answer.IsWithdrawn,
        question.IsHidden((question.Kind == AnswerKind.WordCloud ? ReplyId.OfPhrase(answer.Text) : ReplyId.Of(answer.Id)).Value), question.IsWaiting(answer));

    // Phrases come with the largest first. Of answers the newest are shown, and these on top.
    private static IEnumerable<Reply> Cut(List<Reply> replies, int most, bool largestFirst) => largestFirst ? replies.Take(most) : replies.AsEnumerable().Reverse().Take(most);
}

/// <summary>A part of the programme that asks something, with the newest state of its question.</summary>
/// <param name="Returning">At the closing: the learning questions that come back.</param>
public sealed record Asked(WorkshopId Workshop, Part Part, AnswerKind Kind, Question Question, IReadOnlyList<Returning> Returning, long Version)
{
    /// <summary>Why people came together; at the closing they are asked whether its goal was reached.</summary>
    public Purpose Purpose { get; init; } = Purpose.None;

    /// <summary>A question that people answered stays what it was, whatever the programme makes of its part.</summary>
    public static Asked Of(WorkshopId id, Workshop workshop, Part part, AnswerKind planned, Question question, IReadOnlyList<Returning> returning, long version) =>
        new(id, part, question.IsAnswered ? question.Kind : planned, AsPlanned(id, part, planned, question), returning, version) { Purpose = workshop.Purpose };

    // Before anybody answered it is what the programme has it to be, also when somebody has looked at it and the programme changed since.
    private static Question AsPlanned(WorkshopId id, Part part, AnswerKind planned, Question question) => question.IsAnswered || !planned.IsChoosing()
        ? question
        : Question.Decide(question, QuestionViews.Opening(id, part, planned, default)).Events.Aggregate(question, Question.Evolve);
}

/// <summary>A question as it comes back at a later part.</summary>
public sealed record Returning(Part Part, Question Question);
