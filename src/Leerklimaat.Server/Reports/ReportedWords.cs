using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Reports;

namespace Leerklimaat.Server.Reports;

/// <summary>Which words in a report are of people and which are of the deck: its pieces are sentences by then, and on a page in another language each is read in its own.</summary>
public sealed class ReportedWords
{
    // A shorter one may stand in a sentence of ours by chance.
    private const int Findable = 8;

    private readonly Dictionary<string, bool> written = new(StringComparer.Ordinal);

    private ReportedWords(WorkshopReport report)
    {
        foreach (var card in report.Cards) Add(card.Text, card.IsCase);
        foreach (var card in report.Held) Add(card.Text, card.IsCase);
        foreach (var card in report.Skipped) Add(card.Text, isWritten: false);
        foreach (var factor in report.Factors) Add(factor.Name, isWritten: false);
        foreach (var text in Written(report)) Add(text, isWritten: true);
    }

    public static ReportedWords Of(WorkshopReport report) => new(report);

    /// <summary>A sentence in pieces: our own words, what people wrote, and what stands on a card.</summary>
    public IEnumerable<(string Text, bool? IsWritten)> In(string sentence)
    {
        if (written.TryGetValue(sentence, out var whole)) return [(sentence, whole)];

        var found = written.Keys.Where(words => words.Length >= Findable && sentence.Contains(words, StringComparison.Ordinal)).MaxBy(words => words.Length);
        if (found is null) return [(sentence, null)];

        var at = sentence.IndexOf(found, StringComparison.Ordinal);
        return [.. In(sentence[..at]), (found, written[found]), .. In(sentence[(at + found.Length)..])];
    }

    private static IEnumerable<string> Written(WorkshopReport report)
    {
        var lines = report.Lists.Present.Concat(report.Lists.ToDevelop).Concat(report.Lists.Questions).ToList();
        return
        [
            report.Purpose.Occasion, report.Purpose.Goal, .. report.Purpose.Whys, .. report.Cards.SelectMany(card => new[] { card.HappensNow, card.Asks }), .. SquaresOf(report.Board), .. report.Cases.SelectMany(brought => brought.Given.Select(given => given.Text).Concat([brought.Text, brought.HappensNow, brought.Asks])),
            .. lines.SelectMany(line => line.Entries.Select(entry => entry.Text).Append(line.Name).Append(line.Wording).Append(line.LeftOver?.Owner ?? "").Append(line.LeftOver?.Answer ?? "")),
            .. lines.SelectMany(line => line.Actions).SelectMany(action => new[] { action.Text, action.Owner, action.Noticing }),
            .. report.Questions.SelectMany(Written),
        ];
    }

    // Together, as a sentence has them, and each by itself, as a table has it.
    private static IEnumerable<string> SquaresOf(Board board) => board.Kind != BoardKind.OwnWords ? [] : [string.Join(" · ", ReportOutline.SquaresOf(board)), .. ReportOutline.SquaresOf(board)];

    private static IEnumerable<string> Written(ReportedQuestion question) =>
    [
        question.Title, .. question.Replies.Select(reply => reply.Text), .. question.RoomQuestions.Select(one => one.Text), .. question.Result?.Options.Select(option => option.Text) ?? [],
        .. question.Comparison is { } compared ? compared.Came.Concat(compared.Stayed).Concat(compared.Went).Select(phrase => phrase.Text) : [],
    ];

    private void Add(string text, bool isWritten)
    {
        if (text.Length > 0) written.TryAdd(text, isWritten);
    }
}
