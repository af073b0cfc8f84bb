using Leerklimaat.Domain.Decks;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Decks;

/// <summary>What makes a statement hard to play with.</summary>
[Rule("G14")]
public class AdvisingOnACard
{
    [Fact]
    public void A_good_sentence_needs_no_advice() => Assert.Empty(CardAdvice.Of("In ons team vertel je eerlijk wat er misging."));

    [Theory, InlineData(20, false), InlineData(21, true)]
    public void More_than_twenty_words_are_hard_to_hear(int words, bool isTold) =>
        Assert.Equal(isTold, CardAdvice.Of(string.Join(' ', Enumerable.Repeat("woord", words))).Any(advice => advice.Kind == AdviceKind.ManyWords));

    [Theory]
    [InlineData("Je deelt wat je weet en je vraagt om hulp.", "en je")]
    [InlineData("Je deelt wat je weet, maar niet alles.", "maar")]
    [InlineData("Leren is leuk. Iedereen doet mee.", ". I")]
    [InlineData("Je leert zowel op cursus als op je werk.", "zowel")]
    [InlineData("You share what you know and you ask for help.", "and you")]
    public void Two_thoughts_are_hard_to_place_one_pawn_on(string text, string about) => Assert.Contains(new CardAdvice(AdviceKind.TwoIdeas, about), CardAdvice.Of(text));

    [Theory, InlineData("Jongere en oudere collega's leren van elkaar."), InlineData("Ideeën over taal en rekenen zijn welkom."), InlineData("Wij eten b.v. samen."), InlineData("Wie het oneens is met de teamleider, zegt dat aan tafel.")]
    public void Two_words_side_by_side_are_one_thought(string text) => Assert.DoesNotContain(CardAdvice.Of(text), advice => advice.Kind == AdviceKind.TwoIdeas);

    [Theory, InlineData("Je gaat hier niet naar huis zonder iets te leren."), InlineData("Leren is hier niet onbelangrijk."), InlineData("Niemand zegt hier nooit iets."), InlineData("It is not unusual to ask.")]
    public void Twice_no_is_hard(string text) => Assert.Contains(CardAdvice.Of(text), advice => advice.Kind == AdviceKind.DoubleDenial);

    [Theory, InlineData("Je hoeft niet alles te weten."), InlineData("Een onderzoek mag hier niet ongestraft blijven liggen.", false), InlineData("Niet ons probleem, dat hoor je hier weinig.")]
    public void Once_no_is_not(string text, bool isOnce = true) => Assert.Equal(!isOnce, CardAdvice.Of(text).Any(advice => advice.Kind == AdviceKind.DoubleDenial));

    [Theory, InlineData("We borgen wat we leren.", "borgen"), InlineData("Onze mindset is goed.", "mindset"), InlineData("We leverage what we know.", "leverage")]
    public void Jargon_hides_what_one_would_see(string text, string about) => Assert.Contains(new CardAdvice(AdviceKind.Jargon, about), CardAdvice.Of(text));

    [Theory, InlineData("Bij Marieke kun je terecht.", "Marieke"), InlineData("Mevrouw Jansen luistert.", "Mevrouw Jansen"), InlineData("Annas idee telt.", "Annas")]
    public void A_card_is_about_no_person(string text, string about) => Assert.Contains(new CardAdvice(AdviceKind.Name, about), CardAdvice.Of(text));

    [Theory, InlineData("Ben je trots op je werk?"), InlineData("De gemeente Zandwijk leert."), InlineData("Je mag hier tim­meren.")]
    public void The_name_of_an_organisation_is_none_of_a_person(string text) => Assert.DoesNotContain(CardAdvice.Of(text), advice => advice.Kind == AdviceKind.Name);
}
