using System.Collections.Immutable;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Rehearsals;

/// <summary>What stand-ins are called and what they write, in one language. The notes belong to the factor of the card that is played.</summary>
public sealed record Script(
    string Language, ImmutableArray<string> Names, ImmutableArray<ScriptedNote> Notes,
    ImmutableArray<string> Words, ImmutableArray<string> Answers, ImmutableArray<string> LearningQuestions, ImmutableArray<string> TakeAlongs)
{
    /// <summary>Of a factor that the script does not know, as in a deck of a host's own, everything that was written for any factor.</summary>
    public IReadOnlyList<string> NotesOn(string factor, NoteKind kind)
    {
        var all = Notes.Where(note => note.Kind == kind).ToList();
        var about = all.Where(note => note.Factor == factor).ToList();
        return [.. (about.Count > 0 ? about : all).Select(note => note.Text)];
    }

    public ImmutableArray<string> For(AnswerKind kind) => kind switch
    {
        AnswerKind.WordCloud => Words,
        AnswerKind.LearningQuestion or AnswerKind.RoomQuestions => LearningQuestions,
        AnswerKind.TakeAlong => TakeAlongs,
        _ => Answers,
    };

    /// <summary>What is wrong with it; nothing when it can be played.</summary>
    /// <param name="deck">Has the factors that must have notes of each kind.</param>
    public IEnumerable<Finding> Check(Deck deck)
    {
        foreach (var list in (ImmutableArray<string>[])[Names, Words, Answers, LearningQuestions, TakeAlongs])
            foreach (var twice in list.GroupBy(text => text).Where(same => same.Count() > 1)) yield return new(twice.Key, "stands there twice");

        if (Names.Length < Seat.Pawns) yield return new("names", $"a table can have {Seat.Pawns} people; there are fewer names");
        foreach (var name in Names.Where(name => name.Length > Seat.LongestName)) yield return new(name, $"a name has at most {Seat.LongestName} characters");
        foreach (var kind in Enum.GetValues<AnswerKind>())
        {
            if (For(kind).Length < Question.MostOf(kind)) yield return new($"{kind}", "there are fewer of these than one person may give");
            foreach (var text in For(kind).Where(text => text.Length > Question.LongestOf(kind))) yield return new(text, $"it has more than {Question.LongestOf(kind)} characters");
        }

        foreach (var note in Notes.Where(note => note.Text.Length > Note.LongestText)) yield return new(note.Text, $"a note has at most {Note.LongestText} characters");
        foreach (var note in Notes.Where(note => deck.Factors.All(factor => factor.Id != note.Factor))) yield return new(note.Factor, $"the deck '{deck.Id}' has no such factor");
        foreach (var factor in deck.Factors)
            foreach (var kind in NoteKinds.Papers.Where(kind => !Notes.Any(note => note.Factor == factor.Id && note.Kind == kind))) yield return new(factor.Id, $"there is no {kind} note on this factor");
    }
}

/// <summary>A note that stand-ins may write when they play a card of this factor.</summary>
public sealed record ScriptedNote(string Factor, NoteKind Kind, string Text);

/// <summary>One thing that is wrong with a script, and where.</summary>
public sealed record Finding(string Where, string What);
