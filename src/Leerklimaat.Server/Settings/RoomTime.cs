using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Leerklimaat.Server.Settings;

/// <summary>What the clock on the wall of the room says, wherever the server stands.</summary>
public sealed class RoomTime(IOptions<ServerSettings> settings)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(settings.Value.TimeZone);

    public DateTimeOffset Of(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone);

    /// <summary>One sentence for who starts the server where there is no such zone.</summary>
    public static ValidationResult? Check(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out _)
        ? ValidationResult.Success
        : new($"There is no time zone '{name}'; set Server:TimeZone to a name such as Europe/Amsterdam.", [nameof(ServerSettings.TimeZone)]);
}
