using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Tests.Tables;

/// <summary>The cast and the table that they play at. Dennis has a device but no seat here: he is the outsider.</summary>
public abstract class ATable
{
    protected static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    protected static readonly SeatNumber Anna = new(1), Bram = new(2), Chaima = new(3);
    protected static readonly DeviceId AnnasPhone = Device(1), BramsPhone = Device(2), ChaimasPhone = Device(3), DennisPhone = Device(99);
    protected static readonly CardId Safety = new("veiligheid-1"), Openness = new("openheid-1"), Practice = new("oefenkaart");

    protected static Story<Table, TableCommand, TableEvent> Nothing => new(Table.Empty, Table.Decide, Table.Evolve);

    protected static Story<Table, TableCommand, TableEvent> Laid => Nothing.Given(new TableLaid(new(Guid.Empty, 1, "leerklimaat", Board.Default, 3)));

    /// <summary>Anna, Bram and Chaima sit and the game is open.</summary>
    protected static Story<Table, TableCommand, TableEvent> Seated => Laid.After(
        new TakeSeat(AnnasPhone, "Anna", "code-anna", "", Monday),
        new TakeSeat(BramsPhone, "Bram", "code-bram", "", Monday),
        new TakeSeat(ChaimasPhone, "", "code-chaima", "", Monday),
        new OpenGame(Monday));

    protected static Story<Table, TableCommand, TableEvent> TwoSit => Laid.After(
        new TakeSeat(AnnasPhone, "Anna", "code-anna", "", Monday), new TakeSeat(BramsPhone, "Bram", "code-bram", "", Monday), new OpenGame(Monday));

    protected static Story<Table, TableCommand, TableEvent> Placing => Seated.After(Choose(Anna, Safety));

    protected static Story<Table, TableCommand, TableEvent> AllPlaced => Placing.After(Place(Anna, 1), Place(Bram, 3), Place(Chaima, 4));

    protected static Story<Table, TableCommand, TableEvent> Telling => AllPlaced.After(Reveal(Anna));

    protected static Story<Table, TableCommand, TableEvent> AllTold => Telling.After(Tell(Anna), Tell(Bram), Tell(Chaima));

    protected static Story<Table, TableCommand, TableEvent> PlacingAgain => AllTold.After(new OpenSecondPlacement(Bram, BramsPhone, false, Monday));

    protected static Story<Table, TableCommand, TableEvent> AddingUp => PlacingAgain.After(Place(Anna, 2), Place(Bram, 3), Place(Chaima, 4), Reveal(Chaima));

    protected static Story<Table, TableCommand, TableEvent> Played => AddingUp.After(new LayCard(Anna, AnnasPhone, Pile.Green, Monday));

    protected static DeviceId PhoneOf(SeatNumber seat) => Device(seat.Value);

    protected static ChooseCard Choose(SeatNumber by, CardId card, RoundKind kind = RoundKind.Statement) => new(by, PhoneOf(by), card, kind, ChosenBy.Picked, Monday);

    protected static PlacePawn Place(SeatNumber seat, int square, int round = 1) => new(seat, PhoneOf(seat), round, new(square), Monday);

    protected static RevealPawns Reveal(SeatNumber by, bool anyway = false) => new(by, PhoneOf(by), anyway, Monday);

    protected static FinishTurn Tell(SeatNumber teller, Story story = Story.HappensAlready) => new(teller, PhoneOf(teller), teller, story, Monday);

    protected static WriteNote Write(SeatNumber seat, NoteId note, string text, string proof = "proof", NoteKind kind = NoteKind.Green, bool isSigned = false) =>
        new(seat, PhoneOf(seat), note, kind, text, proof, isSigned, Monday);

    protected static DeviceId Device(int number) => new(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]));
}
