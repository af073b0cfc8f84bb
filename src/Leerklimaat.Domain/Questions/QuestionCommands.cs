using System.Text.Json.Serialization;

namespace Leerklimaat.Domain.Questions;

/// <summary>Something that is asked of a question.</summary>
[JsonDerivedType(typeof(OpenQuestion), "open-question")]
[JsonDerivedType(typeof(GiveAnswer), "give-answer")]
[JsonDerivedType(typeof(ChangeAnswer), "change-answer")]
[JsonDerivedType(typeof(WithdrawAnswer), "withdraw-answer")]
[JsonDerivedType(typeof(RestoreAnswer), "restore-answer")]
[JsonDerivedType(typeof(HideAnswer), "hide-answer")]
[JsonDerivedType(typeof(ShowAnswer), "show-answer")]
[JsonDerivedType(typeof(FreezeQuestion), "freeze-question")]
[JsonDerivedType(typeof(ThawQuestion), "thaw-question")]
[JsonDerivedType(typeof(AnswerLearningQuestion), "answer-learning-question")]
[JsonDerivedType(typeof(JudgeGoal), "judge-goal")]
[JsonDerivedType(typeof(ExplainGoal), "explain-goal")]
[JsonDerivedType(typeof(TickAim), "tick-aim")]
[JsonDerivedType(typeof(ForgetRehearsal), "forget-rehearsal")]
[JsonDerivedType(typeof(MakeChoice), "make-choice")]
[JsonDerivedType(typeof(TickOption), "tick-option")]
[JsonDerivedType(typeof(ShowResult), "show-result")]
[JsonDerivedType(typeof(SecondQuestion), "second-question")]
[JsonDerivedType(typeof(TreatQuestion), "treat-question")]
public abstract record QuestionCommand(DateTimeOffset At);

/// <summary>The first time that somebody comes to this part of the programme.</summary>
/// <param name="Options">What there is to choose from, one on each line.</param>
public sealed record OpenQuestion(Guid Workshop, AnswerKind Kind, DateTimeOffset At, string Options = "") : QuestionCommand(At);

/// <param name="IsShared">Counts for learning questions and what people take along; other answers are for everybody.</param>
public sealed record GiveAnswer(AnswerId Answer, string Text, bool IsShared, string Writer, DateTimeOffset At) : QuestionCommand(At);

public sealed record ChangeAnswer(AnswerId Answer, string Text, bool IsShared, string Writer, DateTimeOffset At) : QuestionCommand(At);

public sealed record WithdrawAnswer(AnswerId Answer, string Writer, DateTimeOffset At) : QuestionCommand(At);

public sealed record RestoreAnswer(AnswerId Answer, string Writer, DateTimeOffset At) : QuestionCommand(At);

/// <summary>The facilitator takes something off the screen.</summary>
public sealed record HideAnswer(ReplyId Reply, DateTimeOffset At) : QuestionCommand(At);

public sealed record ShowAnswer(ReplyId Reply, DateTimeOffset At) : QuestionCommand(At);

/// <summary>The facilitator lets no more answers come.</summary>
public sealed record FreezeQuestion(DateTimeOffset At) : QuestionCommand(At);

public sealed record ThawQuestion(DateTimeOffset At) : QuestionCommand(At);

/// <summary>At the closing somebody says whether their own learning question was answered.</summary>
public sealed record AnswerLearningQuestion(AnswerId Answer, Learned Learned, string Writer, DateTimeOffset At, string? Voice = null) : QuestionCommand(At);

/// <summary>At the closing somebody says whether the goal of the workshop was reached.</summary>
public sealed record JudgeGoal(GoalReached Reached, string Writer, DateTimeOffset At, string? Voice = null) : QuestionCommand(At);

/// <param name="Why">Empty takes it back.</param>
public sealed record ExplainGoal(AnswerId Answer, string Why, string Writer, DateTimeOffset At) : QuestionCommand(At);

/// <summary>At the closing somebody says which of the aims came true for them.</summary>
public sealed record TickAim(Aim Aim, bool IsTicked, string Writer, DateTimeOffset At, string? Voice = null) : QuestionCommand(At);

/// <summary>Somebody chooses. It takes the place of what they chose before.</summary>
/// <param name="Options">From 0; of a ranking the first ones in their order. None takes it back.</param>
public sealed record MakeChoice(IReadOnlyList<int> Options, string Writer, DateTimeOffset At, string? Voice = null) : QuestionCommand(At);

/// <summary>Somebody adds an option to what they chose, of a ranking at its end, or takes it out.</summary>
/// <param name="Option">From 0.</param>
public sealed record TickOption(int Option, bool IsTicked, string Writer, DateTimeOffset At, string? Voice = null) : QuestionCommand(At);

/// <summary>From now on everybody may see what people choose, as far as their number allows.</summary>
public sealed record ShowResult(DateTimeOffset At) : QuestionCommand(At);

/// <summary>Somebody wants to know this too, or no longer.</summary>
public sealed record SecondQuestion(AnswerId Answer, bool IsSeconded, string Writer, DateTimeOffset At, string? Voice = null) : QuestionCommand(At);

/// <summary>Who leads says that a question of the room was gone into, or not yet.</summary>
public sealed record TreatQuestion(AnswerId Answer, bool IsTreated, DateTimeOffset At) : QuestionCommand(At);

/// <summary>A rehearsal is over (W11).</summary>
public sealed record ForgetRehearsal(DateTimeOffset At) : QuestionCommand(At);
