using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Events;

namespace Leerklimaat.Server.Tending;

/// <summary>Takes what is stored out into one file, and takes such a file in.</summary>
public static class Moving
{
    private const string Everything = "everything";

    // What workshops show, what browsers kept, and by which cookies are known: without these, whoever led does not lead any more.
    private static readonly string[] AllFolders = ["pictures", "kept", "keys"];

    /// <summary>A workshop with all that belongs to it, or everything that there is; as it was at one moment, whatever is done meanwhile.</summary>
    /// <param name="workshop">Nothing for everything.</param>
    /// <returns>How many streams and events it has.</returns>
    /// <exception cref="UnreadableStreamException">A part of it cannot be read.</exception>
    public static async Task<(int Streams, long Events)> Export(Storage storage, string path, Guid? workshop, DateTimeOffset at)
    {
        using var moment = storage.Snapshot();
        IReadOnlyList<string> streams = workshop is { } id ? StreamsOf(moment, id) : moment.Streams();
        var files = new List<(string, string, byte[])>();
        // After the journal: what a part shows was kept before the part.
        foreach (var folder in workshop is { } only ? [$"pictures/{only:N}"] : AllFolders)
        {
            foreach (var kept in await storage.Files.List(folder))
            {
                if (await storage.Files.Read(kept.Folder, kept.Name) is { } bytes) files.Add((kept.Folder, kept.Name, bytes));
            }
        }

        var events = 0L;
        ExportFile.Write(path, workshop is null ? Everything : $"workshop {workshop:N}", at, streams.Select(stream =>
        {
            var read = moment.Read(stream);
            events += read.Count;
            return (stream, read);
        }), files);
        return (streams.Count, events);
    }

    /// <summary>
    /// Adds what is not there yet. A stream that is there already, and goes on as in the file or beyond it, stays; one that is another stops all before anything is
    /// written. So twice has the same effect as once.
    /// </summary>
    /// <exception cref="DamagedExportException">It cannot be taken in here.</exception>
    public static async Task<Taken> Import(Storage storage, ExportFile export)
    {
        var missing = new List<(string Stream, int From, IReadOnlyList<StoredEvent> Events)>();
        foreach (var (stream, events) in export.Streams)
        {
            var there = await storage.Journal.Read(stream);
            var same = there.Zip(events).TakeWhile(both => IsSame(both.First, both.Second)).Count();
            if (same < Math.Min(there.Count, events.Count)) throw new DamagedExportException($"{ExportFile.Shown(stream)} is there already, and is another one from event {same + 1} on. Nothing was taken in.");
            if (there.Count < events.Count) missing.Add((stream, there.Count, events));
        }

        var files = 0;
        foreach (var ((folder, name), bytes) in export.Files)
        {
            // What a browser kept may have changed since, and what is there is newer.
            await storage.Files.Change(folder, name, before =>
            {
                if (before is null) files++;
                return before ?? bytes;
            });
        }

        foreach (var (stream, from, events) in missing) await storage.Journal.Append(stream, from, [.. events.Skip(from)]);
        return new(missing.Count, missing.Sum(one => (long)one.Events.Count - one.From), files, export.Streams.Count - missing.Count);
    }

    private static List<string> StreamsOf(IJournalSnapshot moment, Guid id)
    {
        var own = $"workshop/{id:N}";
        var fold = StreamFold.Of(own)!;
        var events = moment.Read(own);
        if (events.Count == 0) throw new DamagedExportException($"There is no workshop {id}.");

        foreach (var stored in events) fold.Add(stored.Bytes);
        var all = moment.Streams();
        return [.. all.Intersect([own, $"plenary/{id:N}", $"publications/{id:N}", $"guests/{id:N}", $"followup/{id:N}", .. fold.Named]), .. all.Where(stream => stream.StartsWith("code/", StringComparison.Ordinal) && OwnerOf(moment, stream) == id)];
    }

    private static Guid? OwnerOf(IJournalSnapshot moment, string code) => moment.Read(code).Aggregate(Doors.CodeGrain.Folding.Nothing, (folded, stored) => Doors.CodeGrain.Folding.Add(folded, stored.Bytes)).State.Workshop is { } owner ? owner.Value : null;

    private static bool IsSame(StoredEvent one, StoredEvent other) => one.Command == other.Command && one.At == other.At && one.Body.Span.SequenceEqual(other.Body.Span);

    /// <summary>What an import added.</summary>
    /// <param name="There">How many streams were there already.</param>
    public sealed record Taken(int Streams, long Events, int Files, int There);
}
