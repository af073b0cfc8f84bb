using System.Globalization;
using System.Text;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Rehearsals;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Documents;

/// <summary>Writes <c>docs/states.md</c> by asking the rules themselves.</summary>
public static class StatesDocument
{
    /// <summary>Before it is there, and when it is there no more.</summary>
    private const string Nowhere = "[*]";

    private static readonly DateTimeOffset Now = new(2026, 12, 1, 9, 30, 0, TimeSpan.Zero);

    private static readonly DeviceId Anna = new(Id(1));

    public static string Place => Path.Combine(Repository.Root, "docs", "states.md");

    public static string Text()
    {
        var text = new StringBuilder("""
            # States

            What a round, a workshop and a question can be, and which command leads from one to another. Made by a test
            ([StatesDocument.cs](../tests/Leerklimaat.Server.Tests/Documents/StatesDocument.cs)) that asks the rules every command in every situation that it
            comes to: what is refused, and what leaves the state as it is, is not drawn. After a change of the rules, write it anew:

            ```sh
            WRITE_DOCUMENTS=1 tests/Leerklimaat.Server.Tests/bin/Release/net10.0/Leerklimaat.Server.Tests --filter-class '*DrawingTheStates'
            ```

            The rules are functions of a state and a command and can be explored as they stand, so no library of state machines (such as LogicBlocks) has to come
            in between only to be drawn.

            """.ReplaceLineEndings("\n"));
        Write(text, "A round", "`Round` of [Table.cs](../src/Leerklimaat.Domain/Tables/Table.cs), rules G1 to G13 and T7. *Held* is a card that waits for its second placement; the pile of the card before it (`LayCard`) can be its beginning.", Round());
        Write(text, "A workshop", "[Workshop.cs](../src/Leerklimaat.Domain/Workshops/Workshop.cs), rules W1, W9, W10 and W11: whether its game runs, whether it is closed or lies in the bin. *Practising* is a rehearsal.", OfWorkshop());
        Write(text, "A question", "[Question.cs](../src/Leerklimaat.Domain/Questions/Question.cs), rule W4: whether people can answer it.", OfQuestion());
        return text.ToString();
    }

    /// <summary>The first two rounds of a table: of two cards that wait, the second is taken after the first.</summary>
    public static IReadOnlyList<Step> Round()
    {
        var table = Table.Empty;
        foreach (var command in (TableCommand[])[new LayTable(Setting, Now), new OpenGame(Now), new TakeSeat(Anna, "", "text", "", Now)])
            table = Table.Decide(table, command).Events.Aggregate(table, Table.Evolve);
        PaperRound OnPaper(int? replaces) => new(replaces, new("paper"), null, [new(new(1), new(1))], [], [], Pile.Green, []);
        var commands = Exploring.Every<TableCommand>(
            Now, Setting, Anna, new SeatNumber(1), new CardId("card"), new CardId("other"), new Place(1), new NoteId(Id(3)), "text", 1, 2, OnPaper(null), OnPaper(1));
        return Exploring.From<Table, TableCommand, TableEvent>(
            table, [now => StateOf(now, 1), now => StateOf(now, 2)],
            now => (StateOf(now, 1), StateOf(now, 2), Math.Min(now.RoundsBegun, 2), now.Game, now.SecondMoment, now.AreHeldCardsOpened, now.Round?.WasHeld, now.Round?.Second.IsEmpty, now.Played.LastOrDefault()?.IsOnPaper, now.Seats.Length),
            commands, Table.Decide, Table.Evolve);
    }

    public static IReadOnlyList<Step> OfWorkshop()
    {
        var game = new Part(new(Id(4)), PartKind.Game, null, "text", 5, "", "", 0);
        var slide = game with { Id = new(Id(5)), Kind = PartKind.Slide };
        var commands = Exploring.Every<WorkshopCommand>(
            Now, "text", JoinCode.From([1, 2, 3, 4, 5, 6]), Board.Default, Template.All[0], (IReadOnlyList<TableId>)[new TableId(Id(6))], (IReadOnlyList<ChangedTable>)[new ChangedTable(new(Id(6)), "text", 2)], (IReadOnlyList<Part>)[slide, game], game, slide, game.Id, slide.Id,
            new TableId(Id(6)), Id(8), Anna, new Purpose("text", "text", 0), 2, 1L);
        return Exploring.From<Workshop, WorkshopCommand, WorkshopEvent>(
            Workshop.Empty, [StateOf],
            now => (StateOf(now), now.Game, now.ClosedAt is not null, now.Rehearsal is not null, now.SecondMoment, now.AreSecondPlacementsOpen, now.ToErase is not null, now.Programme.Length, now.Current),
            commands, Workshop.Decide, Workshop.Evolve);
    }

    public static IReadOnlyList<Step> OfQuestion()
    {
        var answer = new AnswerId(Id(7));
        var commands = Exploring.Every<QuestionCommand>(Now, Id(8), answer, ReplyId.Of(answer), "text", Rehearsed.Mark("text"), 0, new[] { 0 });
        return Exploring.From<Question, QuestionCommand, QuestionEvent>(
            Question.Empty, [now => !now.IsOpen ? Nowhere : now.IsFrozen ? "Frozen" : "Open"],
            now => (now.IsOpen, now.IsFrozen, now.Kind, now.IsAnswered, now.Answers.Values.Any(one => Rehearsed.IsMarked(one.Writer)), now.Reflections.Count, now.Answers.Values.Any(one => one.IsWithdrawn)),
            commands, Question.Decide, Question.Evolve);
    }

    private static TableSetting Setting => new(Id(9), 1, "deck", Board.Default, 2);

    private static string StateOf(Table table, int number) =>
        table.Round is { } round && round.Number == number ? $"{round.Phase}"
        : table.Played.FirstOrDefault(played => played.Number == number) is { } known ? known.IsHeld ? "Held" : $"{known.Phase}"
        : Nowhere;

    private static string StateOf(Workshop workshop) => workshop switch
    {
        { Exists: false } => Nowhere,
        { BinnedAt: not null } => "Binned",
        { ClosedAt: not null } => "Closed",
        { Rehearsal: not null } => $"Practising, {workshop.Game}",
        _ => $"{workshop.Game}",
    };

    private static Guid Id(byte number) => new(number, 0, 0, new byte[8]);

    private static void Write(StringBuilder text, string title, string what, IReadOnlyList<Step> steps)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n{what}\n\n```mermaid\nstateDiagram-v2\n");
        var states = steps.SelectMany(step => new[] { step.From, step.To }).Where(state => state != Nowhere).Distinct().ToList();
        foreach (var state in states.Where(state => state != Named(state))) text.Append(CultureInfo.InvariantCulture, $"    state \"{state}\" as {Named(state)}\n");
        // In the order in which they were come to, which is that in which people do.
        foreach (var arrow in steps.GroupBy(step => (step.From, step.To)))
            text.Append(CultureInfo.InvariantCulture, $"    {Named(arrow.Key.From)} --> {Named(arrow.Key.To)} : {string.Join(", ", arrow.Select(step => step.Command).Distinct().Order(StringComparer.Ordinal))}\n");
        text.Append("```\n");
    }

    private static string Named(string state) => state.Replace(", ", "", StringComparison.Ordinal);
}
