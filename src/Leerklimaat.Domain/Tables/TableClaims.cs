using System.Collections.Immutable;

namespace Leerklimaat.Domain.Tables;

// Coming back to one's seat on another device, without anybody else coming to a pawn that lies face down: rule T2.
public sealed partial record Table
{
    private Decision<TableEvent>? AboutClaims(TableCommand command) => command switch
    {
        ReturnToSeat back => Return(back),
        ClaimSeat claim => ClaimOf(claim),
        AnswerClaim answer => Answer(answer),
        GiveSeatBack back => GiveBack(back),
        _ => null,
    };

    private Decision<TableEvent> Return(ReturnToSeat back) => Seats.FirstOrDefault(seat => seat.CodeProof == back.CodeProof) switch
    {
        null => Reason.PersonalCodeUnknown,
        var seat when seat.Device == back.Device => Resume(seat),
        var seat => HandOverTo(back.Device, seat),
    };

    private Decision<TableEvent> ClaimOf(ClaimSeat claim) => Find(claim.Seat) switch
    {
        // Nobody who was there played a stand-in or on paper.
        null or { IsOnPaper: true } or { IsStandIn: true } => Reason.SeatUnknown,
        var seat when seat.Device == claim.Device || Claims.Any(other => (other.Seat, other.Device) == (claim.Seat, claim.Device)) => Decision<TableEvent>.Nothing,
        _ => new SeatClaimed(claim.Seat, claim.Device, claim.At),
    };

    private Decision<TableEvent> Answer(AnswerClaim answer)
    {
        if (Claims.FirstOrDefault(claim => claim.Seat == answer.Claimed) is not { } claim) return Reason.SeatNotClaimed;
        // Or whoever holds one seat could take the whole table, one claim after the other.
        if (claim.Device == answer.Device) return Reason.OwnClaim;
        if (!answer.IsThem) return new ClaimDenied(claim.Seat, claim.Device);

        var claimed = Find(claim.Seat)!;
        if (claimed.Device == answer.Device) return HandOverTo(claim.Device, claimed);
        // Who sat down just now, or took a seat over, may be the one who claims, on a second device.
        if (!KnowsTheOthers(answer.Device)) return Reason.CameDuringTheCard;
        return claim.At + Claim.HolderIsAskedFor - answer.At is { Ticks: > 0 } left ? new Refusal(Reason.HolderIsAskedFirst, (int)Math.Ceiling(left.TotalSeconds)) : HandOverTo(claim.Device, claimed);
    }

    private Decision<TableEvent> GiveBack(GiveSeatBack back)
    {
        if (HandOvers.FirstOrDefault(one => one.Seat == back.Moved) is not { } handed) return Reason.NothingToUndo;
        if (back.Device != handed.From && !SeatsOf(back.Device).Any()) return Reason.NotYourSeat;
        if (back.Device != handed.From && back.Device != handed.To && !KnowsTheOthers(back.Device)) return Reason.CameDuringTheCard;
        return new SeatGivenBack(handed.Seat, handed.From);
    }

    private bool KnowsTheOthers(DeviceId device) => SeatsOf(device).Any(seat => seat.SatBeforeTheCard);

    private static Decision<TableEvent> HandOverTo(DeviceId device, Seat seat) => Joined(new SeatHandedOver(seat.Number, device), Resume(seat));

    private Table? AfterClaims(TableEvent happened) => happened switch
    {
        SeatClaimed claimed => this with { Claims = [.. Claims.Where(claim => claim.Seat != claimed.Seat && claim.Device != claimed.Device), new(claimed.Seat, claimed.Device, claimed.At)] },
        ClaimDenied denied => Without(denied.Seat),
        SeatHandedOver handed => Without(handed.Seat).Remembering(handed).Moved(handed.Seat, handed.Device),
        SeatGivenBack back => GivenBack(HandOvers.First(one => one.Seat == back.Seat)),
        _ => null,
    };

    private Table Without(SeatNumber claimed) => this with { Claims = [.. Claims.Where(claim => claim.Seat != claimed)] };

    private Table Moved(SeatNumber number, DeviceId device) =>
        With(number, seat => seat with { Device = device, HandOvers = seat.HandOvers + 1, SatBeforeTheCard = RoundsBegun == 0 }).OnDevice(number, device);

    /// <summary>A seat that goes on from hand to hand goes back to whom it was taken from first; one that came home has nothing to undo.</summary>
    private Table Remembering(SeatHandedOver handed)
    {
        var before = Find(handed.Seat)!;
        var first = HandOvers.FirstOrDefault(one => one.Seat == handed.Seat);
        var now = first is null ? new HandOver(handed.Seat, before.Device, handed.Device, before.SatBeforeTheCard, FaceDownOf(handed.Seat), Round is not null) : first with { To = handed.Device };
        var others = HandOvers.Where(one => one.Seat != handed.Seat);
        return this with { HandOvers = now.From == now.To ? [.. others] : [.. others, now] };
    }

    private FaceDown? FaceDownOf(SeatNumber seat) => Round is { IsPlacing: true } round ? new(round.Number, round.Phase, round.CurrentOf(seat)) : null;

    private Table GivenBack(HandOver handed)
    {
        var back = (this with { HandOvers = HandOvers.Remove(handed) }).Moved(handed.Seat, handed.From).With(handed.Seat, seat => seat with { SatBeforeTheCard = handed.SatBefore });
        return Round is { IsPlacing: true } round && round.CurrentOf(handed.Seat) is not null && !round.IsLaidBy(handed.Seat, handed.From)
            ? back.With(_ => round.Laid(handed.Seat, handed.From, handed.Was is { } was && (was.Round, was.Phase) == (round.Number, round.Phase) ? was.Place : null))
            : back;
    }

    /// <summary>With a new card everybody at the table knows the others, and what happened before it is over.</summary>
    private Table WithANewCard() => this with
    {
        Seats = [.. Seats.Select(seat => seat with { SatBeforeTheCard = true })],
        HandOvers = [.. HandOvers.Where(handed => !handed.HasSeenACard).Select(handed => handed with { HasSeenACard = true })],
    };
}
