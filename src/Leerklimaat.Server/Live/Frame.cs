using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Leerklimaat.Server.Live;

/// <summary>
/// What an audience sees at one version, drawn. A page that shows an earlier version gets the regions that changed since then and no others;
/// pages that keep up all get the very same bytes.
/// </summary>
/// <param name="mark">Whose version it is, where there are several processes.</param>
public sealed class Frame(long version, string ownStamp, long ownChangedAt, ImmutableArray<DrawnRegion> regions, string mark = "")
{
    private sealed record Message(long Seen, ReadOnlyMemory<byte> Bytes);

    private readonly ConcurrentDictionary<Region, byte[]> own = new();
    private Message? lastAsked;

    public long Version => version;

    public ImmutableArray<DrawnRegion> Regions => regions;

    public string OwnStamp => ownStamp;

    /// <summary>The version at which pages last needed their own part anew.</summary>
    public long OwnChangedAt => ownChangedAt;

    /// <summary>True when a page that shows this version needs its own part anew.</summary>
    public bool HasOwnNewsSince(long seen) => ownStamp.Length > 0 && IsNew(ownChangedAt, seen);

    /// <summary>A region of somebody's own part, drawn once for all who have the same: who has not placed, who stands on the second square.</summary>
    public byte[] Own(Region region, Func<Region, byte[]> draw) => own.GetOrAdd(region, draw);

    /// <summary>The message of the stream without its end; empty when nothing of it is new to a page that shows this version.</summary>
    /// <param name="seen">A version from the future, of a server that lost its file, counts as none.</param>
    public ReadOnlyMemory<byte> Since(long seen)
    {
        if (lastAsked is { } last && last.Seen == seen) return last.Bytes;

        var asked = new Message(seen, Write(seen));
        lastAsked = asked;
        return asked.Bytes;
    }

    /// <summary>What each message of this version begins with: its id, by which a browser that comes back says what it has seen.</summary>
    public byte[] Head => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {version}{mark}\ndata: "));

    private byte[] Write(long seen)
    {
        var news = regions.Where(region => IsNew(region.ChangedAt, seen)).ToList();
        if (news.Count == 0) return [];

        var message = new ArrayBufferWriter<byte>(Head.Length + news.Sum(region => region.Html.Length));
        message.Write(Head);
        foreach (var region in news) message.Write(region.Html);
        return message.WrittenSpan.ToArray();
    }

    private bool IsNew(long changedAt, long seen) => changedAt > seen || seen > version;
}

/// <summary>A region with its drawing and the version at which it last changed.</summary>
public sealed record DrawnRegion(Region Region, byte[] Html, long ChangedAt)
{
    /// <summary>The drawing of this place in the page, of some thirty; nothing when there is none.</summary>
    public static DrawnRegion? Find(ReadOnlySpan<DrawnRegion> regions, string target)
    {
        foreach (var one in regions)
        {
            if (one.Region.Target == target) return one;
        }

        return null;
    }
}
