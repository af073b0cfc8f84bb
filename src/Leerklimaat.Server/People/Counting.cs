using Leerklimaat.Server.Events;

namespace Leerklimaat.Server.People;

/// <summary>Counts how often something is done in a stretch of time, over all processes.</summary>
/// <param name="kind">What is done.</param>
/// <param name="most">How often it may be done in one stretch.</param>
public sealed class Counting(IGrainFactory grains, HiddenNames names, string kind, int most, TimeSpan stretch)
{
    public TimeSpan Stretch => stretch;

    /// <returns>False when that would be more often than may be; then it does not count.</returns>
    public async Task<bool> TryCount(string who, int times = 1) => await (await GrainOf(who)).TryCount(times, most, stretch);

    /// <summary>Whether it may be done once more; does not count.</summary>
    public async Task<bool> HasRoom(string who) => await (await GrainOf(who)).HasRoom(most, stretch);

    private async ValueTask<ICountGrain> GrainOf(string who) => grains.GetGrain<ICountGrain>(await names.Of(kind, who));
}

/// <summary>One count. Its key says nothing of what or whom is counted.</summary>
public interface ICountGrain : IGrainWithStringKey, IMayBeAskedTwice
{
    Task<bool> TryCount(int times, int most, TimeSpan stretch);

    Task<bool> HasRoom(int most, TimeSpan stretch);
}

/// <summary>Keeps one count in memory: it goes along when a process hands over, and begins again when one is lost.</summary>
public sealed class CountGrain(TimeProvider time) : Grain, ICountGrain, IGrainMigrationParticipant
{
    private long began;
    private TimeSpan lasts;
    private int count;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (count > 0) DelayDeactivation(lasts);
        return Task.CompletedTask;
    }

    public Task<bool> TryCount(int times, int most, TimeSpan stretch)
    {
        Turn(stretch);
        if (count + times > most) return Task.FromResult(false);

        if (count == 0)
        {
            (began, lasts) = (time.GetTimestamp(), stretch);
            DelayDeactivation(stretch);
        }

        count += times;
        return Task.FromResult(true);
    }

    public Task<bool> HasRoom(int most, TimeSpan stretch)
    {
        Turn(stretch);
        return Task.FromResult(count < most);
    }

    void IGrainMigrationParticipant.OnDehydrate(IDehydrationContext leaving)
    {
        leaving.TryAddValue(nameof(count), count);
        leaving.TryAddValue(nameof(lasts), lasts);
        leaving.TryAddValue(nameof(began), time.GetElapsedTime(began));
    }

    void IGrainMigrationParticipant.OnRehydrate(IRehydrationContext coming)
    {
        coming.TryGetValue(nameof(count), out count);
        coming.TryGetValue(nameof(lasts), out lasts);
        if (coming.TryGetValue(nameof(began), out TimeSpan passed)) began = time.GetTimestamp() - (long)(passed.TotalSeconds * time.TimestampFrequency);
    }

    private void Turn(TimeSpan stretch)
    {
        if (count > 0 && time.GetElapsedTime(began) >= stretch) count = 0;
    }
}
