using System.Security.Cryptography;
using System.Text;

namespace Leerklimaat.Server.Settings;

/// <summary>How the organisation that hosts looks: its logo and its tokens, as files in one folder. What is not there is as we have it.</summary>
/// <param name="Logo">Stands where ours stands.</param>
/// <param name="Tokens">Styles that come after ours and hold tokens alone.</param>
/// <param name="Organisation">What the logo says, for who does not see it.</param>
public sealed record HouseStyle(StyleFile? Logo, StyleFile? Tokens, string Organisation)
{
    /// <summary>In bytes. It comes with the first page that somebody opens on a phone.</summary>
    public const int LargestLogo = 100_000, LargestTokens = 200_000;

    public static readonly HouseStyle Ours = new(null, null, "");

    /// <exception cref="SettingsException">The folder is not there, or a file of it cannot be used.</exception>
    public static HouseStyle Read(string folder, string organisation)
    {
        if (folder.Length == 0) return Ours;
        if (!Directory.Exists(folder)) throw new SettingsException($"The folder of the house style, '{folder}', is not there.");

        var logo = LogoAt(Path.Combine(folder, "logo.svg"), "image/svg+xml", IsDrawing) ?? LogoAt(Path.Combine(folder, "logo.png"), "image/png", IsPicture);
        if (logo is not null && organisation.Length == 0) throw new SettingsException("A logo needs the name of the organisation, for who does not see it: set Server__Organisation.");
        var tokens = Path.Combine(folder, "tokens.css");
        if (logo is null && !File.Exists(tokens)) throw new SettingsException($"The folder of the house style, '{folder}', has no logo.svg, logo.png or tokens.css.");
        return new(logo, File.Exists(tokens) ? StyleFile.Of("tokens.css", "text/css; charset=utf-8", Encoding.UTF8.GetBytes(HouseTokens.Read(tokens))) : null, organisation);
    }

    private static StyleFile? LogoAt(string path, string type, Func<byte[], bool> isOne)
    {
        if (!File.Exists(path)) return null;
        if (new FileInfo(path).Length > LargestLogo) throw new SettingsException($"{path}: a logo has at most {LargestLogo / 1000} kB.");
        var content = File.ReadAllBytes(path);
        return isOne(content) ? StyleFile.Of(Path.GetFileName(path), type, content) : throw new SettingsException($"{path}: this is no {Path.GetExtension(path)[1..].ToUpperInvariant()}.");
    }

    private static bool IsDrawing(byte[] content) => Encoding.UTF8.GetString(content).Contains("<svg", StringComparison.Ordinal);

    private static bool IsPicture(byte[] content) => content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']);
}

/// <summary>A file of the house style, at an address that changes with what is in it.</summary>
public sealed record StyleFile(string Address, string Type, byte[] Content)
{
    public static StyleFile Of(string name, string type, byte[] content) => new($"/house-style/{Convert.ToHexStringLower(SHA256.HashData(content))[..12]}/{name}", type, content);
}
