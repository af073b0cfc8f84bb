using Leerklimaat.Server.Events;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Doors;

/// <summary>Whatever goes wrong is answered with a sentence that says what to do, in the reader's language; nothing was changed.</summary>
public static class Troubles
{
    public static async Task Answer(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
            if (http.Response is { StatusCode: StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed, HasStarted: false, ContentType: null }) await Say(http, "NotFound", http.Response.StatusCode);
        }
        catch (Exception trouble) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            var (text, status) = Of(trouble, http.Request.Method);
            if (status == StatusCodes.Status500InternalServerError) Log(http).LogError(trouble, "A request failed");
            else Log(http).LogInformation("A request was refused: {Trouble}", trouble.GetType().Name);
            await Say(http, text, status);
        }
    }

    public static async Task Say(HttpContext http, string text, int status)
    {
        var say = http.RequestServices.GetRequiredService<IStringLocalizer<Phrases>>();
        IResult page = http.Request.IsHtmx()
            ? Page.Of(new NoticePartial { Notice = new Notice(say[text], null) }, status)
            : Page.Of(new MessagePage { Title = say[$"{text}.Title"].Value, Text = say[text].Value }, status);
        await page.ExecuteAsync(http);
    }

    private static (string Text, int Status) Of(Exception trouble, string method) => trouble switch
    {
        ForeignPostException => ("ForeignPost", StatusCodes.Status400BadRequest),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => ("TooLarge", StatusCodes.Status413PayloadTooLarge),
        BadHttpRequestException when HttpMethods.IsGet(method) => ("NotFound", StatusCodes.Status404NotFound),
        BadFormException or BadHttpRequestException or InvalidDataException => ("BadForm", StatusCodes.Status400BadRequest),
        TooManyGuessesException => ("TooManyGuesses", StatusCodes.Status429TooManyRequests),
        TooFastException => ("TooFast", StatusCodes.Status429TooManyRequests),
        UnreadableStreamException => ("Unreadable", StatusCodes.Status503ServiceUnavailable),
        StoreUnavailableException or VersionConflictException => ("NotStored", StatusCodes.Status503ServiceUnavailable),
        OrleansException or TimeoutException => ("NotStored", StatusCodes.Status503ServiceUnavailable),
        _ => ("Broken", StatusCodes.Status500InternalServerError),
    };

    private static ILogger Log(HttpContext http) => http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Troubles));
}
