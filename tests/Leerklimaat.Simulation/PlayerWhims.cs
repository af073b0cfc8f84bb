using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Simulation;

/// <summary>What somebody at a table does next, at a moment that is still to come: most of the time what the game asks for, now and then whatever comes to mind.</summary>
public sealed class PlayerWhims(Chance chance, IReadOnlyList<CardId> cards, string proof)
{
    public TableCommand Next(Table table, DeviceId device)
    {
        if (table.Seats.FirstOrDefault(seat => seat.Device == device) is not { Number: var seat }) return new TakeSeat(device, "", proof, "", default);

        return chance.Of(.15) ? Anything(table, seat, device) : table.Round switch
        {
            null => Choose(seat, device),
            { Phase: Phase.FirstPlacement or Phase.SecondPlacement } round when round.CurrentOf(seat) is null || chance.Of(.3) => Place(round, seat, device),
            { Phase: Phase.FirstPlacement or Phase.SecondPlacement } => new RevealPawns(seat, device, chance.Of(.2), default),
            { Phase: Phase.Telling } round when !round.HasHadTurn(seat) => new FinishTurn(seat, device, seat, Told(), default),
            { Phase: Phase.Telling } => new OpenSecondPlacement(seat, device, chance.Of(.2), default),
            _ => new LayCard(seat, device, chance.Of(.1) ? null : chance.Of(Enum.GetValues<Pile>()), default),
        };
    }

    private TableCommand Anything(Table table, SeatNumber seat, DeviceId device)
    {
        var round = table.Round;
        var other = new SeatNumber(1 + chance.Below(Math.Max(1, table.Seats.Length)));
        var note = new NoteId(chance.NewId());
        var old = table.Notes.IsEmpty ? note : chance.Of(table.Notes).Id;
        var card = chance.Of(cards);
        var text = $"Inval {chance.Below(1_000)}";
        return chance.Below(26) switch
        {
            0 => new RenameSeat(seat, device, text, default),
            1 => new LeaveTable(seat, device, default),
            2 or 3 => new ComeBack(seat, device, default),
            4 => new SetAside(seat, device, other, default),
            5 => new AskForHelp(seat, device, default),
            6 => new WithdrawHelp(seat, device, default),
            7 => new StarCard(seat, device, card, default),
            8 => new UnstarCard(seat, device, card, default),
            9 or 10 or 11 or 12 => new WriteNote(seat, device, note, chance.Of(Enum.GetValues<NoteKind>()), text, proof, false, default),
            13 => new ChangeNote(seat, device, old, text, proof, default),
            14 => new WithdrawNote(seat, device, old, proof, default),
            15 => new SkipCard(seat, device, round?.Card ?? card, default),
            16 => new SkipSecondPlacement(seat, device, default),
            17 => new CallNote(seat, device, old, chance.Of(Enum.GetValues<NoteKind>()), default),
            18 => new KeepNote(seat, device, old, chance.Of(.5), default),
            19 => new KeepRound(seat, device, 1 + chance.Below(Math.Max(1, table.RoundsBegun)), chance.Of(.5), default),
            20 => new GiveHarvest(seat, device, default),
            21 => new SetClock(seat, device, 1 + chance.Below(5), default),
            22 => new ExtendClock(seat, device, default),
            23 or 24 => new TakeAlong(seat, device, old, chance.Of(.8), default),
            _ => new ChangePawn(seat, device, 1 + chance.Below(Seat.Pawns), default),
        };
    }

    private TableCommand Choose(SeatNumber seat, DeviceId device)
    {
        var card = chance.Of(cards);
        return chance.Of(.1)
            ? new BringCase(seat, device, CardId.OfCase(chance.NewId()), "De overdracht gaat mis.", "", default, "Hoe doen jullie dat?")
            : new ChooseCard(seat, device, card, RoundKind.Statement, chance.Of(Enum.GetValues<ChosenBy>()), default);
    }

    private TableCommand Place(Round round, SeatNumber seat, DeviceId device)
    {
        var place = new Place(chance.Below(5));
        return new PlacePawn(seat, device, round.Number, place, default);
    }

    private Story Told() => chance.Of(Enum.GetValues<Story>());
}
