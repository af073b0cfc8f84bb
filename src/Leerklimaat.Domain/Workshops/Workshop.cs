using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Workshops;

/// <summary>One gathering with one join code: its programme, its tables, whether the game runs, and who may lead it.</summary>
public sealed partial record Workshop
{
    public const int LongestTitle = 100, LongestMessage = 200, LongestMessageMinutes = 60, LongestCountdown = 60;

    public static readonly Workshop Empty = new();

    public string Title { get; init; } = "";

    public JoinCode? Code { get; init; }

    public string Deck { get; init; } = "";

    /// <summary>Which edition of the deck it is played with, from 1.</summary>
    public int Edition { get; init; } = 1;

    /// <summary>The words of that edition in each language that it has, kept with the workshop; none where it is one of ours, which stay on the shelf.</summary>
    public ImmutableArray<Deck> Taken { get; init; } = [];

    [JsonIgnore]
    public DeckEdition Played => new(Deck, Edition);

    public string Language { get; init; } = "nl";

    public Board Board { get; init; } = Board.Default;

    /// <summary>The board on which the approach of a case is judged (G11); nothing in a workshop from before there was one.</summary>
    public Board? Cases { get; init; }

    public int Minutes { get; init; }

    public int SeatsPerTable { get; init; }

    public bool IsDemo { get; init; }

    public string KeyProof { get; init; } = "";

    public string RecoveryProof { get; init; } = "";

    public Seating Seating { get; init; }


    public GameState Game { get; init; }

    /// <summary>When the tables place again (G7).</summary>
    public SecondMoment SecondMoment { get; init; }

    public bool AreSecondPlacementsOpen { get; init; }

    public string Message { get; init; } = "";

    /// <summary>When screens stop showing it by themselves; nothing: they do not.</summary>
    public DateTimeOffset? MessageEndsAt { get; init; }

    /// <summary>Until when the room counts down; nothing: it does not.</summary>
    public DateTimeOffset? CountdownEndsAt { get; init; }

    /// <summary>The wall shows how to join, over what is there.</summary>
    public bool IsJoiningShown { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the game was opened for the first time.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>When it was held: from the moment that its programme began, or its game where nothing came before; nothing when it was only made ready.</summary>
    public DateTimeOffset? HeldAt => Visits.IsEmpty ? OpenedAt : Visits[0].At;

    public DateTimeOffset? ClosedAt { get; init; }

    public bool Exists => Code is not null;

    public static Decision<WorkshopEvent> Decide(Workshop workshop, WorkshopCommand command) => command switch
    {
        StartWorkshop start => workshop.Exists ? Decision<WorkshopEvent>.Nothing : Start(start),
        _ when !workshop.Exists => Reason.WorkshopUnknown,

        RestoreWorkshop restore => workshop.BinnedAt is null ? Decision<WorkshopEvent>.Nothing : new WorkshopRestored(restore.At),
        BinWorkshop bin => workshop.BinnedAt is null ? new WorkshopBinned(bin.At) : Decision<WorkshopEvent>.Nothing,
        _ when workshop.BinnedAt is not null => Reason.WorkshopBinned,

        EndRehearsal end => workshop.End(end),
        EraseRehearsal => workshop.ToErase is null ? Decision<WorkshopEvent>.Nothing : new RehearsalErased(),

        GiveReadLink give => workshop.ReadLink == new ReadLink(give.Proof, give.Until, give.Level) ? Decision<WorkshopEvent>.Nothing : new ReadLinkGiven(give.Proof, give.Until, give.Level == ReadLevel.All, give.Level),
        WithdrawReadLink withdraw => workshop.ReadLink is null ? Decision<WorkshopEvent>.Nothing : new ReadLinkWithdrawn(withdraw.At),
        GiveActionLink give => workshop.ActionWith(give.Proof) == give.Action ? Decision<WorkshopEvent>.Nothing : new ActionLinkGiven(give.Action, give.Proof, give.At),
        WithdrawActionLink withdraw => workshop.ActionLinks.Any(link => link.Action == withdraw.Action) ? new ActionLinkWithdrawn(withdraw.Action, withdraw.At) : Decision<WorkshopEvent>.Nothing,
        OfferRole offer => workshop.Offered(offer),
        WithdrawOffer withdraw => workshop.Offer is null ? Decision<WorkshopEvent>.Nothing : new OfferWithdrawn(withdraw.At),
        AcceptRole accept => workshop.Accept(accept),
        DismissSeconds dismiss => workshop.Seconds.IsEmpty ? Decision<WorkshopEvent>.Nothing : new SecondsDismissed(dismiss.At),
        TakeSecondsBack back => workshop.TakeBack(back),
        RevokeCode revoke => workshop.IsCodeRevoked ? Decision<WorkshopEvent>.Nothing : new CodeRevoked(revoke.At),
        RenewCode renew => renew.Code == workshop.Code ? Decision<WorkshopEvent>.Nothing : new CodeRenewed(renew.Code, renew.At),
        RenewScreens renew => renew.Secret == workshop.ScreenSecret ? Decision<WorkshopEvent>.Nothing : new ScreensRenewed(renew.Secret, renew.At),
        RenewFacilitatorLink renew => renew.KeyProof == workshop.KeyProof ? Decision<WorkshopEvent>.Nothing : new FacilitatorLinkRenewed(renew.KeyProof),
        ReopenWorkshop reopen => workshop.ClosedAt is null ? Decision<WorkshopEvent>.Nothing : new WorkshopReopened(reopen.At),
        CloseWorkshop close => workshop.ClosedAt is null ? new WorkshopClosed(close.At) : Decision<WorkshopEvent>.Nothing,
        _ when workshop.ClosedAt is not null => Reason.WorkshopClosed,

        BeginRehearsal begin => workshop.Rehearse(begin),

        RenameWorkshop { Title.Length: 0 } => Reason.TitleEmpty,
        RenameWorkshop { Title.Length: > LongestTitle } => Reason.TitleTooLong,
        RenameWorkshop rename => rename.Title == workshop.Title ? Decision<WorkshopEvent>.Nothing : new WorkshopRenamed(rename.Title),

        AddTable add when workshop.Find(add.Table) is not null => Decision<WorkshopEvent>.Nothing,
        AddTable when workshop.Tables.Length >= MostTables => Reason.TooManyTables,
        AddTable add => workshop.Add(add.Table),
        NameTable name => workshop.Change(name.Table, name.Name, seats: null),
        ChangeTables change => workshop.Change(change.Tables),
        RemoveTable remove => workshop.Find(remove.Table) is null ? Decision<WorkshopEvent>.Nothing : new TableRemoved(remove.Table, remove.Events, remove.At),

        ChooseSeating choose => choose.Seating == workshop.Seating ? Decision<WorkshopEvent>.Nothing : new SeatingChosen(choose.Seating),
        ChooseSecondMoment choose => workshop.Choose(choose),
        OpenSecondPlacements open => workshop.Open(open),
        CloseSecondPlacements close => workshop.TakeBack(close),
        StartGame start => workshop.Open(start),
        HaltGame halt => workshop.Game == GameState.Open ? new GameHalted(halt.At) : Decision<WorkshopEvent>.Nothing,

        BeginProgramme begin => workshop.Begin(begin),
        TakeBackBeginning back => workshop.TakeBack(back),
        GoToPart go => workshop.GoTo(go.Part, go.At),
        AddParts add => workshop.Add(add),
        ChangePart change => workshop.Change(change),
        MovePart move => workshop.Move(move),
        RemovePart remove => workshop.Remove(remove),
        UndoProgramme => workshop.Undo(),
        RetimeRest retime => workshop.Retime(retime.At),
        StatePurpose state => workshop.State(state.Purpose),
        Follow follow => workshop.Followers.Contains(follow.Device) ? Decision<WorkshopEvent>.Nothing : new FollowerCame(follow.Device),
        WaitForASeat wait => workshop.Wait(wait),
        KnockAtTheDoor knock => workshop.Knock(knock),
        LeaveTheLine leave => workshop.PlaceInLine(leave.Device) is null ? Decision<WorkshopEvent>.Nothing : new WaiterLeft(leave.Device),

        SendMessage { Text.Length: > LongestMessage } => Reason.MessageTooLong,
        SendMessage { Minutes: < 0 or > LongestMessageMinutes } => Reason.MessageMinutesWrong,
        SendMessage send => workshop.Send(send),
        StartCountdown { Minutes: < 1 or > LongestCountdown } or ExtendCountdown { Minutes: < 1 or > LongestCountdown } => Reason.CountdownWrong,
        StartCountdown start => workshop.Count(start.At + TimeSpan.FromMinutes(start.Minutes), start.At),
        ExtendCountdown extend => workshop.Extend(extend),
        StopCountdown stop => workshop.Count(null, stop.At),
        ShowJoining show => show.IsShown == workshop.IsJoiningShown ? Decision<WorkshopEvent>.Nothing : new JoiningShown(show.IsShown),
        _ => throw new NotSupportedException(command.GetType().Name),
    };

    public static Workshop Evolve(Workshop workshop, WorkshopEvent happened) => happened switch
    {
        WorkshopStarted started => Started(started),
        WorkshopRenamed renamed => workshop with { Title = renamed.Title },
        ProgrammeLaid laid => workshop with { Programme = [.. laid.Parts], PartsEver = [.. laid.Parts.Select(part => part.Id)] },
        PartReached reached => workshop.At(reached),
        BeginningTakenBack => workshop with { Visits = [], EndsAt = null },
        PartsAdded added => workshop.With(workshop.Programme.InsertRange(added.Place, added.Parts)),
        PartChanged changed => workshop.With(workshop.Programme.Replace(workshop.FindPart(changed.Part.Id)!, changed.Part)),
        PartMoved moved => workshop.After(moved),
        PartRemoved removed => workshop.With(workshop.Programme.Remove(workshop.FindPart(removed.Part)!)),
        ProgrammeRestored restored => workshop.After(restored),
        PartsRetimed retimed => workshop.After(retimed),
        PurposeStated stated => workshop with { Purpose = stated.Purpose },
        FollowerCame came => workshop with { Followers = workshop.Followers.Add(came.Device) },
        WaiterCame came => workshop with { Waiting = workshop.Waiting.Add(new(came.Device, came.Name, came.Department)) },
        WaiterCalled called => workshop.With(called.Device, waiter => waiter with { CalledAt = called.At }),
        WaiterPassedOver passed => workshop.After(passed),
        TurnsTakenBack back => workshop with { Waiting = [.. workshop.Waiting.Select((waiter, place) => place < back.Places ? waiter : waiter with { CalledAt = null })] },
        WaiterLeft left => workshop with { Waiting = workshop.Waiting.RemoveAll(waiter => waiter.Device == left.Device) },
        CodeRevoked => workshop with { IsCodeRevoked = true },
        CodeRenewed renewed => workshop with { Code = renewed.Code, IsCodeRevoked = false, Followers = [], Waiting = [] },
        ScreensRenewed renewed => workshop with { ScreenSecret = renewed.Secret },
        ReadLinkGiven given => workshop with { ReadLink = new(given.Proof, given.Until, given.Level ?? (given.HasQuotes ? ReadLevel.All : ReadLevel.WithoutQuotes)) },
        ReadLinkWithdrawn => workshop with { ReadLink = null },
        ActionLinkGiven given => workshop.With(given),
        ActionLinkWithdrawn withdrawn => workshop with { ActionLinks = workshop.ActionLinks.RemoveAll(link => link.Action == withdrawn.Action) },
        RoleOffered offered => workshop with { Offer = new(offered.Proof, offered.IsHandOver, offered.Until) },
        OfferWithdrawn => workshop with { Offer = null },
        SecondJoined joined => workshop with { Seconds = workshop.Seconds.Add(joined.KeyProof), Offer = null },
        RoleHandedOver handed => workshop with { KeyProof = handed.KeyProof, RecoveryProof = handed.RecoveryProof, Seconds = workshop.Seconds.Remove(handed.KeyProof), DismissedSeconds = [], Offer = null },
        SecondsDismissed => workshop with { Seconds = [], DismissedSeconds = workshop.Seconds },
        SecondsTakenBack => workshop with { Seconds = workshop.Seconds.AddRange(workshop.DismissedSeconds), DismissedSeconds = [] },
        WorkshopBinned binned => workshop with { BinnedAt = binned.At, Game = workshop.GameAtRest },
        WorkshopRestored => workshop with { BinnedAt = null },
        SeatingChosen chosen => workshop with { Seating = chosen.Seating },
        SecondMomentChosen chosen => workshop with { SecondMoment = chosen.Moment },
        SecondPlacementsOpened => workshop with { AreSecondPlacementsOpen = true },
        SecondPlacementsClosed => workshop with { AreSecondPlacementsOpen = false },
        GameStarted opened => workshop with { Game = GameState.Open, OpenedAt = workshop.OpenedAt ?? opened.At },
        GameHalted => workshop with { Game = GameState.Stopped },
        JoiningShown shown => workshop with { IsJoiningShown = shown.IsShown },
        MessageSent sent => workshop with { Message = sent.Text, MessageEndsAt = sent.EndsAt },
        CountdownSet set => workshop with { CountdownEndsAt = set.EndsAt },
        FacilitatorLinkRenewed renewed => workshop with { KeyProof = renewed.KeyProof },
        WorkshopClosed closed => workshop with { ClosedAt = closed.At, Game = workshop.GameAtRest },
        WorkshopReopened => workshop with { ClosedAt = null },
        _ => workshop.AfterLaying(happened) ?? workshop.AfterRehearsal(happened) ?? throw new NotSupportedException(happened.GetType().Name),
    };

    /// <summary>Closed or thrown away before its game began, a workshop comes back as one that has still to begin, and can be rehearsed (W10, W11).</summary>
    private GameState GameAtRest => Game == GameState.NotOpened ? GameState.NotOpened : GameState.Stopped;

    private static Decision<WorkshopEvent> Start(StartWorkshop start)
    {
        if (start.Title.Length > LongestTitle) return Reason.TitleTooLong;
        if (start.Board is { Kind: BoardKind.OwnWords, WhyNot: { } wrong }) return wrong;

        var started = new WorkshopStarted(
            start.Title, start.Code, start.Deck, start.Language, start.Board, start.Template.Minutes, start.Template.SeatsPerTable,
            start.KeyProof, start.RecoveryProof, start.IsDemo, start.At, start.Cases, start.Edition, start.Taken is { Count: > 0 } taken ? taken : null);
        return (WorkshopEvent[])[started, .. start.Parts is { Count: > 0 } parts ? [new ProgrammeLaid(parts)] : (WorkshopEvent[])[], .. start.Tables.Select((table, index) => new TableAdded(table, index + 1))];
    }

    /// <summary>The same words again with a clock begin that clock anew; without one they say nothing new.</summary>
    private Decision<WorkshopEvent> Send(SendMessage send)
    {
        var endsAt = send is { Minutes: > 0, Text.Length: > 0 } ? send.At + TimeSpan.FromMinutes(send.Minutes) : (DateTimeOffset?)null;
        return (send.Text, endsAt) == (Message, MessageEndsAt) ? Decision<WorkshopEvent>.Nothing : new MessageSent(send.Text, send.At, endsAt);
    }

    private Decision<WorkshopEvent> Count(DateTimeOffset? endsAt, DateTimeOffset at) => endsAt == CountdownEndsAt ? Decision<WorkshopEvent>.Nothing : new CountdownSet(endsAt, at);

    /// <summary>More time counts from now on where it was over, so that a minute more is a minute.</summary>
    private Decision<WorkshopEvent> Extend(ExtendCountdown extend) => CountdownEndsAt is not { } end ? Decision<WorkshopEvent>.Nothing
        : new CountdownSet((end > extend.At ? end : extend.At) + TimeSpan.FromMinutes(extend.Minutes), extend.At);

    private static Workshop Started(WorkshopStarted started) => new()
    {
        Title = started.Title,
        Code = started.Code,
        Deck = started.Deck,
        Edition = started.Edition,
        Taken = [.. started.Taken ?? []],
        Language = started.Language,
        Board = started.Board,
        Cases = started.Cases,
        Minutes = started.Minutes,
        SeatsPerTable = started.SeatsPerTable,
        IsDemo = started.IsDemo,
        KeyProof = started.KeyProof,
        // Known to the server alone, and so what screens had from the start also in a journal of before they had keys.
        ScreenSecret = started.KeyProof,
        RecoveryProof = started.RecoveryProof,
        StartedAt = started.At,
    };
}
