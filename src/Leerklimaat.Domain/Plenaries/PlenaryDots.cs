using Leerklimaat.Domain.Reports;

namespace Leerklimaat.Domain.Plenaries;

// Dots and the screen: rules P3 and P5.
public sealed partial record Plenary
{
    public const int MostMinimum = 100;

    private Decision<PlenaryEvent>? AboutDots(PlenaryCommand command) => command switch
    {
        OpenDots open when open.Round <= DotRounds.Length => Decision<PlenaryEvent>.Nothing,
        OpenDots open when open.Round > DotRounds.Length + 1 || Dots is { IsOpen: true } => Reason.NotNow,
        OpenDots { Entries: 0 } => Reason.NothingToDot,
        OpenDots open => new DotsOpened(open.Round, DotRound.EachOf(open.Entries)),

        SetDot set => InRound(set.Round, dots => Set(set, dots)),
        TakeDot take => InRound(take.Round, dots => (PlenaryEvent[])[.. Enumerable.Repeat(new DotTaken(take.Round, take.Owner, take.Entry), Math.Max(0, dots.SetBy(take.Owner, take.Entry) - take.Dot))]),

        CloseDots close when Dots?.Number != close.Round => Reason.DotsAreClosed,
        CloseDots close => Dots!.IsOpen ? new DotsClosed(close.Round) : Decision<PlenaryEvent>.Nothing,
        ReopenDots reopen when Dots?.Number != reopen.Round => Reason.NotNow,
        ReopenDots reopen => Dots!.IsOpen ? Decision<PlenaryEvent>.Nothing : new DotsReopened(reopen.Round),
        _ => null,
    };

    private Decision<PlenaryEvent>? AboutPictures(PlenaryCommand command) => command switch
    {
        ShowCard show => Show(show),
        ShowLists => Shown is null ? Decision<PlenaryEvent>.Nothing : new ListsShown(),
        ChooseMinimum { People: < Disclosure.Minimum or > MostMinimum } => Reason.MinimumTooLow,
        ChooseMinimum choose => choose.People == Minimum ? Decision<PlenaryEvent>.Nothing : new MinimumChosen(choose.People),
        _ => null,
    };

    private Plenary? AfterDots(PlenaryEvent happened) => happened switch
    {
        DotsOpened opened => this with { DotRounds = DotRounds.Add(new(opened.Round, opened.Each, IsOpen: true, [])) },
        DotSet set => With(dots => dots with { Dots = dots.Dots.Add(new(set.Owner, set.Entry)), Voices = set.Voices is { } voices ? dots.Voices.SetItem(set.Owner, voices) : dots.Voices.Remove(set.Owner) }),
        DotTaken taken => With(dots => dots with { Dots = dots.Dots.Remove(new(taken.Owner, taken.Entry)) }),
        DotsClosed => With(dots => dots.Closed()),
        DotsReopened => With(dots => dots with { IsOpen = true }),
        CardDrawn drawn => this with { Pictures = Pictures.Add(drawn.Picture) },
        CardShown shown => this with { Shown = shown.Card },
        ListsShown => this with { Shown = null },
        MinimumChosen chosen => this with { Minimum = chosen.People },
        _ => null,
    };

    private Decision<PlenaryEvent> InRound(int number, Func<DotRound, Decision<PlenaryEvent>> then) =>
        Dots is { IsOpen: true } dots && dots.Number == number ? then(dots) : Reason.DotsAreClosed;

    private static Decision<PlenaryEvent> Set(SetDot set, DotRound dots)
    {
        var missing = Math.Max(0, set.Dot - dots.SetBy(set.Owner, set.Entry));
        if (missing > dots.Each * set.Seats - dots.SetBy(set.Owner)) return Reason.NoDotsLeft;
        return (PlenaryEvent[])[.. Enumerable.Repeat(new DotSet(set.Round, set.Owner, set.Entry, set.Voices), missing)];
    }

    private Plenary With(Func<DotRound, DotRound> change) => this with { DotRounds = DotRounds.SetItem(DotRounds.Length - 1, change(DotRounds[^1])) };

    // Whether it may be shown was asked of the publications, where reports look too: here it is only kept.
    private Decision<PlenaryEvent> Show(ShowCard show)
    {
        var isNew = show.Picture is { } drawn && drawn.Size >= Minimum && !drawn.IsSameAs(Pictures.LastOrDefault(one => one.Card == show.Card));
        if (!isNew && PictureOf(show.Card) is null) return Reason.TooFewPeople;
        return (PlenaryEvent[])[.. isNew ? new[] { new CardDrawn(show.Picture!) } : [], .. Shown == show.Card ? [] : new[] { new CardShown(show.Card) }];
    }
}
