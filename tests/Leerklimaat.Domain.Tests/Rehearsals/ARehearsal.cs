using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Rehearsals;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Tests.Tables;

namespace Leerklimaat.Domain.Tests.Rehearsals;

/// <summary>A table that stand-ins play at. At the tables of <see cref="ATable"/> sit people.</summary>
public abstract class ARehearsal : ATable
{
    protected static readonly Deck Deck = new(
        "leerklimaat", 1, "nl", "Een goed leerklimaat", "", "", "", Board.Default, [new("veiligheid", "Veiligheid", ""), new("tijd", "Tijd", "")],
        [
            new("oefenkaart", CardKind.Practice, "tijd", "practice", "De koffie is lekker.", "", ""),
            .. Enumerable.Range(1, 7).SelectMany(number => (Card[])[new($"veiligheid-{number}", CardKind.Statement, "veiligheid", "factors", $"Veilig {number}.", "", ""), new($"tijd-{number}", CardKind.Statement, "tijd", "factors", $"Tijd {number}.", "", "")]),
        ]);

    protected static readonly Script Script = new(
        "nl", [.. Enumerable.Range(1, 14).Select(number => $"Naam{number}")],
        [.. from factor in new[] { "veiligheid", "tijd" } from kind in NoteKinds.Papers from number in Enumerable.Range(1, 9) select new ScriptedNote(factor, kind, $"{factor} {kind} {number}")],
        ["vertrouwen", "tijd", "rust", "samen"], ["Een goed gesprek.", "Meelopen.", "Oefenen."], ["Hoe begin ik?", "Wie helpt?", "Wat nu?"], ["Ik begin morgen.", "Vaker vragen."]);

    protected static readonly Playing Playing = new(Deck, Script);

    protected static TableId Table(int number) => new(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]));

    protected static Rehearsal Rehearsal(int table, int players) => new([Table(table)], players, Tempo.Real, Monday);

    protected static Table Empty(SecondMoment moment = SecondMoment.AfterTheTalk) => Nothing
        .Given(new TableLaid(new(Guid.Empty, 1, "leerklimaat", Board.Default, 12)), new GameOpened(), new SecondMomentSet(moment)).State;

    /// <summary>As it went on by itself, from an empty table.</summary>
    protected static (IReadOnlyList<TableCommand> Commands, Table After) Play(int table, int players, Func<Table, bool> until, SecondMoment moment = SecondMoment.AfterTheTalk)
    {
        var (commands, after) = PlayingAhead.Play(Playing, Rehearsal(table, players), Table(table), Empty(moment), Monday, until);
        return (commands, after);
    }

    /// <summary>What one stand-in wants at a table where stand-ins sit, who else may also be there.</summary>
    protected static Wish<TableCommand>? WishOf(Table table, SeatNumber seat, bool sleeps = false) =>
        Playing.WishOf(table, new(seat, Draws.From(Table(1).Value), sleeps), Mind.Empty, Monday);

    /// <summary>The same table with stand-ins instead of Anna, Bram and Chaima.</summary>
    protected static Table PlayedBy(Table table, params SeatNumber[] seats) => table with
    {
        Seats = [.. table.Seats.Select(seat => seats.Contains(seat.Number) ? seat with { CodeProof = Rehearsed.Mark("x") } : seat)],
    };

    protected static Table PlayedByAll(Table table) => PlayedBy(table, Anna, Bram, Chaima);
}
