using Leerklimaat.Domain;

namespace Leerklimaat.Server.Pages;

/// <summary>The HTTP status of an answer: what was done, or why it was refused.</summary>
public static class Statuses
{
    public static int Of(Refusal? refusal) => refusal is null ? StatusCodes.Status200OK : Of(refusal.Reason);

    public static int Of(Reason reason) => reason switch
    {
        Reason.TableUnknown or Reason.WorkshopUnknown or Reason.CodeUnknown or Reason.CardUnknown or Reason.DeckUnknown or Reason.NoteUnknown or Reason.SeatUnknown or Reason.PersonalCodeUnknown or Reason.PartUnknown or Reason.EntryUnknown => StatusCodes.Status404NotFound,
        Reason.NotYourSeat or Reason.NotYourNote or Reason.OnlyTheHost or Reason.OnlyTheBringer or Reason.OwnClaim or Reason.CameDuringTheCard => StatusCodes.Status403Forbidden,
        Reason.CodeExpired or Reason.CodeRenewed or Reason.WorkshopClosed or Reason.WorkshopBinned or Reason.OfferEnded => StatusCodes.Status410Gone,
        Reason.SquareUnknown or Reason.BoardSquaresWrong or Reason.SquareTooLong or Reason.SquareTwice or Reason.PawnUnknown or Reason.ClockLength or Reason.NameTooLong or Reason.SeatsWrong or Reason.SeatsTaken or Reason.TitleEmpty or Reason.TitleTooLong or Reason.NoteEmpty or Reason.NoteTooLong
            or Reason.CaseEmpty or Reason.CaseTooLong or Reason.MessageEmpty or Reason.MessageTooLong or Reason.MessageMinutesWrong or Reason.CountdownWrong
            or Reason.PartTitleEmpty or Reason.PartTextTooLong or Reason.PartNotesTooLong or Reason.PartMinutesWrong or Reason.OptionsTooFew or Reason.OptionsTooMuch or Reason.OptionTwice or Reason.OptionsToRankWrong or Reason.ScaleEndsWrong or Reason.PurposeTooLong or Reason.InvitedWrong
            or Reason.BundleWithoutName or Reason.NothingSelected or Reason.ActionEmpty or Reason.ActionTooLong or Reason.AnswerTooLong or Reason.WordingTooLong or Reason.MinimumTooLow => StatusCodes.Status422UnprocessableEntity,
        Reason.CardGone or Reason.FactorGone or Reason.SetGone or Reason.ThemeGone => StatusCodes.Status404NotFound,
        Reason.DeckBinned => StatusCodes.Status410Gone,
        Reason.DeckBroken or Reason.DeckWordsTooLong or Reason.DeckNameEmpty or Reason.DeckNameTwice or Reason.DeckHasNoStatement or Reason.CardTextEmpty or Reason.CardTextTooLong or Reason.CardPlainTooLong or Reason.CommentEmpty => StatusCodes.Status422UnprocessableEntity,
        Reason.StoppedWithoutReason or Reason.LogLineEmpty or Reason.LogLineTooLong => StatusCodes.Status422UnprocessableEntity,
        Reason.QuestionUnknown or Reason.AnswerUnknown or Reason.OptionUnknown => StatusCodes.Status404NotFound,
        Reason.NotYourAnswer => StatusCodes.Status403Forbidden,
        Reason.AnswerEmpty or Reason.OwnAnswerTooLong or Reason.PhraseTooLong => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status409Conflict,
    };
}
