using System.Globalization;
using System.Text;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.OwnDecks;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Doors;

/// <summary>Who comes to a door, in the order of <c>docs/doors.md</c>.</summary>
public enum Caller { Stranger, GuestWithTheCode, Follower, PlayerHere, PlayerElsewhere, Screen, ReaderByLink, InvitedToLead, Facilitator, SecondFacilitator, FormerFacilitator, OwnerOfAnAction, DeckMaker, DeckCommenter, DeckReader }

/// <summary>What the workshop has become.</summary>
public enum State { Open, Closed, Ended, Revoked, Binned }

/// <summary>Writes <c>docs/doors.md</c> from the rule and from the list of addresses.</summary>
public static class DoorsDocument
{
    private static readonly JoinCode Code = JoinCode.From([1, 2, 3, 4, 5, 6]);

    private static readonly Dictionary<Caller, string> Callers = new()
    {
        [Caller.Stranger] = "a stranger",
        [Caller.GuestWithTheCode] = "a guest with the join code",
        [Caller.Follower] = "who follows",
        [Caller.PlayerHere] = "a player (of this table)",
        [Caller.PlayerElsewhere] = "a player of another table",
        [Caller.Screen] = "a screen with its key",
        [Caller.ReaderByLink] = "a reader by link",
        [Caller.InvitedToLead] = "who was offered the role",
        [Caller.Facilitator] = "the first facilitator",
        [Caller.SecondFacilitator] = "another facilitator",
        [Caller.FormerFacilitator] = "a facilitator whose link was renewed",
        [Caller.OwnerOfAnAction] = "the owner of an action",
        [Caller.DeckMaker] = "who writes a deck",
        [Caller.DeckCommenter] = "who comments on it",
        [Caller.DeckReader] = "who reads it",
    };

    public static string Place => Path.Combine(Repository.Root, "docs", "doors.md");

    public static string Of(IReadOnlyList<Address> addresses)
    {
        var text = new StringBuilder("""
            # Doors

            Who may come in at which address, and what they are told where they may not. Made from the code by a test
            ([DoorsDocument.cs](../tests/Leerklimaat.Server.Tests/Doors/DoorsDocument.cs)); another asks every address as each of these people
            ([AskingEveryAddress.cs](../tests/Leerklimaat.Server.Tests/Doors/AskingEveryAddress.cs)). After a change, write it anew:

            ```sh
            WRITE_DOCUMENTS=1 tests/Leerklimaat.Server.Tests/bin/Release/net10.0/Leerklimaat.Server.Tests --filter-class '*EveryAddress'
            ```

            The rule stands in [Door.cs](../src/Leerklimaat.Domain/Workshops/Door.cs), and for decks that people make in
            [DeckDoors.cs](../src/Leerklimaat.Domain/OwnDecks/DeckDoors.cs). *Closed* is a workshop within its minutes to look back, *ended* after
            those, *revoked* one whose join code was taken back, *binned* one that lies in the bin. An address without a door lets nobody in. A stream asks
            its door again with each change.

            """.ReplaceLineEndings("\n"));
        foreach (var door in Enum.GetValues<Door>()) Write(text, door, [.. addresses.Where(address => address.Door == door)]);
        return text.ToString();
    }

    /// <summary>Who has a link of an action or of a deck is nobody at all other doors.</summary>
    public static IEnumerable<Caller> At(Door? door) =>
        Enum.GetValues<Caller>().Where(caller => caller < Caller.OwnerOfAnAction || (caller == Caller.OwnerOfAnAction && door == Door.HasAnActionLink) || (caller > Caller.OwnerOfAnAction && door?.IsAtADeck() == true));

    /// <summary>What the rule says to this caller at this door.</summary>
    public static Admission Expected(Door door, Caller caller, State state)
    {
        if (door.IsAtADeck()) return DeckDoors.Admit(door, RightOf(door, caller), OwnDeck.Empty with { Draft = ADeck });
        // Whoever has no code can only guess one that leads nowhere.
        if ((door, caller) == (Door.WithTheCode, Caller.Stranger)) return Admission.Unknown;
        var workshop = Workshop.Empty with { Code = Code, IsCodeRevoked = state == State.Revoked, BinnedAt = state == State.Binned ? DateTimeOffset.UnixEpoch : null };
        return Domain.Workshops.Doors.Admit(door, ArrivalOf(door, caller, state), workshop, hasEnded: state == State.Ended);
    }

    // What becomes of a workshop is nothing to a deck. Only its maker knows the key that is in the address.
    private static DeckRight? RightOf(Door door, Caller caller) => caller switch
    {
        Caller.DeckMaker => DeckRight.Edit,
        Caller.DeckCommenter when door != Door.HasADeckLink => DeckRight.Comment,
        Caller.DeckReader when door != Door.HasADeckLink => DeckRight.View,
        _ => null,
    };

    private static readonly Deck ADeck = new("van-ons", 1, "nl", "Van ons", "", "", "", Board.Default, [], []);

    private static Arrival ArrivalOf(Door door, Caller caller, State state) => caller switch
    {
        // Nothing but the code counts there.
        _ when door == Door.WithTheCode => new Arrival(Code: Code),
        // The report of the workshop in the document can be read by link.
        Caller.Follower => new Arrival(Follows: state != State.Revoked, HasKey: door == Door.WasThere),
        Caller.PlayerHere => new(Sits: true, SitsHere: true, HoldsSeat: true, HasKey: door == Door.WasThere),
        Caller.PlayerElsewhere => new(Sits: true, HasKey: door == Door.WasThere),
        Caller.Screen => new(HasKey: door is Door.SeesTheWall or Door.SeesThisTable),
        Caller.ReaderByLink => new(HasKey: door == Door.ReadsByLink && state != State.Binned),
        Caller.InvitedToLead => new(HasKey: door == Door.HasAnOffer),
        Caller.OwnerOfAnAction => new(HasKey: door == Door.HasAnActionLink),
        Caller.Facilitator => new(LeadsFirst: true, Leads: true, HasKey: door == Door.HasThePrivateLink),
        Caller.SecondFacilitator => new(Leads: true),
        _ => Arrival.Stranger,
    };

    private static void Write(StringBuilder text, Door door, IReadOnlyList<Address> addresses)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {door}\n\n| | {string.Join(" | ", Enum.GetValues<State>().Select(state => $"{state}".ToLowerInvariant()))} |\n|---|{string.Concat(Enum.GetValues<State>().Select(_ => "---|"))}\n");
        foreach (var caller in At(door))
            text.Append(CultureInfo.InvariantCulture, $"| {Callers[caller]} | {string.Join(" | ", Enum.GetValues<State>().Select(state => WordOf(Expected(door, caller, state))))} |\n");
        text.Append('\n');
        foreach (var address in addresses) text.Append(CultureInfo.InvariantCulture, $"- `{address.Method} {address.Pattern}`\n");
    }

    private static string WordOf(Admission admission) => admission switch
    {
        Admission.In => "**in**",
        Admission.NotYours => "not theirs",
        Admission.CodeRenewed => "new code",
        Admission.Ended => "over",
        Admission.Binned => "in the bin",
        _ => "unknown",
    };
}
