using Leerklimaat.Domain.Decks;

namespace Leerklimaat.Domain.OwnDecks;

/// <summary>The rules of writing a deck: what is refused changes nothing, and says why.</summary>
public sealed partial record OwnDeck
{
    private static Decision<DeckEvent> Begin(BeginDeck begin)
    {
        if (begin.Deck.Title.Length == 0) return Reason.TitleEmpty;
        if (begin.Deck.Title.Length > DeckCheck.LongestTitle) return Reason.TitleTooLong;
        // A deck without cards can be begun: they are written here.
        var wrong = DeckCheck.Check(begin.Deck).FirstOrDefault(finding => finding.Fault is not (DeckFault.NoStatements or DeckFault.NoFactors));
        return wrong is null ? new DeckBegun(begin.Deck, begin.EditProof, begin.At) : Reason.DeckBroken;
    }

    private Decision<DeckEvent> Describe(DescribeDeck describe)
    {
        var words = describe.Words;
        if (words == DeckWords.Of(Draft!)) return Decision<DeckEvent>.Nothing;
        if (describe.Seen != ChangesOf(OwnWords)) return Reason.DeckChangedMeanwhile;
        if (words.Title.Length == 0) return Reason.TitleEmpty;
        if (words.Title.Length > DeckCheck.LongestTitle) return Reason.TitleTooLong;
        if (words.Author.Length > DeckCheck.LongestAuthor) return new Refusal(Reason.DeckWordsTooLong, DeckCheck.LongestAuthor);
        if (words.Licence.Length > DeckCheck.LongestLicence) return new Refusal(Reason.DeckWordsTooLong, DeckCheck.LongestLicence);
        return words.Basis.Length > DeckCheck.LongestBasis ? new Refusal(Reason.DeckWordsTooLong, DeckCheck.LongestBasis) : new DeckDescribed(words);
    }

    private Decision<DeckEvent> Choose(ChooseDeckBoard choose) =>
        choose.Board.WhyNot ?? choose.Cases?.WhyNot ?? (Draft!.Board.Equals(choose.Board) && Equals(Draft.Cases, choose.Cases) ? Decision<DeckEvent>.Nothing : new BoardChosen(choose.Board, choose.Cases));

    private Decision<DeckEvent> Add(AddCard add)
    {
        if (Draft!.Find(add.Card.Id) is not null) return Decision<DeckEvent>.Nothing;
        if (Draft.Cards.Length >= DeckCheck.MostCards) return new Refusal(Reason.TooManyCards, DeckCheck.MostCards);
        return WhyNot(add.Card) is { } refusal ? refusal : new CardAdded(add.Card, Math.Clamp(add.Place, 0, Draft.Cards.Length));
    }

    private Decision<DeckEvent> Change(ChangeCard change)
    {
        if (Draft!.Find(change.Card.Id) is not { } known) return Reason.CardGone;
        if (change.Card == known) return Decision<DeckEvent>.Nothing;
        if (change.Seen != ChangesOf(known.Id)) return Reason.CardChangedMeanwhile;
        return WhyNot(change.Card) is { } refusal ? refusal : new CardChanged(change.Card);
    }

    private Decision<DeckEvent> Move(MoveCard move)
    {
        if (Draft!.Find(move.Card) is null) return Reason.CardGone;
        var place = Math.Clamp(move.Place, 0, Draft.Cards.Length - 1);
        return place == PlaceOf(move.Card) ? Decision<DeckEvent>.Nothing : new CardMoved(move.Card, place);
    }

    private Decision<DeckEvent> PutBack()
    {
        if (Removed is not var (card, place)) return Decision<DeckEvent>.Nothing;
        // What it belonged to may have gone meanwhile.
        return WhyNot(card) is { } refusal ? refusal : new CardPutBack(card, Math.Min(place, Draft!.Cards.Length));
    }

    private Refusal? WhyNot(Card card) => card switch
    {
        { Text.Length: 0 } => new(Reason.CardTextEmpty),
        { Text.Length: > DeckCheck.LongestText } or { Plain.Length: > DeckCheck.LongestText } => new(Reason.CardTextTooLong, DeckCheck.LongestText),
        { Source.Length: > DeckCheck.LongestSource } => new(Reason.DeckWordsTooLong, DeckCheck.LongestSource),
        _ when DeckCheck.Check(card).Any(finding => finding.Fault == DeckFault.PlainTooLong) => new(Reason.CardPlainTooLong, DeckCheck.LongestPlainWords),
        { Kind: CardKind.Practice } when Draft!.Practice is { } other && other.Id != card.Id => new(Reason.OnePracticeCard),
        _ when FactorOf(card.Factor) is null => new(Reason.FactorGone),
        { IsPlayed: true } when !Draft!.Sets.IsEmpty && SetOf(card.Set) is null => new(Reason.SetGone),
        { Theme: { Length: > 0 } theme } when ThemeOf(theme) is null => new(Reason.ThemeGone),
        _ => null,
    };

    private Decision<DeckEvent> Add(AddFactor add)
    {
        if (FactorOf(add.Factor.Id) is not null) return Decision<DeckEvent>.Nothing;
        if (Draft!.Factors.Length >= DeckCheck.MostFactors) return new Refusal(Reason.TooManyFactors, DeckCheck.MostFactors);
        return WhyNotNamed(add.Factor.Id, add.Factor.Name, add.Factor.Source, Draft.Factors.Select(factor => (factor.Id, factor.Name))) is { } refusal ? refusal : new FactorAdded(Dealt(add.Factor));
    }

    private Decision<DeckEvent> Change(ChangeFactor change)
    {
        if (FactorOf(change.Factor.Id) is not { } known) return Reason.FactorGone;
        var factor = change.Factor with { Sign = known.Sign };
        if (factor == known) return Decision<DeckEvent>.Nothing;
        if (change.Seen != ChangesOf(known.Id)) return Reason.CardChangedMeanwhile;
        return WhyNotNamed(factor.Id, factor.Name, factor.Source, Draft!.Factors.Select(one => (one.Id, one.Name))) is { } refusal ? refusal : new FactorChanged(factor);
    }

    private Decision<DeckEvent> Remove(RemoveFactor remove) => Draft!.Cards.Count(card => card.Factor == remove.Factor) switch
    {
        _ when FactorOf(remove.Factor) is null => Decision<DeckEvent>.Nothing,
        > 0 and var cards => new Refusal(Reason.FactorHasCards, cards),
        _ => new FactorRemoved(remove.Factor),
    };

    private Decision<DeckEvent> Add(AddSet add)
    {
        if (SetOf(add.Set.Id) is not null) return Decision<DeckEvent>.Nothing;
        if (Draft!.Sets.Length >= DeckCheck.MostSets) return new Refusal(Reason.TooManySets, DeckCheck.MostSets);
        return WhyNotNamed(add.Set.Id, add.Set.Name, add.Set.Source, Draft.Sets.Select(set => (set.Id, set.Name))) is { } refusal ? refusal : new SetAdded(add.Set);
    }

    private Decision<DeckEvent> Change(ChangeSet change)
    {
        if (SetOf(change.Set.Id) is not { } known) return Reason.SetGone;
        if (change.Set == known) return Decision<DeckEvent>.Nothing;
        if (change.Seen != ChangesOf(known.Id)) return Reason.CardChangedMeanwhile;
        return WhyNotNamed(change.Set.Id, change.Set.Name, change.Set.Source, Draft!.Sets.Select(set => (set.Id, set.Name))) is { } refusal ? refusal : new SetChanged(change.Set);
    }

    private Decision<DeckEvent> Remove(RemoveSet remove) => Draft!.Cards.Count(card => card.IsPlayed && card.Set == remove.Set) switch
    {
        _ when SetOf(remove.Set) is null => Decision<DeckEvent>.Nothing,
        > 0 and var cards => new Refusal(Reason.SetHasCards, cards),
        _ => new SetRemoved(remove.Set),
    };

    private Decision<DeckEvent> Add(AddTheme add)
    {
        if (ThemeOf(add.Theme.Id) is not null) return Decision<DeckEvent>.Nothing;
        if (Draft!.Themes.Length >= DeckCheck.MostThemes) return new Refusal(Reason.TooManyThemes, DeckCheck.MostThemes);
        return WhyNotNamed(add.Theme.Id, add.Theme.Name, "", Draft.Themes.Select(theme => (theme.Id, theme.Name))) is { } refusal ? refusal : new ThemeAdded(add.Theme);
    }

    private Decision<DeckEvent> Change(ChangeTheme change)
    {
        if (ThemeOf(change.Theme.Id) is not { } known) return Reason.ThemeGone;
        if (change.Theme == known) return Decision<DeckEvent>.Nothing;
        if (change.Seen != ChangesOf(known.Id)) return Reason.CardChangedMeanwhile;
        return WhyNotNamed(known.Id, change.Theme.Name, "", Draft!.Themes.Select(theme => (theme.Id, theme.Name))) is { } refusal ? refusal : new ThemeChanged(change.Theme);
    }

    private Decision<DeckEvent> Remove(RemoveTheme remove) => Draft!.Cards.Count(card => card.Theme == remove.Theme) switch
    {
        _ when ThemeOf(remove.Theme) is null => Decision<DeckEvent>.Nothing,
        > 0 and var cards => new Refusal(Reason.ThemeHasCards, cards),
        _ => new ThemeRemoved(remove.Theme),
    };

    private static Refusal? WhyNotNamed(string id, string name, string source, IEnumerable<(string Id, string Name)> others) => (name, source) switch
    {
        ({ Length: 0 }, _) => new(Reason.DeckNameEmpty),
        ({ Length: > DeckCheck.LongestName }, _) => new(Reason.DeckWordsTooLong, DeckCheck.LongestName),
        (_, { Length: > DeckCheck.LongestSource }) => new(Reason.DeckWordsTooLong, DeckCheck.LongestSource),
        _ when others.Any(other => other.Id != id && string.Equals(Plain.Folded(other.Name), Plain.Folded(name), StringComparison.OrdinalIgnoreCase)) => new(Reason.DeckNameTwice),
        _ => null,
    };

    private Factor Dealt(Factor factor) => Signs.Deal(Draft!.Factors.Add(factor with { Sign = "" }))[^1];

    private Decision<DeckEvent> Make(MakeEdition make)
    {
        if (!HasNews) return Decision<DeckEvent>.Nothing;
        if (make.Note.Length > LongestNote) return new Refusal(Reason.DeckWordsTooLong, LongestNote);
        if (Editions.Length >= MostEditions) return new Refusal(Reason.TooManyEditions, MostEditions);
        if (!Draft!.Statements.Any()) return Reason.DeckHasNoStatement;
        return new EditionMade((Newest?.Deck.Edition ?? 0) + 1, make.Date, make.Note, make.At);
    }

    private Decision<DeckEvent> Comment(CommentOnCard comment)
    {
        if (Comments.Any(one => one.Id == comment.Comment)) return Decision<DeckEvent>.Nothing;
        if (Draft!.Find(comment.Card) is null) return Reason.CardGone;
        if (comment.Text.Length == 0) return Reason.CommentEmpty;
        if (comment.Text.Length > LongestComment) return new Refusal(Reason.DeckWordsTooLong, LongestComment);
        return Comments.Count(one => !one.IsSettled) >= MostComments ? new Refusal(Reason.TooManyComments, MostComments) : new CardCommented(comment.Comment, comment.Card, comment.Text, comment.At);
    }
}
