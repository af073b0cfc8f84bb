using System.Collections.Immutable;
using System.Globalization;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Pages;

namespace Leerklimaat.Server.Plenaries;

/// <summary>A form about a plenary, read and checked. What stands on no list is left out: pages may be a moment behind.</summary>
public sealed class PlenaryAsk(HttpRequest request, Gathered now, DateTimeOffset at)
{
    public const int MostSelected = 500;

    private readonly HashSet<string> known = [.. now.Lists.All.Concat(now.Lists.Hidden).SelectMany(listed => listed.Entries.Select(entry => entry.Id.Value).Append(listed.Id.Value))];

    public Gathered Now => now;

    public DateTimeOffset At => at;

    /// <summary>Made by the browser, or by the page where there are no scripts; the same id twice has one effect.</summary>
    public Guid Command => Id("command");

    /// <summary>What is ticked on the page.</summary>
    public ImmutableArray<EntryId> Selected => Entries("entry");

    /// <summary>What the button names that was pressed.</summary>
    public ImmutableArray<EntryId> Named => Entries("entries");

    /// <summary>The name that a suggestion came with, or that was written over it.</summary>
    public string SuggestedName => Line($"name-{Line("entries").Split(' ')[0]}");

    /// <summary>The one line that the form is about.</summary>
    public EntryId About => new(Known("about") ?? "");

    /// <summary>A card that was played.</summary>
    public CardId Card => now.Cards.FirstOrDefault(card => card.Value == Line("card")) is { Value: not null } card ? card : throw new BadFormException("card");

    public string Line(string field) => Plain.Line(request.Form[field]);

    public string Text(string field) => Plain.Text(request.Form[field]);

    public int Number(string field) => int.TryParse(request.Form[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new BadFormException(field);

    public Guid Id(string field) => Guid.TryParse(request.Form[field], out var id) ? id : throw new BadFormException(field);

    /// <summary>Empty when no date was chosen.</summary>
    public DateOnly? Date(string field) => Line(field) is { Length: > 0 } typed
        ? DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw new BadFormException(field)
        : null;

    public TChoice Choice<TChoice>(string field) where TChoice : struct, Enum =>
        Enum.TryParse<TChoice>(request.Form[field], out var choice) && Enum.IsDefined(choice) ? choice : throw new BadFormException(field);

    /// <summary>The list of the first of these lines: there a new bundle of them stands.</summary>
    public PlenaryList ListOf(ImmutableArray<EntryId> entries) =>
        entries.IsEmpty ? PlenaryList.Present : now.Lists.Find(entries[0])?.List ?? now.Entries.FirstOrDefault(entry => entry.Id == entries[0])?.List ?? PlenaryList.Present;

    private ImmutableArray<EntryId> Entries(string field) =>
        [.. request.Form[field].SelectMany(all => (all ?? "").Split(' ')).Where(known.Contains).Distinct().Take(MostSelected).Select(id => new EntryId(id))];

    private string? Known(string field) => Line(field) is { } id && known.Contains(id) ? id : null;
}
