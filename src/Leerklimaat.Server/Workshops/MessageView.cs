namespace Leerklimaat.Server.Workshops;

/// <summary>What who leads tells everybody.</summary>
/// <param name="Text">Empty where nothing is told.</param>
/// <param name="EndsAt">When it goes by itself; nothing: when the next part comes, or when it is taken away.</param>
public sealed record MessageView(string Text, DateTimeOffset? EndsAt)
{
    public static readonly MessageView None = new("", null);

    /// <summary>As a page that is drawn now shows it: the script takes away what ends while somebody looks, and not every page has one.</summary>
    public static MessageView Of(string text, DateTimeOffset? endsAt, TimeProvider time) => endsAt is { } end && end <= time.GetUtcNow() ? None : new(text, endsAt);
}
