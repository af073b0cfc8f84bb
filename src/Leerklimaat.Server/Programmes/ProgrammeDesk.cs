using System.Globalization;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Texts;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Programmes;

/// <summary>Where a facilitator makes the programme: add, change, move, remove, undo and preview.</summary>
public sealed class ProgrammeDesk(Leaders leaders, Pictures pictures, IStringLocalizer<Phrases> say)
{
    private const int PreviewSide = 1280;

    public static IResult Show(HttpContext http) => List(Entrance.Of(http).Led, http, saved: Guid.TryParse(http.Request.Query["saved"], out var part) ? new(part) : null);

    public IResult Edit(PartId part, HttpContext http)
    {
        var led = Entrance.Of(http).Led;
        return led.Workshop.FindPart(part) is { } known ? Form(led, http, known) : List(led, http, new Refusal(Reason.PartUnknown));
    }

    /// <summary>What the buttons of the list do. Without scripts the page comes back at the part that was meant.</summary>
    public async Task<IResult> Ask(WorkshopId id, HttpContext http, Func<HttpRequest, DateTimeOffset, WorkshopCommand> command)
    {
        var led = Entrance.Of(http).Led;
        var answer = await leaders.Ask(id, http, command(http.Request, leaders.Now));
        return answer.Refusal is null
            ? Results.Redirect($"/workshops/{id.Value}/programme{(Guid.TryParse(http.Request.Query["part"], out var part) ? $"#row-{part}" : "")}")
            : List(led with { Workshop = answer.State }, http, answer.Refusal);
    }

    public async Task<IResult> Add(WorkshopId id, HttpContext http)
    {
        var led = Entrance.Of(http).Led;
        var (kind, title) = (Choice<PartKind>(http.Request.Form["kind"]), Plain.Line(http.Request.Form["title"]));
        var part = new Part(new(Guid.NewGuid()), kind, kind == PartKind.Question ? QuestionKind.Answers : null, title.Length > 0 ? title : say[$"Kind.{kind}"], 5, "", "", 0);
        // Behind the part that everybody is at, or at the end.
        var place = led.Workshop.Current is { } current ? led.Workshop.PlaceOf(current) + 1 : led.Workshop.Programme.Length;
        var answer = await leaders.Ask(id, http, new AddParts([part], place, leaders.Now));
        if (answer.Refusal is not null) return List(led with { Workshop = answer.State }, http, answer.Refusal);
        return Results.Redirect(answer.State.FindPart(part.Id) is null ? $"/workshops/{id.Value}/programme" : $"/workshops/{id.Value}/programme/{part.Id.Value}");
    }

    /// <summary>Why people come together. Whatever is refused, what was typed stays in its fields.</summary>
    public async Task<IResult> State(WorkshopId id, HttpContext http)
    {
        var led = Entrance.Of(http).Led;
        var form = http.Request.Form;
        var invited = Plain.Line(form["invited"]);
        var typed = new Purpose(Plain.Text(form["occasion"]), Plain.Text(form["goal"]), EditionOf(form)) { Invited = invited.Length == 0 ? null : int.TryParse(invited, NumberStyles.None, CultureInfo.InvariantCulture, out var people) ? people : 0 };
        var answer = await leaders.Ask(id, http, new StatePurpose(typed, leaders.Now));
        if (answer.Refusal is null) return Results.Redirect($"/workshops/{id.Value}/programme#purpose");

        var other = answer.Refusal.Reason == Reason.PurposeChangedMeanwhile ? answer.State.Purpose : null;
        return Page.Of(
            new ProgrammePage { Id = led.Id, Workshop = answer.State, Frame = PageFrame.Of(http), Wrong = say.Why(answer.Refusal), Stated = typed with { Edition = answer.State.Purpose.Edition }, Invited = invited, Other = other },
            Statuses.Of(answer.Refusal.Reason));
    }

    /// <summary>Saves a part, or only shows how it will look. Whatever is refused, what was typed stays in its fields.</summary>
    public async Task<IResult> Save(WorkshopId id, PartId part, HttpContext http, bool isPreview)
    {
        var led = Entrance.Of(http).Led;
        if (led.Workshop.FindPart(part) is not { } known) return List(led, http, new(Reason.PartUnknown));

        var typed = Typed(known, http.Request.Form);
        var words = Plain.Line(http.Request.Form["words"]);
        var (picture, wrong) = await pictures.Read(http.Request.Form, isPreview ? PreviewSide : PictureDrawing.LongestSide);
        wrong ??= Readable(typed.Text);
        if (wrong is not null) return Form(led, http, typed, wrong, status: StatusCodes.Status422UnprocessableEntity, words: words);
        // A preview keeps nothing: the picture comes along in the page itself.
        if (isPreview) return Form(led, http, typed, isPreview: true, words: words, shown: picture);

        if (picture is not null)
        {
            var (address, full) = await pictures.Keep(id, picture, http);
            if (full is not null) return Form(led, http, typed, full, status: StatusCodes.Status422UnprocessableEntity, words: words);
            typed = typed with { Text = $"{typed.Text.TrimEnd()}\n\n![{picture.Words}]({address})\n".TrimStart() };
        }

        var answer = await leaders.Ask(id, http, new ChangePart(typed, leaders.Now));
        if (answer.Refusal is null) return Results.Redirect($"/workshops/{id.Value}/programme?saved={part.Value}#row-{part.Value}");

        var after = led with { Workshop = answer.State };
        var other = answer.Refusal.Reason == Reason.PartChangedMeanwhile ? answer.State.FindPart(part) : null;
        return Form(after, http, other is null ? typed : typed with { Edition = other.Edition }, say.Why(answer.Refusal), status: Statuses.Of(answer.Refusal.Reason), other: other);
    }

    /// <returns>Why a text cannot be shown; nothing when it can.</returns>
    private string? Readable(string text)
    {
        try
        {
            _ = SlideText.Draw(text);
            return SlideText.HasWordsForPictures(text) ? null : say["Picture.NoWords"].Value;
        }
        catch (UnreadableTextException)
        {
            return say["Part.Unreadable"];
        }
    }

    private static Part Typed(Part known, IFormCollection form)
    {
        var kind = Choice<PartKind>(form["kind"]);
        return known with
        {
            Kind = kind,
            Question = kind == PartKind.Question ? Choice<QuestionKind>(form["question"]) : null,
            Title = Plain.Line(form["title"]),
            Minutes = int.TryParse(form["minutes"], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : -1,
            Text = Plain.Text(MarkdownSource.Expanded(form["text"].ToString())),
            Notes = Plain.Text(form["notes"]),
            Options = Plain.Text(form["options"]),
            Edition = EditionOf(form),
        };
    }

    private static int EditionOf(IFormCollection form) => int.TryParse(form["edition"], NumberStyles.None, CultureInfo.InvariantCulture, out var edition) ? edition : throw new BadFormException("edition");

    private static TChoice Choice<TChoice>(string? written) where TChoice : struct, Enum =>
        Enum.TryParse<TChoice>(written, out var choice) && Enum.IsDefined(choice) ? choice : throw new BadFormException(typeof(TChoice).Name);

    private IResult List(Led led, HttpContext http, Refusal refusal) => List(led, http, say.Why(refusal), status: Statuses.Of(refusal.Reason));

    private static IResult List(Led led, HttpContext http, string? wrong = null, string typed = "", int status = StatusCodes.Status422UnprocessableEntity, PartId? saved = null) => Page.Of(
        new ProgrammePage { Id = led.Id, Workshop = led.Workshop, Frame = PageFrame.Of(http), Wrong = wrong, Typed = typed, Saved = saved }, wrong is null ? StatusCodes.Status200OK : status);

    private static IResult Form(Led led, HttpContext http, Part part, string? wrong = null, bool isPreview = false, int status = StatusCodes.Status200OK, Part? other = null, string words = "", UploadedPicture? shown = null) => Page.Of(
        new PartPage { Id = led.Id, Part = part, Frame = PageFrame.Of(http), Wrong = wrong, IsPreview = isPreview, Other = other, Words = words, Shown = shown }, status);
}
