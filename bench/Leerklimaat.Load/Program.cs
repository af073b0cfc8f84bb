using Leerklimaat.Load;
using Leerklimaat.Load.Scale;

if (args is ["bare", ..]) return await BareServer.Run();

try
{
    if (args is ["figures" or "scale", ..]) return Renew(args[0], args[1..]);

    var options = LoadOptions.Read(args);
    // A long run must not end with a folder that is not there.
    if (options.Json is not null) Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.Json))!);
    var run = await (options.Kind switch { "crowd" => Crowd.Run(options), "wake" => Wake.Run(options), "restart" => Restart.Run(options), "cluster" => Cluster.Run(options), "faults" => Faults.Run(options), "join" or "questions" or "plenary" => Hall.Run(options), "soak" => Soak.Run(options), _ => ByTurns.Run(options) });
    Console.WriteLine(run.ToMarkdown());
    if (options.Json is { } file) await File.WriteAllTextAsync(file, run.ToJson());
    return 0;
}
catch (FormatException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}
catch (Exception stopped) when (stopped is InvalidOperationException or HttpRequestException)
{
    Console.Error.WriteLine($"There are no figures: {stopped.Message}");
    return 1;
}

static int Renew(string kind, string[] args)
{
    if (args is not [var document, var folder]) throw new FormatException($"{kind} takes a document and a folder.\n{LoadOptions.Usage}");
    if (!File.Exists(document)) throw new FormatException($"There is no document {document}.");
    if (!Directory.Exists(folder)) throw new FormatException($"There is no folder {folder}.");
    var (written, runs) = (File.ReadAllText(document), FiguresDocument.ReadRuns(folder));
    File.WriteAllText(document, kind == "figures" ? FiguresDocument.Renew(written, runs) : ScaleDocument.Renew(written, runs, File.ReadAllText("docs/proxy/nginx.conf")));
    return 0;
}
