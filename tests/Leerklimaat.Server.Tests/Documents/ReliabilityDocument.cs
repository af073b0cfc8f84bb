using System.Globalization;
using System.Text;
using System.Text.Json;
using Leerklimaat.Server.Tests.Cluster;
using Leerklimaat.Server.Tests.Running;
using Leerklimaat.Simulation;

namespace Leerklimaat.Server.Tests.Documents;

/// <summary>Writes <c>docs/reliability.md</c> from what <c>bin/reliability</c> kept of its runs.</summary>
public static class ReliabilityDocument
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "reliability");

    public static string Place => Path.Combine(Repository.Root, "docs", "reliability.md");

    public static IReadOnlyList<Tried> Tried => Read<Tried>("tried.json", Cluster.Tried.Json);

    public static IReadOnlyList<Simulated> Simulated => Read<Simulated>("simulated.json", Simulation.Simulated.Json);

    public static string Of(IReadOnlyList<Tried> tried, IReadOnlyList<Simulated> simulated) => $"""
        # Reliability

        What was broken while people played, how often, and what was lost of it. Whatever was answered must be in the journal, and in it once (L1, L2); all who look must come to see the same (L4); nobody is shown what is secret.
        `bin/reliability` tries all of this anew, in a quarter of an hour, and writes it here; a test holds that this page says what was kept of it in `docs/reliability`.

        ## On real processes

        Three processes on one PostgreSQL that waits for the disk, six tables that write as fast as a browser may, each from a browser that is sent to another process with each request and asks again with the same id where it got no answer;
        eighteen streams. In the middle something breaks. *Went on after* is from that moment until it was good again and each table was acknowledged fifteen more, which takes two seconds when nothing breaks. `bin/test` tries each once.

        | what breaks | times | acknowledged | lost | done twice | went on after (s) median, longest |
        |---|---|---|---|---|---|
        {Lines(tried.GroupBy(one => one.What).Select(Line))}

        ## In simulated workshops

        The real aggregates, feed, rooms and pages, with phones, a network, three processes and a disk that are made up, all on one clock that is made up too: what happens in an hour takes a second, and a seed says all of it.
        Each is a workshop of an hour with two to four tables, two people at home, a wall and somebody who leads: questions, the game, the plenary, numbers that are published, a closing. Everything below goes wrong all the time, and what people do is as
        often nonsense as a child's would be. Every seven minutes they rest; then nothing may be lost or stored twice, and every page must show what a page would show that is opened now. In between what anybody is shown is drawn a second time with the pawns that lie face down
        somewhere else, and must be the same; each message on each wire is searched for what somebody kept to themselves; and what is published is attacked as `disclosure.md` says (D2, D3, D5, D9, D10), beside all that was published before.
        Drawing pages takes nine tenths of the time, so many more workshops show no more than at which version they are.

        `bin/test` lives through some of them, `bin/simulate --minutes 600` through as many as fit in a night; what breaks a promise is named with the command that shows it again.

        | pages | seeds | workshop-hours a minute | things that happened | commands answered | reports attacked | broken promises |
        |---|---|---|---|---|---|---|
        {Lines(simulated.Where(one => one.Broken == Broken.Nothing).Select(Line))}

        {Machine}

        | what went wrong | times |
        |---|---|
        {Lines(Enum.GetValues<Fault>().Select(fault => FormattableString.Invariant($"| {Words(fault)} | {simulated.Where(one => one.Broken == Broken.Nothing).Sum(one => one.Faults.GetValueOrDefault(fault)):N0} |")))}

        ### Broken on purpose

        A check that cannot fail says nothing. So promises are broken on purpose, and each must be found:

        | what is wrong | found in workshop |
        |---|---|
        {Lines(simulated.Where(one => one.Broken != Broken.Nothing).Select(one => FormattableString.Invariant($"| {Words(one.Broken)} | {(one.Wrong.IsEmpty ? "not found" : $"{one.Workshops}")} |")))}

        ### What it found while it was built

        - **A page that went from one process to another could show something old.** "Changed at version 10" of one process says nothing of what another has told at version 11. The id of a message now says which process drew it (`SayingWhatWasSeen`).
        - **Where two of one aggregate lived for a moment, the one that stayed could show what was before until somebody did something there.** Nothing was lost, since both write by version. For half a minute after a process came or went, whoever watches now has it compared
          with the journal (`CatchingUp`). Without it the tenth workshop was red.
        - **A process that the others had given up while it stood still could store one thing more**, of which the one that had its table by then knew nothing. Each append asks in the same statement whether its process was given up (`PostgresWriter`). Without it
          the 235th workshop was red.
        - **A page that was closed while what it looks at was sought was kept for good** (`ComingBackAfterAFault`).

        ## What is not in it

        What Orleans itself does to find a grain is made up in the simulation: of three processes, after one came or went, for five seconds some ask where an aggregate was and some where it is. The exchange of events between processes (decision 16), the group commit and the
        client's scripts are real only above, and in the tests that are theirs. Machines that lie to the disk, and a PostgreSQL that forgets what it said it kept, are beyond what a program can mend: `bin/backup`.

        """.ReplaceLineEndings("\n");

    private static string Machine => File.ReadAllText(Path.Combine(Folder, "machine.txt")).Trim();

    private static string Line(IGrouping<string, Tried> tries)
    {
        var seconds = tries.Select(one => one.Seconds).Order().ToList();
        return FormattableString.Invariant($"| {tries.Key} | {tries.Count()} | {tries.Sum(one => one.Acknowledged):N0} | {tries.Sum(one => one.Lost)} | {tries.Sum(one => one.Doubled)} | {seconds[seconds.Count / 2]:F0}, {seconds[^1]:F0} |");
    }

    private static string Line(Simulated one) => FormattableString.Invariant(
        $"| {(one.IsDrawn ? "as they are" : "bare")} | {one.Seed}–{one.Seed + one.Workshops - 1} | {one.AMinute:N0} | {one.Happened:N0} | {one.Commands:N0} | {one.Reports:N0} | {one.Wrong.Count} |");

    /// <summary>AProcessIsKilled as "a process is killed".</summary>
    private static string Words(Enum name) => string.Concat(name.ToString().Select((letter, place) => char.IsUpper(letter) && place > 0 ? $" {char.ToLower(letter, CultureInfo.InvariantCulture)}" : $"{letter}"));

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static List<T> Read<T>(string file, JsonSerializerOptions options) => JsonSerializer.Deserialize<List<T>>(File.ReadAllText(Path.Combine(Folder, file)), options)!;
}
