using System.Net;
using System.Text;
using Leerklimaat.Server.Binning;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Questions;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using static Leerklimaat.Server.Tests.Questions.AtAQuestion;

namespace Leerklimaat.Server.Tests.Questions;

/// <summary>Anna keeps a learning question to herself. Everything that leaves the server for anybody else is searched for it.</summary>
public class KeepingALearningQuestionPrivate
{
    private const string Private = "Durf ik nee te zeggen?", Shared = "Hoe maak ik tijd?";

    [Fact, Rule("W4")]
    public async Task Nobody_but_its_writer_gets_a_byte_of_it()
    {
        await using var workshop = await AWorkshop.Start();
        var asked = await workshop.GoTo(IsLearning);
        await using var bram = await OpenStream.Open(workshop.Bram, $"{asked}/live");
        await using var anna = await OpenStream.Open(workshop.Anna, $"{asked}/live");
        await using var wall = await OpenStream.Open(workshop.Dennis, $"{asked}/screen/live");
        await using var desk = await OpenStream.Open(workshop.Chantal, $"{asked}/desk/live");
        Assert.Equal(HttpStatusCode.OK, (await workshop.Anna.Say(asked, Private, ("shared", "false"))).Status);
        await workshop.Bram.Say(asked, Shared, ("shared", "true"));
        await Task.WhenAll(bram.Sees(Shared), wall.Sees(Shared), desk.Sees(Shared));

        var closing = await workshop.GoTo(IsClosing);
        await using var closingWall = await OpenStream.Open(workshop.Dennis, $"{closing}/screen/live");
        await using var closingAnna = await OpenStream.Open(workshop.Anna, $"{closing}/live");
        await closingWall.Sees(Shared);
        await closingAnna.Sees(Private);
        var own = (await workshop.Anna.Open(asked)).Source;

        var seen = new Dictionary<string, string>
        {
            ["Bram"] = (await workshop.Bram.Open(asked)).Source,
            ["Bram at the closing"] = (await workshop.Bram.Open(closing)).Source,
            ["Bram's own part"] = await workshop.Bram.Http.GetStringAsync($"{asked}/mine"),
            ["Bram's table"] = (await workshop.Bram.Open(workshop.Table1)).Source,
            ["Dennis"] = (await workshop.Dennis.Open(asked)).Source,
            ["the wall"] = (await workshop.Dennis.Open($"{workshop.Root}/screen")).Source,
            ["the facilitator's question"] = (await workshop.Chantal.Open(asked)).Source,
            ["the facilitator"] = (await workshop.Chantal.Open(workshop.Root)).Source,
            ["Bram's stream"] = string.Concat(bram.Messages.Select(message => message.Html)),
            ["Anna's shared part"] = string.Concat(anna.Shown.Where(region => !region.Key.StartsWith("question-own", StringComparison.Ordinal)).Select(region => region.Value)),
            ["the wall's stream"] = string.Concat(wall.Messages.Select(message => message.Html)),
            ["the desk's stream"] = string.Concat(desk.Messages.Select(message => message.Html)),
            ["the wall at the closing"] = string.Concat(closingWall.Messages.Select(message => message.Html)),
            ["the log"] = string.Join('\n', workshop.Server.Log.Lines),
        };

        Assert.Contains(Private, WebUtility.HtmlDecode(own), StringComparison.Ordinal);
        Assert.All(seen, one => Assert.DoesNotContain("Durf ik", WebUtility.HtmlDecode(one.Value), StringComparison.Ordinal));
        foreach (var who in new[] { "Bram", "Dennis", "Bram's stream", "the wall's stream", "the desk's stream", "the wall at the closing" }) Assert.Contains(Shared, WebUtility.HtmlDecode(seen[who]), StringComparison.Ordinal);
    }

    [Fact, Rule("W4")]
    public async Task The_journal_does_not_tell_who_wrote_what()
    {
        await using var workshop = await AWorkshop.Start();
        var cloud = await workshop.GoTo(IsCloud);
        var learning = await workshop.GoTo(IsLearning);
        await workshop.Anna.Say(cloud, "Rust");
        await workshop.Anna.Say(cloud, "Tijd");
        await workshop.Anna.Say(learning, Private, ("shared", "false"));

        var (one, other) = (await Journal(workshop, cloud), await Journal(workshop, learning));
        Assert.Contains("Durf ik", other, StringComparison.Ordinal);
        var grains = workshop.Server.Services.GetRequiredService<IGrainFactory>();
        var seats = (await grains.GetGrain<ITableGrain>(Guid.Parse(workshop.Table1.Split('/')[^1])).Look()).State.Seats;
        Assert.NotEmpty(seats);
        Assert.All(seats, seat => Assert.DoesNotContain(seat.Device.Value.ToString(), one + other, StringComparison.Ordinal));

        var writers = (await grains.GetGrain<IQuestionGrain>(IdOf(cloud)).Look()).State.Writers.Keys.Concat((await grains.GetGrain<IQuestionGrain>(IdOf(learning)).Look()).State.Writers.Keys).ToList();
        Assert.Equal(2, writers.Count);
        Assert.Equal(2, writers.Distinct().Count());
    }

    [Fact, Rule("W9")]
    public async Task Answers_go_for_good_with_their_workshop()
    {
        var time = new AClock();
        await using var workshop = await AWorkshop.Start(await RunningServer.Start(null, builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time))));
        var learning = await workshop.GoTo(IsLearning);
        await workshop.Anna.Say(learning, Private, ("shared", "false"));
        Assert.Contains("Durf ik", await Journal(workshop, learning), StringComparison.Ordinal);

        await workshop.Chantal.Open($"{workshop.Root}/bin");
        await workshop.Chantal.Press("#delete");
        Assert.Equal(HttpStatusCode.Gone, (await workshop.Anna.Say(learning, "Te laat")).Status);
        time.Advance(TimeSpan.FromDays(31));
        await workshop.Server.Services.GetRequiredService<BinSweep>().Sweep();
        Assert.Empty(await Journal(workshop, learning));
    }

    private static Guid IdOf(string question) => Guid.Parse(question.Split('/')[^1]);

    private static async Task<string> Journal(AWorkshop workshop, string question)
    {
        var grain = workshop.Server.Services.GetRequiredService<IGrainFactory>().GetGrain<IQuestionGrain>(IdOf(question));
        var events = await workshop.Server.Services.GetRequiredService<IEventStore>().Read(grain.GetGrainId().ToString());
        return string.Join('\n', events.Select(stored => Encoding.UTF8.GetString(stored.Body.Span)));
    }
}
