using Leerklimaat.Server;
using Leerklimaat.Server.Tending;

if (args is ["check" or "export" or "import" or "backup" or "restore", ..]) return await Commands.Run(args, Console.Out, TimeProvider.System);
if (ServerHost.Build(args) is not { } app) return 1;

return await ServerHost.Run(app);
