using System.Globalization;
using Leerklimaat.Server.Events;
using Npgsql;

namespace Leerklimaat.Server.Tending;

/// <summary>What a host does with what is stored, from a command line (<c>bin/check</c>, <c>bin/export</c>, <c>bin/import</c>, <c>bin/backup</c>, <c>bin/restore</c>).</summary>
public static class Commands
{
    private const string Zip = "A file ends in .zip.";

    /// <returns>0 when it was done, 1 when it could not be, 2 when it was not asked well; it says why in one sentence.</returns>
    public static async Task<int> Run(string[] args, TextWriter say, TimeProvider time)
    {
        try
        {
            return args switch
            {
                ["check", .. var rest] => Check(rest, say),
                ["export", var file, .. var rest] when IsFile(file) => await Export(file, rest, say, time.GetUtcNow()),
                ["import", var file, .. var rest] when IsFile(file) => await Import(file, rest, say),
                ["backup", var folder, .. var rest] when !folder.StartsWith('-') => await Backup(folder, rest, say, time.GetUtcNow()),
                ["restore", var file, .. var rest] when IsFile(file) => await Restore(file, rest, say),
                [var asked, ..] => Wrong(say, asked),
                _ => Wrong(say, ""),
            };
        }
        catch (Exception cannot) when (cannot is DamagedExportException or UnreadableStreamException or StoreUnavailableException or NpgsqlException or IOException or UnauthorizedAccessException)
        {
            await say.WriteLineAsync(cannot.Message);
            return 1;
        }
    }

    /// <summary>Of one file each page is looked at too; a database has means of its own for that (<c>pg_amcheck</c>).</summary>
    private static int Check(string[] args, TextWriter say)
    {
        var settings = Storage.SettingsFrom(args);
        if (settings.Storage.Length == 0) return JournalCheck.Run(args, say);

        using var moment = new PostgresSnapshot(settings.Storage);
        var (streams, events, broken) = (moment.Streams(), 0L, 0);
        foreach (var stream in streams)
        {
            try
            {
                var fold = StreamFold.Of(stream) ?? throw new UnreadableStreamException("No part of this program knows what it is.");
                foreach (var stored in moment.Read(stream))
                {
                    fold.Add(stored.Bytes);
                    events++;
                }
            }
            catch (Exception trouble)
            {
                // Whatever is wrong with one stream, the next is looked at too.
                broken++;
                say.WriteLine($"Cannot be read: {ExportFile.Shown(stream)}. {trouble.Message.ReplaceLineEndings(" ")}");
            }
        }

        return Says(say, broken == 0 ? 0 : 1, $"The database: {Counted(streams.Count, events)} were read; {broken} cannot be read.");
    }

    private static async Task<int> Export(string file, string[] args, TextWriter say, DateTimeOffset now)
    {
        var settings = Storage.SettingsFrom(args);
        var workshop = new ConfigurationBuilder().AddCommandLine(args).Build()["workshop"];
        if (workshop is not null && !Guid.TryParse(workshop, out _)) return Says(say, 2, $"'{workshop}' is no workshop. Its id stands in the address of its page: /workshops/…");
        if (!Storage.IsThere(settings)) return Says(say, 2, $"There is no journal in {Path.GetFullPath(settings.DataFolder)}. Name its folder: --Server:DataFolder=…");

        await using var storage = Storage.Open(settings);
        var (streams, events) = await Moving.Export(storage, file, workshop is null ? null : Guid.Parse(workshop), now);
        return Says(say, 0, $"{file} has {Counted(streams, events)}. It has all that people wrote: guard it as the server itself.");
    }

    private static async Task<int> Import(string file, string[] args, TextWriter say)
    {
        var export = ExportFile.Read(file);
        await using var storage = Storage.Open(Storage.SettingsFrom(args));
        var taken = await Moving.Import(storage, export);
        return Says(say, 0, $"Taken in: {Counted(taken.Streams, taken.Events)}, and {taken.Files} files; {taken.There} streams were there already.");
    }

    /// <summary>What was written is read again before it is called a backup.</summary>
    private static async Task<int> Backup(string folder, string[] args, TextWriter say, DateTimeOffset now)
    {
        var settings = Storage.SettingsFrom(args);
        if (!Storage.IsThere(settings)) return Says(say, 2, $"There is no journal in {Path.GetFullPath(settings.DataFolder)}. Name its folder: --Server:DataFolder=…");

        Settings.PrivateFiles.Folder(folder);
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"leerklimaat-{now:yyyyMMdd-HHmmss}.zip"));
        await using var storage = Storage.Open(settings);
        var (streams, events) = await Moving.Export(storage, file, null, now);
        var read = ExportFile.Read(file);
        return read.Streams.Count == streams && read.Events == events
            ? Says(say, 0, $"{file} has {Counted(streams, events)}, and was read again whole. It has the keys of cookies and all that people wrote: guard it as the server itself.")
            : Says(say, 1, $"{file} does not have what was written to it. Is the disk broken?");
    }

    private static async Task<int> Restore(string file, string[] args, TextWriter say)
    {
        var export = ExportFile.Read(file);
        await using var storage = Storage.Open(Storage.SettingsFrom(args));
        using (var there = storage.Snapshot())
        {
            if (there.Streams().Count > 0) return Says(say, 1, $"There is a journal in {storage.Place} already. Restore into an empty one; import adds to what is there.");
        }

        var taken = await Moving.Import(storage, export);
        return Says(say, 0, $"{storage.Place} has {Counted(taken.Streams, taken.Events)}, and {taken.Files} files. Start the server.");
    }

    private static bool IsFile(string file) => file.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private static string Counted(int streams, long events) => string.Create(CultureInfo.InvariantCulture, $"{streams:N0} streams with {events:N0} events");

    private static int Wrong(TextWriter say, string asked) => Says(say, 2, asked switch
    {
        "export" => $"Say into which file, and which workshop or nothing for everything: bin/export samen.zip [--workshop ID]. {Zip}",
        "backup" => "Say into which folder: bin/backup /backup",
        "restore" => $"Say from which file: bin/restore leerklimaat-20261130-093000.zip. {Zip}",
        _ => $"Say which file: bin/import samen.zip. {Zip}",
    });

    private static int Says(TextWriter say, int answer, string sentence)
    {
        say.WriteLine(sentence);
        return answer;
    }
}
