using System.Collections.Immutable;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Workshops;

// Who may come in and look: the join code that can end and be renewed, the followers, the read link, the offered role, and the bin.
public sealed partial record Workshop
{
    /// <summary>Nobody comes in by the join code until it is renewed (W7). Who has a seat keeps it.</summary>
    public bool IsCodeRevoked { get; init; }

    /// <summary>The devices that only look on. They count as people of the workshop (W8).</summary>
    public ImmutableHashSet<DeviceId> Followers { get; init; } = [];

    /// <summary>Whether this device came in to look on, by a code that still holds.</summary>
    public bool IsFollowedBy(DeviceId device) => !IsCodeRevoked && Followers.Contains(device);

    /// <summary>Players and followers together; who follows and then takes a seat is one of them (W8).</summary>
    public int PeopleWith(IReadOnlyCollection<Table> tables)
    {
        var seats = tables.SelectMany(table => table.Seats).ToList();
        return seats.Count + Followers.Except(seats.Select(seat => seat.Device)).Count;
    }

    /// <summary>What the keys of the wall and of the table screens are made of; whoever knows it can open them, so it never leaves the server.</summary>
    public string ScreenSecret { get; init; } = "";

    /// <summary>With which the report may be read; nothing when it was not given or was taken back.</summary>
    public ReadLink? ReadLink { get; init; }

    /// <summary>The proofs of other facilitators, who accepted an offer (W2).</summary>
    public ImmutableArray<string> Seconds { get; init; } = [];

    /// <summary>Those who were dismissed last, as long as that can be taken back (W10).</summary>
    public ImmutableArray<string> DismissedSeconds { get; init; } = [];

    /// <summary>A role that was offered and not yet accepted.</summary>
    public RoleOffer? Offer { get; init; }

    /// <summary>Since when it lies in the bin (W9).</summary>
    public DateTimeOffset? BinnedAt { get; init; }

    /// <summary>With which the owner of an action says how it goes (O2): one link for each action, and no other action by it.</summary>
    public ImmutableArray<ActionLink> ActionLinks { get; init; } = [];

    /// <summary>The action that a link with this proof is for; nothing when it was withdrawn, or another was given since.</summary>
    public Guid? ActionWith(string proof) => ActionLinks.FirstOrDefault(link => link.Proof == proof)?.Action;

    public bool IsLedBy(string proof) => proof.Length > 0 && (KeyProof == proof || Seconds.Contains(proof));

    /// <summary>Whether the report may be read with the link of this proof now.</summary>
    public bool MayBeReadWith(string proof, DateTimeOffset now) => IsKeptAt(now) && ReadLink!.Proof == proof;

    /// <summary>Whether who was there comes back to what is theirs, for as long as the report can be read by link (W7).</summary>
    public bool IsKeptAt(DateTimeOffset now) => BinnedAt is null && ReadLink is { } link && now < link.Until;

    /// <summary>The offer that a link with this proof is for; nothing when it was withdrawn, accepted or is too old.</summary>
    public RoleOffer? OfferWith(string proof, DateTimeOffset now) => Offer is { } offer && offer.Proof == proof && now < offer.Until ? offer : null;

    private Decision<WorkshopEvent> Accept(AcceptRole accept)
    {
        if (IsLedBy(accept.KeyProof)) return Decision<WorkshopEvent>.Nothing;
        if (OfferWith(accept.OfferProof, accept.At) is not { } offer) return Reason.OfferEnded;
        return offer.IsHandOver ? new RoleHandedOver(accept.KeyProof, accept.RecoveryProof, accept.At) : new SecondJoined(accept.KeyProof, accept.At);
    }

    /// <summary>An offer that somebody may have received is never ended by a second: it is taken back first.</summary>
    private Decision<WorkshopEvent> Offered(OfferRole offer) =>
        Seconds.Length >= MostSeconds && !offer.IsHandOver ? Reason.TooManyFacilitators
        : Offer?.Proof == offer.Proof ? Decision<WorkshopEvent>.Nothing
        : Offer is { } open && offer.At < open.Until ? Reason.OfferIsOpen
        : new RoleOffered(offer.Proof, offer.IsHandOver, offer.Until);

    private Decision<WorkshopEvent> TakeBack(TakeSecondsBack back) => DismissedSeconds.IsEmpty ? Decision<WorkshopEvent>.Nothing
        : Seconds.Length + DismissedSeconds.Length > MostSeconds ? Reason.TooManyFacilitators
        : new SecondsTakenBack(back.At);

    private Workshop With(ActionLinkGiven given) => this with { ActionLinks = [.. ActionLinks.Where(link => link.Action != given.Action), new(given.Action, given.Proof)] };

    public const int MostSeconds = 5;
}

/// <summary>A link with which the report can be read, and until when.</summary>
/// <param name="Proof">A hash of the secret in the link; the secret itself is not kept.</param>
public sealed record ReadLink(string Proof, DateTimeOffset Until, ReadLevel Level)
{
    public bool HasQuotes => Level == ReadLevel.All;
}

/// <summary>A link of the owner of one action.</summary>
/// <param name="Proof">A hash of the secret in the link; the secret itself is not kept.</param>
public sealed record ActionLink(Guid Action, string Proof);

/// <summary>How much somebody reads who has the link: the agreements with their owners and the answers; nothing that people wrote and no name; or all.</summary>
public enum ReadLevel { Agreements, WithoutQuotes, All }

/// <summary>The role of facilitator, offered by a link that has to be accepted.</summary>
/// <param name="IsHandOver">Who offered it does not lead any more once it is accepted.</param>
public sealed record RoleOffer(string Proof, bool IsHandOver, DateTimeOffset Until);
