using System.Security.Cryptography;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Programmes;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Leading;

/// <summary>Starts workshops, and gives the facilitator's role to who has the private link or the recovery code (W1).</summary>
public sealed class Leadership(IGrainFactory grains, CodeBook codes, DeckShelf shelf, ProgrammeShelf programmes, Boards boards, Guesses guesses, TimeProvider time)
{
    /// <param name="command">The same id a second time starts no second workshop.</param>
    /// <param name="board">Nothing: the one that the deck brings.</param>
    public async Task<(Started? Started, Refusal? Refusal)> Start(string title, Template template, string deckId, string language, bool isDemo, Guid command, Board? board = null, Organisation kind = Organisation.Municipality)
    {
        if (!shelf.Has(deckId)) return (null, new(Reason.DeckUnknown));

        // Ours stay on the shelf in every edition; what a host laid beside them may be another tomorrow.
        var said = shelf.InTheWordsOf(kind, deckId);
        return said.Count > 0
            ? await Start(title, template, said.FirstOrDefault(deck => deck.Language == language) ?? said[0], said, language, isDemo, command, board, kind)
            : await Start(title, template, shelf.Find(deckId, language), shelf.ToKeep(deckId), language, isDemo, command, board, kind);
    }

    /// <param name="taken">The words that the workshop keeps itself; none where the shelf does.</param>
    public async Task<(Started? Started, Refusal? Refusal)> Start(string title, Template template, Deck deck, IReadOnlyList<Deck> taken, string language, bool isDemo, Guid command, Board? board = null, Organisation kind = Organisation.Municipality)
    {
        var id = new WorkshopId(command);
        var leading = NewKey(Words.Draw(Words.OfRole));
        var start = new StartWorkshop(
            title, await FreeCode(id), deck.Id, language, board ?? deck.Board, template, [.. Enumerable.Range(0, template.Tables).Select(_ => new TableId(Guid.NewGuid()))],
            leading.KeyProof, Facilitators.ProofOf(id, leading.RecoveryCode), isDemo, time.GetUtcNow(),
            [.. programmes.Find(template.Minutes, language).Select(plan => plan.In(kind, language).Lay(new(Guid.NewGuid())))],
            deck.Cases ?? boards.Find(Boards.Cases, language), deck.Edition, taken);

        var answer = await grains.GetGrain<IWorkshopGrain>(id.Value).Ask(start, Guid.NewGuid(), start.At);
        if (answer.Refusal is not null) return (null, answer.Refusal);
        return (new(id, answer.State, leading), null);
    }

    /// <summary>A code that leads to this workshop and never led anywhere else.</summary>
    public async Task<JoinCode> FreeCode(WorkshopId id)
    {
        while (true)
        {
            var code = JoinCode.From(RandomNumberGenerator.GetBytes(JoinCode.Length));
            if (await codes.Give(code, id, time.GetUtcNow())) return code;
        }
    }

    public static LeadingRole NewKey(string recoveryCode)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return new(Facilitators.ProofOf(key), key, recoveryCode);
    }

    public async Task<(WorkshopId Id, LeadingRole Leading)?> WithRecoveryCode(string typedCode, string words, HttpContext http)
    {
        if (!JoinCode.TryRead(typedCode, out var code)) return null;
        if (await codes.Find(code.Value) is not { } id) return null;

        await guesses.Check(http);
        var workshop = (await grains.GetGrain<IWorkshopGrain>(id.Value).Look()).State;
        if (workshop.Exists && await Facilitators.IsRecoveryCode(id, words, workshop.RecoveryProof)) return (id, new(workshop.KeyProof, "", Words.Normalize(words)));

        await guesses.CountWrong(http);
        return null;
    }
}

/// <summary>A workshop that has just been started, and how its facilitator leads it.</summary>
public sealed record Started(WorkshopId Id, Workshop Workshop, LeadingRole Leading);
