using System.Collections.Concurrent;

namespace Leerklimaat.Server.Live;

/// <summary>The newest state of everything that is watched in this process. Older news that comes late is ignored.</summary>
public sealed class Newest
{
    private readonly ConcurrentDictionary<Subject, News> all = new();

    public TState? Of<TState>(Guid id, out long version) where TState : class
    {
        var news = all.GetValueOrDefault(Subject.Of<TState>(id));
        version = news?.Version ?? 0;
        return news?.State as TState;
    }

    /// <param name="stored">By which the newer of two states is known.</param>
    /// <returns>False when this is news to nobody: it was known already, or only who did it may notice.</returns>
    public bool Keep(Subject subject, long stored, long version, object state)
    {
        var (news, isNews) = (new News(stored, version, state), true);
        var kept = all.AddOrUpdate(subject, news, (_, known) =>
        {
            isNews = known.Version != version;
            return known.Stored < stored ? news : known;
        });
        return ReferenceEquals(news, kept) && isNews;
    }

    /// <summary>What was answered to who asked, when it is newer than what is known of something watched; what nobody watches stays unknown.</summary>
    /// <returns>False when this is news to nobody, as for <see cref="Keep"/>.</returns>
    public bool Renew(Subject subject, long stored, long version, object state)
    {
        while (all.TryGetValue(subject, out var known) && known.Stored < stored)
        {
            if (all.TryUpdate(subject, new(stored, version, state), known)) return known.Version != version;
        }

        return false;
    }

    public bool Knows(Subject subject) => all.ContainsKey(subject);

    public void Forget(Subject subject) => all.TryRemove(subject, out _);

    private sealed record News(long Stored, long Version, object State);
}
