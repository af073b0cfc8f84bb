namespace Leerklimaat.Server.Workshops;

/// <summary>What who leads tells everybody, and how much time the room has.</summary>
/// <param name="Text">Empty where nothing is told.</param>
/// <param name="EndsAt">When it goes by itself; nothing: when the next part comes, or when it is taken away.</param>
/// <param name="CountsTo">Until when the room counts down.</param>
public sealed record MessageView(string Text, DateTimeOffset? EndsAt, DateTimeOffset? CountsTo)
{
    public static readonly MessageView None = new("", null, null);

    /// <summary>That the time is over stands there for so long.</summary>
    public static readonly TimeSpan OverFor = TimeSpan.FromMinutes(1);

    /// <summary>As a page that is drawn now shows it: the script takes away what ends while somebody looks, and not every page has one.</summary>
    public static MessageView Of(string text, DateTimeOffset? endsAt, DateTimeOffset? countsTo, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var isOver = endsAt <= now;
        return new(isOver ? "" : text, isOver ? null : endsAt, countsTo + OverFor > now ? countsTo : null);
    }
}
