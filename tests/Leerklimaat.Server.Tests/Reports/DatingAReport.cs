using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tests.Reports;
using Leerklimaat.Server.Settings;
using Microsoft.Extensions.Options;

namespace Leerklimaat.Server.Tests.Reports;

/// <summary>A report has the day on which the workshop was held, as the calendar in that room had it.</summary>
[Rule("R1")]
public class DatingAReport
{
    [Theory]
    [InlineData("2026-06-30T22:30:00Z", "2026-07-01")]
    [InlineData("2026-01-31T23:30:00Z", "2026-02-01")]
    [InlineData("2026-01-31T22:30:00Z", "2026-01-31")]
    public void Late_in_the_evening_it_is_the_day_of_the_room_and_not_of_Greenwich(string moment, string day)
    {
        using var formats = new AllFormats();
        var report = Of(new RoomTime(Options.Create(new ServerSettings())).Of(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains(day, formats.Files.SavedAs(report, "report.docx"), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_it_was_not_held_that_is_said_and_no_date()
    {
        using var formats = new AllFormats();
        Assert.Equal("verslag-samen-leren-nog-niet-gehouden.docx", formats.Files.SavedAs(Of(null), "report.docx"));
        Assert.Contains("nog niet is gehouden", formats.Of(Of(null))["report.txt"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_time_zone_stops_the_start_with_one_clear_sentence() =>
        Assert.Equal("There is no time zone 'Mars/Olympus'; set Server:TimeZone to a name such as Europe/Amsterdam.", RoomTime.Check("Mars/Olympus")!.ErrorMessage);

    private static WorkshopReport Of(DateTimeOffset? held) => HandingOverAReport.Sample().Make() with { HeldAt = held };
}
