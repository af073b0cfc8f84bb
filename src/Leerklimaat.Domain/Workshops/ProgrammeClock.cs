namespace Leerklimaat.Domain.Workshops;

/// <summary>
/// Whether the programme runs ahead or behind, for who leads alone (W5). A pure sum: when it has to end, how much work is left, and what the
/// clock says now.
/// </summary>
/// <param name="Behind">Negative when ahead.</param>
/// <param name="Left">Until the programme has to end; negative when that has passed.</param>
/// <param name="InPart">How long the part that is on now has taken, all its visits together.</param>
/// <param name="Rest">What the parts that are still to come would take to end in time; empty when nothing has to change.</param>
/// <param name="PlenaryLeft">What would be left for the plenary when everything before it goes as planned; nothing when it has been or is not there.</param>
public sealed record ProgrammeClock(
    TimeSpan Behind, TimeSpan Left, DateTimeOffset EndsAt, DateTimeOffset ExpectedAt, TimeSpan InPart, int PlannedInPart,
    IReadOnlyList<PartMinutes> Rest, TimeSpan? PlenaryLeft, int PlenaryPlanned)
{
    /// <summary>Less than three quarters of what was planned for the plenary is left (a choice).</summary>
    public bool IsPlenaryInDanger => PlenaryLeft is { } left && left < .75 * TimeSpan.FromMinutes(PlenaryPlanned);

    /// <summary>In whole minutes, as people say it.</summary>
    public int MinutesBehind => (int)Math.Round(Behind.TotalMinutes, MidpointRounding.AwayFromZero);

    /// <returns>Nothing before the programme begins and after the workshop was closed.</returns>
    public static ProgrammeClock? Read(Workshop workshop, DateTimeOffset now)
    {
        if (workshop is not { EndsAt: { } end, ClosedAt: null, CurrentPart: { } current } || workshop.Reached < 0) return null;

        var farthest = workshop.Programme[workshop.Reached];
        var rest = workshop.Programme[(workshop.Reached + 1)..];
        var unfinished = Longest(TimeSpan.Zero, Minutes(farthest) - Spent(workshop, farthest.Id, now));
        var (work, left) = (unfinished + Sum(rest), end - now);
        var plenary = rest.FirstOrDefault(part => part.Kind == PartKind.Plenary);
        var plenaryLeft = plenary is null ? (TimeSpan?)null : Longest(TimeSpan.Zero, Shortest(Minutes(plenary), left - (work - Minutes(plenary))));

        return new(
            work - left, left, end, now + work, Spent(workshop, current.Id, now), current.Minutes,
            Retime([.. rest], left - unfinished), plenaryLeft, plenary?.Minutes ?? 0);
    }

    /// <summary>
    /// The parts to come, fitted into what is left: the plenary keeps its minutes as long as the others have one each, the others share the
    /// rest by what was planned for them. Whole minutes that add up.
    /// </summary>
    public static IReadOnlyList<PartMinutes> Retime(IReadOnlyList<Part> rest, TimeSpan left)
    {
        var minutes = (int)Math.Floor(left.TotalMinutes);
        if (rest.Count == 0 || minutes < rest.Count || minutes == rest.Sum(part => part.Minutes)) return [];

        var others = rest.Where(part => part.Kind != PartKind.Plenary).ToList();
        var kept = rest.Where(part => part.Kind == PartKind.Plenary).Sum(part => Math.Min(part.Minutes, minutes - others.Count));
        var shares = Share(others.Count > 0 ? [.. others.Select(part => part.Minutes)] : [1], others.Count > 0 ? minutes - kept : 0);
        var next = 0;
        return [.. rest.Select(part => new PartMinutes(part.Id, part.Kind == PartKind.Plenary ? kept : shares[next++]))];
    }

    /// <summary>Shares by weight in whole numbers that add up, each at least one; what is left over goes to the largest remainders.</summary>
    private static int[] Share(int[] weights, int total)
    {
        var sum = weights.Sum();
        var exact = weights.Select(weight => sum == 0 ? (double)total / weights.Length : (double)total * weight / sum).ToArray();
        var shares = exact.Select(share => Math.Max(1, (int)share)).ToArray();
        foreach (var place in Enumerable.Range(0, shares.Length).OrderByDescending(place => exact[place] - shares[place]).ThenBy(place => place).Take(Math.Max(0, total - shares.Sum()))) shares[place]++;
        while (shares.Sum() > total && shares.Max() > 1) shares[Array.IndexOf(shares, shares.Max())]--;
        return shares;
    }

    private static TimeSpan Spent(Workshop workshop, PartId part, DateTimeOffset now)
    {
        var spent = TimeSpan.Zero;
        for (var i = 0; i < workshop.Visits.Length; i++)
        {
            if (workshop.Visits[i].Part == part) spent += (i + 1 < workshop.Visits.Length ? workshop.Visits[i + 1].At : now) - workshop.Visits[i].At;
        }

        return spent;
    }

    private static TimeSpan Sum(IEnumerable<Part> parts) => TimeSpan.FromMinutes(parts.Sum(part => part.Minutes));

    private static TimeSpan Minutes(Part part) => TimeSpan.FromMinutes(part.Minutes);

    private static TimeSpan Longest(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Shortest(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
