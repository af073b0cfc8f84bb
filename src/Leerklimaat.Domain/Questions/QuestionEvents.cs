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
public abstract record QuestionEvent;

public sealed record QuestionOpened(Guid Workshop, AnswerKind Kind) : QuestionEvent;

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

public sealed record RehearsalForgotten : QuestionEvent;
