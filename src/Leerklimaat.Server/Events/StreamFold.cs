using Leerklimaat.Domain.FollowUps;
using Leerklimaat.Domain.Guests;
using System.Text.Json;
using Leerklimaat.Domain.OwnDecks;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Server.Events;

/// <summary>Adds up the events of one stream without a grain, by the rules of what it belongs to.</summary>
public abstract class StreamFold
{
    /// <returns>Nothing for a stream of which this program knows nothing.</returns>
    public static StreamFold? Of(string stream) => stream.Split('/')[0] switch
    {
        "workshop" => new Fold<Workshop, WorkshopEvent>(Workshop.Empty, Workshop.Evolve),
        "table" => new Fold<Table, TableEvent>(Table.Empty, Table.Evolve),
        "question" => new Fold<Question, QuestionEvent>(Question.Empty, Question.Evolve),
        "plenary" => new Fold<Plenary, PlenaryEvent>(Plenary.Empty, Plenary.Evolve),
        "publications" => new Fold<Publications, PublicationEvent>(Publications.Empty, Publications.Evolve),
        "followup" => new Fold<FollowUp, FollowUpEvent>(FollowUp.Empty, FollowUp.Evolve),
        "guests" => new Fold<GuestList, GuestEvent>(GuestList.Empty, GuestList.Evolve),
        "owndeck" => new Fold<OwnDeck, DeckEvent>(OwnDeck.Empty, OwnDeck.Evolve),
        "bin" => new Fold<Bin, BinEvent>(Bin.Empty, Bin.Evolve),
        "code" => new Fold<CodeOwner, CodeEvent>(CodeOwner.Empty, CodeOwner.Evolve),
        _ => null,
    };

    /// <summary>The streams that belong to it by what was read; they are there also where a damaged page hides them from a list.</summary>
    public abstract IEnumerable<string> Named { get; }

    /// <exception cref="JsonException">It is not an event of this kind.</exception>
    public abstract void Add(byte[] stored);

    private sealed class Fold<TState, TEvent>(TState empty, Func<TState, TEvent, TState> evolve) : StreamFold
    {
        private TState state = empty;

        public override IEnumerable<string> Named => state is Workshop workshop
            ? [.. workshop.Tables.Select(table => table.Id).Concat(workshop.TablesAway).Select(table => $"table/{table.Value:N}"), .. workshop.PartsEver.Select(part => $"question/{part.Value:N}")]
            : [];

        public override void Add(byte[] stored) => state = evolve(state, JsonSerializer.Deserialize<TEvent>(stored, StoredJson.Options)!);
    }
}
