using Leerklimaat.Server.Pages;

namespace Leerklimaat.Server.Live;

/// <summary>Those who get the same bytes: they may see the same and read the same language. A region is drawn once for all of them.</summary>
/// <param name="Language">nl or en.</param>
public abstract record Audience(string Language)
{
    /// <summary>Of what its workshop says, as they were where the audience came in.</summary>
    public Tongues Tongues { get; } = Tongues.Here;

    /// <summary>The workshop or the tables that this audience looks at; a change of any of them may change what it sees.</summary>
    public abstract IEnumerable<Subject> Subjects(Newest newest);

    /// <summary>What the audience may see, made from the newest states; nothing while they are not there yet.</summary>
    public abstract Fragment? Draw(Newest newest);

    /// <summary>The shortest time between two pushes; changes within it share the next one.</summary>
    public abstract TimeSpan Pace { get; }
}

/// <summary>What an audience may see at one version, region by region.</summary>
/// <param name="OwnStamp">Changes when each page needs its own part anew; empty for an audience whose pages have none.</param>
public sealed record Fragment(IReadOnlyList<Region> Regions, long Version, string OwnStamp = "");

/// <summary>
/// A place in the page that is drawn by markup of one kind from one view. Two views that are equal give the same drawing, so a region whose view
/// did not change is neither drawn nor sent again: its lists must therefore be <see cref="Sequence{T}"/>.
/// </summary>
/// <param name="Target">The id of the element whose content this is.</param>
public sealed record Region(string Target, Type Markup, object View)
{
    /// <summary>
    /// Stays in the page as it is while it is out of sight, so that it need not be told again when it is seen again; of one's own part, what is told only when it became
    /// another. Nothing that some may not see later may last: whoever comes in gets it too.
    /// </summary>
    public bool Lasts { get; init; }

    public static Region Of<TMarkup>(string target, object view) where TMarkup : Markup => new(target, typeof(TMarkup), view);
}

/// <summary>One state that somebody watches: of which type, and whose.</summary>
public readonly record struct Subject(Type State, Guid Id)
{
    public static Subject Of<TState>(Guid id) where TState : class => new(typeof(TState), id);
}
