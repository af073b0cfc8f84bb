using System.Globalization;

namespace Leerklimaat.Load;

/// <summary>How much load, for how long, and on which server.</summary>
/// <param name="Seconds">How long each measurement lasts, after <paramref name="WarmUp"/> seconds that do not count.</param>
/// <param name="Rate">Actions per second of all tables together in the open loop.</param>
public sealed record LoadOptions(int Tables, int Players, int Seconds, int WarmUp, int Rate, string Server)
{
    public const string Usage = "bin/load [--tables 100] [--players 8] [--seconds 20] [--warmup 8] [--rate 100] [--server path/to/Leerklimaat.Server.dll]";

    public static LoadOptions Read(string[] args)
    {
        var given = args.Chunk(2).ToDictionary(pair => pair[0], pair => pair.Length == 2 ? pair[1] : throw new FormatException($"{pair[0]} has no value."));
        int Number(string name, int otherwise) => given.Remove(name, out var value) ? int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture) : otherwise;

        var options = new LoadOptions(
            Number("--tables", 100), Number("--players", 8), Number("--seconds", 20), Number("--warmup", 8), Number("--rate", 100),
            given.Remove("--server", out var server) ? server : Path.Combine(AppContext.BaseDirectory, "../../../../../src/Leerklimaat.Server/bin/Release/net10.0/Leerklimaat.Server.dll"));
        if (given.Count > 0) throw new FormatException($"There is no option {given.Keys.First()}.");
        if (options.Players is < 2 or > 12) throw new FormatException("A table has 2 to 12 players.");
        return options;
    }
}
