using Leerklimaat.Server.Pages;

namespace Leerklimaat.Server.Doors;

/// <summary>
/// Reads a posted form once whoever sent it was let in, so that no thread waits for a slow phone and a stranger's upload is not read at all; and
/// before anything asks for it, so that what is wrong with the form itself (too large, cut off, no form at all, a NUL in it) is said as that.
/// </summary>
public static class FormReading
{
    public static async Task Read(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsPost(http.Request.Method) && http.GetEndpoint() is not null)
        {
            if (!http.Request.HasFormContentType) throw new BadFormException("Content-Type");
            await http.Request.ReadFormAsync(http.RequestAborted);
        }

        await next(http);
    }
}
