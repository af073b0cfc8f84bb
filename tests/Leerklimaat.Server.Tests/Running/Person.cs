using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Leerklimaat.Server.Tests.Running;

/// <summary>Somebody with a browser without scripts: own cookies, forms and buttons as they stand in the page; and, for what scripts do, a way to ask like htmx.</summary>
public sealed class Person : IDisposable
{
    private readonly HttpClient http;
    private readonly SocketsHttpHandler handler = new() { UseCookies = true, AllowAutoRedirect = false };

    public Person(RunningServer server, string name, string language = "nl") : this(server.Address, name, language, () => server.All) { }

    /// <param name="all">Where there are several processes, all of them: each request goes to another one, as behind a proxy that knows nobody again.</param>
    public Person(Uri address, string name, string language = "nl", Func<IReadOnlyList<Uri>>? all = null)
    {
        Name = name;
        http = new(all is null ? handler : new Spreading(all, handler)) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        // As a browser says of what a page of this server asks.
        http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
    }

    public string Name { get; }

    public IHtmlDocument Page { get; private set; } = null!;

    public string Source { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    public string Path { get; private set; } = "/";

    public CookieContainer Cookies => handler.CookieContainer;

    public HttpClient Http => http;

    public string Text => string.Join(' ', Page.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public async Task<Person> Open(string path) => await Follow(await http.GetAsync(path));

    /// <summary>Presses a button as a browser does: its form, wherever that stands, its own name and value, its own address.</summary>
    public async Task<Person> Press(string selector, params (string Field, string Value)[] typed)
    {
        var (path, fields) = Pressed(selector, typed);
        return await Post(path, fields);
    }

    /// <summary>What pressing it would send, and where to.</summary>
    public (string Path, IReadOnlyList<KeyValuePair<string, string>> Fields) Pressed(string selector, params (string Field, string Value)[] typed)
    {
        var button = Page.QuerySelector(selector) ?? throw new InvalidOperationException($"{Name} sees no {selector} on {Path}: {Text}");
        var form = button is IHtmlButtonElement { Form: { } own } ? own : button.Closest("form") as IHtmlFormElement ?? throw new InvalidOperationException($"{selector} belongs to no form");
        var fields = FieldsOf(form).Where(field => typed.All(one => one.Field != field.Key)).ToList();
        fields.AddRange(typed.Select(one => KeyValuePair.Create(one.Field, one.Value)));
        if (button.GetAttribute("name") is { } name) fields.Add(new(name, button.GetAttribute("value") ?? ""));
        return (button.GetAttribute("formaction") ?? form.GetAttribute("action")!, fields);
    }

    public async Task<Person> Post(string path, IEnumerable<KeyValuePair<string, string>> fields) => await Follow(await http.PostAsync(path, new FormUrlEncodedContent(fields)));

    public async Task<Person> Post(string path, HttpContent form) => await Follow(await http.PostAsync(path, form));

    /// <summary>Asks like htmx does, with the seat of the page that is open, and a fresh command id.</summary>
    public async Task<Answer> Ask(string path, params (string Field, string Value)[] fields)
    {
        var form = (IHtmlFormElement)(Page.QuerySelector("form#act") ?? throw new InvalidOperationException($"{Name} has no page to act from: {Text}"));
        var all = FieldsOf(form).Where(field => field.Key == "seat").ToDictionary(field => field.Key, field => field.Value);
        all["command"] = Guid.NewGuid().ToString();
        foreach (var (field, value) in fields) all[field] = value;
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(all) };
        request.Headers.Add("HX-Request", "true");
        using var answer = await http.SendAsync(request);
        return new(answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), string.Join(',', answer.Headers.TryGetValues("Leerklimaat-Version", out var version) ? version : []));
    }

    /// <summary>The same browser with the same page open, that says another thing, or nothing, of where its requests come from.</summary>
    public Person From(string? site, string? origin)
    {
        var same = new Person(http.BaseAddress!, Name) { Page = Page, Source = Source, Path = Path };
        foreach (System.Net.Cookie cookie in Cookies.GetAllCookies()) same.Cookies.Add(http.BaseAddress!, new System.Net.Cookie(cookie.Name, cookie.Value));
        same.http.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        if (site is not null) same.http.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);
        if (origin is not null) same.http.DefaultRequestHeaders.Add("Origin", origin);
        return same;
    }

    public void Dispose()
    {
        http.Dispose();
        handler.Dispose();
    }

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form) => form.Elements
        .Where(element => element is IHtmlInputElement { Type: not ("submit" or "radio" or "checkbox") } or IHtmlTextAreaElement or IHtmlSelectElement or IHtmlInputElement { IsChecked: true })
        .Select(element => KeyValuePair.Create(element.GetAttribute("name") ?? "", element switch { IHtmlTextAreaElement area => area.Value, IHtmlSelectElement choice => choice.Value ?? "", var input => ((IHtmlInputElement)input).Value ?? "" }));

    private async Task<Person> Follow(HttpResponseMessage answer)
    {
        for (; answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther; answer = await http.GetAsync(answer.Headers.Location)) Path = answer.Headers.Location!.ToString();
        Status = answer.StatusCode;
        Source = await answer.Content.ReadAsStringAsync();
        Page = new HtmlParser().ParseDocument(Source);
        if (answer.RequestMessage?.RequestUri is { } uri) Path = uri.AbsolutePath;
        answer.Dispose();
        return this;
    }
}

/// <summary>What came back to a script.</summary>
/// <param name="Version">What the page of who asked shows by now.</param>
public sealed record Answer(HttpStatusCode Status, string Text, string Version = "");
