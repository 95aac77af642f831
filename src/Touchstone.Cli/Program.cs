using Touchstone.Cli;

using var host = Host.OfProcess();
return Application.Run(args, host);
