using Demarche.Cli;

return await DemarcheCommand.Run(args);
