using System.Security.Cryptography;
using System.Text;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Events;
using Orleans.Runtime;

namespace Leerklimaat.Server.Doors;

/// <summary>
/// Which workshop each join code leads to. Orleans logs the id of a grain when something goes wrong with it, so that id is no code but what this
/// process alone makes of it; the grain hears its code with the question that wakes it up, and finds its stream in the journal by that.
/// </summary>
public sealed class CodeBook(IGrainFactory grains)
{
    private const string Code = "leerklimaat-code";

    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    /// <returns>Nothing when the code was never given out.</returns>
    public async Task<WorkshopId?> Find(JoinCode code)
    {
        RequestContext.Set(Code, code.Value);
        return (await GrainOf(code).Look()).State.Workshop;
    }

    /// <returns>Whether the code is this workshop's now; a code is given out once.</returns>
    public async Task<bool> Give(JoinCode code, WorkshopId workshop, DateTimeOffset at)
    {
        RequestContext.Set(Code, code.Value);
        return (await GrainOf(code).Ask(new GiveCode(workshop), Guid.NewGuid(), at)).Refusal is null;
    }

    /// <summary>The code of the question that is being answered.</summary>
    internal static string Asked => RequestContext.Get(Code) as string ?? throw new InvalidOperationException("A code was asked for without saying which.");

    private ICodeGrain GrainOf(JoinCode code) => grains.GetGrain<ICodeGrain>(Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.ASCII.GetBytes(code.Value))));
}

/// <summary>One join code; its key says nothing to who does not know the code.</summary>
public interface ICodeGrain : IGrainWithStringKey, IAggregateGrain<CodeOwner, CodeCommand>;

/// <summary>Keeps which workshop a join code leads to.</summary>
public sealed class CodeGrain(IEventStore store)
    : EventSourcedGrain<CodeOwner, CodeCommand, CodeEvent>(store, CodeOwner.Empty, CodeOwner.Decide, CodeOwner.Evolve), ICodeGrain
{
    private string? code;

    // As it is written in every journal there is.
    protected override string Stream => $"code/{code ??= CodeBook.Asked}";
}
