using Leerklimaat.Server;

if (ServerHost.Build(args) is not { } app) return 1;

await app.RunAsync();
return 0;
