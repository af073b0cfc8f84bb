namespace Leerklimaat.Domain;

/// <summary>Every reason for which a rule may refuse. Each has a sentence for people in the texts, under <c>Reason.</c> and its name.</summary>
public enum Reason
{
    // The workshop
    WorkshopUnknown, WorkshopClosed, WorkshopFull, LineIsFull, TooManyGuests, GuestsChangedMeanwhile, DeckUnknown, BoardSquaresWrong, SquareTooLong, SquareTwice, CodeUnknown, CodeTaken, CodeExpired, CodeRenewed, TitleEmpty, TitleTooLong, TooManyTables, SeatsWrong, SeatsTaken, TableHasPeople, MessageEmpty, MessageTooLong, MessageMinutesWrong, CountdownWrong,

    // The programme
    PartUnknown, PartChangedMeanwhile, PartIsHere, PartIsOnlyOnce, TooManyParts, PartTitleEmpty, PartTextTooLong, PartNotesTooLong, PartMinutesWrong, OptionsTooFew, OptionsTooMuch, OptionTwice, OptionsToRankWrong, ScaleEndsWrong, NothingToRetime, PurposeTooLong, PurposeChangedMeanwhile, InvitedWrong,

    // A deck of one's own
    DeckBinned, DeckBroken, DeckChangedMeanwhile, DeckWordsTooLong, DeckNameEmpty, DeckNameTwice, DeckNeedsItsLink, DeckHasNoStatement, DeckHasNoEdition, CardGone, CardChangedMeanwhile, CardTextEmpty, CardTextTooLong, CardPlainTooLong, OnePracticeCard, TooManyCards,
    FactorGone, FactorHasCards, TooManyFactors, SetGone, SetHasCards, TooManySets, ThemeGone, ThemeHasCards, TooManyThemes, TooManyEditions, CommentEmpty, TooManyComments,

    // Its links and its end
    OfferEnded, OfferIsOpen, TooManyFacilitators, WorkshopBinned,

    // A rehearsal
    NoEmptyTable, RehearsalPlayers,

    // The table and its people
    TableUnknown, TableFull, NotYourSeat, SeatUnknown, PawnTaken, PawnUnknown, NameTooLong, PersonalCodeUnknown, OnlyTheHost, SeatNotClaimed, OwnClaim, HolderIsAskedFirst, CameDuringTheCard,

    // A round
    GameNotOpen, RoundIsRunning, NoRound, NotNow, CardUnknown, CardPlayedBefore, SquareUnknown, NotEverybodyReady, NotYourTurn, BringerDoesNotPlace, OnlyTheBringer,
    CaseEmpty, CaseTooLong, ClockLength, ClockNotRunning, NothingToUndo, PracticeIsOver, HeldUntilPlenary, GameHasStarted, TooManyRounds,

    // A round on paper
    PaperPeopleWrong, PaperSeatUsed, PaperPlaceUnclear, PaperStoryUnclear, PaperNobodyPlaced, PaperPileNeeded, PaperTooManyNotes, PaperNoteTooLong, PaperBringerUnknown, CardEnteredAlready, CardPlayedHere,

    // Notes
    NoteEmpty, NoteTooLong, NoteUnknown, NotYourNote, TooManyNotes, NoteKeepsItsColour, NothingHarvested,

    // The plenary
    BundleWithoutName, NothingSelected, EntryUnknown, ActionEmpty, ActionTooLong, AnswerTooLong, WordingTooLong, DotsAreOpen, DotsAreClosed, NoDotsLeft,
    NothingToDot, TooFewPeople, MinimumTooLow,

    // After the workshop
    StoppedWithoutReason, LogLineEmpty, LogLineTooLong, TooManyLogLines,

    // Questions
    QuestionUnknown, QuestionFrozen, AnswerEmpty, OwnAnswerTooLong, PhraseTooLong, AnswerTwice, TooManyAnswers, AnswerUnknown, NotYourAnswer, OptionUnknown, OwnQuestionIsShown, OwnQuestionSeconded,
}
