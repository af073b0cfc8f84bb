using Leerklimaat.Server;
using Leerklimaat.Server.Events;

if (args is ["check", .. var rest]) return JournalCheck.Run(rest, Console.Out);
if (ServerHost.Build(args) is not { } app) return 1;

return await ServerHost.Run(app);
