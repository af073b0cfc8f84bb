using Leerklimaat.Domain.Tables;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Tables;

[Rule("G1")]
public class ChoosingACard : ATable
{
    [Theory, InlineData(ChosenBy.Picked), InlineData(ChosenBy.Drawn), InlineData(ChosenBy.Stars)]
    public void A_table_picks_a_card_draws_one_or_follows_its_stars(ChosenBy by) =>
        Seated.When(new ChooseCard(Anna, AnnasPhone, Safety, RoundKind.Statement, by, Monday)).Then(new CardChosen(1, Safety, RoundKind.Statement, by, Anna, Monday));

    [Fact]
    public void There_is_one_card_on_the_table_at_a_time() => Placing.When(Choose(Bram, Openness)).ThenRefused(Reason.RoundIsRunning);

    [Fact]
    public void A_card_that_was_played_is_not_played_again() => Played.When(Choose(Bram, Safety)).ThenRefused(Reason.CardPlayedBefore);

    [Fact, Rule("L2")]
    public void Two_who_pick_the_same_card_at_once_pick_it_once() => Placing.When(Choose(Bram, Safety)).ThenNothing();

    [Fact]
    public void Nothing_is_chosen_before_the_facilitator_starts_the_game() => Laid.After(new TakeSeat(AnnasPhone, "", "x", "", Monday)).When(Choose(Anna, Safety)).ThenRefused(Reason.GameNotOpen);

    [Fact]
    public void A_player_gives_a_star_and_takes_it_back() => Seated
        .When(new StarCard(Anna, AnnasPhone, Safety, Monday)).Then(new CardStarred(Anna, Safety))
        .When(new StarCard(Anna, AnnasPhone, Safety, Monday)).ThenNothing()
        .When(new UnstarCard(Anna, AnnasPhone, Safety, Monday)).Then(new CardUnstarred(Anna, Safety))
        .When(new UnstarCard(Anna, AnnasPhone, Safety, Monday)).ThenNothing();

    [Fact]
    public void A_card_is_skipped_and_the_table_comes_back_to_it() => Seated
        .When(new SkipCard(Anna, AnnasPhone, Safety, Monday)).Then(new CardSkipped(Safety)).And(table => Assert.Contains(Safety, table.Skipped))
        .When(Choose(Anna, Safety)).And(table => Assert.DoesNotContain(Safety, table.Skipped));

    [Fact]
    public void A_card_on_the_table_may_be_skipped_until_its_pawns_are_turned_over() =>
        Placing.When(new SkipCard(Anna, AnnasPhone, Safety, Monday)).Then(new CardSkipped(Safety)).And(table => Assert.Null(table.Round));

    [Fact]
    public void Afterwards_there_is_something_to_add_up() => Telling.When(new SkipCard(Anna, AnnasPhone, Safety, Monday)).ThenRefused(Reason.NotNow);

    [Fact]
    public void Another_card_is_not_skipped_while_one_is_played() => Placing.When(new SkipCard(Anna, AnnasPhone, Openness, Monday)).ThenRefused(Reason.RoundIsRunning);

    [Fact]
    public void Skipping_twice_skips_once() => Seated.After(new SkipCard(Anna, AnnasPhone, Safety, Monday)).When(new SkipCard(Bram, BramsPhone, Safety, Monday)).ThenNothing();

    [Fact, Rule("G2")]
    public void The_reader_rotates_with_each_card_over_who_is_present()
    {
        Assert.Equal(Anna, Placing.State.Round!.Reader);
        Assert.Equal(Bram, Played.After(Choose(Anna, Openness)).State.Round!.Reader);
        Assert.Equal(Chaima, Played.After(new LeaveTable(Anna, AnnasPhone, Monday), Choose(Bram, Openness)).State.Round!.Reader);
    }
}

[Rule("G12")]
public class Practising : ATable
{
    [Fact]
    public void A_practice_card_comes_before_the_first_card_that_counts_and_ends_on_no_pile() => Seated
        .After(Choose(Anna, Practice, RoundKind.Practice), Reveal(Anna, anyway: true), new SkipSecondPlacement(Anna, AnnasPhone, Monday))
        .When(new LayCard(Anna, AnnasPhone, null, Monday)).Then(new CardLaid(null, null))
        .And(table => Assert.False(table.MayPractise));

    [Fact]
    public void It_can_be_skipped() => Seated.When(new SkipPractice(Anna, AnnasPhone, Monday)).Then(new PracticeSkipped())
        .When(Choose(Anna, Practice, RoundKind.Practice)).ThenRefused(Reason.PracticeIsOver);

    [Fact]
    public void After_a_card_that_counts_there_is_no_practice() => Played.When(Choose(Anna, Practice, RoundKind.Practice)).ThenRefused(Reason.PracticeIsOver);

    [Fact]
    public void Skipping_it_twice_changes_nothing() => Seated.After(new SkipPractice(Anna, AnnasPhone, Monday)).When(new SkipPractice(Bram, BramsPhone, Monday)).ThenNothing();
}

[Rule("G11")]
public class BringingACase : ATable
{
    private static readonly CardId Blank = CardId.OfCase(new Guid("00000000-0000-0000-0000-0000000000ca"));

    private static BringCase Bring(string text = "De overdracht bij ziekte", string now = "Er ligt een map", string asks = "Hoe doen jullie dat?") => new(Bram, BramsPhone, Blank, text, now, Monday, asks);

    [Fact]
    public void A_player_writes_a_case_what_happens_now_and_what_they_want_to_know() =>
        Seated.When(Bring()).Then(new CaseBrought(1, Blank, new(Bram, "De overdracht bij ziekte", "Er ligt een map", "Hoe doen jullie dat?"), Monday));

    [Fact]
    public void The_others_judge_it_with_a_pawn() => Seated.After(Bring(), Place(Anna, 1), Place(Chaima, 2)).When(Reveal(Anna)).Then(new PawnsRevealed());

    [Fact]
    public void Who_brings_it_does_not_place_and_tells_first() => Seated.After(Bring()).When(Place(Bram, 1)).ThenRefused(Reason.BringerDoesNotPlace);

    [Fact]
    public void Who_brings_it_tells_first() => Seated.After(Bring(), Place(Anna, 1), Place(Chaima, 4), Reveal(Anna)).And(table => Assert.Equal(Bram, table.Teller!.Number));

    [Fact]
    public void A_tip_becomes_a_green_note_with_the_case() => Seated.After(Bring(), Write(Anna, new(Guid.Empty), "Zo doen wij het"))
        .And(table => Assert.Equal((Blank, NoteKind.Green), (table.Notes[0].Card, table.Notes[0].Kind)));

    [Fact]
    public void An_empty_case_is_refused() => Seated.When(Bring(text: "")).ThenRefused(Reason.CaseEmpty);

    [Theory, InlineData(281, 1, 1), InlineData(1, 281, 1), InlineData(1, 1, 281)]
    public void A_case_that_is_too_long_is_refused(int text, int now, int asks) =>
        Seated.When(Bring(new string('a', text), new string('b', now), new string('c', asks))).ThenRefused(Reason.CaseTooLong);

    [Fact, Rule("L2")]
    public void The_same_case_twice_is_one_case() => Seated.After(Bring()).When(Bring()).ThenNothing();

    [Fact]
    public void A_case_waits_until_the_card_on_the_table_is_played() => Placing.When(Bring()).ThenRefused(Reason.RoundIsRunning);
}
