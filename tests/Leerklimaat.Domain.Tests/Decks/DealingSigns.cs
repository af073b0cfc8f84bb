using System.Collections.Immutable;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Decks;

/// <summary>Each factor is known by a sign: the one that its deck names, or else one by its place.</summary>
[Rule("G1")]
public class DealingSigns
{
    [Fact]
    public void Factors_that_name_no_sign_get_them_in_the_order_of_the_deck() => Assert.Equal(Signs.All, Dealt([.. Enumerable.Repeat("", Signs.All.Length)]));

    [Fact]
    public void A_sign_that_a_factor_names_is_dealt_to_no_other() => Assert.Equal(["butterfly", "birdhouse", "flower"], Dealt("butterfly", "", ""));

    [Fact]
    public void More_factors_than_signs_begin_anew()
    {
        Assert.Equal(Signs.All[0], Dealt([.. Enumerable.Repeat("", Signs.All.Length + 1)])[^1]);
        Assert.Equal(Signs.All[0], Dealt([.. Signs.All, ""])[^1]);
    }

    private static IReadOnlyList<string> Dealt(params string[] named) =>
        [.. Signs.Deal([.. named.Select((sign, place) => new Factor($"f{place}", $"Factor {place}", "S1", sign))]).Select(factor => factor.Sign)];
}
