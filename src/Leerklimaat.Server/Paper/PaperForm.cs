using System.Globalization;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Server.Paper;

/// <summary>What stands in the fields of the page on which a card from paper is entered, as it was typed.</summary>
/// <param name="First">For each person what was typed; so are <paramref name="Told"/> and <paramref name="Second"/>.</param>
public sealed record PaperForm(
    string Card, string Case, string HappensNow, string Asks, string Bringer, IReadOnlyList<string> First, IReadOnlyList<string> Told, IReadOnlyList<string> Second,
    string Pile, string Green, string Question, string Need)
{
    private const char Star = '*';

    // The same letters in every language: a score sheet may be entered by somebody who reads another.
    private static readonly (string Letter, Story Story)[] Letters = [("A", Story.HappensAlready), ("N", Story.NotYet), ("P", Story.Passed)];

    public static PaperForm Empty(int people) => new("", "", "", "", "", Blank(people), Blank(people), Blank(people), "", "", "", "");

    public static PaperForm Of(IFormCollection form, int people)
    {
        IReadOnlyList<string> Row(string name) => [.. Enumerable.Range(1, people).Select(person => Plain.Line(form[$"{name}-{person}"]))];
        return new(
            Plain.Line(form["card"]), Plain.Text(form["case"]), Plain.Text(form["happens-now"]), Plain.Text(form["asks"]), Plain.Line(form["bringer"]), Row("first"), Row("told"), Row("second"),
            Plain.Line(form["pile"]), Plain.Text(form["green"]), Plain.Text(form["question"]), Plain.Text(form["need"]));
    }

    /// <summary>A round as it would have been typed, to correct it or put it back.</summary>
    public static PaperForm Of(Round round, IReadOnlyCollection<Note> notes, int people, PrintedCard? card) => new(
        card is null ? "" : $"{card.Number} · {card.Card.Text}", round.Case?.Text ?? "", round.Case?.HappensNow ?? "", round.Case?.Asks ?? "", round.Case is { Bringer.Value: > 0 } written ? Text(written.Bringer.Value) : "",
        Row(people, seat => round.FirstOf(seat) is { } place ? Text(place.Square) : ""),
        Row(people, seat => round.Turns.FirstOrDefault(turn => turn.Seat == seat) is { } turn ? Letters.First(one => one.Story == turn.Story).Letter : ""),
        Row(people, seat => round.SecondOf(seat) is { } place ? Text(place.Square) : ""),
        $"{round.Pile}", Lines(round, notes, NoteKind.Green), Lines(round, notes, NoteKind.Question), Lines(round, notes, NoteKind.Need));

    public IReadOnlyList<string> this[PaperField row] => row switch
    {
        PaperField.First => First,
        PaperField.Told => Told,
        _ => Second,
    };

    /// <param name="card">The card that is meant, or that of the case.</param>
    /// <param name="command">The ids of new notes follow from it, so that the same form sent twice writes the same notes.</param>
    public PaperRound Read(int? replaces, CardId card, Guid command) => new(
        replaces, card, Case.Length > 0 ? new(new(NumberOf(Bringer)), Case, HappensNow, Asks) : null,
        Placements(First), Placements(Second), [.. Told.Select((letter, index) => (letter, index)).Where(told => IsFilled(told.letter)).Select(told => new Turn(new(told.index + 1), StoryOf(told.letter)))],
        Enum.TryParse<Pile>(Pile, out var pile) && Enum.IsDefined(pile) ? pile : null,
        [.. NotesOf(NoteKind.Green, Green, command), .. NotesOf(NoteKind.Question, Question, command), .. NotesOf(NoteKind.Need, Need, command)]);

    // An empty square and a dash both mean that this person did not place.
    private static bool IsFilled(string typed) => typed.Trim('-', '–', ' ').Length > 0;

    private static IReadOnlyList<Placement> Placements(IReadOnlyList<string> typed) =>
        [.. typed.Select((text, index) => (text, index)).Where(one => IsFilled(one.text)).Select(one => new Placement(new(one.index + 1), new(NumberOf(one.text, otherwise: -1))))];

    // What is no number of a square is refused by the rules, at its own field.
    private static int NumberOf(string typed, int otherwise = 0) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : typed.Length == 0 ? 0 : otherwise == 0 ? -1 : otherwise;

    private static Story StoryOf(string typed) => Letters.Where(one => one.Letter.Equals(typed, StringComparison.OrdinalIgnoreCase)).Select(one => one.Story).DefaultIfEmpty((Story)(-1)).First();

    // At a case a star says that who brought it takes this along; elsewhere it is a star.
    private IEnumerable<PaperNote> NotesOf(NoteKind kind, string typed, Guid command) => typed
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select((line, index) => Case.Length > 0 && kind != NoteKind.Question && line.TrimStart(Star).Trim() is { Length: > 0 } text && text.Length < line.Length
            ? new PaperNote(IdOf(command, kind, index), kind, text) { IsTaken = true }
            : new PaperNote(IdOf(command, kind, index), kind, line));

    private static NoteId IdOf(Guid command, NoteKind kind, int index)
    {
        var bytes = command.ToByteArray();
        bytes[0] ^= (byte)(index + 1);
        bytes[1] ^= (byte)((int)kind + 1);
        return new(new Guid(bytes));
    }

    private static string Lines(Round round, IEnumerable<Note> notes, NoteKind kind) =>
        string.Join('\n', notes.Where(note => note.Kind.Paper() == kind).Select(note => round.Taken.Contains(note.Id) ? $"{Star} {note.Text}" : note.Text));

    private static IReadOnlyList<string> Row(int people, Func<SeatNumber, string> typed) => [.. Enumerable.Range(1, people).Select(person => typed(new(person)))];

    private static IReadOnlyList<string> Blank(int people) => [.. Enumerable.Repeat("", people)];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
