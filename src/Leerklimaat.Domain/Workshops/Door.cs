namespace Leerklimaat.Domain.Workshops;

/// <summary>What stands before an address: who may come in there.</summary>
public enum Door
{
    /// <summary>Everybody who reaches the server.</summary>
    Anybody,

    /// <summary>Who has the join code, which is in the address.</summary>
    WithTheCode,

    /// <summary>Who has a seat, follows, or leads.</summary>
    InTheRoom,

    /// <summary>Who has a seat or follows, and so answers and sets dots.</summary>
    TakesPart,

    /// <summary>Who has a seat or follows: also after the workshop, for as long as its report can be read by link.</summary>
    WasThere,

    /// <summary>Who has a seat at this table, waits for tablemates to say that one is theirs, or had one that went to another device.</summary>
    ComesToThisTable,

    /// <summary>Who has a seat at this table.</summary>
    AtThisTable,

    /// <summary>Who holds the seat that the form names.</summary>
    HoldsThisSeat,

    /// <summary>Who leads the workshop: the first facilitator or one who accepted an offer.</summary>
    Leads,

    /// <summary>The first facilitator alone.</summary>
    LeadsFirst,

    /// <summary>The first facilitator, also while the workshop lies in the bin.</summary>
    KeepsTheBin,

    /// <summary>A screen with the key of the wall, or somebody in the room.</summary>
    SeesTheWall,

    /// <summary>A screen with the key of this table, or somebody who sits at it or leads.</summary>
    SeesThisTable,

    /// <summary>Who has the read link.</summary>
    ReadsByLink,

    /// <summary>Who has the link of the owner of one action.</summary>
    HasAnActionLink,

    /// <summary>Who has a link by which the role was offered.</summary>
    HasAnOffer,

    /// <summary>Who has the facilitator's private link.</summary>
    HasThePrivateLink,

    /// <summary>Who has a link of a deck that somebody made.</summary>
    HasADeckLink,

    /// <summary>Who came by any link of the deck.</summary>
    SeesTheDeck,

    /// <summary>Who came by a link with which one may say what one thinks of a card.</summary>
    CommentsOnTheDeck,

    /// <summary>Who came by the link with which the deck is made.</summary>
    EditsTheDeck,

    /// <summary>The same, also while the deck lies in the bin.</summary>
    KeepsTheDeck,
}

/// <summary>What somebody who comes to a door has, whatever the workshop has become meanwhile.</summary>
/// <param name="Sits">At any table of the workshop.</param>
/// <param name="SitsHere">At the table of the address.</param>
/// <param name="HoldsSeat">The seat that the form names.</param>
/// <param name="Claims">Said that a seat at the table of the address is theirs, and waits; or had one that went to another device.</param>
/// <param name="Follows">By a code that still holds.</param>
/// <param name="HasKey">The secret in the address is the right one for this door. For who was there: that the report can still be read by link.</param>
/// <param name="Code">The join code in the address.</param>
public sealed record Arrival(bool LeadsFirst = false, bool Leads = false, bool Sits = false, bool SitsHere = false, bool HoldsSeat = false, bool Claims = false, bool Follows = false, bool HasKey = false, JoinCode? Code = null)
{
    public static readonly Arrival Stranger = new();
}

/// <summary>What a door answers.</summary>
public enum Admission
{
    /// <summary>Come in.</summary>
    In,

    /// <summary>There is no such workshop, or no such table.</summary>
    Unknown,

    /// <summary>This is for somebody else.</summary>
    NotYours,

    /// <summary>There is a new code.</summary>
    CodeRenewed,

    /// <summary>The workshop is over, or its code was taken back.</summary>
    Ended,

    /// <summary>To who leads: it lies in the bin and can be taken out.</summary>
    Binned,
}

/// <summary>The one place that knows what closed, ended, revoked and binned mean at each door (W7, W9).</summary>
public static class Doors
{
    /// <param name="hasEnded">The workshop was closed, and the time to look at it after that is over.</param>
    public static Admission Admit(Door door, Arrival arrival, Workshop workshop, bool hasEnded)
    {
        if (door == Door.Anybody) return Admission.In;
        if (!workshop.Exists) return Admission.Unknown;
        if (!IsTheirs(door, arrival)) return door == Door.WithTheCode ? Admission.CodeRenewed : Admission.NotYours;
        if (door is Door.KeepsTheBin or Door.HasThePrivateLink) return Admission.In;
        if (workshop.BinnedAt is not null) return arrival.Leads ? Admission.Binned : Admission.Ended;
        if (door == Door.WithTheCode && workshop.IsCodeRevoked) return Admission.Ended;
        return hasEnded && EndsWithTheWorkshop(door) && !arrival.Leads && !(door == Door.WasThere && arrival.HasKey) ? Admission.Ended : Admission.In;

        bool IsTheirs(Door at, Arrival by) => at switch
        {
            Door.WithTheCode => by.Code == workshop.Code,
            Door.InTheRoom => by.Leads || by.Sits || by.Follows,
            Door.TakesPart or Door.WasThere => by.Sits || by.Follows,
            Door.ComesToThisTable => by.SitsHere || by.Claims,
            Door.AtThisTable => by.SitsHere,
            Door.HoldsThisSeat => by.HoldsSeat,
            Door.Leads => by.Leads,
            Door.LeadsFirst or Door.KeepsTheBin => by.LeadsFirst,
            Door.SeesTheWall => by.HasKey || by.Leads || by.Sits || by.Follows,
            Door.SeesThisTable => by.HasKey || by.Leads || by.SitsHere,
            _ => by.HasKey,
        };
    }

    /// <summary>The address of this door names a table; the others name a workshop, or nothing.</summary>
    public static bool IsAtATable(this Door door) => door is Door.ComesToThisTable or Door.AtThisTable or Door.HoldsThisSeat or Door.SeesThisTable;

    /// <summary>A read link has an end of its own; what belongs to leading, and to what comes after the workshop, has none.</summary>
    private static bool EndsWithTheWorkshop(Door door) => door is not (Door.ReadsByLink or Door.HasAnActionLink or Door.HasAnOffer or Door.Leads or Door.LeadsFirst);
}
