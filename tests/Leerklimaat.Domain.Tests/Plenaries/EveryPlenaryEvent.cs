using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsCheck;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Plenaries;

/// <summary>What must hold for all of them, whatever the room is doing.</summary>
public class EveryPlenaryEvent : APlenary
{
    private static readonly ActionPoint Action = new(new Guid(5, 0, 0, new byte[8]), ATime, "Een uur", "", null, "");

    private static readonly CardPicture Picture = new(Safety, new([5, 0, 0, 0]), null, null);

    private static readonly PlenaryCommand[] Commands =
    [
        Bundle(ATime, AMoreTime), Bundle(TimeTogether, AWhoPays), new BundleEntries(Other, "Anders", PlenaryList.Questions, [ATime, TimeTogether], Monday),
        new AddToBundle(TimeTogether, [AWhoPays, Other], Monday), new AddToBundle(Other, [ATime, TimeTogether], Monday), new TakeFromBundle([ATime], Monday), new RenameBundle(TimeTogether, "Leertijd", Monday), new DissolveBundle(TimeTogether, Monday), new DissolveBundle(Other, Monday),
        new MoveEntries(PlenaryList.Present, [ATime, TimeTogether], Monday), new HideEntries([AWhoPays, TimeTogether], Monday), new ShowEntries([AWhoPays], Monday), new DismissSuggestion([ATime, AMoreTime], Monday),
        new PlanAction(Action, Monday), new PlanAction(Action with { Owner = "Chantal" }, Monday), new DropAction(Action.Id, Monday), new AssignQuestion(AWhoPays, "MT", Monday), new AnswerQuestion(AWhoPays, "Ja", Monday), new DraftWording(AWhoPays, "Wie draagt de kosten?", Monday), new ApproveWording(AWhoPays, "Wie draagt de kosten?", Monday), new ApproveWording(AWhoPays, "", Monday),
        new UndoStep(Monday), new OpenDots(1, 3, Monday), new OpenDots(2, 9, Monday), Dot(AnnasDots, ATime), Dot(AnnasDots, ATime, 2), Dot(BramsDots, AWhoPays), Dot(BramsDots, AWhoPays, round: 2), new TakeDot(1, AnnasDots, ATime, 0, Monday), Dot(AnnasDots, AMoreTime, 9),
        new CloseDots(1, Monday), new CloseDots(2, Monday), new ReopenDots(1, Monday), new ShowCard(Safety, Picture, Monday), new ShowCard(Openness, null, Monday), new ShowLists(Monday), new ChooseMinimum(6, Monday), new ChooseMinimum(5, Monday),
        Dot(Domain.Rehearsals.Rehearsed.Mark("1"), ATime), new ClearRehearsal(false, Monday), new ClearRehearsal(true, Monday),
    ];

    [Fact]
    public void There_is_a_sample_of_every_command() =>
        Assert.Equal(KindsOf(typeof(PlenaryCommand)).Except([typeof(ArrangeCommand)]).Select(type => type.Name).Order(), Commands.Select(command => command.GetType().Name).Distinct().Order());

    [Fact]
    public void Stored_names_may_only_be_added()
    {
        var known = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Plenaries", "stored-names.txt"));
        Assert.Equal(known, typeof(PlenaryEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(stored => $"{stored.TypeDiscriminator} {string.Join(',', stored.DerivedType.GetProperties().Select(property => property.Name))}"));
    }

    [Theory, InlineData(typeof(PlenaryEvent)), InlineData(typeof(PlenaryCommand))]
    public void Every_kind_has_a_name(Type kind) =>
        Assert.Equal(KindsOf(kind).Where(type => !type.IsAbstract).Select(type => type.Name).Order(), kind.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(stored => stored.DerivedType.Name).Order());

    [Fact, Rule("L2")]
    public void A_command_twice_has_no_second_effect_and_replay_is_the_same_as_live() =>
        Gen.Int[0, Commands.Length - 1].Select(number => Commands[number]).Array[0, 60].Sample(
            commands =>
            {
                var live = Plenary.Empty;
                var happened = new List<PlenaryEvent>();
                foreach (var command in commands)
                {
                    happened.AddRange(Step(ref live, command));
                    // A second step back goes a step further; its command id makes it once-only (see the journal).
                    Assert.Empty(command is UndoStep ? [] : Step(ref live, command));
                    Sound(live);
                }

                Assert.Equal(JsonSerializer.Serialize(live), JsonSerializer.Serialize(happened.Select(Stored).Aggregate(Plenary.Empty, Plenary.Evolve)));
            },
            iter: 2000);

    private static List<PlenaryEvent> Step(ref Plenary plenary, PlenaryCommand command)
    {
        var events = Plenary.Decide(plenary, command).Events.ToList();
        plenary = events.Aggregate(plenary, Plenary.Evolve);
        return events;
    }

    private static void Sound(Plenary plenary)
    {
        var bundled = plenary.Arrangement.Bundles.SelectMany(bundle => bundle.Entries).ToList();
        Assert.Equal(bundled.Count, bundled.Distinct().Count());
        Assert.All(bundled, entry => Assert.False(entry.IsBundle));
        Assert.True(plenary.Before.Length <= Plenary.StepsBack);
        Assert.All(plenary.DotRounds, round => Assert.All(round.Dots.GroupBy(dot => dot.Owner), own => Assert.True(own.Count() <= round.Each)));
        var listed = ListsOf(plenary);
        Assert.Equal(Entries.Select(entry => entry.Id).Order(ById), listed.All.Concat(listed.Hidden).SelectMany(one => one.Entries).Select(entry => entry.Id).Order(ById));
    }

    private static readonly IComparer<EntryId> ById = Comparer<EntryId>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value));

    private static PlenaryEvent Stored(PlenaryEvent happened) => JsonSerializer.Deserialize<PlenaryEvent>(JsonSerializer.Serialize(happened))!;

    private static IEnumerable<Type> KindsOf(Type kind) => kind.Assembly.GetTypes().Where(type => type.IsSubclassOf(kind));
}
