using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Workshops;

// The names and properties in this file are stored. Add; never rename or remove.

public sealed record ProgrammeLaid(IReadOnlyList<Part> Parts) : WorkshopEvent;

public sealed record PartReached(PartId Part, DateTimeOffset At) : WorkshopEvent;

public sealed record BeginningTakenBack(DateTimeOffset At) : WorkshopEvent;

public sealed record PartsAdded(IReadOnlyList<Part> Parts, int Place) : WorkshopEvent;

public sealed record PartChanged(Part Part) : WorkshopEvent;

public sealed record PartMoved(PartId Part, int Place) : WorkshopEvent;

public sealed record PartRemoved(PartId Part) : WorkshopEvent;

public sealed record ProgrammeRestored(IReadOnlyList<Part> Parts) : WorkshopEvent;

public sealed record PartsRetimed(IReadOnlyList<PartMinutes> Minutes) : WorkshopEvent;

public sealed record PurposeStated(Purpose Purpose) : WorkshopEvent;

public sealed record FollowerCame(DeviceId Device) : WorkshopEvent;

public sealed record WaiterCame(DeviceId Device, string Name, string Department, DateTimeOffset At) : WorkshopEvent;

/// <summary>A place is kept for them from now on.</summary>
public sealed record WaiterCalled(DeviceId Device, DateTimeOffset At) : WorkshopEvent;

/// <summary>They did not come. The first time they go to the end of the line, the second time out of it.</summary>
public sealed record WaiterPassedOver(DeviceId Device) : WorkshopEvent;

/// <summary>Fewer places are free than people were called for.</summary>
public sealed record TurnsTakenBack(int Places) : WorkshopEvent;

public sealed record WaiterLeft(DeviceId Device) : WorkshopEvent;

public sealed record CodeRevoked(DateTimeOffset At) : WorkshopEvent;

public sealed record CodeRenewed(JoinCode Code, DateTimeOffset At) : WorkshopEvent;

/// <param name="Level">Nothing in journals from before there were three; then it had all or no quotes.</param>
public sealed record ReadLinkGiven(string Proof, DateTimeOffset Until, bool HasQuotes = false, ReadLevel? Level = null) : WorkshopEvent;

public sealed record ReadLinkWithdrawn(DateTimeOffset At) : WorkshopEvent;

public sealed record ActionLinkGiven(Guid Action, string Proof, DateTimeOffset At) : WorkshopEvent;

public sealed record ActionLinkWithdrawn(Guid Action, DateTimeOffset At) : WorkshopEvent;

public sealed record RoleOffered(string Proof, bool IsHandOver, DateTimeOffset Until) : WorkshopEvent;

public sealed record OfferWithdrawn(DateTimeOffset At) : WorkshopEvent;

public sealed record SecondJoined(string KeyProof, DateTimeOffset At) : WorkshopEvent;

public sealed record RoleHandedOver(string KeyProof, string RecoveryProof, DateTimeOffset At) : WorkshopEvent;

public sealed record SecondsDismissed(DateTimeOffset At) : WorkshopEvent;

public sealed record SecondsTakenBack(DateTimeOffset At) : WorkshopEvent;

public sealed record WorkshopBinned(DateTimeOffset At) : WorkshopEvent;

public sealed record WorkshopRestored(DateTimeOffset At) : WorkshopEvent;
