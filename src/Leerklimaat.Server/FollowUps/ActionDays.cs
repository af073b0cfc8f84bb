using System.Text;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Inviting;
using Leerklimaat.Server.Settings;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.FollowUps;

/// <summary>Puts the days of actions, and a day to look back, into files for a calendar (O3). Nothing of it is kept: whoever saves a file anew has the newest.</summary>
public sealed class ActionDays(RoomTime room, IStringLocalizer<Phrases> say)
{
    /// <summary>Days to look back that are near at hand: six weeks and three months after it was held.</summary>
    public IReadOnlyList<(string Text, DateOnly Day)> Proposed(Workshop workshop, DateTimeOffset now)
    {
        var held = DateOnly.FromDateTime(room.Of(workshop.HeldAt ?? now).Date);
        return [("FollowUp.LookBack.Weeks", held.AddDays(42)), ("FollowUp.LookBack.Months", held.AddMonths(3))];
    }

    /// <summary>What is done or stopped asks for no day any more.</summary>
    /// <returns>Nothing where no action has a day: a calendar refuses a file without any.</returns>
    public string? Of(IEnumerable<ActionView> actions, Workshop workshop, string address, DateTimeOffset now)
    {
        List<CalendarDay> days = [.. actions.Where(action => action.IsInCalendar).Select(action => new CalendarDay($"{action.Id}", say["FollowUp.Calendar.Action", action.Agreed.Text], TextOf(action, workshop), address, action.By!.Value))];
        return days.Count == 0 ? null : Calendar.Days(days, SequenceOf(workshop, now), now);
    }

    /// <summary>It is passed on to people who do not lead: no address that is not theirs is in it, and no names.</summary>
    public string LookBack(WorkshopId id, Workshop workshop, DateOnly day, IEnumerable<ActionView> actions, DateTimeOffset now) => Calendar.Days(
        [new($"{id.Value}-look-back", say["FollowUp.LookBack.Title", workshop.Title], string.Join('\n', actions.Select(action => $"- {action.Agreed.Text}").Prepend(say["FollowUp.LookBack.Text"])), "", day)],
        SequenceOf(workshop, now), now);

    public static IResult Saved(string file, string name) => Results.File(Encoding.UTF8.GetBytes(file), "text/calendar; charset=utf-8", name);

    private string TextOf(ActionView action, Workshop workshop) => string.Join('\n', new[]
    {
        workshop.Title,
        action.Agreed.Owner.Length > 0 ? say["Report.Line", say["Report.Owner"], action.Agreed.Owner].Value : "",
        action.Agreed.Noticing.Length > 0 ? say["Report.Line", say["Report.Noticing"], action.Agreed.Noticing].Value : "",
    }.Where(line => line.Length > 0));

    // A later file has more seconds behind it, and nothing has to be kept for that.
    private static int SequenceOf(Workshop workshop, DateTimeOffset now) => (int)Math.Clamp((now - (workshop.StartedAt ?? now)).TotalSeconds, 0, int.MaxValue);
}
