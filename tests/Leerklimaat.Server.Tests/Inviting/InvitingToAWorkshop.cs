using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Inviting;

[Rule("W7")]
public sealed partial class InvitingToAWorkshop : IAsyncLifetime
{
    private readonly AClock clock = new();
    private AWorkshop workshop = null!;

    public async ValueTask InitializeAsync() => workshop = await AWorkshop.Start(await RunningServer.Start(adjust: builder => builder.Services.AddSingleton<TimeProvider>(clock)));

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Theory]
    [InlineData("9999-12-31T23:59"), InlineData("0001-01-01T00:00"), InlineData("03/04/2026 13:30"), InlineData("13-13-2026 13:30"), InlineData("2026-02-30T10:00"), InlineData("2026-04-03"), InlineData(""), InlineData("morgen"), InlineData("13:30")]
    public async Task A_moment_that_is_none_or_may_be_two_is_answered_with_a_sentence_and_what_was_typed_stays(string typed)
    {
        await workshop.Chantal.Open($"{workshop.Root}/invitation.ics?begins={Uri.EscapeDataString(typed)}&place=Zaal%201");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, workshop.Chantal.Status);
        Assert.Contains("Vul in wanneer de workshop begint", workshop.Chantal.Text, StringComparison.Ordinal);
        Assert.Equal("Zaal 1", workshop.Chantal.Page.QuerySelector("#place")!.GetAttribute("value"));
        Assert.Equal(typed, workshop.Chantal.Page.QuerySelector("#begins")!.GetAttribute("value"));
    }

    [Theory, InlineData("2026-04-03T13:30"), InlineData("3-4-2026 13:30"), InlineData("03-04-2026 13.30"), InlineData("3 april 2026 13:30"), InlineData("2026-04-03T13:30:00")]
    public async Task The_third_of_April_is_not_the_fourth_of_March(string typed) =>
        Assert.Contains("DTSTART:20260403T133000\r\n", await Invitation(typed), StringComparison.Ordinal);

    [Fact]
    public async Task Each_later_invitation_is_known_as_the_newest_of_the_same_workshop()
    {
        var first = await Invitation("2026-04-03T13:30");
        clock.Advance(TimeSpan.FromSeconds(2));
        var second = await Invitation("2026-04-03T14:30");

        Assert.Equal(Uid().Match(first).Value, Uid().Match(second).Value);
        Assert.True(Sequence(second) > Sequence(first));
        Assert.NotEqual(Stamp().Match(first).Value, Stamp().Match(second).Value);
    }

    [Theory, InlineData(0), InlineData(-5)]
    public void It_never_ends_when_it_begins(int minutes) =>
        Assert.Contains("DTEND:20260403T133100", Server.Inviting.Calendar.Invitation(Guid.Empty, "Leren", "", "", "https://example.org", new(2026, 4, 3, 13, 30, 0), minutes, 1, DateTimeOffset.UnixEpoch), StringComparison.Ordinal);

    private Task<string> Invitation(string begins) => workshop.Chantal.Http.GetStringAsync($"{workshop.Root}/invitation.ics?begins={Uri.EscapeDataString(begins)}");

    private static int Sequence(string invitation) => int.Parse(ASequence().Match(invitation).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"SEQUENCE:(\d+)")]
    private static partial Regex ASequence();

    [GeneratedRegex(@"UID:\S+")]
    private static partial Regex Uid();

    [GeneratedRegex(@"DTSTAMP:\S+")]
    private static partial Regex Stamp();
}
