using System.Text.Json.Serialization;

namespace Leerklimaat.Domain.Questions;

// The names and properties in this file are stored. Add; never rename or remove.

/// <summary>Something that happened to a question.</summary>
[JsonDerivedType(typeof(QuestionOpened), "question-opened")]
[JsonDerivedType(typeof(AnswerGiven), "answer-given")]
[JsonDerivedType(typeof(AnswerChanged), "answer-changed")]
[JsonDerivedType(typeof(AnswerWithdrawn), "answer-withdrawn")]
[JsonDerivedType(typeof(AnswerRestored), "answer-restored")]
[JsonDerivedType(typeof(AnswerHidden), "answer-hidden")]
[JsonDerivedType(typeof(AnswerShown), "answer-shown")]
[JsonDerivedType(typeof(QuestionFrozen), "question-frozen")]
[JsonDerivedType(typeof(QuestionThawed), "question-thawed")]
[JsonDerivedType(typeof(LearningQuestionAnswered), "learning-question-answered")]
[JsonDerivedType(typeof(GoalJudged), "goal-judged")]
[JsonDerivedType(typeof(GoalExplained), "goal-explained")]
[JsonDerivedType(typeof(AimTicked), "aim-ticked")]
[JsonDerivedType(typeof(RehearsalForgotten), "rehearsal-forgotten")]
[JsonDerivedType(typeof(ChoiceMade), "choice-made")]
[JsonDerivedType(typeof(ResultShown), "result-shown")]
[JsonDerivedType(typeof(QuestionSeconded), "question-seconded")]
[JsonDerivedType(typeof(QuestionTreated), "question-treated")]
public abstract record QuestionEvent;

/// <param name="Options">What there is to choose from, one on each line.</param>
public sealed record QuestionOpened(Guid Workshop, AnswerKind Kind, string Options = "") : QuestionEvent;

public sealed record AnswerGiven(AnswerId Answer, string Text, bool IsShared, string Writer) : QuestionEvent;

public sealed record AnswerChanged(AnswerId Answer, string Text, bool IsShared) : QuestionEvent;

public sealed record AnswerWithdrawn(AnswerId Answer) : QuestionEvent;

public sealed record AnswerRestored(AnswerId Answer) : QuestionEvent;

/// <param name="IsExact">Of a phrase: it alone. Before signs counted, "c" was "C#" too.</param>
public sealed record AnswerHidden(ReplyId Reply, bool IsExact = false) : QuestionEvent;

public sealed record AnswerShown(ReplyId Reply) : QuestionEvent;

public sealed record QuestionFrozen : QuestionEvent;

public sealed record QuestionThawed : QuestionEvent;

public sealed record LearningQuestionAnswered(AnswerId Answer, Learned Learned, string? Voice = null) : QuestionEvent;

public sealed record GoalJudged(GoalReached Reached, string Writer, string? Voice = null) : QuestionEvent;

public sealed record GoalExplained(AnswerId Answer, string Why, string Writer) : QuestionEvent;

public sealed record AimTicked(Aim Aim, bool IsTicked, string Writer, string? Voice = null) : QuestionEvent;

/// <param name="Options">From 0; of a ranking the first ones in their order.</param>
public sealed record ChoiceMade(IReadOnlyList<int> Options, string Writer, string? Voice = null) : QuestionEvent;

public sealed record ResultShown : QuestionEvent;

public sealed record QuestionSeconded(AnswerId Answer, bool IsSeconded, string Writer, string? Voice = null) : QuestionEvent;

public sealed record QuestionTreated(AnswerId Answer, bool IsTreated) : QuestionEvent;

public sealed record RehearsalForgotten : QuestionEvent;
