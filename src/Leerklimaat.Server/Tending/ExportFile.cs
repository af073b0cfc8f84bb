using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Leerklimaat.Server.Events;

namespace Leerklimaat.Server.Tending;

/// <summary>
/// The file in which workshops travel: a ZIP with a list of what is in it, each stream of the journal as lines of JSON, and each file that is kept beside the journal.
/// Each part stands in the list with its hash, so that whoever takes it in finds what was damaged on the way, and where.
/// </summary>
public sealed class ExportFile
{
    private const int Format = 1;

    private const string List = "leerklimaat.json", OfJournal = "journal/", OfFiles = "files/", Lines = ".jsonl";

    // Larger than any stream or picture that is written; what claims to be is made to fill a memory.
    private const long LargestPart = 256 * 1024 * 1024;

    private static readonly string[] Folders = ["pictures", "kept", "keys"];

    private readonly Dictionary<string, IReadOnlyList<StoredEvent>> streams = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Folder, string Name), byte[]> files = [];

    private ExportFile() { }

    public IReadOnlyDictionary<string, IReadOnlyList<StoredEvent>> Streams => streams;

    public IReadOnlyDictionary<(string Folder, string Name), byte[]> Files => files;

    public long Events => streams.Values.Sum(stream => (long)stream.Count);

    /// <summary>Writes it beside its place first: a file of this name is whole.</summary>
    public static void Write(string path, string what, DateTimeOffset at, IEnumerable<(string Stream, IReadOnlyList<StoredEvent> Events)> streams, IEnumerable<(string Folder, string Name, byte[] Bytes)> files)
    {
        var beside = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using (var written = new FileStream(beside, Settings.PrivateFiles.New(0)))
            {
                using (var zip = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
                {
                    var parts = new List<Part>();
                    foreach (var (stream, events) in streams) parts.Add(Add(zip, $"{OfJournal}{stream}{Lines}", LinesOf(events), events.Count));
                    foreach (var (folder, name, bytes) in files) parts.Add(Add(zip, $"{OfFiles}{folder}/{name}", bytes, null));
                    Add(zip, List, JsonSerializer.SerializeToUtf8Bytes(new Listed(Format, what, at, parts)), null);
                }

                written.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>Reads and checks all of it: each hash, each line, and whether each stream adds up.</summary>
    /// <exception cref="DamagedExportException">What is wrong with it, and where.</exception>
    public static ExportFile Read(string path)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            var listed = ListOf(zip);
            var read = new ExportFile();
            foreach (var part in listed.Parts) read.Take(part, Checked(zip, part));
            var known = listed.Parts.Select(part => part.Name).Append(List).ToHashSet(StringComparer.Ordinal);
            if (zip.Entries.FirstOrDefault(entry => !known.Contains(entry.FullName)) is { } stranger) throw new DamagedExportException($"It has {Shown(stranger.FullName)} in it, which is not in its list.");
            return read;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            throw new DamagedExportException("It is no export of Leerklimaat, or a part of it is missing at its end.", broken);
        }
    }

    /// <summary>How a stream is called where people read it: a join code opens a door, and is named in no output.</summary>
    public static string Shown(string name) => name.Contains("code/", StringComparison.Ordinal) ? "a join code" : name;

    private static Listed ListOf(ZipArchive zip)
    {
        var entry = zip.GetEntry(List) ?? throw new DamagedExportException($"It has no {List} in it: it is no export of Leerklimaat.");
        var listed = Parse<Listed>(Bytes(entry), List);
        if (listed.Format > Format) throw new DamagedExportException("It was written by a newer version of the program. Take it in with that version.");
        return listed;
    }

    private static byte[] Checked(ZipArchive zip, Part part)
    {
        var entry = zip.GetEntry(part.Name) ?? throw new DamagedExportException($"{Shown(part.Name)} is missing.");
        var bytes = Bytes(entry);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == part.Sha256 ? bytes : throw new DamagedExportException($"{Shown(part.Name)} is damaged.");
    }

    private void Take(Part part, byte[] bytes)
    {
        if (part.Name.StartsWith(OfJournal, StringComparison.Ordinal) && part.Name.EndsWith(Lines, StringComparison.Ordinal)) TakeStream(part, bytes);
        else if (part.Name.StartsWith(OfFiles, StringComparison.Ordinal)) TakeFile(part.Name[OfFiles.Length..], bytes);
        else throw new DamagedExportException($"{Shown(part.Name)} is nothing that this program knows.");
    }

    private void TakeStream(Part part, byte[] bytes)
    {
        var stream = part.Name[OfJournal.Length..^Lines.Length];
        var fold = StreamFold.Of(stream) ?? throw new DamagedExportException($"No part of this program knows what {Shown(stream)} is.");
        var events = new List<StoredEvent>();
        foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var where = $"line {events.Count + 1} of {Shown(part.Name)}";
            var written = Parse<Line>(Encoding.UTF8.GetBytes(line), where);
            var body = Encoding.UTF8.GetBytes(written.Body.GetRawText());
            try
            {
                fold.Add(body);
            }
            catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException or ArgumentException or InvalidOperationException or NullReferenceException or KeyNotFoundException)
            {
                throw new DamagedExportException($"The event in {where} cannot be read: {unreadable.Message.ReplaceLineEndings(" ")}", unreadable);
            }

            events.Add(new(body, written.Command, new(written.At, TimeSpan.Zero)));
        }

        if (events.Count != part.Events) throw new DamagedExportException($"{Shown(part.Name)} has {events.Count} events, and {part.Events} in its list.");
        streams[stream] = events;
    }

    // It becomes a name in a folder: nothing in it may lead elsewhere.
    private void TakeFile(string named, byte[] bytes)
    {
        var words = named.Split('/');
        var isKnown = words.Length is 2 or 3 && Folders.Contains(words[0]) && words.All(word => word.Length > 0 && word[0] != '.' && word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.'));
        if (!isKnown) throw new DamagedExportException($"files/{named} is nothing that this program keeps.");
        files[(string.Join('/', words[..^1]), words[^1])] = bytes;
    }

    private static byte[] LinesOf(IReadOnlyList<StoredEvent> events)
    {
        using var lines = new MemoryStream();
        using var writer = new Utf8JsonWriter(lines);
        foreach (var stored in events)
        {
            writer.WriteStartObject();
            writer.WriteNumber("at", stored.At.UtcTicks);
            writer.WriteString("command", stored.Command);
            writer.WritePropertyName("body");
            // As it stands in the journal, to the byte.
            writer.WriteRawValue(stored.Body.Span);
            writer.WriteEndObject();
            writer.Flush();
            writer.Reset();
            lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }

    private static Part Add(ZipArchive zip, string name, byte[] bytes, int? events)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(bytes);
        return new(name, Convert.ToHexStringLower(SHA256.HashData(bytes)), events);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        if (entry.Length > LargestPart) throw new DamagedExportException($"{Shown(entry.FullName)} is larger than anything that this program writes.");
        using var opened = entry.Open();
        using var bytes = new MemoryStream();
        opened.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static T Parse<T>(byte[] json, string where)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json) ?? throw new DamagedExportException($"There is nothing in {where}.");
        }
        catch (JsonException broken)
        {
            throw new DamagedExportException($"What stands in {where} cannot be read.", broken);
        }
    }

    private sealed record Listed(
        [property: JsonPropertyName("format")] int Format, [property: JsonPropertyName("what")] string What, [property: JsonPropertyName("at")] DateTimeOffset At, [property: JsonPropertyName("parts")] IReadOnlyList<Part> Parts);

    private sealed record Part([property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("sha256")] string Sha256, [property: JsonPropertyName("events")] int? Events);

    private sealed record Line([property: JsonPropertyName("at")] long At, [property: JsonPropertyName("command")] Guid Command, [property: JsonPropertyName("body")] JsonElement Body);
}

/// <summary>An export that cannot be taken in: what is wrong with it, and where.</summary>
public sealed class DamagedExportException : Exception
{
    public DamagedExportException() { }

    public DamagedExportException(string message) : base(message) { }

    public DamagedExportException(string message, Exception inner) : base(message, inner) { }
}
