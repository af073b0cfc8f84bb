using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Leerklimaat.Simulation;

var asked = args.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
var (seed, worlds, minutes) = (Number("--seed", 1), Number("--worlds", 100), Number("--minutes", 0));
await using var simulating = new Simulating { AtOnce = Environment.ProcessorCount };

if (asked.TryGetValue("--record", out var file))
{
    Simulated[] all =
    [
        simulating.Run(seed, worlds, isDrawn: true), simulating.Run(seed, worlds * 10, isDrawn: false),
        .. Enum.GetValues<Broken>().Where(broken => broken != Broken.Nothing).Select(broken => simulating.Run(seed, worlds, isDrawn: true, broken)),
    ];
    File.WriteAllText(file, JsonSerializer.Serialize(all.Select(one => one.InShort), Simulated.Json) + "\n");
    return Say(all);
}

var broken = Enum.Parse<Broken>(asked.GetValueOrDefault("--broken", nameof(Broken.Nothing)), ignoreCase: true);
bool[] drawn = asked.TryGetValue("--drawn", out var said) ? [said == "yes"] : [true, false];
var began = Stopwatch.StartNew();
do
{
    if (Say([.. drawn.Select(isDrawn => simulating.Run(seed, worlds, isDrawn, broken))]) is var wrong and not 0) return wrong;
    seed += worlds;
}
while (began.Elapsed < TimeSpan.FromMinutes(minutes));

return 0;

int Number(string name, int unsaid) => asked.TryGetValue(name, out var said) ? int.Parse(said, CultureInfo.InvariantCulture) : unsaid;

static int Say(IReadOnlyList<Simulated> all)
{
    foreach (var one in all) Console.WriteLine(one.Say());
    return all.All(one => one.Wrong.IsEmpty == (one.Broken == Broken.Nothing)) ? 0 : 1;
}
