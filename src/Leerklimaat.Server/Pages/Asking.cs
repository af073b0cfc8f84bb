namespace Leerklimaat.Server.Pages;

/// <summary>How a page asks.</summary>
public static class Asking
{
    /// <summary>
    /// True when htmx asks for a part of a page and not for a whole one. Its own header may be taken away by what stands between; that it would take a stream too, which a browser
    /// that goes to a page never does, is not.
    /// </summary>
    public static bool IsHtmx(this HttpRequest request) =>
        request.Headers.ContainsKey("HX-Request") || request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.Ordinal);

    /// <summary>The id that the form gave its command: the same a second time has one effect.</summary>
    /// <exception cref="BadFormException">The form has none, as those of our pages have.</exception>
    public static Guid CommandOf(HttpContext http) => Guid.TryParse(http.Request.Form["command"], out var command) ? command : throw new BadFormException("command");

    /// <summary>For what a form asks beside: sent a second time, it is the same again.</summary>
    public static Guid Next(Guid command)
    {
        var bytes = command.ToByteArray();
        bytes[15] ^= 1;
        return new(bytes);
    }
}

/// <summary>A form that none of our pages can have sent. The person behind it is told to reload.</summary>
public sealed class BadFormException : Exception
{
    public BadFormException() { }

    public BadFormException(string field) : base($"The form field '{field}' is missing or cannot be read.") { }

    public BadFormException(string message, Exception inner) : base(message, inner) { }
}
