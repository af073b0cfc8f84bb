using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Workshops;

public sealed record BeginProgramme(DateTimeOffset At) : WorkshopCommand(At);

/// <summary>The programme has still to begin, as long as it is at its first part.</summary>
public sealed record TakeBackBeginning(DateTimeOffset At) : WorkshopCommand(At);

/// <summary>Forward and back are the same: both name the part to go to.</summary>
public sealed record GoToPart(PartId Part, DateTimeOffset At) : WorkshopCommand(At);

/// <param name="Place">From 0: before the part that stands there now.</param>
public sealed record AddParts(IReadOnlyList<Part> Parts, int Place, DateTimeOffset At) : WorkshopCommand(At);

/// <param name="Part">As it is to be; its edition is the one that was edited.</param>
public sealed record ChangePart(Part Part, DateTimeOffset At) : WorkshopCommand(At);

public sealed record MovePart(PartId Part, int Place, DateTimeOffset At) : WorkshopCommand(At);

public sealed record RemovePart(PartId Part, DateTimeOffset At) : WorkshopCommand(At);

public sealed record UndoProgramme(DateTimeOffset At) : WorkshopCommand(At);

/// <summary>Fits the parts to come into the time that is left.</summary>
public sealed record RetimeRest(DateTimeOffset At) : WorkshopCommand(At);

/// <param name="Purpose">As it is to be; its edition is the one that was edited.</param>
public sealed record StatePurpose(Purpose Purpose, DateTimeOffset At) : WorkshopCommand(At);

public sealed record Follow(DeviceId Device, DateTimeOffset At) : WorkshopCommand(At);

/// <summary>Waits for a seat (W12).</summary>
public sealed record WaitForASeat(DeviceId Device, string Name, string Department, DateTimeOffset At) : WorkshopCommand(At);

/// <summary>Asks, from the line, whether it is one's turn.</summary>
/// <param name="Places">How many people could sit down now.</param>
public sealed record KnockAtTheDoor(DeviceId Device, int Places, DateTimeOffset At) : WorkshopCommand(At);

/// <summary>Has a seat now, or waits no longer.</summary>
public sealed record LeaveTheLine(DeviceId Device, DateTimeOffset At) : WorkshopCommand(At);

public sealed record RevokeCode(DateTimeOffset At) : WorkshopCommand(At);

public sealed record RenewCode(JoinCode Code, DateTimeOffset At) : WorkshopCommand(At);

public sealed record GiveReadLink(string Proof, DateTimeOffset Until, ReadLevel Level, DateTimeOffset At) : WorkshopCommand(At);

public sealed record WithdrawReadLink(DateTimeOffset At) : WorkshopCommand(At);

/// <summary>A link with which the owner of an action says how it goes; a new one ends the old one (O2).</summary>
public sealed record GiveActionLink(Guid Action, string Proof, DateTimeOffset At) : WorkshopCommand(At);

public sealed record WithdrawActionLink(Guid Action, DateTimeOffset At) : WorkshopCommand(At);

public sealed record OfferRole(string Proof, bool IsHandOver, DateTimeOffset Until, DateTimeOffset At) : WorkshopCommand(At);

public sealed record WithdrawOffer(DateTimeOffset At) : WorkshopCommand(At);

/// <param name="RecoveryProof">Of a new recovery code: after a hand-over the old one gives the role back to nobody.</param>
public sealed record AcceptRole(string OfferProof, string KeyProof, string RecoveryProof, DateTimeOffset At) : WorkshopCommand(At);

public sealed record DismissSeconds(DateTimeOffset At) : WorkshopCommand(At);

/// <summary>Those who were dismissed last lead again, with the links that they had.</summary>
public sealed record TakeSecondsBack(DateTimeOffset At) : WorkshopCommand(At);

public sealed record BinWorkshop(DateTimeOffset At) : WorkshopCommand(At);

public sealed record RestoreWorkshop(DateTimeOffset At) : WorkshopCommand(At);
