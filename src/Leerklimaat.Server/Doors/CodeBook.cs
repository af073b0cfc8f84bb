using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.People;
using Orleans.Runtime;

namespace Leerklimaat.Server.Doors;

/// <summary>
/// Which workshop each join code leads to. The id of a grain is no code, for it is logged; the grain hears its code with the question that wakes it up, and finds
/// its stream in the journal by that.
/// </summary>
public sealed class CodeBook(IGrainFactory grains, HiddenNames names)
{
    private const string Code = "leerklimaat-code";

    /// <returns>Nothing when the code was never given out.</returns>
    public async Task<WorkshopId?> Find(JoinCode code)
    {
        RequestContext.Set(Code, code.Value);
        return (await (await GrainOf(code)).Look()).State.Workshop;
    }

    /// <returns>Whether the code is this workshop's now; a code is given out once.</returns>
    public async Task<bool> Give(JoinCode code, WorkshopId workshop, DateTimeOffset at)
    {
        RequestContext.Set(Code, code.Value);
        return (await (await GrainOf(code)).Ask(new GiveCode(workshop), Guid.NewGuid(), at)).Refusal is null;
    }

    /// <summary>The code of the question that is being answered.</summary>
    internal static string Asked => RequestContext.Get(Code) as string ?? throw new InvalidOperationException("A code was asked for without saying which.");

    private async ValueTask<ICodeGrain> GrainOf(JoinCode code) => grains.GetGrain<ICodeGrain>(await names.Of("code", code.Value));
}

/// <summary>One join code; its key says nothing to who does not know the code.</summary>
public interface ICodeGrain : IGrainWithStringKey, IAggregateGrain<CodeOwner, CodeCommand>;

/// <summary>Keeps which workshop a join code leads to.</summary>
public sealed class CodeGrain(IEventStore store)
    : EventSourcedGrain<CodeOwner, CodeCommand, CodeEvent>(store, CodeOwner.Decide, Folding), ICodeGrain, IGrainMigrationParticipant
{
    public static readonly Folding<CodeOwner, CodeEvent> Folding = new(CodeOwner.Empty, CodeOwner.Evolve);

    private string? code;

    // As it is written in every journal there is.
    protected override string Stream => $"code/{code ??= CodeBook.Asked}";

    // Nobody asks anything of it while it goes to another process.
    void IGrainMigrationParticipant.OnDehydrate(IDehydrationContext leaving) => leaving.TryAddValue(nameof(code), code);

    void IGrainMigrationParticipant.OnRehydrate(IRehydrationContext coming) => coming.TryGetValue(nameof(code), out code);
}
