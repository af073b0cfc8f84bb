using System.Reflection;
using Leerklimaat.Server.Cluster;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Cluster;

public class GivingUp
{
    private static readonly GrainId Asked = GrainId.Create("table", Guid.CreateVersion7().ToString("N"));

    [Theory, InlineData(typeof(SiloUnavailableException)), InlineData(typeof(OrleansMessageRejectionException)), InlineData(typeof(TimeoutException))]
    public async Task What_is_said_of_a_table_that_cannot_be_reached_does_not_name_it(Type trouble)
    {
        await using var server = await RunningServer.Start();
        var time = new AHandClock();
        var asking = ActivatorUtilities.CreateInstance<AskingAfar>(server.Services, time);
        var context = DispatchProxy.Create<IOutgoingGrainCallContext, Question>();
        ((Question)(object)context).Answer = () =>
        {
            // Longer than anybody is patient.
            time.Advance(TimeSpan.FromMinutes(1));
            throw (Exception)Activator.CreateInstance(trouble, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, null, [$"No answer from {Asked}"], null)!;
        };

        var said = await Assert.ThrowsAsync<TimeoutException>(() => asking.Invoke(context));
        Assert.DoesNotContain($"{Asked.Key}", said.ToString(), StringComparison.Ordinal);
        Assert.Contains(trouble.Name, said.Message, StringComparison.Ordinal);
    }

    // Not sealed: the proxy derives from it.
    public class Question : DispatchProxy
    {
        public Func<Task> Answer { get; set; } = () => Task.CompletedTask;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
        {
            "Invoke" => Answer(),
            "get_TargetId" => Asked,
            "get_InterfaceName" => "ITableGrain",
            "get_Request" => null,
            _ => throw new NotSupportedException(targetMethod.Name),
        };
    }
}
