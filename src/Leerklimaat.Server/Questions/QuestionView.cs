using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Rehearsals;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.People;

namespace Leerklimaat.Server.Questions;

/// <summary>What everybody may see of a question. Private answers are not in it, and what was hidden is not in it either.</summary>
/// <param name="Replies">The largest phrases, or the newest answers.</param>
/// <param name="More">How many more there are than these.</param>
/// <param name="People">How many people answered.</param>
/// <param name="Learned">At the closing: what people wanted to learn, and whether they did.</param>
public sealed record BoardView(
    WorkshopId Workshop, PartId Part, AnswerKind Kind, string Title, bool IsFrozen, Sequence<Reply> Replies, int More, int People, CloudView? Cloud, LearnedView? Learned)
{
    public bool IsEmpty => Replies.Count == 0;

    /// <summary>Where an earlier cloud is asked anew: which words came, stayed and went.</summary>
    public ComparisonView? Comparison { get; init; }

    /// <summary>At the closing: whether the goal of the workshop was reached, and which aims came true.</summary>
    public ReachedView? Reached { get; init; }

    /// <summary>What people chose, where they answer by tapping.</summary>
    public ChoiceView? Result { get; init; }

    /// <summary>The questions to who leads.</summary>
    public Sequence<RoomQuestion> RoomQuestions { get; init; } = [];
}

/// <summary>What there is to choose from, and as far as it may be shown what people chose.</summary>
/// <param name="Ends">The words at the ends of a scale.</param>
/// <param name="IsShown">Who leads let the result be seen; there may be too few people to show it.</param>
public sealed record ChoiceView(AnswerKind Kind, Sequence<ChosenOption> Options, Sequence<string> Ends, int People, ChosenOption? NearlyAll, double? Mean, bool IsShown);

/// <summary>A cloud beside the earlier one. The clouds are drawn on screens only; the lists say all that they say.</summary>
public sealed record ComparisonView(string Earlier, CloudView? Before, CloudView? After, Sequence<ComparedPhrase> Came, Sequence<ComparedPhrase> Stayed, Sequence<ComparedPhrase> Went);

/// <summary>The goal, and as far as they may be shown how many people say what of it, and for how many each aim came true.</summary>
/// <param name="Goal">Empty where none was set; then nobody is asked about it.</param>
/// <param name="NearlyAll">What all or all but one say; then <paramref name="Said"/> is empty (D4).</param>
public sealed record ReachedView(string Goal, Sequence<int> Said, GoalReached? NearlyAll, int People, Sequence<ToldCount> Aims, int AimPeople);

/// <summary>The shared learning questions, and as far as it may be shown how many were answered.</summary>
/// <param name="NearlyAll">What was said of all questions or all but one; then no number is shown (D4).</param>
public sealed record LearnedView(Sequence<Reply> Questions, int More, Sequence<int> Said, Learned? NearlyAll, int People)
{
    public bool MayBeShown => People > 0;

    /// <summary>The numbers are of several questions, and nobody can tell who answered more than one: there are as many people at most.</summary>
    public bool IsAtMost { get; init; }
}

/// <summary>What the facilitator sees of a question: the same, with what was hidden, and how many people there are.</summary>
public sealed record DeskView(WorkshopId Workshop, PartId Part, AnswerKind Kind, bool IsFrozen, Sequence<Reply> Shown, Sequence<Reply> Hidden, int More, int People, int Of)
{
    /// <summary>Of a question that is answered by tapping: whether everybody may see the result.</summary>
    public bool? IsResultShown { get; init; }

    /// <summary>How many people are in the result that is shown.</summary>
    public int Counted { get; init; }

    /// <summary>Questions to who leads that wait to be let through.</summary>
    public Sequence<Reply> Waiting { get; init; } = [];

    /// <summary>Those that everybody may see.</summary>
    public Sequence<RoomQuestion> RoomQuestions { get; init; } = [];
}

/// <summary>What only this device may see of a question: its own answers.</summary>
/// <param name="Seat">For whom it answers; nothing while several people share the device and nobody has said who they are.</param>
/// <param name="Learned">At the closing: one's own learning questions.</param>
public sealed record OwnView(
    WorkshopId Workshop, PartId Part, AnswerKind Kind, bool IsFrozen, int? Seat, Sequence<Answering> Seats, Sequence<OwnAnswerView> Answers, int Most, Sequence<OwnLearningQuestion> Learned)
{
    /// <summary>At the closing: how this person looks back.</summary>
    public OwnReflectionView? Reflection { get; init; }

    /// <summary>Where one answers by tapping: what there is, and what this person chose.</summary>
    public OwnChoiceView? Choice { get; init; }

    /// <summary>The questions to who leads, which this person may second.</summary>
    public Sequence<OwnRoomQuestion> RoomQuestions { get; init; } = [];

    public bool HasRoom => Answers.Count(answer => !answer.IsWithdrawn) < Most;

    public bool IsPersonal => Kind is AnswerKind.LearningQuestion or AnswerKind.TakeAlong;

    public bool IsShort => Kind == AnswerKind.WordCloud;

    public int Longest => Question.LongestOf(Kind);
}

/// <summary>How this person looks back on the goal and the aims of the workshop.</summary>
public sealed record OwnReflectionView(string Goal, GoalReached? Reached, string Why, bool IsWhyHidden, Sequence<Aim> Aims);

/// <summary>Somebody who answers on this device.</summary>
/// <param name="IsRehearsed">Sits with stand-ins: what this one answers is practice (W11).</param>
/// <param name="Place">Which of the seats of this device it is, from 0; it stays so when another of them goes to a device of its own.</param>
/// <param name="Speaks">Has a voice of its own: its device is no other's, or the whole table plays on it (D9).</param>
public sealed record Answering(int Number, int Pawn, string Name, bool IsRehearsed, int Place, bool Speaks)
{
    /// <summary>Who follows without a pawn is alone on their device.</summary>
    public static readonly Answering Follower = new(0, 0, "", IsRehearsed: false, Place: 0, Speaks: false);

    /// <summary>Whose voice this is; nothing where it is one's own, empty for who follows.</summary>
    public string? VoiceOf(Visitor visitor, PartId part) => Speaks ? null : this == Follower ? "" : visitor.WriterOf(part.Value, place: 0);

    public string WriterOf(Visitor visitor, PartId part)
    {
        var writer = visitor.WriterOf(part.Value, Place);
        return IsRehearsed ? Rehearsed.Mark(writer) : writer;
    }
}

/// <summary>An answer that was given on this device.</summary>
/// <param name="IsWaiting">Who leads has not let it through yet.</param>
public sealed record OwnAnswerView(Guid Id, string Text, bool IsShared, bool IsWithdrawn, bool IsHidden, bool IsWaiting);

/// <summary>What there is to choose from, and what this person chose.</summary>
/// <param name="Chosen">By number, from 0; of a ranking in their order.</param>
/// <param name="IsWhole">It counts: of a ranking each option has its place.</param>
public sealed record OwnChoiceView(Sequence<string> Options, Sequence<string> Ends, Sequence<int> Chosen, bool IsWhole);

/// <summary>A question to who leads as one person sees it.</summary>
public sealed record OwnRoomQuestion(RoomQuestion Question, bool IsOwn, bool IsSeconded);

/// <summary>A learning question of one's own, and whether it was answered.</summary>
/// <param name="Part">The part at which it was asked.</param>
public sealed record OwnLearningQuestion(PartId Part, Guid Id, string Text, Learned? Learned);
