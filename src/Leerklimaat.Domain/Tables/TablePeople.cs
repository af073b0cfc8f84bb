using System.Collections.Immutable;

namespace Leerklimaat.Domain.Tables;

// The people at the table: rules T1 to T6; who comes back to a seat stands in TableClaims.
public sealed partial record Table
{
    private Decision<TableEvent>? AboutPeople(TableCommand command) => command switch
    {
        TakeSeat take => SitDown(take),

        RenameSeat { Name.Length: > Seat.LongestName } => new Refusal(Reason.NameTooLong, Seat.LongestName),
        RenameSeat rename => Find(rename.Seat)!.Name == rename.Name ? Decision<TableEvent>.Nothing : new SeatRenamed(rename.Seat, rename.Name),

        ChangePawn { Pawn: < 1 or > Seat.Pawns } => Reason.PawnUnknown,
        ChangePawn change when Find(change.Seat)!.Pawn == change.Pawn => Decision<TableEvent>.Nothing,
        ChangePawn change when Seats.Any(seat => seat.Pawn == change.Pawn) => Reason.PawnTaken,
        ChangePawn change => new PawnChanged(change.Seat, change.Pawn),

        LeaveTable leave => Leave(leave.Seat),
        SetAside aside when Find(aside.Other) is null => Reason.SeatUnknown,
        SetAside aside => Leave(aside.Other),
        ComeBack back => Find(back.Seat)!.IsAway ? new SeatResumed(back.Seat) : Decision<TableEvent>.Nothing,

        ChooseHost choose when choose.Host is { } host && Find(host) is null => Reason.SeatUnknown,
        ChooseHost choose when choose.Host == Host => Decision<TableEvent>.Nothing,
        ChooseHost choose when !MayMoveOn(choose.Seat) => Reason.OnlyTheHost,
        ChooseHost choose => new HostChosen(choose.Host),

        AskForHelp ask => HelpAskedAt is null ? new HelpAsked(ask.At) : Decision<TableEvent>.Nothing,
        WithdrawHelp or EndHelp => HelpAskedAt is null ? Decision<TableEvent>.Nothing : new HelpEnded(),
        _ => null,
    };

    private Decision<TableEvent> SitDown(TakeSeat take)
    {
        if (Seats.Length >= Setting!.Seats) return Reason.TableFull;
        if (take.Name.Length > Seat.LongestName) return new Refusal(Reason.NameTooLong, Seat.LongestName);

        var pawn = Enumerable.Range(1, Seat.Pawns).First(free => Seats.All(seat => seat.Pawn != free));
        return new SeatTaken(new(Seats.Length + 1), pawn, take.Device, take.Name, take.CodeProof, take.Department);
    }

    private static Decision<TableEvent> Resume(Seat seat) => seat.IsAway ? new SeatResumed(seat.Number) : Decision<TableEvent>.Nothing;

    private Decision<TableEvent> Leave(SeatNumber number) =>
        Find(number)!.IsAway ? Decision<TableEvent>.Nothing : new SeatLeft(number);

    private static Decision<TableEvent> Joined(TableEvent first, Decision<TableEvent> rest) => (TableEvent[])[first, .. rest.Events];

    private Table? AfterPeople(TableEvent happened) => happened switch
    {
        SeatTaken taken => (this with { Seats = Seats.Add(new(taken.Seat, taken.Pawn, taken.Device, taken.Name, taken.CodeProof, taken.Department, IsAway: false) { SatBeforeTheCard = RoundsBegun == 0 }) }).OnDevice(taken.Seat, taken.Device),
        SeatRenamed renamed => With(renamed.Seat, seat => seat with { Name = renamed.Name }),
        PawnChanged changed => With(changed.Seat, seat => seat with { Pawn = changed.Pawn }),
        SeatLeft left => With(left.Seat, seat => seat with { IsAway = true }),
        SeatResumed resumed => With(resumed.Seat, seat => seat with { IsAway = false }),
        HostChosen chosen => this with { Host = chosen.Host },
        HelpAsked asked => this with { HelpAskedAt = asked.At },
        HelpEnded => this with { HelpAskedAt = null },
        _ => null,
    };

    private Table OnDevice(SeatNumber seat, DeviceId device) => SeatsEver.Contains((device, seat)) ? this : this with { SeatsEver = SeatsEver.Add((device, seat)) };

    private Table With(SeatNumber number, Func<Seat, Seat> change) =>
        this with { Seats = [.. Seats.Select(seat => seat.Number == number ? change(seat) : seat)] };
}
