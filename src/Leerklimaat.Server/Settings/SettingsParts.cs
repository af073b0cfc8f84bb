using System.ComponentModel.DataAnnotations;

namespace Leerklimaat.Server.Settings;

/// <summary>What the server was set to, checked before anything depends on it.</summary>
public static class SettingsParts
{
    public static void AddSettings(this WebApplicationBuilder builder, out ServerSettings settings)
    {
        var section = builder.Configuration.GetSection("Server");
        settings = section.Get<ServerSettings>() ?? new();
        var wrong = new List<ValidationResult>();
        if (!Validator.TryValidateObject(settings, new(settings), wrong, validateAllProperties: true)) throw new SettingsException(string.Join(' ', wrong.Select(one => one.ErrorMessage)));

        builder.Services.Configure<ServerSettings>(section);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Addresses>().AddSingleton<RoomTime>().AddSingleton(HouseStyle.Read(settings.HouseStyleFolder, settings.Organisation));
    }
}

/// <summary>A setting has a value with which the server cannot work.</summary>
public sealed class SettingsException : Exception
{
    public SettingsException() { }

    public SettingsException(string message) : base(message) { }

    public SettingsException(string message, Exception inner) : base(message, inner) { }
}
