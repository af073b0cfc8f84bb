using Leerklimaat.Load;

if (args is ["bare", ..]) return await BareServer.Run();

try
{
    var options = LoadOptions.Read(args);
    // A long run must not end with a folder that is not there.
    if (options.Json is not null) Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.Json))!);
    var run = await ByTurns.Run(options);
    Console.WriteLine(run.ToMarkdown());
    if (options.Json is { } file) await File.WriteAllTextAsync(file, run.ToJson());
    return 0;
}
catch (FormatException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}
