using System.Globalization;
using System.Text;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Documents;

/// <summary>Writes <c>docs/rooms.md</c> from the list of rooms, which a test holds against the code.</summary>
public static class RoomsDocument
{
    public static string Place => Path.Combine(Repository.Root, "docs", "rooms.md");

    public static string Of(IReadOnlyList<Room> lower, IReadOnlyList<Room> upper)
    {
        var text = new StringBuilder("""
            # Rooms

            The server is a house of rooms: folders of `src/Leerklimaat.Server`, named after what people do in them. Which room uses which is read from what
            was compiled, and from what files import, since a constant leaves no trace. A test holds it against the list of what may be
            ([House.cs](../tests/Leerklimaat.Server.Tests/Documents/House.cs)): an arrow that is not in the list makes it fail, and so does one in the list that
            nothing uses any more. After a change of the list, write this anew:

            ```sh
            WRITE_DOCUMENTS=1 tests/Leerklimaat.Server.Tests/bin/Release/net10.0/Leerklimaat.Server.Tests --filter-class '*WalkingThroughTheHouse'
            ```

            A room uses only rooms that stand above it in these tables, so no two need each other. `ServerHost` alone knows all of them: it lists the rooms, and
            each registers itself. What the domain knows is in none of this, since all of the server may use it; only `Live` does not.

            ## Where people do something

            In the picture an arrow that follows from others is left out; the table has them all. Any of these rooms may use the lower ones.


            """.ReplaceLineEndings("\n"));
        Draw(text, upper);
        Tell(text, upper, lower);
        text.Append("\n## Below them\n\nThese know no room in which people do something.\n\n");
        Draw(text, lower);
        Tell(text, lower, []);
        return text.ToString();
    }

    private static void Draw(StringBuilder text, IReadOnlyList<Room> rooms)
    {
        text.Append("```mermaid\nflowchart TD\n");
        foreach (var room in rooms) text.Append(CultureInfo.InvariantCulture, $"    {room.Name}\n");
        foreach (var room in rooms)
        {
            var near = Among(room, rooms);
            foreach (var used in near.Where(used => !near.Any(other => other != used && Reaches(other, used, rooms)))) text.Append(CultureInfo.InvariantCulture, $"    {room.Name} --> {used.Name}\n");
        }

        text.Append("```\n\n");
    }

    private static void Tell(StringBuilder text, IReadOnlyList<Room> rooms, IReadOnlyList<Room> known)
    {
        text.Append(known.Count > 0 ? "| Room | What people do there | Uses |\n|---|---|---|\n" : "| Room | What is there | Uses |\n|---|---|---|\n");
        foreach (var room in rooms) text.Append(CultureInfo.InvariantCulture, $"| {room.Name} | {room.What} | {(Among(room, rooms) is { Count: > 0 } used ? string.Join(", ", used.Select(one => one.Name)) : "–")} |\n");
    }

    private static List<Room> Among(Room room, IReadOnlyList<Room> rooms) => [.. rooms.Where(one => room.Uses.Contains(one.Name))];

    private static bool Reaches(Room from, Room to, IReadOnlyList<Room> rooms) => Among(from, rooms) is var near && (near.Contains(to) || near.Any(one => Reaches(one, to, rooms)));
}
