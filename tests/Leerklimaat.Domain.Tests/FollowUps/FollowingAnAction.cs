using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Leerklimaat.Domain.FollowUps;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.FollowUps;

[Rule("O2")]
public class FollowingAnAction
{
    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Coffee = new(1, 0, 0, new byte[8]), Rest = new(2, 0, 0, new byte[8]);

    private static Story<FollowUp, FollowUpCommand, FollowUpEvent> Nothing => new(FollowUp.Empty, FollowUp.Decide, FollowUp.Evolve);

    [Fact]
    public void Of_what_nobody_said_anything_about_it_is_only_agreed() => Assert.Equal((ActionState.Agreed, (DateTimeOffset?)null), (FollowUp.Empty.Of(Coffee).State, FollowUp.Empty.Of(Coffee).HeardAt));

    [Fact]
    public void It_is_begun_and_done_and_the_log_says_when() => Nothing
        .When(new SetActionState(Coffee, ActionState.Begun, "", Monday)).Then(new ActionStateSet(Coffee, ActionState.Begun, "", Monday))
        .When(new SetActionState(Coffee, ActionState.Begun, "", Monday)).ThenNothing()
        .When(new LogAction(Coffee, "De eerste keer kwamen er zes", Monday.AddDays(7))).Then(new ActionLogged(Coffee, "De eerste keer kwamen er zes", Monday.AddDays(7)))
        .When(new SetActionState(Coffee, ActionState.Done, "", Monday.AddDays(9))).Then(new ActionStateSet(Coffee, ActionState.Done, "", Monday.AddDays(9)))
        .And(followUp => Assert.Equal([ActionState.Begun, null, ActionState.Done], followUp.Of(Coffee).Log.Select(line => line.State)))
        .And(followUp => Assert.Equal(ActionState.Agreed, followUp.Of(Rest).State));

    [Fact]
    public void Who_stops_it_says_why() => Nothing.When(new SetActionState(Coffee, ActionState.Stopped, "", Monday)).ThenRefused(Reason.StoppedWithoutReason);

    [Fact]
    public void It_can_be_taken_up_again() => Nothing
        .After(new SetActionState(Coffee, ActionState.Stopped, "Geen tijd", Monday)).When(new SetActionState(Coffee, ActionState.Begun, "", Monday)).Then(new ActionStateSet(Coffee, ActionState.Begun, "", Monday));

    [Fact]
    public void A_line_says_something_and_is_short()
    {
        Nothing.When(new LogAction(Coffee, "", Monday)).ThenRefused(Reason.LogLineEmpty);
        Nothing.When(new LogAction(Coffee, new string('a', ActionFollowed.LongestText + 1), Monday)).ThenRefused(new Refusal(Reason.LogLineTooLong, 0, ActionFollowed.LongestText));
    }

    [Fact]
    public void A_log_has_an_end() => Enumerable.Range(1, ActionFollowed.MostLines).Aggregate(Nothing, (story, day) => story.After(new LogAction(Coffee, $"Dag {day}", Monday.AddDays(day))))
        .When(new SetActionState(Coffee, ActionState.Done, "", Monday)).ThenRefused(new Refusal(Reason.TooManyLogLines, 0, ActionFollowed.MostLines));

    [Fact]
    public void How_we_noticed_it_is_said_and_said_anew() => Nothing
        .After(new SayNoticed(Coffee, "Er wordt gelachen", Monday)).When(new SayNoticed(Coffee, "", Monday)).Then(new ActionNoticed(Coffee, "", Monday));

    [Fact]
    public void A_new_day_takes_the_place_of_the_one_that_was_agreed_and_goes_again() => Nothing
        .When(new MoveAction(Coffee, new(2026, 6, 1), Monday)).Then(new ActionMoved(Coffee, new(2026, 6, 1), Monday))
        .When(new MoveAction(Coffee, null, Monday)).Then(new ActionMoved(Coffee, null, Monday));

    [Theory, InlineData(30, false), InlineData(32, true)]
    public void It_is_silent_when_nobody_said_anything_for_a_while(int days, bool isSilent)
    {
        var month = TimeSpan.FromDays(31);
        Assert.Equal(isSilent, FollowUp.Empty.Of(Coffee).IsSilentAt(Monday.AddDays(days), Monday, month));
        Assert.Equal(isSilent, Nothing.After(new LogAction(Coffee, "Nog even", Monday)).State.Of(Coffee).IsSilentAt(Monday.AddDays(days), Monday.AddDays(-90), month));
        Assert.False(Nothing.After(new SetActionState(Coffee, ActionState.Done, "", Monday)).State.Of(Coffee).IsSilentAt(Monday.AddDays(days), Monday, month));
    }

    [Fact, Rule("L2")]
    public void Each_command_leads_to_its_event_and_a_second_time_to_none_and_what_is_read_back_is_the_same()
    {
        FollowUpCommand[] commands =
        [
            new SetActionState(Coffee, ActionState.Begun, "", Monday), new SayNoticed(Coffee, "Meer gelach", Monday), new SayWhatItIs(Coffee, ActionKind.Renews, "Iedereen leert", Monday),
            new MoveAction(Coffee, new(2026, 6, 1), Monday), new LogAction(Coffee, "Zes mensen", Monday),
        ];
        var (state, happened) = (FollowUp.Empty, new List<FollowUpEvent>());
        foreach (var command in commands)
        {
            happened.Add(Assert.Single(FollowUp.Decide(state, command).Events));
            state = FollowUp.Evolve(state, happened[^1]);
            // To say the same twice is to say it twice.
            if (command is not LogAction) Assert.Empty(FollowUp.Decide(state, command).Events);
        }

        Assert.Equal(typeof(FollowUpCommand).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(known => known.DerivedType.Name).Order(), commands.Select(command => command.GetType().Name).Order());
        Assert.Equal(typeof(FollowUpEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(known => known.DerivedType.Name).Order(), happened.Select(one => one.GetType().Name).Order());
        var json = new JsonSerializerOptions { Converters = { new JsonStringEnumConverter() } };
        var read = happened.Select(one => JsonSerializer.Deserialize<FollowUpEvent>(JsonSerializer.Serialize(one, json), json)!).Aggregate(FollowUp.Empty, FollowUp.Evolve);
        Assert.Equal(JsonSerializer.Serialize(state, json), JsonSerializer.Serialize(read, json));
    }
}
