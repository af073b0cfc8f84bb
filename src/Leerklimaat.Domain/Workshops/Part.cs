namespace Leerklimaat.Domain.Workshops;

/// <summary>One part of the programme of a workshop (W4): a slide, a question, the game, the plenary or the closing.</summary>
/// <param name="Question">What kind of question; only for a part that is one.</param>
/// <param name="Text">Markdown, for everybody.</param>
/// <param name="Notes">For who leads, and for nobody else.</param>
/// <param name="Edition">Counts the changes, so that two facilitators do not overwrite each other.</param>
/// <param name="Options">What there is to choose from, one on each line; only for a question that is answered by choosing.</param>
public sealed record Part(PartId Id, PartKind Kind, QuestionKind? Question, string Title, int Minutes, string Text, string Notes, int Edition, string Options = "")
{
    public const int LongestTitle = 100, LongestText = 20_000, LongestNotes = 5_000, MostMinutes = 480;

    /// <summary>A workshop has one game, one plenary, one placing again and one closing; of slides and questions as many as it likes.</summary>
    public bool IsOnlyOnce => Kind is not (PartKind.Slide or PartKind.Question);
}

/// <summary>What happens in a part.</summary>
public enum PartKind { Slide, Question, Game, Plenary, Closing, PlacingAgain }

/// <summary>What follows from what happens in a part.</summary>
public static class PartKinds
{
    /// <summary>People are at the boards of their tables.</summary>
    public static bool IsAtTheTables(this PartKind kind) => kind is PartKind.Game or PartKind.PlacingAgain;
}

/// <summary>What a question asks for.</summary>
public enum QuestionKind
{
    /// <summary>Words that become a cloud.</summary>
    WordCloud,

    /// <summary>A list of answers.</summary>
    Answers,

    /// <summary>What each person wants to learn.</summary>
    LearningQuestion,

    /// <summary>The words of an earlier cloud anew.</summary>
    CloudAgain,

    /// <summary>One of some options.</summary>
    OneChoice,

    /// <summary>As many of the options as somebody likes.</summary>
    SeveralChoices,

    /// <summary>A step from one to five between two words.</summary>
    Scale,

    /// <summary>The options in an order.</summary>
    Ranking,

    /// <summary>Questions to who leads, which others can second.</summary>
    RoomQuestions,

    /// <summary>Whether people recognise each of some sentences.</summary>
    Recognition,
}

/// <summary>What follows from what a question asks for.</summary>
public static class QuestionKinds
{
    /// <summary>People tap what they choose, among options that the programme names.</summary>
    public static bool IsChoosing(this QuestionKind kind) => kind is QuestionKind.OneChoice or QuestionKind.SeveralChoices or QuestionKind.Scale or QuestionKind.Ranking or QuestionKind.Recognition;
}

/// <summary>The facilitator went to this part at this moment; going back is a visit too.</summary>
public sealed record Visit(PartId Part, DateTimeOffset At);

/// <summary>How many minutes a part is planned to take.</summary>
public sealed record PartMinutes(PartId Part, int Minutes);
