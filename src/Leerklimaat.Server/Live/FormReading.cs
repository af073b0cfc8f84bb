namespace Leerklimaat.Server.Live;

/// <summary>Reads a posted form once whoever sent it was let in, so that no thread waits for a slow phone and a stranger's upload is not read at all.</summary>
public static class FormReading
{
    public static async Task Read(HttpContext http, RequestDelegate next)
    {
        if (http.Request.HasFormContentType) await http.Request.ReadFormAsync(http.RequestAborted);
        await next(http);
    }
}
