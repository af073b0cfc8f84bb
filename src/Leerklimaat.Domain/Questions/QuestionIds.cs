namespace Leerklimaat.Domain.Questions;

/// <summary>What kind of answer a question asks for (W4).</summary>
public enum AnswerKind
{
    /// <summary>A few words; the same words of several people count together.</summary>
    WordCloud,

    /// <summary>A list of whatever people write.</summary>
    Answers,

    /// <summary>What somebody wants to learn, for themselves or to share; it comes back at the closing.</summary>
    LearningQuestion,

    /// <summary>What somebody takes along, asked at the closing.</summary>
    TakeAlong,

    /// <summary>One of some options.</summary>
    OneChoice,

    /// <summary>As many of the options as somebody likes.</summary>
    SeveralChoices,

    /// <summary>A step from one to five between two words.</summary>
    Scale,

    /// <summary>The options in an order, what matters most first.</summary>
    Ranking,

    /// <summary>Questions to who leads. Who leads lets them be seen; then others can second them.</summary>
    RoomQuestions,

    /// <summary>Whether somebody recognises each of some sentences: yes, a bit, or no.</summary>
    Recognition,
}

/// <summary>What follows from what a question asks for.</summary>
public static class AnswerKinds
{
    /// <summary>People tap what they choose, and write nothing.</summary>
    public static bool IsChoosing(this AnswerKind kind) => kind is AnswerKind.OneChoice or AnswerKind.SeveralChoices or AnswerKind.Scale or AnswerKind.Ranking or AnswerKind.Recognition;
}

/// <summary>How far somebody recognises a sentence.</summary>
public enum Recognises { Yes, ABit, No }

/// <summary>Whether a learning question was answered, as its owner says at the closing.</summary>
public enum Learned { Answered, Partly, NotYet }

/// <summary>Whether the goal of the workshop was reached, as one person says at the closing.</summary>
public enum GoalReached { Yes, Partly, No }

/// <summary>What every workshop is for; at the closing people tick what came true for them.</summary>
public enum Aim { LearnTogether, ExchangeExperience, ShareKnowledge }

/// <summary>Names one answer for good.</summary>
public readonly record struct AnswerId(Guid Value);

/// <summary>What the facilitator hides or shows at once: one answer, or in a word cloud a phrase with all that count with it.</summary>
public readonly record struct ReplyId(string Value)
{
    public static ReplyId Of(AnswerId answer) => new(answer.Value.ToString("N"));

    public static ReplyId OfPhrase(string phrase) => new(Phrase.Key(phrase));
}
