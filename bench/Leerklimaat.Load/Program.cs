using Leerklimaat.Load;

if (args is ["bare", ..]) return await BareServer.Run();

try
{
    await Report.Print(LoadOptions.Read(args));
    return 0;
}
catch (FormatException wrong)
{
    Console.Error.WriteLine($"{wrong.Message} Usage: {LoadOptions.Usage}");
    return 2;
}
