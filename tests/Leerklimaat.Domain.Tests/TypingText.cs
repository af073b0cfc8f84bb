using System.Globalization;
using System.Text;
using CsCheck;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests;

/// <summary>Whatever somebody types, or a program sends: it is kept as it was meant, or it is nothing.</summary>
[Rule("K1")]
public class TypingText
{
    // What keyboards make, and what somebody sends who wants to see what happens.
    private static readonly string[] Pieces =
    [
        "a", "Z", "ij", "ĳ", "Ĳ", "ﬁ", "ﬀ", "ë", "e\u0308", "Å", "\u212B", "é", "ك", "م", "हि", "각", "각", "👍🏽", "👩‍🏫", "❤️", "🇳🇱", "9", "=", "<", "\"",
        " ", "\t", "\v", "\f", "\n", "\r\n", "\r", "\0", "\u0001", "\u001B", "\u007F", "\u0085", "\u00A0", "\u2028", "\u2029", "\u3000",
        "\u00AD", "\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u2060", "\uFEFF", "\u202E", "\u2066", "\u2069", "\uFE0F", "\u034F", "\u115F", "\u1160", "\u3164", "\uFFA0", "\u2800", "\u0301", "\u0958", "\uFB2C",
        "\uD83D", "\uDE00", "\uD800", "\uDFFF", "\uFFFE", "\uFFFF", "\uFDD0", "\uFFFC", "\uFFFD", "\U000E0041", "\U000E0100", "\U0001D15E",
    ];

    private static readonly Gen<string> Anything = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Select(piece => Pieces[piece]).Array[0, 24].Select(string.Concat),
        Gen.Char.Array[0, 12].Select(characters => new string(characters)));

    [Theory]
    [InlineData("\u200B"), InlineData("\u3164"), InlineData("\u2800"), InlineData("\u00AD"), InlineData("\uFE0F"), InlineData("\u202E\u202C"), InlineData("\u2066 \u2069"), InlineData("\u200D\u200C")]
    [InlineData("\uFEFF"), InlineData("\u115F\u1160"), InlineData("\uFFA0"), InlineData("\u0301"), InlineData("\U000E0041"), InlineData("\uE000"), InlineData("\uFFFC"), InlineData("\0\t\v"), InlineData("\u180E \u2060\u00A0"), InlineData(null)]
    public void Nothing_that_can_be_seen_is_no_text(string? typed) => Assert.Equal(("", ""), (Plain.Text(typed), Plain.Line(typed)));

    [Theory]
    [InlineData("Anna\tde Vries"), InlineData("Anna\vde Vries"), InlineData("Anna\fde Vries"), InlineData("Anna\u0085de\0Vries"), InlineData("Anna\u2028de\u3000Vries"), InlineData("\u200BAnna\u001Bde Vries\u00AD")]
    public void What_stands_between_two_words_is_a_space(string typed) => Assert.Equal("Anna de Vries", Plain.Line(typed));

    [Theory]
    [InlineData("Financie\u0308n", "Financiën"), InlineData("\u202EannA", "annA"), InlineData("👩‍🏫 ❤️", "👩‍🏫 ❤️"), InlineData("De\u00ADventer", "De\u00ADventer"), InlineData("مرحبا \u200Fabc", "مرحبا \u200Fabc")]
    public void Each_letter_is_kept_in_one_way(string typed, string kept) => Assert.Equal(kept, Plain.Text(typed));

    [Fact]
    public void Half_a_character_becomes_the_sign_for_that() => Assert.Equal(("half \uFFFD", "\uFFFD\uFFFD"), (Plain.Text("half \uD83D"), Plain.Line("\uDE00\uD83D")));

    [Fact]
    public void Whatever_is_typed_is_safe_to_keep() => Anything.Sample(
        typed =>
        {
            foreach (var plain in new[] { Plain.Text(typed), Plain.Line(typed) })
            {
                Assert.True(plain.Length <= typed.Length, "it became longer");
                Assert.DoesNotContain(plain, character => char.IsControl(character) && character != '\n');
                Assert.DoesNotContain(plain.Zip($"{plain[Math.Min(1, plain.Length)..]} "), pair => char.IsSurrogate(pair.First) && !char.IsSurrogatePair(pair.First, pair.Second) && !char.IsLowSurrogate(pair.First));
                Assert.Equal(plain, new UTF8Encoding(false, true).GetString(new UTF8Encoding(false, true).GetBytes(plain)));
                Assert.Equal(plain.Trim(), plain);
                Assert.Equal(plain.Length > 0, plain.EnumerateRunes().Any(Plain.IsVisible));
            }

            Assert.Equal(Plain.Text(typed), Plain.Text(Plain.Text(typed)));
            Assert.Equal(Plain.Line(typed), Plain.Line(Plain.Line(typed)));
            Assert.DoesNotContain('\n', Plain.Line(typed));
        },
        iter: 20_000);

    [Fact]
    public void No_two_words_become_one() => Gen.Int[0, 0x20].Select(character => (char)character).Sample(
        between => Assert.Equal(["Anna", "Vries"], Plain.Text($"Anna{between}Vries").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void Cutting_takes_whole_characters() => Gen.Select(Anything.Select(typed => Plain.Text(typed)), Gen.Int[0, 30]).Sample(
        (text, most) =>
        {
            var cut = Plain.Cut(text, most);
            Assert.True(cut.Length <= most);
            if (text.Length <= most) Assert.Equal(text, cut);
            if (cut == text || cut.Length == 0) return;

            var kept = cut[..^1];
            Assert.StartsWith(kept, text, StringComparison.Ordinal);
            var whole = StringInfo.ParseCombiningCharacters(text);
            Assert.True(kept.Length == 0 || whole.Contains(kept.Length) || string.IsNullOrWhiteSpace(text[kept.Length].ToString()), "a character was cut in two");
        },
        iter: 20_000);

    [Theory]
    [InlineData("👩‍🏫👩‍🏫👩‍🏫", 6, "👩‍🏫…"), InlineData("👍👍", 3, "👍…"), InlineData("e\u0323\u0302e", 3, "…"), InlineData("kort", 4, "kort"), InlineData("langer", 5, "lang…")]
    public void What_people_see_as_one_is_not_cut_in_two(string text, int most, string kept) => Assert.Equal(kept, Plain.Cut(text, most));

    [Theory]
    [InlineData("Financiën", "Financie\u0308n"), InlineData("ĳsbaan", "IJsbaan"), InlineData("ﬁnanciën", "Financiën"), InlineData("Burger\u00ADzaken", "burgerzaken"), InlineData("Zorg\u3164", "zorg"), InlineData("coördinatie", "Coo\u0308rdinatie")]
    public void Typed_in_two_ways_it_is_one_department_and_one_phrase(string one, string other)
    {
        Assert.Equal(Phrase.Key(one), Phrase.Key(other));
        var (first, second) = (new TableId(new Guid(1, 0, 0, new byte[8])), new TableId(new Guid(2, 0, 0, new byte[8])));
        Assert.Equal(second, TableFinder.For(Seating.Mix, one, [new(first, 8, [other]), new(second, 8, ["Iets anders", "Nog iets"])]));
    }
}
