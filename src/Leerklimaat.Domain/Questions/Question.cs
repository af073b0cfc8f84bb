using System.Collections.Immutable;
using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Domain.Questions;

/// <summary>One question of the programme and what people answered to it.</summary>
public sealed partial record Question
{
    public const int LongestPhrase = 60, LongestAnswer = 280;

    public static readonly Question Empty = new();

    public Guid Workshop { get; init; }

    public AnswerKind Kind { get; init; }

    public bool IsOpen { get; init; }

    public bool IsFrozen { get; init; }

    /// <summary>By the id of the answer, for as long as its writer may put it back.</summary>
    public ImmutableDictionary<Guid, Answer> Answers { get; init; } = ImmutableDictionary<Guid, Answer>.Empty;

    /// <summary>The ids of everybody's own answers.</summary>
    public ImmutableDictionary<string, ImmutableArray<Guid>> Writers { get; init; } = ImmutableDictionary.Create<string, ImmutableArray<Guid>>(StringComparer.Ordinal);

    /// <summary>The phrases of a word cloud, by what is the same for all their spellings.</summary>
    public ImmutableDictionary<string, Phrase> Cloud { get; init; } = ImmutableDictionary.Create<string, Phrase>(StringComparer.Ordinal);

    public ImmutableHashSet<string> Hidden { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Phrases that were hidden before signs counted, as they were reckoned then: with them all that was the same.</summary>
    public ImmutableHashSet<string> HiddenEarlier { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>How many people have an answer that stands, shared or not.</summary>
    public int People { get; init; }

    /// <summary>How many answers ever came.</summary>
    public int Given { get; init; }

    /// <summary>How many of the shared learning questions were answered: of people alone, and this is what reports show.</summary>
    public GuardedCounts Learned { get; init; } = GuardedCounts.None;

    /// <summary>With what was said in practice: this is what a rehearsal shows.</summary>
    public GuardedCounts LearnedByAll { get; init; } = GuardedCounts.None;

    /// <summary>Whose voice a writer is, where that is not their own: that of the device which several share, or none (D9).</summary>
    public ImmutableDictionary<string, string> Voices { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Somebody gave an answer or chose: from then on it asks what it asks, whatever the programme makes of it.</summary>
    public bool IsAnswered => Given > 0 || !Chosen.IsEmpty;

    /// <summary>How many answers one person may give.</summary>
    public int Most => MostOf(Kind);

    /// <summary>How many characters an answer may have.</summary>
    public int Longest => LongestOf(Kind);

    /// <summary>The writer chooses whether others see it.</summary>
    public bool IsPersonal => Kind is AnswerKind.LearningQuestion or AnswerKind.TakeAlong;

    public static int MostOf(AnswerKind kind) => kind == AnswerKind.TakeAlong ? 1 : 3;

    public static int LongestOf(AnswerKind kind) => kind == AnswerKind.WordCloud ? LongestPhrase : LongestAnswer;

    /// <summary>One's own answers, those that were taken back included.</summary>
    public IEnumerable<Answer> OwnOf(string writer) => Writers.GetValueOrDefault(writer, []).Select(id => Answers[id]);

    public bool IsHidden(string reply) => (Kind == AnswerKind.RoomQuestions && !LetThrough.Contains(reply)) || Hidden.Contains(reply) || (!HiddenEarlier.IsEmpty && HiddenEarlier.Contains(Phrase.EarlierKey(reply)));

    /// <summary>What everybody may see: phrases by how many wrote them, answers by when they came. What is private is not among it.</summary>
    public IEnumerable<Reply> Replies => Kind == AnswerKind.WordCloud
        ? Cloud.Select(phrase => new Reply(new(phrase.Key), phrase.Value.Text, phrase.Value.Count, IsHidden(phrase.Key)))
            .OrderByDescending(reply => reply.Count).ThenBy(reply => reply.Id.Value, StringComparer.Ordinal)
        : Answers.Values.Where(IsForAll).OrderBy(answer => answer.Number).Select(ReplyOf);

    /// <summary>What somebody keeps to themselves is news to nobody else when they word it anew or look back on it, not even that they did.</summary>
    public bool IsNews(QuestionEvent happened) => happened switch
    {
        AnswerChanged changed => changed.IsShared || Answers[changed.Answer.Value].IsShared,
        LearningQuestionAnswered answered => Answers[answered.Answer.Value].IsShared,
        _ => true,
    };

    public static Decision<QuestionEvent> Decide(Question question, QuestionCommand command) => command switch
    {
        OpenQuestion open => question.Open(open),
        ForgetRehearsal => question.IsRehearsed ? new RehearsalForgotten() : Decision<QuestionEvent>.Nothing,
        _ when !question.IsOpen => Reason.QuestionUnknown,

        FreezeQuestion => question.IsFrozen ? Decision<QuestionEvent>.Nothing : new QuestionFrozen(),
        ThawQuestion => question.IsFrozen ? new QuestionThawed() : Decision<QuestionEvent>.Nothing,
        HideAnswer hide => question.Hide(hide.Reply),
        ShowAnswer show => question.Show(show.Reply),

        GiveAnswer give => question.Give(give),
        ChangeAnswer change => question.Change(change),
        WithdrawAnswer withdraw => question.Own(withdraw.Answer, withdraw.Writer, answer => answer.IsWithdrawn ? Decision<QuestionEvent>.Nothing : new AnswerWithdrawn(answer.Id)),
        RestoreAnswer restore => question.Own(restore.Answer, restore.Writer, question.Restore),
        JudgeGoal judge => question.Judge(judge),
        ExplainGoal explain => question.Explain(explain),
        TickAim tick => question.Tick(tick),
        AnswerLearningQuestion judge => question.Own(judge.Answer, judge.Writer, answer => question.Judge(answer, judge)),
        MakeChoice choose => question.Choose(choose),
        TickOption tick => question.Tick(tick),
        ShowResult => !question.Kind.IsChoosing() ? Reason.NotNow : question.IsResultShown ? Decision<QuestionEvent>.Nothing : new ResultShown(),
        SecondQuestion second => question.Second(second),
        TreatQuestion treat => question.Treat(treat),
        _ => throw new NotSupportedException(command.GetType().Name),
    };

    public static Question Evolve(Question question, QuestionEvent happened) => happened switch
    {
        QuestionOpened opened => question with { IsOpen = true, Workshop = opened.Workshop, Kind = opened.Kind, OptionsText = opened.Options, Options = QuestionOptions.Of(opened.Options) },
        QuestionFrozen => question with { IsFrozen = true },
        QuestionThawed => question with { IsFrozen = false },
        AnswerHidden hidden => question.After(hidden),
        AnswerShown shown => question.After(shown),
        GoalJudged or GoalExplained or AimTicked => question.AfterLookingBack(happened),
        ChoiceMade or ResultShown => question.AfterChoosing(happened),
        QuestionSeconded or QuestionTreated => question.AfterRoomQuestions(happened),
        RehearsalForgotten => question.Forget(),
        _ => question.AfterAnswers(happened),
    };

    // While nobody has answered, the editor may still make another kind of question of it.
    private Decision<QuestionEvent> Open(OpenQuestion open) => IsOpen && ((Kind == open.Kind && OptionsText == open.Options) || IsAnswered)
        ? Decision<QuestionEvent>.Nothing
        : new QuestionOpened(open.Workshop, open.Kind, open.Options);

    private Decision<QuestionEvent> Hide(ReplyId reply)
    {
        if (Kind == AnswerKind.RoomQuestions ? Hidden.Contains(reply.Value) : IsHidden(reply.Value)) return Decision<QuestionEvent>.Nothing;
        return IsKnown(reply) ? new AnswerHidden(reply, IsExact: Kind == AnswerKind.WordCloud) : Reason.AnswerUnknown;
    }

    private Decision<QuestionEvent> Show(ReplyId reply)
    {
        if (!IsHidden(reply.Value)) return Decision<QuestionEvent>.Nothing;
        return Kind != AnswerKind.RoomQuestions || IsKnown(reply) ? new AnswerShown(reply) : Reason.AnswerUnknown;
    }

    private Question After(AnswerHidden hidden) => Kind == AnswerKind.RoomQuestions ? this with { LetThrough = LetThrough.Remove(hidden.Reply.Value), Hidden = Hidden.Add(hidden.Reply.Value) }
        : Kind == AnswerKind.WordCloud && !hidden.IsExact
        ? this with { HiddenEarlier = HiddenEarlier.Add(hidden.Reply.Value) }
        : this with { Hidden = Hidden.Add(hidden.Reply.Value) };

    // What was hidden with it and is another phrase now stays hidden.
    private Question After(AnswerShown shown)
    {
        if (Kind == AnswerKind.RoomQuestions) return this with { LetThrough = LetThrough.Add(shown.Reply.Value), Hidden = Hidden.Remove(shown.Reply.Value) };
        var earlier = Phrase.EarlierKey(shown.Reply.Value);
        if (Kind != AnswerKind.WordCloud || !HiddenEarlier.Contains(earlier)) return this with { Hidden = Hidden.Remove(shown.Reply.Value) };
        return this with { HiddenEarlier = HiddenEarlier.Remove(earlier), Hidden = Hidden.Union(Cloud.Keys.Where(key => Phrase.EarlierKey(key) == earlier)).Remove(shown.Reply.Value) };
    }

    private bool IsKnown(ReplyId reply) => Kind == AnswerKind.WordCloud
        ? Cloud.ContainsKey(reply.Value)
        : Whys.Any(why => why.Id == reply) || (Guid.TryParseExact(reply.Value, "N", out var id) && Answers.TryGetValue(id, out var answer) && IsForAll(answer));

    private Reply ReplyOf(Answer answer)
    {
        var id = ReplyId.Of(answer.Id);
        return new(id, answer.Text, 1, IsHidden(id.Value));
    }

    private static bool IsForAll(Answer answer) => answer is { IsShared: true, IsWithdrawn: false };
}
